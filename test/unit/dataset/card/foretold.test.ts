import { expect, it } from 'vitest';
import { type Following, foretoldIn, noteFollowing } from '../../../../src/dataset/card/foretold.ts';
import type { Split } from '../../../../src/dataset/plan/shard-plan.ts';

/** The steps of some episodes of one template, in their order. */
function followed(...episodes: readonly string[]): Following {
  const following: Following = new Map();
  const follows = noteFollowing(following);
  for (const [i, steps] of episodes.entries())
    for (const what of steps) follows({ episode_id: i, template: 'requests/add-to-group' }, what);
  return following;
}

const sharesOf = (all: Partial<Record<Split, Following>>) =>
  foretoldIn(new Map(Object.entries(all) as [Split, Following][]));

it('foretells what mostly came next in train, and guesses no step of train by itself', () => {
  expect(sharesOf({ train: followed('abc', 'abc', 'abd'), validation: followed('abd', 'abc') })).toEqual([
    { split: 'train', steps: 6, foretold: 3 },
    { split: 'validation', steps: 4, foretold: 3 },
  ]);
  expect(sharesOf({ train: followed('abc', 'abc', 'abc', 'abd') })).toEqual([
    { split: 'train', steps: 8, foretold: 7 },
  ]);
  expect(sharesOf({ train: followed('ab') })).toEqual([{ split: 'train', steps: 1, foretold: 0 }]);
});

it('knows nothing of another template, and says nothing without a split for learning', () => {
  const other: Following = new Map([['movers/leave\na', new Map([['b', 2]])]]);
  expect(sharesOf({ train: followed('ab', 'ab'), test_template: other })[1]).toMatchObject({ foretold: 0 });
  expect(sharesOf({ validation: followed('ab') })).toEqual([]);
});
