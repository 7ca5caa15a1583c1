import { SECRET } from '../../screen/secret.ts';

/** Rows under a line of column names. */
const LIST = /^\S+,\S+\n.*,/;

/** What is thought before a text is written that is too long to be said: a list, a question, a note. */
export function ofWriting(name: string, text: string, answers: readonly string[]): string[] {
  if (SECRET.test(text)) return [`It is a secret, so I do not say it aloud; “${name}” gets it.`];
  if (LIST.test(text)) return ofList(text);
  if (text.includes('?')) {
    return [
      `I say in “${name}” what it is about and ask plainly, so that a short answer is enough.`,
      `Whoever reads “${name}” should know what I ask, and of whom it speaks.`,
    ];
  }
  return [
    ...(answers.length > 0 ? [`The consoles answered, as I remember: ${answers.join(' / ')}`] : []),
    `Somebody who was not there has to understand “${name}”.`,
    `I put into “${name}” only what I did or saw myself, so that it can be checked later.`,
    `What goes into “${name}” must hold when somebody compares it with the logs.`,
    `“${name}” gets whole sentences: facts and references, no guesses.`,
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
