import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../../src/core/hash.ts';
import { reordered } from './reordered.ts';
import { generate, recipeFile, snapshot, tempFolder } from './runs.ts';
import { readUntold, runIn, type Surroundings } from './surroundings.ts';

/** The same bytes, whatever surrounds a run. */

const SURROUNDINGS: Record<string, Surroundings> = {
  'in 1999, in Kathmandu, in Turkish, with more workers than shards': {
    startMs: Date.UTC(1999, 11, 31, 23, 59, 58),
    workers: '7',
    env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  },
  'in 2038, in Newfoundland, in Arabic, with two workers': {
    startMs: Date.UTC(2038, 0, 19, 3, 14, 6),
    workers: '2',
    env: { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  },
  'as a leap day begins in Tokyo, in Japanese': {
    startMs: Date.UTC(2028, 1, 28, 14, 59, 58),
    workers: '2',
    env: { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
  },
  'as the clocks go back in Berlin, in German': {
    startMs: Date.UTC(2026, 9, 25, 0, 59, 58),
    workers: '3',
    env: { TZ: 'Europe/Berlin', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  },
};

let clean: Record<string, string> = {};
beforeAll(async () => {
  const folder = join(tempFolder(), 'set');
  expect(await generate(recipeFile(), folder, { env: { TZ: 'UTC', LANG: 'C' } })).toMatchObject({ code: 0 });
  clean = snapshot(folder);
});

describe('a run', () => {
  for (const [name, surroundings] of Object.entries(SURROUNDINGS)) {
    it(`${name} gives the same bytes and tells nothing of where it ran`, async () => {
      const folder = await runIn(surroundings);
      expect(snapshot(folder)).toEqual(clean);
      let goals = 0;
      for await (const text of readUntold(folder)) {
        if (text === 'goal') goals++;
      }
      expect(goals).toBeGreaterThan(0);
    }, 120_000);
  }
});

describe('a digest', () => {
  it('does not depend on the order in which keys were put in, also of keys that look like numbers', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('10', '9', 'a', '-1', '01', '__proto__x'));
    const { tree } = fc.letrec<{ tree: unknown }>(again => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(again('tree'), { maxLength: 4 }),
        fc.dictionary(key, again('tree'), { maxKeys: 6, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, value => {
        expect(digest(reordered(value))).toBe(digest(value));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
