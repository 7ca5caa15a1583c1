/**
 * What a text tells that one must have read: names, numbers, addresses, dates, codes. This is a count of its own, which shares
 * nothing with how notes are chosen.
 */
export function tokensIn(text: string): string[] {
  const quoted = [...text.matchAll(/["“]([^"“”\n]+)["”]/gu)].map(([, inside = '']) => inside.trim());
  const plain = text.replace(/["“][^"“”\n]*["”]/gu, ' ').replace(/\(\d+\)|(?<!\S)\d{1,2}[.:](?!\S)/g, '. ');
  const phones = plain.match(PHONE) ?? [];
  const rest = plain.replace(PHONE, ' ');
  const words = [...rest.matchAll(/[^\s,;()"“”]+/gu)]
    .map(({ 0: word, index }) => ({ word: trimmed(word), begins: begins(rest, index) }))
    .filter(({ word, begins: isFirst }) => isCode(word) || (!isFirst && isName(word)));
  return [...new Set([...quoted, ...phones, ...words.map(({ word }) => word)])];
}

const PHONE = /\+\d[\d -]{6,}\d(?: ext\. ?\d+)?/g;

function trimmed(word: string): string {
  return word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/, '');
}

/** Whether a sentence, or what follows a colon or a number of a list, begins at a place. */
function begins(text: string, at: number): boolean {
  return /(?:^|[.!?:;\n(])\s*$/u.test(text.slice(0, at));
}

function isCode(word: string): boolean {
  if (/^\d{1,2}$/.test(word)) return Number(word) > COUNTED_MAX;
  return /[\p{N}@_]/u.test(word) || /^\p{Lu}+-\S/u.test(word);
}

/** So far a number may be counted rather than read. */
const COUNTED_MAX = 12;

/** A word with a capital; in capitals alone it is a word of the trade: HR, ERP, API. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && word.length > 2;
}

/** Whether a text has a token as a word of its own; days and the numbers of workers however they are written. */
export function hasToken(text: string, token: string): boolean {
  return formsOf(token).some(form => {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
      if (!isPart(text, at, form)) return true;
    return false;
  });
}

/** A letter or figure that goes on beside a match makes it a piece of something else. */
function isPart(text: string, at: number, form: string): boolean {
  const joins = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
  return joins(text[at - 1]) || (joins(text[at + form.length]) && joins(form.at(-1)));
}

function formsOf(token: string): string[] {
  const plain = flat(token);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(plain) ?? [];
  if (year && month && day) return [plain, ...daysFor(year, month, day)];
  const worker = /^[a-z](\d{6})$/.exec(plain)?.[1];
  return worker === undefined ? [plain] : [plain, `00${worker}`];
}

function daysFor(year: string, month: string, day: string): string[] {
  const [m, d] = [Number(month), Number(day)];
  const name = MONTHS[m - 1] ?? '';
  const short = name.slice(0, 3);
  return [
    ...[`${day}.${month}.${year}`, `${d}.${m}.${year}`, `${day}/${month}/${year}`, `${month}/${day}/${year}`],
    ...[name, short].flatMap(each => [`${d} ${each} ${year}`, `${each} ${d}, ${year}`]),
  ];
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** A text as it is searched. */
export function flat(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
