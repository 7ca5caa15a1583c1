import { expect, it } from 'vitest';
import { isShort, sayShare, sharesIn } from '../../../../src/dataset/verify/shares.ts';

it('are what tables counted as held or missing, and too little below 98 of a hundred', () => {
  const counts = { told: { held: 979, missing: 21 }, few: { held: 1, missing: 1 }, labels: { good: 7 } };
  expect(sharesIn({ counts }).map(share => [sayShare(share), isShort(share)])).toEqual([
    ['told: 979 of 1000, 97.9 %', true],
    ['few: 1 of 2, 50.0 %', false],
  ]);
  expect(sharesIn({ counts: { told: { held: 98, missing: 2 } } }).map(isShort)).toEqual([false]);
  expect(sharesIn({})).toEqual([]);
});
