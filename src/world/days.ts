import { addDays, civil, dayOf, daysBetween, instant } from '../core/calendar.ts';
import type { Day } from './world.ts';

/** Today in every generated world: Tuesday, 14 October 2025. */
export const TODAY: Day = '2025-10-14';
/** When the past of every generated world ends: 09:00 of today in Europe/Zagreb, milliseconds UTC. Work begins later. */
export const NOW_MS = instant(TODAY, 9);

const days = new Map<number, Day>();

/** The day that lies a number of days after today, or before it when negative. */
export function dayAt(offset: number): Day {
  let day = days.get(offset);
  if (day === undefined) {
    day = addDays(TODAY, offset);
    days.set(offset, day);
  }
  return day;
}

/** How many days a day lies after today; negative when it is past. */
export function offsetOf(day: Day): number {
  return daysBetween(TODAY, day);
}

/** The working day at or before an offset: weekends fall back to Friday. Today's weekday is Tuesday. */
export function workdayAt(offset: number): number {
  const sinceMonday = (((offset + 1) % 7) + 7) % 7;
  return sinceMonday > 4 ? offset - (sinceMonday - 4) : offset;
}

/** An instant on the day at an offset, in milliseconds UTC. */
export function msAt(offset: number, hour: number, minute = 0): number {
  return instant(dayAt(offset), hour, minute);
}

/** The earlier of a day and another that may be open. */
export function earlier(day: Day, other: Day | null): Day {
  return other !== null && other < day ? other : day;
}

/** The later of two days. */
export function later(day: Day, other: Day): Day {
  return day > other ? day : other;
}

/**
 * The instant itself when it lies in office hours (Monday to Friday, 8 to 18), else the start of the next
 * ones.
 */
export function officeTime(ms: number): number {
  const { hour, minute } = civil(ms);
  const day = offsetOf(dayOf(ms));
  const next = hour >= 18 ? day + 1 : day;
  const isWorkday = workdayAt(next) === next;
  if (isWorkday && next === day && hour >= 8) return ms;
  const start = isWorkday ? next : workdayAt(next) + 3;
  return msAt(start, 8, minute);
}
