import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { canonicalJson } from '../../src/core/json.ts';
import { createRng } from '../../src/core/rng.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import { drawTask } from '../../src/scenario/task.ts';
import type { World } from '../../src/world/world.ts';
import { makeWorld, PEOPLE, SCENARIOS } from '../support/fixtures.ts';
import { runs, share } from '../support/share.ts';

/** Draws hang on records, never on the order in which they came in. */

const SEEDS = ['order/1', 'order/2'].slice(0, runs({ few: 1, all: 2 }));

/** The same world with every record of it in another order. */
function shuffled(world: World, seed: string): World {
  const rng = createRng(seed);
  const parts = Object.entries(world).map(([name, part]) => {
    const isRecord = typeof part === 'object' && part !== null && !Array.isArray(part);
    return [name, isRecord ? Object.fromEntries(rng.shuffle(Object.entries(part))) : part];
  });
  return Object.fromEntries(parts) as World;
}

/** All that is drawn of a scenario over a world, with one of its edges. */
function drawn(
  world: World,
  { scenario, edge, seed }: { scenario: string; edge: string | null; seed: string },
) {
  const request = { scenario, seed, edge, people: PEOPLE };
  const { params, goal, world: laid } = drawTask(catalog as Catalog, request, world);
  return canonicalJson({ params, goal, laid });
}

describe.each(SCENARIOS)('%s', scenario => {
  const edges = [null, ...share(`order/${scenario}`, catalog.scenarios[scenario]?.edges ?? [], 1)];
  it.each(edges)('is drawn alike whatever the order of records, with edge %s', edge => {
    for (const seed of SEEDS) {
      const world = makeWorld({ seed });
      const plain = drawn(world, { scenario, edge, seed });
      expect(drawn(shuffled(world, seed), { scenario, edge, seed }) === plain).toBe(true);
    }
  });
});
