import type { Rng } from '../core/rng.ts';
import { dutyOf, FUNCTIONS } from './functions.ts';
import type { Organisation } from './people.ts';
import type { EntitlementLine, PopulatedApp } from './population.ts';
import type { AppName, Person } from './world.ts';

/** Rights of each console beside those that every company has, in the order in which they came to be. */
export type Growth = ReadonlyMap<AppName, readonly EntitlementLine[]>;

/** Rights on offer in companies of a size, for each one that the smallest has; between two sizes it is a straight line. */
const TIMES: readonly [people: number, times: number][] = [
  [80, 1],
  [250, 2],
  [2_000, 6.5],
  [25_000, 24],
];

/** What a company of this size has to offer, as a multiple of what the smallest has. */
export function timesAt(people: number): number {
  const upper = TIMES.findIndex(([size]) => size >= people);
  const [from, to] = [TIMES[upper - 1], TIMES[upper]];
  if (!from || !to) return 1;
  return from[1] + ((people - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}

/** What consoles offer beside their usual rights: teams, sites and projects bring their own as a company grows. */
export function growCatalogue(
  rng: Rng,
  organisation: Organisation,
  consoles: readonly PopulatedApp[],
): Growth {
  const people = Object.keys(organisation.persons).length;
  const growth = new Map<AppName, readonly EntitlementLine[]>();
  for (const { name, population } of consoles) {
    const usual = population?.entitlements?.(organisation).length ?? 0;
    const count = Math.round(usual * (timesAt(people) - 1));
    growth.set(name, population?.grown?.({ count, organisation, rng: rng.fork(name) }) ?? []);
  }
  return growth;
}

const DIVISION_OF = new Map(FUNCTIONS.map(({ code, division }) => [code, division]));
/** In a thousand people: those who need nothing beside the usual, and those who gather rights over the years. */
const [CONTENT, GATHERERS] = [600, 75];
/** What a gatherer has beside the usual: never more than a third of what there is. */
const GATHERED = [14, 34] as const;

/**
 * What each person asked for over the years beside the usual: most nothing, a few a lot, and of what the own function
 * or its division has. Rights differ as much: some are asked for by many, most by one or two.
 */
export function sideWishes(rng: Rng, lines: readonly EntitlementLine[]): (person: Person) => string[] {
  const [byDuty, byDivision] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const put = (pools: Map<string, string[]>, key: string, code: string): unknown =>
    (pools.get(key) ?? pools.set(key, []).get(key))?.push(code);
  for (const { code, owner, requestable = true } of lines) {
    if (!requestable) continue;
    put(byDuty, owner, code);
    put(byDivision, DIVISION_OF.get(owner) ?? '', code);
  }
  return ({ department }) => {
    const duty = dutyOf(department) ?? '';
    const wide = byDivision.get(DIVISION_OF.get(duty) ?? '') ?? [];
    const lot = rng.int(1, 1000);
    if (lot <= CONTENT || wide.length === 0) return [];
    const gathers = lot > 1000 - GATHERERS;
    const wanted = gathers ? rng.int(...GATHERED) : rng.int(1, 3);
    const own = byDuty.get(duty) ?? wide;
    const wished = new Set<string>();
    for (let i = 0; i < Math.min(wanted, Math.ceil(wide.length / 3)); i++)
      wished.add(pickFavoured(rng, gathers || rng.chance(1, 4) ? wide : own));
    return [...wished];
  };
}

/** One of a list, the first ones far more often than the last. */
function pickFavoured(rng: Rng, codes: readonly string[]): string {
  return codes[rng.int(0, rng.int(0, rng.int(0, codes.length - 1)))] ?? '';
}
