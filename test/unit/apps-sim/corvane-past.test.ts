import { expect, it } from 'vitest';
import { init } from '../../../apps-sim/corvane/init.ts';
import { FEED } from '../../../apps-sim/corvane/population.ts';
import { makeWorld } from '../../support/fixtures.ts';

it.each(['1', '2', '3'])('company %s: no program gives the roles that somebody asked for', seed => {
  const world = makeWorld({ seed, people: 250 });
  const { changeDocuments, users } = init(world);
  const programs = Object.values(users).flatMap(({ userId, type }) => (type === 'A' ? [] : [userId]));
  expect(programs).toContain(FEED);
  const isAsked = new Set(
    Object.values(world.accounts).flatMap(({ app, nativeId, grants }) =>
      app === 'corvane'
        ? grants.flatMap(({ code, source }) => (source === 'request' ? `${nativeId} ${code}` : []))
        : [],
    ),
  );
  const given = Object.values(changeDocuments).filter(({ user, after }) => isAsked.has(`${user} ${after}`));
  expect(given.length).toBeGreaterThan(20);
  expect(given.filter(({ by }) => programs.includes(by))).toEqual([]);
  // What they hold by birthright the feed brings, by night.
  expect(Object.values(changeDocuments).some(({ by }) => by === FEED)).toBe(true);
});
