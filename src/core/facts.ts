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

/** The facts in a piece of a text: the words that nobody could guess. A telephone number is one of them, however spaced. */
export function codesIn(text: string): string[] {
  const words = text.match(WORDS) ?? [];
  return [...new Set(words.filter(isFact))];
}

/**
 * The facts in what somebody thinks: codes, days and the words of names. Short numbers are counted and not read,
 * and what stands in quotation marks names a page or a label.
 *
 * @example
 * factsThought('Approved by Marta Kos E100156 on 3 Nov 2025.'); // ['2025-11-03', 'E100156', 'Marta', 'Kos']
 */
export function factsThought(text: string): string[] {
  const dated = text.replace(DAY_WRITTEN, day => (readDay(day) === undefined ? day : '.'));
  const days = (text.match(DAY_WRITTEN) ?? []).flatMap(day => readDay(day) ?? []);
  const codes = codesIn(dated).filter(code => !/^\d{1,3}$/.test(code));
  const named = dated.replace(/["“][^"“”\n]*["”]/gu, '.').match(NAMES) ?? [];
  // A label may stand before a name.
  const names = named.flatMap(name => name.split(' ').slice(-2));
  return [...new Set([...days, ...codes, ...names])];
}

const DAY_WRITTEN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} [A-Z][a-z]{2,} \d{4}|[A-Z][a-z]{2,} \d{1,2}, \d{4}/g;
/** A word with a capital, whole: a name may have another capital within, and the beginning of a code is none. */
const NAME = /\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?![\p{L}\p{M}\p{N}_-])/u.source;
/** Several of them, the first of which begins no sentence. */
const NAMES = new RegExp(`(?<=[\\p{Ll}\\p{N},] )${NAME}(?: ${NAME})+`, 'gu');

/** The numbers of rules and articles that a text cites: nobody knows by heart what stands in them. */
export function citationsIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:P|KB)-\d{2}\b/g) ?? [])];
}

/** The most words of a text that is typed as a value. */
const VALUE_WORDS = 4;

const PHONE = /\+\d[\d ()/-]{5,}\d(?: ?(?:ext\.?|x) ?\d+)?/u;
const WORD = /[\p{L}\p{N}+@_][\p{L}\p{N}@_.:/+*|-]*[\p{L}\p{N}_*]/u;
const WORDS = new RegExp(`${PHONE.source}|${WORD.source}`, 'gu');

function isFact(word: string): boolean {
  if (/^\p{Lu}{2,4}$/u.test(word)) return false;
  return /[\p{N}@_]/u.test(word) || (word.length > 2 && /\p{Lu}.*\p{Lu}/u.test(word));
}

/** A text as it is compared: however it is cased and spaced. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Whether a comparable text holds a fact: as it stands and whole, a day however it is written, a number with or without
 * its thousands apart, the number of a record with leading zeros, as an ERP prints it, where another console prints a
 * letter before it.
 *
 * @example
 * holderOf('2025-11-03')(comparable('Starts on 3 November 2025')); // true
 * holderOf('P-10')(comparable('Position: P-1081')); // false
 */
export function holderOf(fact: string): (text: string) => boolean {
  const plain = comparable(fact);
  const isNumber = /^\d+$/.test(plain);
  const digits = /^[A-Z]{1,2}0*(\d{5,})$/.exec(fact)?.[1];
  const day = readDay(fact);
  const slashed = day === undefined ? undefined : slashedOf(day);
  const number = once(() => numberOf(plain));
  const isNumbered = once(() => new RegExp(`${BEFORE}0*${digits}${AFTER}`, 'u'));
  return text =>
    // Most texts do not hold it at all, which is soon seen: a number's thousands may be set apart, its end stands together.
    (isNumber ? text.includes(plain.slice(-3)) && number().test(text) : standsWhole(plain, text)) ||
    (digits !== undefined && text.includes(digits) && isNumbered().test(text)) ||
    (day !== undefined &&
      text.includes(day.slice(0, 4)) &&
      (daysIn(text).includes(day) || slashed?.test(text) === true));
}

/** A day between slashes: which of its first two numbers is the month is the console's habit, so both are taken. */
function slashedOf(day: string): RegExp {
  const [year = '', month = '', date = ''] = day.split('-').map(part => part.replace(/^0/, ''));
  return new RegExp(`(?<!\\d)(?:0?${month}/0?${date}|0?${date}/0?${month})/${year}(?!\\d)`, 'u');
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A number, with its thousands apart or not. */
function numberOf(plain: string): RegExp {
  const written = plain.replace(/\B(?=(\d{3})+$)/g, "[,.' ]?");
  return new RegExp(`${BEFORE}${NO_DIGITS_BEFORE}${written}${AFTER}${NO_DIGITS_AFTER}`, 'u');
}

/** Whether a fact stands in a text and is no piece of a longer word, code or address. */
function standsWhole(plain: string, text: string): boolean {
  const [opens, closes] = [/^[\p{L}\p{N}_]/u.test(plain), /[\p{L}\p{N}_]$/u.test(plain)];
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
    const end = at + plain.length;
    const isPiece =
      (opens && JOINED_BEFORE.test(text.slice(Math.max(0, at - BESIDE), at))) ||
      (closes && JOINED_AFTER.test(text.slice(end, end + BESIDE)));
    if (!isPiece) return true;
  }
  return false;
}

/** So far beside a piece of text one looks for what it is joined to; a letter may be two units long. */
const BESIDE = 4;
const JOINED_BEFORE = /(?:[\p{L}\p{N}_]|[\p{L}\p{N}]-)$/u;
const JOINED_AFTER = /^(?:[\p{L}\p{N}_]|-[\p{L}\p{N}])/u;

function escaped(plain: string): string {
  return plain.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const BEFORE = '(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}]-)';
const AFTER = '(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])';
/** Nor does a number stand within one whose thousands or decimals are set apart, or in a telephone number. */
const NO_DIGITS_BEFORE = '(?<!\\d[.,]|\\+\\d[\\d ]*)';
const NO_DIGITS_AFTER = '(?![.,]\\d)';

/** Whether a comparable text holds something that ends so: what was typed of a fact after a typing error. */
export function endingOf(rest: string): (text: string) => boolean {
  const end = new RegExp(`${escaped(comparable(rest))}${AFTER}`, 'u');
  return text => end.test(text);
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
