import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../src/core/hash.ts';
import type { Manifest } from '../../../../src/dataset/card/manifest.ts';
import { finalizeDataset } from '../../../../src/dataset/commit/commit.ts';
import { openOutput } from '../../../../src/dataset/commit/output.ts';
import type { SetAside } from '../../../../src/dataset/commit/record.ts';
import { mostSetAside } from '../../../../src/dataset/commit/set-aside.ts';
import { openShard } from '../../../../src/dataset/commit/shard.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { CARD, CATALOG, LABELS, makeEpisode, makeIdentity } from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';

/** A dataset whose every third episode is set aside. */
async function makeGapped(): Promise<string> {
  const folder = join(makeFolder(), 'set');
  const output = openOutput({ folder, identity: makeIdentity({ episodes: 8, shardEpisodes: 3 }, false) });
  const shards = planShards(output.identity.recipe, CATALOG);
  for (const plan of shards) {
    const shard = openShard({ output, plan, labels: LABELS, tables });
    for (const [at, planned] of plan.episodes.entries()) {
      const { id, scenario, seed, worldSeed, edge, fault, policy } = planned;
      const told = { id, scenario, seed, worldSeed, edge, fault, policy };
      if (at === 2) shard.setAside({ ...told, reason: 'failed', check: 'expert failed', repeat: 'replay' });
      else await shard.write(makeEpisode(planned, { hasPixels: false }));
    }
    await shard.commit();
  }
  await finalizeDataset({ output, shards, card: CARD, tables });
  return folder;
}

/** What verify says of a dataset whose manifest was changed, with a checksum that fits. */
async function afterChange(folder: string, change: (manifest: Manifest) => void): Promise<string[]> {
  const path = join(folder, 'manifest.json');
  const was = readFileSync(path, 'utf8');
  const manifest = JSON.parse(was) as Manifest;
  change(manifest);
  const put = (text: string): void => {
    writeFileSync(path, text);
    writeFileSync(join(folder, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`);
  };
  put(JSON.stringify(manifest));
  const { problems } = await verifyDataset(folder);
  put(was);
  return problems.map(({ reason }) => reason);
}

it('what is set aside is counted, and a manifest that tells otherwise is found', async () => {
  const folder = await makeGapped();
  const report = await verifyDataset(folder);
  expect(report.problems).toEqual([]);
  expect(report.setAside).toBeGreaterThan(0);
  expect(report.episodes + report.setAside).toBe(8);
  const forgotten = await afterChange(folder, manifest => manifest.setAside?.pop());
  expect(forgotten.join()).toMatch(/set aside, but the recipe asks for 8,sets other episodes aside than/);
  const renamed = await afterChange(folder, ({ setAside: [first] = [] }) => {
    if (first) (first as SetAside).check = 'nothing';
  });
  expect(renamed).toEqual(['sets other episodes aside than the records of the shards']);
});

it('one in fifty may be set aside, of fewer one', () => {
  expect([1, 49, 50, 99, 100, 336, 2000].map(mostSetAside)).toEqual([1, 1, 1, 1, 2, 6, 40]);
});
