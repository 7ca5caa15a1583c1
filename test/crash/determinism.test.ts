import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../../src/core/hash.ts';
import { openParquet } from '../../src/dataset/read-parquet.ts';
import { generate, recipeFile, snapshot, TINY, tempFolder } from './runs.ts';

/** The same bytes, whatever surrounds a run. */

const CANARY = 'kanarienvogel';

/** Code for all processes of a run: another date, another kind of chance. */
function otherWorld(startMs: number): string {
  return `
    const real = Date, start = real.now();
    globalThis.Date = class extends real {
      constructor(...given) { super(...(given.length > 0 ? given : [Date.now()])); }
      static now() { return ${startMs} + (real.now() - start); }
    };
    let turn = ${startMs % 97};
    Math.random = () => (turn = (turn * 31 + 7) % 97) / 97;`;
}

interface Surroundings {
  startMs: number;
  workers: string;
  env: NodeJS.ProcessEnv;
}

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

/** Runs where every name around carries the canary. */
async function runIn({ startMs, workers, env }: Surroundings): Promise<string> {
  const home = join(tempFolder(), CANARY.repeat(9), CANARY.repeat(4));
  mkdirSync(home, { recursive: true });
  const recipe = join(home, 'recipe.json');
  writeFileSync(recipe, JSON.stringify(TINY));
  const preload = join(home, 'other-world.mjs');
  writeFileSync(preload, otherWorld(startMs));
  const folder = join(home, 'set');
  expect(folder.length).toBeGreaterThan(200);
  const around = { HOME: home, USER: CANARY, LOGNAME: CANARY, HOSTNAME: CANARY, [`X_${CANARY}`]: CANARY };
  const { code, err } = await generate(recipe, folder, {
    words: ['--workers', workers],
    cwd: home,
    env: { ...around, ...env, NODE_OPTIONS: `--import=file://${preload}` },
  });
  expect([code, err], err).toEqual([0, expect.not.stringContaining('note:')]);
  return folder;
}

/** All that readers get to see of a dataset: the bytes of its files and the cells of its tables. */
async function readAll(folder: string): Promise<string> {
  const parts: string[] = [];
  for (const file of Object.keys(snapshot(folder))) {
    parts.push(file, readFileSync(join(folder, file)).toString('latin1'));
    if (!file.endsWith('.parquet')) continue;
    const reader = await openParquet(join(folder, file));
    for (const group of reader.groups) {
      const rows = await reader.read(group);
      parts.push(JSON.stringify(rows, (_key, cell) => (typeof cell === 'bigint' ? String(cell) : cell)));
    }
  }
  return parts.join('\n');
}

describe('a run', () => {
  for (const [name, surroundings] of Object.entries(SURROUNDINGS)) {
    it(`${name} gives the same bytes and tells nothing of where it ran`, async () => {
      const folder = await runIn(surroundings);
      expect(snapshot(folder)).toEqual(clean);
      const all = await readAll(folder);
      expect(all).toContain('"goal"');
      expect(all).not.toContain(CANARY);
    }, 120_000);
  }
});

/** The same value with the keys of every object put in in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reordered(member)]));
}

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
