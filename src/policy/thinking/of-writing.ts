import { SECRET } from '../../screen/secret.ts';

/** Rows under a line of column names. */
const LIST = /^\S+,\S+\n.*,/;

/** What is thought before a text is written that is too long to be said: a list, a question, a note. */
export function ofWriting(name: string, text: string, answers: readonly string[]): string[] {
  if (SECRET.test(text)) return ofSecret(name);
  if (LIST.test(text)) return ofList(text);
  if (text.includes('?')) {
    return [
      `I say in “${name}” what it is about and ask plainly, so that a short answer is enough.`,
      `Whoever reads “${name}” should know what I ask, and of whom it speaks.`,
    ];
  }
  if (FOR_SOMEBODY.test(text)) return ofAnswering(name);
  return answers.length > 0 ? [`The consoles answered, as I remember: ${answers.join(' / ')}`] : [];
}

/** What is secret stands in no thought, only in the field that it is meant for. */
function ofSecret(name: string): string[] {
  return [
    `It is a secret: “${name}” gets it just as I was shown it, and nothing else does.`,
    `Into “${name}” goes the secret itself, sign by sign; I repeat it nowhere else.`,
    `What is secret belongs into “${name}” here, and into no note or ticket.`,
    `“${name}” is the one place where I enter the secret.`,
  ];
}

/** Words that speak to whoever reads them. */
const FOR_SOMEBODY = /\b(you|your|thank|sorry)\b/i;

/** What somebody reads who does not know the consoles. */
function ofAnswering(name: string): string[] {
  return [
    `Whoever asked reads “${name}”: it says what they have of it, and nothing of how the consoles work.`,
    `I write “${name}” to a person: short, plain, and no more promised than I have seen done.`,
    `Only what they may know goes into “${name}”; what I found on the way stays in the record.`,
    `“${name}” goes out as it stands, so it says in words of every day where things are now.`,
  ];
}

function ofList(text: string): string[] {
  const [, ...rows] = text.trim().split('\n');
  return [
    ...(new Set(rows).size === rows.length
      ? [`I go through the ${rows.length} rows once more: no line is there twice.`]
      : []),
    `${rows.length} rows below the line that names the columns. I expect as many to be found.`,
  ];
}
