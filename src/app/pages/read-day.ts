import { formatDay, isDay } from '../../core/calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Stands for "no end" in products that have no empty date: no day of anybody's life. */
const NEVER = '9999-12-31';

/**
 * The day that somebody typed: `14 Oct 2025`, `Oct 14, 2025`, `2025-10-14`, or figures in the order of the skin's own
 * format (`14.10.2025`, `14102025`). Undefined for anything else, for days that the calendar does not have, and for the
 * last day of the year 9999, which means that there is none.
 */
export function dayTyped(text: string, dayFormat: string): string | undefined {
  const day = readParts(text.trim().toLowerCase(), dayFormat.indexOf('M') < dayFormat.indexOf('D'));
  return day !== undefined && isDay(day) && day !== NEVER ? day : undefined;
}

function readParts(text: string, isMonthFirst: boolean): string | undefined {
  const figures = /^(\d\d)(\d\d)(\d{4})$/.exec(text);
  const parts = figures ? figures.slice(1) : text.split(/[\s,./-]+/).filter(Boolean);
  if (parts.length !== 3) return undefined;
  const [a = '', b = '', c = ''] = parts;
  if (/^\d{4}$/.test(a)) return written(a, b, c);
  if (/^[a-z]{3,}$/.test(b)) return written(c, monthOf(b), a);
  if (/^[a-z]{3,}$/.test(a)) return written(c, monthOf(a), b);
  return isMonthFirst ? written(c, a, b) : written(c, b, a);
}

function monthOf(word: string): string {
  return String(MONTHS.indexOf(word.slice(0, 3)) + 1);
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** What a field says of a text that is no day. */
export function dayWanted(dayFormat: string): string {
  return `Enter a date such as ${formatDay('2025-10-14', dayFormat)}.`;
}
