import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { CATALOG, makeEpisode, makeIdentity } from '../support/dataset.ts';
import type { Delivery, Sights } from './deliver.ts';
import { inodes } from './inodes.ts';
import { snapshot, tempFolder } from './runs.ts';

const ROUNDS = 1000;
const SCRIPT = fileURLToPath(new URL('deliver.ts', import.meta.url));

/** Writes what all sides deliver to a file. */
function writeDelivery(file: string): void {
  const identity = makeIdentity({ episodes: 1, shardEpisodes: 1 });
  const [plan] = planShards(identity.recipe, CATALOG);
  if (!plan) throw new Error('One shard was planned.');
  const delivery: Delivery = { identity, plan, episodes: plan.episodes.map(each => makeEpisode(each)) };
  writeFileSync(file, serialize(delivery));
}

/** Lets sides deliver to a new folder, and gives it when all have done so. No side outlives this. */
async function race(file: string, sides: readonly (readonly [string, string])[], rounds: number) {
  const folder = join(tempFolder(), 'races');
  mkdirSync(folder);
  const words = ['--import', 'tsx', SCRIPT, file, folder, String(rounds)];
  const running = sides.map(side => promisify(execFile)(process.execPath, [...words, ...side]));
  try {
    await Promise.all(running);
  } finally {
    for (const { child } of running) child.kill('SIGKILL');
  }
  return folder;
}

it('one of two processes that deliver the same shard at once publishes it, and both succeed', async () => {
  const file = join(tempFolder(), 'delivery');
  writeDelivery(file);
  const clean = snapshot(join(await race(file, [['solo', 'solo']], 1), '0'));
  expect(Object.keys(clean).map(path => path.replace(/-0.*/, ''))).toEqual([
    '_commits/00000.json',
    '_commits/identity.json',
    'steps/train',
    'trajectories/train',
  ]);
  const sides = [
    ['a', 'b'],
    ['b', 'a'],
  ] as const;
  const races = await race(file, sides, ROUNDS);
  const seen = sides.map(([me]) => JSON.parse(readFileSync(join(races, `${me}.json`), 'utf8')) as Sights[]);
  for (let round = 0; round < ROUNDS; round++) {
    const folder = join(races, String(round));
    expect(snapshot(folder), `round ${round}`).toEqual(clean);
    // The bytes are equal whoever published last; that the first one stays is seen by the file itself.
    const published = inodes(folder);
    const sights = seen.flatMap(rounds => rounds[round] ?? []);
    expect(sights.length, `round ${round}`).toBeGreaterThanOrEqual(2 * 3);
    for (const sight of sights) expect(published, `round ${round}`).toMatchObject(sight);
  }
}, 300_000);
