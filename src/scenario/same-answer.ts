import { dialled } from '../core/phone.ts';
import type { WhoIs } from './known-names.ts';
import { type Calendar, saidDay } from './said-day.ts';

/** Figures in words, as somebody writes a small count. */
export const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}_-]|\\d[.:/])(?:\\d{1,3}|${NUMBERS.join('|')})(?![\\p{L}\\p{N}_-]|[.:/]\\d)`,
  'giu',
);

/**
 * The small counts in a text, in figures: no clock time, no day, no piece of a code.
 *
 * @example
 * countsIn('10:15 two groups and 3 roles, IN01 on 2025-11-03'); // ['2', '3']
 */
export function countsIn(text: string): string[] {
  return (text.toLowerCase().match(COUNT) ?? []).map(countOf);
}

/** A count in figures, however it is written. */
export function countOf(word: string): string {
  const nth = NUMBERS.indexOf(word.toLowerCase());
  return nth >= 0 ? String(nth) : figuresOf(word) || '0';
}

/** The parts of a value that is a list, each without what is put around it: a bullet, quotation marks, brackets of JSON. */
export function partsOf(value: string, separators: RegExp = SENTENCE): string[] {
  return value
    .split(separators)
    .map(unwrapped)
    .filter(part => part !== '');
}

/** What says that a list is empty. */
const NOBODY = new Set(['', '-', '–', 'none', 'nobody', 'no one', 'nothing', 'n/a', 'empty']);

/** What is known of whoever answers: how days are printed to them, which day it is, and the names of the company. */
export interface Reader extends Calendar {
  whoIs?: WhoIs;
}

/**
 * Whether an answer means what was wanted, in whatever form: lists in any order and with any separator, numbers with
 * separators or as words, days by their calendar, telephone numbers by their figures, people and records by whatever names
 * them alone, yes and no, ids and words in any case. What could mean something else as well means nothing.
 *
 * @example
 * isSameAnswer('e100002 and E100001', 'E100001, E100002'); // true
 * isSameAnswer('5 March 2026', '2026-03-05'); // true
 * isSameAnswer('05/03/2026', '2026-03-05'); // false
 * isSameAnswer('05/03/2026', '2026-03-05', { dayFormats: ['DD/MM/YYYY'] }); // true
 */
export function isSameAnswer(given: string, wanted: string, reader: Reader = {}): boolean {
  if (meaningOf(given, reader) === meaningOf(wanted, reader)) return true;
  const plain = bare(wanted);
  if (isSaid(plain)) return saysYes(given) !== undefined && saysYes(given) === saysYes(wanted);
  if (/^\d+$/.test(plain)) return isSameCount(bare(given), figuresOf(plain) || '0');
  const parts = plain.split(/, ?/);
  const hasSpaces = parts.some(part => part.includes(' '));
  if (parts.length === 1 && hasSpaces) return false;
  return (hasSpaces ? [SENTENCE] : [SENTENCE, WORDS]).some(separators => {
    const [have, want] = [given, wanted].map(text => membersOf(text, separators, reader));
    return have?.size === want?.size && [...(want ?? [])].every(part => have?.has(part));
  });
}

const YES = new Set('yes y true correct affirmative yep'.split(' '));
const NO = new Set('no n false incorrect negative nope'.split(' '));

function isSaid(plain: string): boolean {
  return ['yes', 'no', 'true', 'false'].includes(plain);
}

/** Whether a text says yes; undefined where it says neither that nor no. */
function saysYes(text: string): boolean | undefined {
  const plain = bare(text);
  if (YES.has(plain)) return true;
  return NO.has(plain) ? false : undefined;
}

/** What is counted may stand behind a count; that there are none is a count, too. */
function isSameCount(given: string, count: string): boolean {
  if (count === '0' && given !== '') return NOBODY.has(given) && !/^[-–]$/.test(given);
  const [, said = ''] = COUNTED.exec(given) ?? [];
  return said !== '' && meaningOf(said, {}) === count;
}

const COUNTED =
  /^([a-z]+|[\d ,]+?) (?:(?:direct )?(?:people|persons?|users?|members?|workers?|accounts?|groups?|roles?|holders?)|in all|in total|altogether)$/;

/** What parts the members of a list: such as have spaces in them, and such as have none. */
const SENTENCE = /[,;\n]+|\band\b|&/i;
const WORDS = /[,;\s&]+|\band\b/i;

/** The members of a list by what they mean, each once; of an empty one, none. */
function membersOf(text: string, separators: RegExp, reader: Reader): Set<string> {
  return new Set(
    partsOf(text, separators)
      .map(part => meaningOf(part, reader))
      .filter(part => part !== ''),
  );
}

/** A value as it is compared. */
function meaningOf(text: string, { whoIs, ...calendar }: Reader): string {
  const plain = bare(text);
  if (NOBODY.has(plain)) return '';
  const known = whoIs?.(text.trim().replace(/["'“”]/g, '')) ?? whoIs?.(plain);
  if (known !== undefined) return known;
  const number = NUMBERS.indexOf(plain);
  if (number >= 0) return String(number);
  if (/^\d+\.0+$/.test(plain)) return figuresOf(plain.replace(/\.0+$/, '')) || '0';
  if (/^\d{1,3}([ ,]\d{3})+$/.test(plain) || /^0*\d+$/.test(plain)) return figuresOf(plain) || '0';
  if (/^(\+|00)\d[\d ()/.-]{5,}$/.test(plain)) return dialled(plain);
  return saidDay(plain, calendar) ?? plain;
}

/** Small letters, single spaces, without what is put around a value. */
function bare(text: string): string {
  return unwrapped(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '').trim();
}

/** Without quotation marks, brackets and a bullet or number in front. */
function unwrapped(text: string): string {
  return text
    .replace(/["'`“”‘’[\]{}]/g, '')
    .trim()
    .replace(/^(?:[-–—•*·]|\d{1,2}\))\s+(?=\S)/u, '')
    .trim();
}

function figuresOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}
