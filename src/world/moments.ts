import { instant, SECOND_MS } from '../core/calendar.ts';
import { drawBelow } from '../core/draw.ts';
import type { Day } from './world.ts';

/**
 * When things of the past were done, to the second, and by whom. Each is drawn by the key of its own record, so that a
 * record more moves no other.
 */

const MINUTE_MS = 60_000;
const [OPENS_MS, HALF_MS] = [7.5 * 3_600_000, 5.25 * 3_600_000];
const BEGINS_MS = 1.6 * 3_600_000;
/** Work begins before eleven; what is taken up by two is done in office hours. */
const TAKEN_UP_MS = 3 * 3_600_000;
const [NIGHT_MS, RUNS_MS] = [1 * 3_600_000, 4 * 3_600_000];

/** When somebody did something on a day: between half past seven and six, mostly around noon. */
export function workedAt(day: Day, key: string): number {
  const spent = below(`${key}/first half`, HALF_MS) + below(`${key}/second half`, HALF_MS);
  return instant(day) + OPENS_MS + spent;
}

/** When a job ran in the night of a day: between one and five. */
export function ranAt(day: Day, key: string): number {
  return instant(day) + NIGHT_MS + below(`${key}/run`, RUNS_MS);
}

/** When work begins in a company: some time after nine, to which its past is known. */
export function begunAt(pastMs: number, key: string): number {
  return pastMs + SECOND_MS + below(`${key}/begun`, BEGINS_MS);
}

/** When an operator takes up one task of that day: some time in the hours after work began. */
export function begunLater(nowMs: number, key: string): number {
  return nowMs + below(`${key}/taken up`, TAKEN_UP_MS);
}

/** An instant that is known to the minute, to the second. */
export function toTheSecond(ms: number, key: string): number {
  return ms - (ms % MINUTE_MS) + below(`${key}/second`, MINUTE_MS);
}

/** So many minutes of a span, to the second. */
export function spanOf(key: string, [least, most]: readonly [least: number, most: number]): number {
  return least * MINUTE_MS + below(`${key}/span`, (most - least) * MINUTE_MS);
}

/** Whoever did it, of those who were there; undefined of nobody. */
export function drawAuthor<T>(key: string, there: readonly T[]): T | undefined {
  return there[drawBelow(`${key}/author`, Math.max(1, there.length))];
}

function below(key: string, ms: number): number {
  return drawBelow(key, ms / SECOND_MS) * SECOND_MS;
}
