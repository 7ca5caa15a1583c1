import { dayTyped } from '../app/pages/read-day.ts';
import { dialled } from '../core/phone.ts';

/** Figures in words, as somebody writes a small count. */
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** What says that a list is empty. */
const NOBODY = new Set(['', '-', '–', 'none', 'nobody', 'no one', 'nothing', 'n/a', 'empty']);

/**
 * Whether an answer means what was wanted, in whatever form: lists in any order and with any separator, numbers with
 * separators or as words, days by their calendar, telephone numbers by their figures, ids and words in any case. A day that
 * could be read in two ways is none.
 *
 * @example
 * isSameAnswer('e100002 and E100001', 'E100001, E100002'); // true
 * isSameAnswer('5 March 2026', '2026-03-05'); // true
 * isSameAnswer('05/03/2026', '2026-03-05'); // false
 */
export function isSameAnswer(given: string, wanted: string): boolean {
  if (meaningOf(given) === meaningOf(wanted)) return true;
  const parts = bare(wanted).split(/, ?/);
  const separators = parts.some(part => part.includes(' ')) ? SENTENCE : WORDS;
  if (parts.length === 1 && separators === SENTENCE) return false;
  const [have, want] = [membersOf(given, separators), membersOf(wanted, separators)];
  return have.size === want.size && [...want].every(part => have.has(part));
}

/** What parts the members of a list: such as have spaces in them, and such as have none. */
const SENTENCE = /[,;\n]+|\band\b|&/i;
const WORDS = /[,;\s&]+|\band\b/i;

/** The members of a list by what they mean, each once; of an empty one, none. */
function membersOf(text: string, separators: RegExp): Set<string> {
  return new Set(
    text
      .split(separators)
      .map(meaningOf)
      .filter(part => part !== ''),
  );
}

/** A value as it is compared. */
function meaningOf(text: string): string {
  const plain = bare(text);
  if (NOBODY.has(plain)) return '';
  const number = NUMBERS.indexOf(plain);
  if (number >= 0) return String(number);
  if (/^\d{1,3}([ ,]\d{3})+$/.test(plain) || /^0*\d+$/.test(plain)) return figuresOf(plain) || '0';
  if (/^(\+|00)\d[\d ()/.-]{5,}$/.test(plain)) return dialled(plain);
  if (/[a-z]|^\d{4}-/.test(plain)) return dayTyped(withoutOrdinal(plain), 'YYYY-MM-DD') ?? plain;
  return plain;
}

/** Small letters, single spaces, without what is put around a value. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'`“”‘’[\]{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]$/, '')
    .trim();
}

function figuresOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}

/** `5th of March 2026` as a calendar has it. */
function withoutOrdinal(text: string): string {
  return text.replace(/(\d)(st|nd|rd|th)\b/, '$1').replace(/\bof\b/, '');
}
