import { type Day, day, formatDay, isDay } from '#range';
import { messages } from './messages.ts';

/** The day that stands for "no end" in the fields of the console. */
export const NO_END = '31.12.9999';
const LAST_DAY = '9999-12-31';

/** A day as fields print it, `DD.MM.YYYY`; null is the last day of all. */
export function printDay(day: Day | null): string {
  return day === null ? NO_END : formatDay(day, 'DD.MM.YYYY');
}

/** What was typed as a date: a day, null for nothing or "no end", or undefined when it is no date. */
export function parseDay(typed: string): Day | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? [];
  const [, date = '', month = '', year = ''] = parts;
  const parsed = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (parsed === LAST_DAY) return null;
  return isDay(parsed) ? parsed : undefined;
}

/** A field for a date as this console reads it. Nothing starts at the end of time: for a start that is no date. */
export function dateField(label: string, options: { hint?: string; isStart?: true } = {}) {
  const { isStart, hint = 'DD.MM.YYYY' } = options;
  return {
    ...day(label, { hint }),
    read(typed: string): { value: Day | null } | { problem: string } {
      const value = parseDay(typed);
      const isEndless = value === null && typed.trim() !== '';
      if (value === undefined || (isStart && isEndless)) return { problem: messages.badDate(label).text };
      return { value };
    },
    print: printDay,
  };
}

interface Span {
  from: Day;
  to: Day | null;
}

/** Whether a day lies in a span whose end may be open. */
export function covers(span: Span, day: Day): boolean {
  return span.from <= day && (span.to === null || span.to >= day);
}

/** Whether two spans have a day in common. */
export function overlap(a: Span, b: Span): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
