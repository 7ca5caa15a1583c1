import type { World } from '../world.ts';
import { countBy, percentile } from './count.ts';

/** Who works in a company, and under whom. */
export interface PeopleFigures {
  all: number;
  byKind: Record<string, number>;
  byStatus: Record<string, number>;
  byCountry: Record<string, number>;
  byDepartment: Record<string, number>;
  /** Levels of managers above the person who has the most of them, this person included. */
  depth: number;
  /** People who report to one manager. */
  span: { median: number; max: number };
  /** People at work whose manager is not. */
  staleManagers: number;
}

/** Counts the people of a company and walks its tree of managers. */
export function peopleFigures(world: World): PeopleFigures {
  const people = Object.values(world.persons);
  const countries = new Map(world.company.locations.map(({ city, country }) => [city, country]));
  const spans = new Map<string, number>();
  for (const { manager } of people) if (manager) spans.set(manager, (spans.get(manager) ?? 0) + 1);
  const reports = [...spans.values()];
  return {
    all: people.length,
    byKind: countBy(people, ({ kind }) => kind),
    byStatus: countBy(people, ({ status }) => status),
    byCountry: countBy(people, ({ location }) => countries.get(location) ?? location),
    byDepartment: countBy(people, ({ department }) => department),
    depth: Math.max(0, ...depths(world)),
    span: { median: percentile(reports, 50), max: Math.max(0, ...reports) },
    staleManagers: people.filter(
      ({ status, manager }) =>
        status === 'active' && manager !== null && world.persons[manager]?.status !== 'active',
    ).length,
  };
}

/** How many levels there are from each person to the top; a circle ends where it closes. */
function* depths(world: World): Generator<number> {
  for (const person of Object.values(world.persons)) {
    const seen = new Set([person.workerId]);
    for (let above = person.manager; above !== null && !seen.has(above); ) {
      seen.add(above);
      above = world.persons[above]?.manager ?? null;
    }
    yield seen.size;
  }
}
