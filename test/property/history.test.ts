import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { dayOf } from '../../src/core/calendar.ts';
import { generateWorld } from '../../src/index.ts';
import type { World } from '../../src/world/world.ts';
import { makeTask, SCENARIOS } from '../support/fixtures.ts';

const CONSOLES = Object.values(catalog.range.apps).sort((a, b) => (a.name < b.name ? -1 : 1));
const TELLING = CONSOLES.filter(({ evidence }) => evidence?.history);

/** Everything that the consoles of a world say was done, and who is said to have done it. */
function told(world: World) {
  return TELLING.flatMap(app => {
    const lines = app.evidence?.history?.(app.init(world)) ?? [];
    return lines.map(line => ({ app: app.name, ...line }));
  });
}

/** Why nobody can have written a line of a console's past, if so. */
function fault(world: World, { app, by, atMs }: ReturnType<typeof told>[number]): string | null {
  const line = `${app}: ${by} on ${dayOf(atMs)}`;
  if (atMs > world.nowMs) return `${line} lies ahead`;
  const person = world.persons[by];
  const account = world.accounts[`${app}/${by}`];
  const since = person?.hireDay ?? account?.createdDay;
  if (since === undefined) return `${line} is nobody`;
  // Whoever starts soon has a mailbox and may write before the first day; nobody writes after the last.
  const hasLeft = person?.terminationDay && person.terminationDay < dayOf(atMs);
  if (hasLeft) return `${line} had left`;
  return since > dayOf(atMs) && person?.status !== 'prehire' ? `${line} was not there yet` : null;
}

describe('what consoles tell of the past', () => {
  test('is told by all that keep a history', () => {
    expect(TELLING.map(({ name }) => name)).toEqual([
      'brightqueue',
      'corvane',
      'freightlane',
      'harborlight',
      'postbay',
    ]);
  });

  test.each(['1', '2', '3', '4'])('company %s: each line was written by somebody who was there', seed => {
    for (const people of [60, 250]) {
      const world = generateWorld({ seed, people });
      const lines = told(world);
      expect(lines.length).toBeGreaterThan(100);
      expect(lines.flatMap(line => fault(world, line) ?? [])).toEqual([]);
    }
  });

  test.each(SCENARIOS)('%s: so it is in what a task adds', scenario => {
    const { world } = makeTask({ scenario });
    expect(told(world).flatMap(line => fault(world, line) ?? [])).toEqual([]);
  });
});
