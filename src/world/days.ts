import { addDays, civil, dayOf, daysBetween, instant } from '../core/calendar.ts';
import type { Rng } from '../core/rng.ts';
import type { Day } from './world.ts';

/** Days and times around the day on which a company is met. Offsets count days: 0 is today, -1 yesterday. */
export interface Days {
  /** A working day. */
  today: Day;
  /** When the past ends that everybody knows: 09:00 of today in Europe/Zagreb, milliseconds UTC. Work begins later. */
  pastMs: number;
  at(offset: number): Day;
  /** How many days a day lies after today; negative when it is past. */
  offsetOf(day: Day): number;
  /** The working day at or before an offset: weekends fall back to Friday. */
  workday(offset: number): number;
  /** An instant on the day at an offset, in milliseconds UTC. */
  ms(offset: number, hour: number, minute?: number): number;
  /**
   * The instant itself when it lies in office hours (Monday to Friday, 8 to 18), else the start of the next ones.
   */
  officeTime(ms: number): number;
}

const known = new Map<Day, Days>();

/**
 * The days around a day.
 *
 * @example
 * const days = daysFrom('2025-10-14'); // a Tuesday
 * days.at(days.workday(-2)); // '2025-10-10'
 */
export function daysFrom(today: Day): Days {
  const days = known.get(today) ?? makeDays(today);
  known.set(today, days);
  return days;
}

function makeDays(today: Day): Days {
  const made = new Map<number, Day>();
  const sinceMonday = (daysBetween('2024-01-01', today) + 7 * 520) % 7;
  const at = (offset: number): Day => {
    const day = made.get(offset) ?? addDays(today, offset);
    made.set(offset, day);
    return day;
  };
  const workday = (offset: number): number => {
    const weekday = (((offset + sinceMonday) % 7) + 7) % 7;
    return weekday > 4 ? offset - (weekday - 4) : offset;
  };
  const ms = (offset: number, hour: number, minute = 0): number => instant(at(offset), hour, minute);
  const offsetOf = (day: Day): number => daysBetween(today, day);
  return {
    today,
    pastMs: instant(today, 9),
    at,
    offsetOf,
    workday,
    ms,
    officeTime: instantMs => {
      const { hour, minute } = civil(instantMs);
      const day = offsetOf(dayOf(instantMs));
      const next = hour >= 18 ? day + 1 : day;
      const isWorkday = workday(next) === next;
      if (isWorkday && next === day && hour >= 8) return instantMs;
      return ms(isWorkday ? next : workday(next) + 3, 8, minute);
    },
  };
}

/** The first Monday on which a company may be met, and how many weeks follow. */
const FIRST: Day = '2025-02-03';
const WEEKS = 90;

/** The day on which a company is met: a working day of nearly two years. */
export function drawToday(rng: Rng): Day {
  return addDays(FIRST, rng.int(0, WEEKS - 1) * 7 + rng.int(0, 4));
}

/** The earlier of a day and another that may be open. */
export function earlier(day: Day, other: Day | null): Day {
  return other !== null && other < day ? other : day;
}

/** The later of two days. */
export function later(day: Day, other: Day): Day {
  return day > other ? day : other;
}
