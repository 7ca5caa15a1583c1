import type { Day } from '#range';
import { formatDay, isDay } from '#range';

/** The day that stands for "no end" in the fields of the console. */
export const NO_END = '31.12.9999';

/** A day as fields print it, `DD.MM.YYYY`; null is the last day of all. */
export function printDay(day: Day | null): string {
  return day === null ? NO_END : formatDay(day, 'DD.MM.YYYY');
}

/** What was typed as a date: a day, null for "no end", or undefined when it is no date. */
export function parseDay(typed: string): Day | null | undefined {
  const text = typed.trim();
  if (text === '' || text === NO_END) return null;
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const day = `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Whether a day lies in a span whose end may be open. */
export function covers(span: { from: Day; to: Day | null }, day: Day): boolean {
  return span.from <= day && (span.to === null || span.to >= day);
}

/** Whether two spans have a day in common. */
export function overlap(a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
