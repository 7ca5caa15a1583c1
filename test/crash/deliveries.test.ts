import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { planShards } from '../../src/dataset/plan.ts';
import { CATALOG, makeEpisode, makeIdentity } from '../support/dataset.ts';
import type { Delivery } from './deliver.ts';
import { snapshot, tempFolder } from './runs.ts';

const ROUNDS = 1000;

it('one of two processes that deliver the same shard at once publishes it, and both succeed', async () => {
  const identity = makeIdentity({ episodes: 1, shardEpisodes: 1 });
  const [plan] = planShards(identity.recipe, CATALOG);
  if (!plan) throw new Error('One shard was planned.');
  const folder = tempFolder();
  const file = join(folder, 'delivery');
  const delivery: Delivery = { identity, plan, episodes: plan.episodes.map(each => makeEpisode(each)) };
  writeFileSync(file, serialize(delivery));
  const races = join(folder, 'races');
  mkdirSync(races);
  const script = fileURLToPath(new URL('deliver.ts', import.meta.url));
  const side = (me: string, other: string) =>
    promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      script,
      file,
      races,
      String(ROUNDS),
      me,
      other,
    ]);
  await Promise.all([side('a', 'b'), side('b', 'a')]);
  const first = snapshot(join(races, '0'));
  expect(Object.keys(first).map(path => path.replace(/-0.*/, ''))).toEqual([
    '_commits/00000.json',
    '_commits/identity.json',
    'steps/train',
    'trajectories/train',
  ]);
  for (let round = 1; round < ROUNDS; round++) {
    expect(snapshot(join(races, String(round))), `round ${round}`).toEqual(first);
  }
}, 300_000);
