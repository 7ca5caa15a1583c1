import { readDay } from './calendar.ts';

/**
 * The facts in a text: what nobody could write who has not read it. Names of records and people's addresses, dates,
 * numbers, codes: words that hold a digit, a sign of a code (`@`, `_`), or several capitals. A short text, as it is typed
 * into a field, is one fact.
 *
 * @example
 * factsIn('Added to APP-Crane-User as AR-308418 says.'); // ['APP-Crane-User', 'AR-308418']
 * factsIn('Lea Schröder'); // ['Lea Schröder']
 */
export function factsIn(text: string): string[] {
  const line = text.trim();
  if (line === '') return [];
  if (!line.includes('\n') && line.split(/\s+/).length <= VALUE_WORDS) return [line];
  return codesIn(line);
}

/** The facts in a piece of a text: the words that nobody could guess. */
export function codesIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}+@_][\p{L}\p{N}@_.:/+*|-]*[\p{L}\p{N}_*]/gu) ?? [];
  return [...new Set(words.filter(isFact))];
}

/** The most words of a text that is typed as a value. */
const VALUE_WORDS = 4;

function isFact(word: string): boolean {
  return /[\p{N}@_]/u.test(word) || (word.length > 2 && /\p{Lu}.*\p{Lu}/u.test(word));
}

/** A text as it is compared: however it is cased and spaced. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Whether a comparable text holds a fact: as it stands, a day however it is written, the number of a record
 * with leading zeros, as an ERP prints it, where another console prints a letter before it.
 *
 * @example
 * holderOf('2025-11-03')(comparable('Starts on 3 November 2025')); // true
 */
export function holderOf(fact: string): (text: string) => boolean {
  const plain = comparable(fact);
  const digits = /^[A-Z]{1,2}0*(\d{5,})$/.exec(fact)?.[1];
  const number = digits === undefined ? undefined : new RegExp(`(^|\\D)0*${digits}(\\D|$)`);
  const day = readDay(fact);
  return text =>
    text.includes(plain) || number?.test(text) === true || (day !== undefined && daysIn(text).includes(day));
}

/** The days that a text names, in any unambiguous way of writing them. */
export function daysOf(text: string): string[] {
  return daysIn(comparable(text));
}

function daysIn(text: string): string[] {
  const written = text.match(DAY) ?? [];
  return written.flatMap(each => readDay(each.replace(/[a-z]+/g, titled)) ?? []);
}

const DAY = /\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} [a-z]{3,} \d{4}|[a-z]{3,} \d{1,2}, \d{4}/g;

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
