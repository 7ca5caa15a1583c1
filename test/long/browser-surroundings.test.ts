import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate, recipeFile, snapshot, tempFolder } from './runs.ts';
import { readUntold, runIn, type Surroundings } from './surroundings.ts';

/** The same pictures, whatever surrounds a run. */

const VIEWPORT = { width: 1280, height: 800 };
const recipe = {
  episodes: 2,
  scenarios: ['questions/who-approved', 'authentication/temporary-pass'],
  viewports: [VIEWPORT],
  scales: { 1: 1 },
};
const ROW_BYTES = [1 + 3 * VIEWPORT.width, 1 + 4 * VIEWPORT.width];
const words = ['--surface', 'browser'];

const SURROUNDINGS: Record<string, Surroundings> = {
  'in 1999, in Kathmandu, in Turkish': {
    startMs: Date.UTC(1999, 11, 31, 23, 59, 58),
    workers: '1',
    env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  },
  'as the clocks go back in Berlin, in Arabic, with two workers': {
    startMs: Date.UTC(2026, 9, 25, 0, 59, 58),
    workers: '2',
    env: { TZ: 'Europe/Berlin', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' },
  },
};

let clean: Record<string, string> = {};
beforeAll(async () => {
  const folder = join(tempFolder(), 'set');
  const env = { TZ: 'UTC', LANG: 'C' };
  expect(await generate(recipeFile(recipe), folder, { words, env })).toMatchObject({ code: 0 });
  clean = snapshot(folder);
}, 120_000);

describe('a run with browsers', () => {
  for (const [name, surroundings] of Object.entries(SURROUNDINGS)) {
    it(`${name} gives the same pictures and tells nothing of where it ran`, async () => {
      const folder = await runIn(surroundings, { recipe, words });
      expect(snapshot(folder)).toEqual(clean);
      let [pictures, goals] = [0, 0];
      for await (const text of readUntold(folder)) {
        if (ROW_BYTES.some(bytes => text.length === bytes * VIEWPORT.height)) pictures++;
        if (text === 'goal') goals++;
      }
      expect(pictures).toBeGreaterThan(30);
      expect(goals).toBeGreaterThan(0);
    }, 180_000);
  }
});
