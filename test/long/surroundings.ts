import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { readPng } from '../../src/dataset/parquet/png.ts';
import { openParquet } from '../../src/dataset/parquet/read.ts';
import type { RecipeInput } from '../../src/dataset/plan/recipe.ts';
import { generate, snapshot, TINY, tempFolder } from './runs.ts';

/** Runs elsewhere, at another time, under other names, of which nothing may be seen in what they make. */

/** Part of every name around such a run, and of nothing else. */
const CANARY = 'kanarienvogel';

export interface Surroundings {
  startMs: number;
  workers: string;
  env: NodeJS.ProcessEnv;
}

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

/** Runs where every name around carries the canary. Gives the folder of what was made. */
export async function runIn(
  { startMs, workers, env }: Surroundings,
  options: { recipe?: Partial<RecipeInput>; words?: readonly string[] } = {},
): Promise<string> {
  const { recipe: changes = {}, words = [] } = options;
  const home = join(tempFolder(), CANARY.repeat(9), CANARY.repeat(4));
  const temporary = join(home, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const recipe = join(home, 'recipe.json');
  writeFileSync(recipe, JSON.stringify({ ...TINY, ...changes }));
  const preload = join(home, 'other-world.mjs');
  writeFileSync(preload, otherWorld(startMs));
  const folder = join(home, 'set');
  expect(folder.length).toBeGreaterThan(200);
  const names = { USER: CANARY, LOGNAME: CANARY, HOSTNAME: CANARY, [`X_${CANARY}`]: CANARY };
  const around = { ...names, HOME: home, TMPDIR: temporary };
  const { code, err } = await generate(recipe, folder, {
    words: ['--workers', workers, ...words],
    cwd: home,
    env: { ...around, ...env, NODE_OPTIONS: `--import=file://${preload}` },
  });
  expect([code, err], err).toEqual([0, expect.not.stringContaining('note:')]);
  expect(
    readdirSync(temporary)
      .sort()
      .filter(name => name.startsWith('iam-range-')),
  ).toEqual([]);
  return folder;
}

/**
 * All that readers get to see of a dataset, piece by piece: names and bytes of its files, the cells of its tables, the
 * pixels of its pictures.
 */
async function* readAll(folder: string): AsyncGenerator<string> {
  for (const file of Object.keys(snapshot(folder))) {
    yield file;
    yield readFileSync(join(folder, file)).toString('latin1');
    if (!file.endsWith('.parquet')) continue;
    const reader = await openParquet(join(folder, file));
    for (const group of reader.groups) yield* textsIn(await reader.read(group));
  }
}

/** The same, where nothing may tell where it was made. */
export async function* readUntold(folder: string): AsyncGenerator<string> {
  for await (const text of readAll(folder)) {
    expect(text.includes(CANARY), text.slice(0, 1000)).toBe(false);
    yield text;
  }
}

function* textsIn(cell: unknown): Generator<string> {
  if (cell instanceof Uint8Array) {
    yield Buffer.from(cell).toString('latin1');
    yield inflateSync(readPng(cell).packed).toString('latin1');
  } else if (typeof cell === 'object' && cell !== null) {
    for (const [name, part] of Object.entries(cell)) {
      yield name;
      yield* textsIn(part);
    }
  } else yield String(cell);
}
