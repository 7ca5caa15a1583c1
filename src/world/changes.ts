import type { Rng } from '../core/rng.ts';
import type { Days } from './days.ts';
import type { PopulatedApp } from './population.ts';
import { CHANGES } from './ticket-words.ts';
import { seven } from './ticket-numbers.ts';
import type { Change } from './world.ts';

const HOUR_MS = 3_600_000;
/** Numbers that lie between two changes. */
const STEP = 3;

/** The changes around today, the consoles' own among them, numbered as they begin. */
export function makeChanges(rng: Rng, days: Days, consoles: readonly PopulatedApp[]): Record<string, Change> {
  const lines = [...CHANGES, ...consoles.flatMap(({ population }) => population?.changes ?? [])];
  const sorted = [...lines].sort((a, b) => a[3] - b[3] || (a[2] < b[2] ? -1 : 1));
  const first = 30_400 + rng.int(1, 60);
  const changes = sorted.map(([type, state, summary, day, hours], i): Change => {
    const fromMs = days.ms(day, day === 0 ? 7 : 20);
    const number = `CHG${seven(first + i * STEP)}`;
    return { number, type, state, summary, fromMs, toMs: fromMs + hours * HOUR_MS };
  });
  return Object.fromEntries(changes.map(change => [change.number, change]));
}
