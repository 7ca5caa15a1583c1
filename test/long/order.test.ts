import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { digest } from '../../src/core/hash.ts';
import { deepFreeze } from '../../src/core/json.ts';
import { createRng } from '../../src/core/rng.ts';
import type { Task } from '../../src/scenario/scenario.ts';
import type { World } from '../../src/world/world.ts';
import { crawl } from '../support/crawl.ts';
import { act, makeHost, makeTask, makeWorld, SCENARIOS } from '../support/fixtures.ts';
import { reordered } from './reordered.ts';

/** A world is what its records say. In which order they were put together shows nowhere. */

const APPS = Object.entries(catalog.range.apps);
/** Backwards, or as it comes. */
const orders = fc.option(fc.nat().map(n => createRng(`order/${n}`)));

/** People and tickets under keys that look like numbers, which every object lists first, by their size. */
function withNumbers(world: World): World {
  const [person] = Object.values(world.persons);
  const [ticket] = Object.values(world.tickets);
  if (!person || !ticket) throw new Error('The world is empty.');
  const keys = ['10', '9', '01', '-1'];
  const persons = keys.map(key => [key, { ...person, workerId: key, displayName: `Number ${key}` }]);
  const tickets = keys.map(key => [key, { ...ticket, number: key, shortDescription: `Number ${key}` }]);
  return {
    ...world,
    persons: { ...world.persons, ...Object.fromEntries(persons) },
    tickets: { ...world.tickets, ...Object.fromEntries(tickets) },
  };
}

const worlds = fc
  .tuple(fc.nat(1_000_000), fc.integer({ min: 50, max: 120 }), orders)
  .map(([seed, people, rng]) => {
    const world = deepFreeze(withNumbers(makeWorld({ seed: `order/${seed}`, people })));
    return { world, other: deepFreeze(reordered(world, rng ?? undefined)) };
  });

/** Every page that a crawl comes to, in its order, with its address. */
function pagesOf(name: string, world: World, skin: number): string[] {
  const app = catalog.range.apps[name];
  if (!app) throw new Error(`There is no console ${name}.`);
  const options = { pages: 60, perRoute: 3, fillings: [(value: string) => value] };
  const { visits, problems } = crawl(makeHost({ world, skin }), app, options);
  expect(problems).toEqual([]);
  return visits.map(({ request, url, body }) => `${request.method} ${url}\n${body}`);
}

describe('a world whose records were put in in another order', () => {
  it('is the same world, and every console over it begins in the same state', () => {
    const same = fc.property(worlds, ({ world, other }) => {
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(world));
      expect(digest(other)).toBe(digest(world));
      for (const [name, app] of APPS)
        expect([name, digest(app.init(other))]).toEqual([name, digest(app.init(world))]);
    });
    fc.assert(same, { seed: 11, numRuns: 40 });
  }, 120_000);

  it.each(APPS.map(([name]) => name))(
    'has the same pages in %s, byte for byte',
    name => {
      const same = fc.property(worlds, fc.nat(5), ({ world, other }, skin) => {
        const pages = pagesOf(name, world, skin);
        // The smallest console has no more than these.
        expect(pages.length).toBeGreaterThan(15);
        expect(pagesOf(name, other, skin)).toEqual(pages);
      });
      fc.assert(same, { seed: 12, numRuns: 4 });
    },
    120_000,
  );

  it.each(SCENARIOS)(
    'gives an expert of %s the same episode',
    async name => {
      const { edges = [], faults = [] } = catalog.scenarios[name] ?? {};
      const trouble = fc.record({
        edge: fc.constantFrom(null, ...edges),
        fault: fc.constantFrom(null, ...faults),
      });
      const same = async (seed: number, task: Task): Promise<void> => {
        const world = deepFreeze(reordered(task.world, createRng(`order/${seed}`)));
        const [one, two] = [await act(task), await act({ ...task, world })];
        expect(two.fingerprint).toBe(one.fingerprint);
        expect(two.verdict).toEqual(one.verdict);
        expect(two.steps.map(step => step.observation)).toEqual(one.steps.map(step => step.observation));
      };
      const tasks = fc
        .tuple(fc.nat(1_000_000), trouble)
        .map(([seed, troubled]) =>
          makeTask({ scenario: name, seed: `order/${seed}`, skins: 'drawn', ...troubled }),
        );
      await fc.assert(fc.asyncProperty(fc.nat(), tasks, same), { seed: 13, numRuns: 3 });
    },
    60_000,
  );
});
