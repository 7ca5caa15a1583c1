import { dayTyped } from '../app/pages/read-day.ts';
import { addDays, daysBetween } from '../core/calendar.ts';

/** What is known of whoever says a day: how the screens print days, and which day it is. */
export interface Calendar {
  /** Of the consoles that were looked at: `DD/MM/YYYY`. */
  dayFormats?: readonly string[];
  today?: string;
}

/**
 * The day that somebody means, as `YYYY-MM-DD`: whatever stands around it, a day of the week or a time. Figures are read in
 * the order in which the screens print days, a day without its year is the one next to today; what could be another day
 * just as well is none.
 *
 * @example
 * saidDay('Mon, 3rd of November 2025', {}); // '2025-11-03'
 * saidDay('03/11/2025', {}); // undefined
 * saidDay('03/11/2025', { dayFormats: ['DD/MM/YYYY'] }); // '2025-11-03'
 */
export function saidDay(text: string, calendar: Calendar): string | undefined {
  const [, weekday, rest = ''] = WEEKDAY.exec(plainDay(text)) ?? [];
  const day = dayIn(rest, calendar);
  if (day === undefined || weekday === undefined) return day;
  return weekdayOf(day).startsWith(weekday.slice(0, 3)) ? day : undefined;
}

const WEEKDAY = /^(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?(?:the )?(.*)$/s;
const CLOCK = /(?:,? (?:at )?|t)\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?: ?(?:[ap]m|h|z|utc|cet|cest))?$/;

/** Small letters, without a time behind it, the ending of an ordinal, or a word between day and month. */
function plainDay(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^on /, '')
    .replace(CLOCK, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/, '$1')
    .replace(/ of /g, ' ')
    .replace(/(?<=[a-z])\./g, '');
}

function dayIn(text: string, { dayFormats = [], today }: Calendar): string | undefined {
  if (FIGURES.test(text)) return dayInFigures(text, dayFormats);
  if (/^\d{4}-\d\d?-\d\d?$|^\d{4}[/.]\d\d?[/.]\d\d?$/.test(text)) return dayTyped(text, '');
  if (!MONTH.test(text)) return undefined;
  // A year of two figures stands last, behind the month.
  const whole = text.replace(/^(\d{1,2} [a-z]+,? |[a-z]+ \d{1,2},? )'?(\d\d)$/, '$120$2');
  return dayTyped(whole, '') ?? (today && nextTo(whole, today));
}

const FIGURES = /^\d{1,2}([/.-])\d{1,2}\1\d{4}$/;
const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/;
/** The formats in which the year comes last: they say whether day or month comes first. */
const DAY_FIRST = /^D.*M.*Y/;
const MONTH_FIRST = /^M.*D.*Y/;

/** Figures with the year last: of the two readings the only one, or the one that the screens have. */
function dayInFigures(text: string, dayFormats: readonly string[]): string | undefined {
  const dayFirst = dayTyped(text, 'DD/MM/YYYY');
  const monthFirst = dayTyped(text, 'MM/DD/YYYY');
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst)
    return dayFirst ?? monthFirst;
  const [isDayFirst, isMonthFirst] = [DAY_FIRST, MONTH_FIRST].map(like =>
    dayFormats.some(each => like.test(each)),
  );
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? dayFirst : monthFirst;
}

/** The day of that name that is next to today, before or after. */
function nextTo(text: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const all = [year - 1, year, year + 1].flatMap(each => dayTyped(`${text} ${each}`, '') ?? []);
  const farOf = (day: string): number => Math.abs(daysBetween(today, day));
  return all.reduce<string | undefined>(
    (best, day) => (best === undefined || farOf(day) < farOf(best) ? day : best),
    undefined,
  );
}

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** A Monday. */
const MONDAY = '2024-01-01';

function weekdayOf(day: string): string {
  const nth = ((daysBetween(MONDAY, addDays(day, 0)) % 7) + 7) % 7;
  return WEEKDAYS[nth] ?? '';
}
