import { expect, it } from 'vitest';
import { isSeed } from '../../../src/core/seed.ts';
import { generateWorld } from '../../../src/index.ts';

it.each(['1', 'a b', "o'clock", '李', 'x'.repeat(200)])('%j is a seed', seed =>
  expect(isSeed(seed)).toBe(true),
);

it.each(['', ' ', ' a', 'a\nb', 'x'.repeat(201), 'a\u202eb', '\ud800'])('%j is no seed, of nobody', seed => {
  expect(isSeed(seed)).toBe(false);
  expect(() => generateWorld({ seed, people: 50 })).toThrow('Not a seed');
});
