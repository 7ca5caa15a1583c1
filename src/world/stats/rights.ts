import { dayOf } from '../../core/calendar.ts';
import type { AppName, Grant, World } from '../world.ts';
import { percentile, share } from './count.ts';

/** How rights are spread over people: what role mining calls the user × permission matrix. */
export interface RightsFigures {
  /** People who hold something. */
  people: number;
  /** Rights in the catalogue, and those of them that somebody holds. */
  offered: number;
  held: number;
  assignments: number;
  perPerson: { median: number; p95: number; max: number };
  /** Filled cells of the matrix of people and rights, of all its cells. */
  density: number;
  /** Rights that one person alone holds, of all that are held. */
  heldByOne: number;
}

/** The spread of what is held today in some consoles; what a composite contains does not count again. */
export function rightsFigures(
  world: World,
  apps: readonly AppName[],
  isMeant: (grant: Grant) => boolean = () => true,
): RightsFigures {
  const today = dayOf(world.nowMs);
  const [byPerson, byRight] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { app, workerId, status, grants } of Object.values(world.accounts)) {
    if (workerId === null || status === 'deleted' || !apps.includes(app)) continue;
    for (const grant of grants) {
      const { code, to } = grant;
      if ((to !== null && to < today) || !isMeant(grant)) continue;
      put(byPerson, workerId, `${app}/${code}`);
      put(byRight, `${app}/${code}`, workerId);
    }
  }
  const counts = [...byPerson.values()].map(({ size }) => size);
  const assignments = counts.reduce((sum, count) => sum + count, 0);
  return {
    people: byPerson.size,
    offered: Object.values(world.entitlements).filter(({ app }) => apps.includes(app)).length,
    held: byRight.size,
    assignments,
    perPerson: {
      median: percentile(counts, 50),
      p95: percentile(counts, 95),
      max: counts.reduce((max, count) => Math.max(max, count), 0),
    },
    density: share(assignments, byPerson.size * byRight.size),
    heldByOne: share([...byRight.values()].filter(({ size }) => size === 1).length, byRight.size),
  };
}

function put(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
