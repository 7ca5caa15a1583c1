import { describe, expect, test } from 'vitest';
import { ARTICLES } from '../../apps-sim/brightqueue/articles.ts';
import { dayOf } from '../../src/core/calendar.ts';
import { generateWorld } from '../../src/index.ts';
import type { Ticket, World } from '../../src/world/world.ts';
import { makeTask, SCENARIOS } from '../support/fixtures.ts';

/** Why a record of somebody's start or end can't have been asked for so. */
function misasked(
  { persons }: World,
  { number, category, kind, caller, openedMs, ...rest }: Ticket,
): string[] {
  if (category !== 'Lifecycle' || kind !== 'task') return [];
  const [who, day] = [persons[caller], dayOf(openedMs)];
  const isThere = who && who.hireDay <= day && day <= (who.terminationDay ?? day);
  const isOwn = `${rest.shortDescription} ${rest.description}`.includes(caller);
  return [
    ...(isThere ? [] : [`${number}: ${caller} was not there on ${day}`]),
    ...(isOwn ? [`${number} is about ${caller}, who asks for it`] : []),
  ];
}

/** What is the operator's although another group works on it. */
function strays({ tickets, operator }: World): string[] {
  return Object.values(tickets)
    .filter(({ assignee, group }) => assignee === operator.workerId && group !== operator.group)
    .map(({ number, group }) => `${number} of ${group}`);
}

/** Decisions of different requests in the same second. */
function atOnce({ requests }: World): number[] {
  const times = Object.values(requests).map(
    ({ approvals }) => new Set(approvals.flatMap(({ decidedMs }) => decidedMs ?? [])),
  );
  const all = times.flatMap(own => [...own]);
  return all.filter((ms, i) => all.indexOf(ms) !== i);
}

describe('records of the desk', () => {
  test.each([60, 250])(
    'in companies of %i: others ask for starts and ends, and no group’s work strays',
    people => {
      const worlds = ['1', '2', '3', '4', '5', '6'].map(seed => generateWorld({ seed, people }));
      const lifecycle = worlds.flatMap(({ tickets }) =>
        Object.values(tickets).filter(({ category, kind }) => category === 'Lifecycle' && kind === 'task'),
      );
      expect(lifecycle.length).toBeGreaterThan(5);
      for (const world of worlds) {
        expect(Object.values(world.tickets).flatMap(ticket => misasked(world, ticket))).toEqual([]);
        expect(strays(world)).toEqual([]);
        expect(atOnce(world).length).toBeLessThan(3);
      }
    },
  );

  test.each(SCENARIOS)('%s: so it is with what a task adds', scenario => {
    for (const seed of ['1', '2', '3']) {
      const { world } = makeTask({ scenario, seed });
      expect(Object.values(world.tickets).flatMap(ticket => misasked(world, ticket))).toEqual([]);
      expect(strays(world)).toEqual([]);
    }
  });

  test('of a kind are laid at instants of their own', () => {
    const opened = ['1', '2', '3', '4', '5', '6'].map(seed => {
      const { world } = makeTask({ scenario: 'requests/add-to-group', seed, worldSeed: seed });
      return world.nowMs - Math.max(...Object.values(world.tickets).map(({ openedMs }) => openedMs));
    });
    expect(new Set(opened).size).toBe(opened.length);
  });
});

describe('articles', () => {
  test('end lines with paragraphs alone, and no word is broken', () => {
    for (const { id, text } of ARTICLES) {
      expect(text.replaceAll('\n\n', ''), id).not.toContain('\n');
      expect(text, id).not.toMatch(/\w- \w| {2}/);
    }
  });

  test('name articles that can be opened', () => {
    const known = ARTICLES.map(({ id }) => id);
    const named = ARTICLES.flatMap(({ text }) => text.match(/\bKB-\d\d\b|\bP-\d\d\b/g) ?? []);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(id => !known.includes(id))).toEqual([]);
    expect(ARTICLES.some(({ title }) => /checklist for leavers/i.test(title))).toBe(true);
  });
});
