/**
 * Civil dates and times of the company (Europe/Zagreb), by arithmetic alone: no host time zone or locale enters.
 * Days are `YYYY-MM-DD` strings; instants are milliseconds since 1970 UTC.
 */
export const DAY_MS = 86_400_000;
export const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export interface Civil {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** 01:00 UTC on the last Sunday of a month, when the European Union changes its clocks. */
function lastSundayMs(year: number, month: number): number {
  const lastDay = Date.UTC(year, month, 0);
  return lastDay - new Date(lastDay).getUTCDay() * DAY_MS + HOUR_MS;
}

const summers = new Map<number, readonly [from: number, to: number]>();

/** When the clock is ahead by two hours in a year. It is asked for at every date that is printed. */
function summerOf(year: number): readonly [from: number, to: number] {
  const known = summers.get(year) ?? [lastSundayMs(year, 3), lastSundayMs(year, 10)];
  summers.set(year, known);
  return known;
}

/** Milliseconds that the company's clock is ahead of UTC at an instant. */
export function offsetMs(ms: number): number {
  const [from, to] = summerOf(new Date(ms).getUTCFullYear());
  return ms >= from && ms < to ? 2 * HOUR_MS : HOUR_MS;
}

/** What a wall clock and calendar show at an instant; `utc` for consoles that print UTC. */
export function civil(ms: number, zone: 'company' | 'utc' = 'company'): Civil {
  const date = new Date(ms + (zone === 'company' ? offsetMs(ms) : 0));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The instant of a company wall-clock time. */
export function instant(day: string, hour = 0, minute = 0): number {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const asUtc = Date.UTC(year, month - 1, date, hour, minute);
  return asUtc - offsetMs(asUtc - HOUR_MS);
}

/** The company's day at an instant, as `YYYY-MM-DD`. */
export function dayOf(ms: number): string {
  const { year, month, day } = civil(ms);
  return `${year}-${two(month)}-${two(day)}`;
}

/** A day moved by whole days. */
export function addDays(day: string, days: number): string {
  return dayOf(instant(day, 12) + days * DAY_MS);
}

/** Whole days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instant(to, 12) - instant(from, 12)) / DAY_MS);
}

/** Whether text is a real day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(instant(text, 12)) === text;
}

const PARTS: Readonly<Record<string, (at: Civil) => string>> = {
  YYYY: ({ year }) => String(year),
  YY: ({ year }) => two(year % 100),
  MMMM: ({ month }) => nameOf(MONTHS, month - 1),
  MMM: ({ month }) => nameOf(MONTHS, month - 1).slice(0, 3),
  MM: ({ month }) => two(month),
  M: ({ month }) => String(month),
  DDD: at => String((dayBegin(at) - Date.UTC(at.year, 0, 0)) / DAY_MS).padStart(3, '0'),
  DD: ({ day }) => two(day),
  D: ({ day }) => String(day),
  dddd: at => weekdayOf(at),
  ddd: at => weekdayOf(at).slice(0, 3),
  HH: ({ hour }) => two(hour),
  H: ({ hour }) => String(hour),
  hh: ({ hour }) => two(onDial(hour)),
  h: ({ hour }) => String(onDial(hour)),
  mm: ({ minute }) => two(minute),
  ss: ({ second }) => two(second),
  A: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
};
const PART = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DDD|DD|D|dddd|ddd|HH|H|hh|h|mm|ss|A/g;

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function nameOf(names: readonly string[], index: number): string {
  return names[index] ?? '';
}

/** The day's beginning, taken for UTC. */
function dayBegin({ year, month, day }: Civil): number {
  return Date.UTC(year, month - 1, day);
}

function weekdayOf(at: Civil): string {
  return nameOf(WEEKDAYS, new Date(dayBegin(at)).getUTCDay());
}

/** The hour on a clock face: 12, 1, … 11. */
function onDial(hour: number): number {
  return ((hour + 11) % 12) + 1;
}

/**
 * Prints an instant after a pattern. Parts: YYYY YY MMMM MMM MM M DD D dddd ddd HH H hh h mm ss A Z(literal) DDD (day of
 * the year). Text in square brackets stands as it is.
 */
export function formatMs(ms: number, pattern: string, zone: 'company' | 'utc' = 'company'): string {
  const at = civil(ms, zone);
  return pattern.replace(PART, (match, literal?: string) => literal ?? PARTS[match]?.(at) ?? match);
}

/** Prints a `YYYY-MM-DD` day after the date parts of a pattern. */
export function formatDay(day: string, pattern: string): string {
  return formatMs(instant(day, 12), pattern);
}

/** The first day that a text names, in any unambiguous way of writing it; undefined when there is none. */
export function readDay(text: string): string | undefined {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return iso[0];
  const dotted = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  if (dotted) return toDay(dotted[3], dotted[2], dotted[1]);
  const dayFirst = /(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})/.exec(text);
  if (dayFirst) return toDay(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})/.exec(text);
  return monthFirst ? toDay(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]) : undefined;
}

function monthNumber(short = ''): string {
  return String(MONTHS.findIndex(month => month.startsWith(short)) + 1);
}

function toDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
