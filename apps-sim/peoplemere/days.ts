import { type Day, formatDay, isDay } from '#range';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that somebody typed: `14 Oct 2025`, `Oct 14, 2025`, `2025-10-14`, or figures in the order of the skin's
 * own format. Undefined for anything else, and for days that the calendar does not have.
 */
export function parseDay(text: string, dayFormat: string): Day | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter(Boolean);
  if (parts.length !== 3) return undefined;
  const [a = '', b = '', c = ''] = parts;
  if (/^\d{4}$/.test(a)) return toDay(a, b, c);
  if (/^[a-z]{3,}$/.test(b)) return toDay(c, monthOf(b), a);
  if (/^[a-z]{3,}$/.test(a)) return toDay(c, monthOf(a), b);
  return dayFormat.indexOf('M') < dayFormat.indexOf('D') ? toDay(c, a, b) : toDay(c, b, a);
}

function monthOf(word: string): string {
  return String(MONTHS.indexOf(word.slice(0, 3)) + 1);
}

function toDay(year: string, month: string, day: string): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** One end of a range as the query gives it: the text of its field, the day, and what is wrong with it. */
export interface RangeEnd {
  text: string;
  day: Day;
  problem: string;
}

/** Reads one end of a range; what was not given or is no day stands at `fallback`. */
export function readRangeEnd(typed: string | undefined, fallback: Day, dayFormat: string): RangeEnd {
  if (typed === undefined || typed.trim() === '') {
    return { text: formatDay(fallback, dayFormat), day: fallback, problem: '' };
  }
  const day = parseDay(typed, dayFormat);
  if (day) return { text: typed, day, problem: '' };
  return {
    text: typed,
    day: fallback,
    problem: `Enter a date such as ${formatDay('2025-10-14', dayFormat)}.`,
  };
}
