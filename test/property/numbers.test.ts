import { describe, expect, test } from 'vitest';
import { init } from '../../apps-sim/postbay/init.ts';
import { figuresOf } from '../../apps-sim/postbay/state.ts';
import { createRng } from '../../src/core/rng.ts';
import { generateWorld } from '../../src/index.ts';
import { makeCompany } from '../../src/world/company.ts';
import { daysFrom } from '../../src/world/days.ts';
import { makeOrganisation } from '../../src/world/people.ts';
import type { Person, World } from '../../src/world/world.ts';
import { makeTask, SCENARIOS } from '../support/fixtures.ts';

const CODES: Record<string, string> = {
  Zagreb: '+385 ',
  Prague: '+420 ',
  Vienna: '+43 ',
  London: '+44 ',
  Chicago: '+1 ',
};

/** The people of a company of a size, without their accounts. */
function peopleOf(seed: string, people: number): Person[] {
  const rng = createRng(seed);
  return Object.values(
    makeOrganisation(rng, daysFrom('2025-10-14'), { company: makeCompany(rng.fork('company')), people })
      .organisation.persons,
  );
}

/** What stands more than once. */
function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter(value => seen.has(value) || !seen.add(value));
}

/** Whose numbers or mailboxes somebody else answers. */
function misdirected(world: World): string[] {
  const { lines, contacts } = init({ ...world, lines: {} });
  return Object.values(world.persons)
    .filter(({ workerId }) => contacts[workerId])
    .flatMap(({ workerId, workPhone, mobile, mail }) =>
      [figuresOf(workPhone), figuresOf(mobile), mail]
        .filter(address => lines[address]?.workerId !== workerId)
        .map(address => `${address} of ${workerId} is answered by ${lines[address]?.workerId}`),
    );
}

describe('numbers', () => {
  test.each([60, 250, 2000, 20_000])(
    'of a company of %i are nobody else’s, and are of their country',
    size => {
      for (const seed of size > 2000 ? ['1'] : ['1', '2', '3', '4']) {
        const people = peopleOf(seed, size);
        expect(twice(people.flatMap(({ workPhone, mobile }) => [workPhone, mobile].map(figuresOf)))).toEqual(
          [],
        );
        expect(twice(people.map(({ workPhone }) => workPhone.split(' ext. ')[1] ?? ''))).toEqual([]);
        const foreign = people.filter(({ location, workPhone, mobile }) =>
          [workPhone, mobile].some(number => !number.startsWith(CODES[location] ?? '?')),
        );
        expect(foreign.map(({ workerId }) => workerId)).toEqual([]);
      }
    },
  );

  test.each(['1', '2', '3'])('of company %s lead to whoever has them', seed => {
    expect(misdirected(generateWorld({ seed, people: 600 }))).toEqual([]);
  });

  test.each(SCENARIOS)('%s: whom a task adds has numbers of their own', scenario => {
    for (const seed of ['1', '2']) expect(misdirected(makeTask({ scenario, seed }).world)).toEqual([]);
  });
});
