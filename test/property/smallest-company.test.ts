import { describe, expect, it } from 'vitest';
import { act, makeTask, SCENARIOS } from '../support/fixtures.ts';
import { runs } from '../support/share.ts';

/** The smallest company that is allowed is large enough for every scenario, whatever its seed. */

const SEEDS = Array.from({ length: runs({ few: 3, all: 8 }) }, (_, i) => `small/${i}`);

describe.each(SCENARIOS)('%s', scenario => {
  it.each([50, 55, 60])('is drawn in every company of %i people', people => {
    for (const seed of SEEDS) {
      const { goal } = makeTask({ scenario, seed, worldSeed: seed, people });
      expect(goal).not.toBe('');
    }
  });
});

it.each(SEEDS.slice(0, 3))('is done by its expert where access had to be laid, seed %s', async seed => {
  const task = makeTask({ scenario: 'reviews/carry-out-decisions', seed, worldSeed: seed, people: 50 });
  const { verdict } = await act(task);
  expect(verdict.parts.filter(({ isOk }) => !isOk)).toEqual([]);
});
