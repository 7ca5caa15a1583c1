import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { civil, dayOf } from '../../src/core/calendar.ts';
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
  const person = world.persons[by] ?? Object.values(world.persons).find(({ mail }) => mail === by);
  const account = world.accounts[`${app}/${by}`];
  const since = person?.hireDay ?? account?.createdDay;
  if (since === undefined) return `${line} is nobody`;
  // Whoever starts soon has a mailbox and may write before the first day; nobody writes after the last.
  const hasLeft = person?.terminationDay && person.terminationDay < dayOf(atMs);
  if (hasLeft) return `${line} had left`;
  return since > dayOf(atMs) && person?.status !== 'prehire' ? `${line} was not there yet` : null;
}

/** How often each value comes. */
function tally(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** What stands before that from which it follows: a decision before its request, a note before its ticket. */
function disorder(world: World): string[] {
  const rises = (name: string, moments: readonly (number | null | undefined)[]): string[] => {
    const known = [...moments.filter(ms => ms !== null && ms !== undefined), world.nowMs];
    return known.every((ms, i) => i === 0 || ms >= (known[i - 1] ?? 0)) ? [] : [name];
  };
  const requests = Object.values(world.requests).flatMap(({ id, submittedMs, approvals }) =>
    rises(id, [submittedMs, ...approvals.map(({ decidedMs }) => decidedMs)]),
  );
  const tickets = Object.values(world.tickets).flatMap(({ number, openedMs, comments, item }) => {
    const asked = world.requests[item?.requestId ?? '']?.submittedMs;
    return rises(number, [asked, openedMs, ...comments.map(({ atMs }) => atMs)]);
  });
  return [...requests, ...tickets];
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

  test.each(['1', '2', '3', '4'])('company %s: it happened at any second, by day and by night', seed => {
    const world = generateWorld({ seed });
    const lines = told(world);
    const seconds = tally(lines.map(({ atMs }) => civil(atMs).second));
    const minutes = tally(lines.map(({ atMs }) => civil(atMs).minute));
    // Evenly spread, each has one in sixty; a fixed one would have them all.
    for (const counts of [seconds, minutes]) expect(Math.max(...counts)).toBeLessThan(lines.length / 12);
    const hours = tally(lines.map(({ atMs }) => civil(atMs).hour));
    expect(hours.length).toBeGreaterThan(12);
    expect(world.nowMs % 60_000).not.toBe(0);
    const used = Object.values(world.accounts).flatMap(({ lastUsedMs }) => lastUsedMs ?? []);
    const whole = used.filter(ms => ms % 60_000 === 0);
    expect(whole.length).toBeLessThan(used.length / 12);
  });

  test.each(['1', '2', '3', '4'])('company %s: what follows comes after', seed => {
    expect(disorder(generateWorld({ seed }))).toEqual([]);
  });

  test.each(SCENARIOS)('%s: what a task adds is in order', scenario => {
    for (const seed of ['1', '2']) {
      const { world } = makeTask({ scenario, seed });
      expect(disorder(world)).toEqual([]);
      expect(told(world).flatMap(line => fault(world, line) ?? [])).toEqual([]);
    }
  });

  test('work begins at another moment in each company', () => {
    const begins = Array.from({ length: 20 }, (_, i) => generateWorld({ seed: `${i}`, people: 60 }).nowMs);
    expect(new Set(begins).size).toBeGreaterThan(15);
  });
});
