import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { InfraError } from '../../../../src/core/errors.ts';
import { finalizeDataset, missingShards } from '../../../../src/dataset/commit/commit.ts';
import { DeterminismError } from '../../../../src/dataset/commit/errors.ts';
import { CRASH_POINTS } from '../../../../src/dataset/commit/crash-point.ts';
import { openOutput, releaseOutput } from '../../../../src/dataset/commit/output.ts';
import { openShard } from '../../../../src/dataset/commit/shard.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import {
  CARD,
  CATALOG,
  commitMadeUpShard,
  LABELS,
  makeDataset,
  makeEpisode,
  makeIdentity,
} from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';

const SMALL = { episodes: 8, shardEpisodes: 3 };

/** Every file of a folder with its bytes. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter(file => statSync(join(folder, file)).isFile())
      .map(file => [file, readFileSync(join(folder, file), 'base64')]),
  );
}

function start(changes = {}) {
  const folder = join(makeFolder(), 'set');
  const output = openOutput({ folder, identity: makeIdentity({ ...SMALL, ...changes }) });
  return { folder, output, shards: planShards(output.identity.recipe, CATALOG) };
}

describe('commit', () => {
  let clean: Record<string, string> = {};
  beforeAll(async () => {
    clean = snapshot((await makeDataset(SMALL)).folder);
  });

  it('gives the same bytes in any order of shards', async () => {
    const { folder, output, shards } = start();
    await Promise.all([...shards].reverse().map(plan => commitMadeUpShard(output, plan)));
    await finalizeDataset({ output, shards, card: CARD, tables });
    expect(snapshot(folder)).toEqual(clean);
  });

  it('leaves nothing but the dataset', () => {
    expect(
      Object.keys(clean).filter(
        file =>
          !/^(README\.md|manifest\.(json|sha256)|_commits\/.*\.json|\w+\/\w+-\d{5}-of-\d{5}\.parquet)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  it('takes the same shard twice, also at once', async () => {
    const { folder, output, shards } = start();
    for (const plan of shards)
      await Promise.all([commitMadeUpShard(output, plan), commitMadeUpShard(output, plan)]);
    await finalizeDataset({ output, shards, card: CARD, tables });
    await finalizeDataset({ output, shards, card: CARD, tables });
    expect(snapshot(folder)).toEqual(clean);
  });

  it('refuses a second delivery with other bytes, keeps both and finalizes nothing', async () => {
    const { folder, output, shards } = start();
    for (const plan of shards) await commitMadeUpShard(output, plan);
    const before = snapshot(folder);
    const again = commitMadeUpShard(output, shards[0] as (typeof shards)[0], {
      episode: episode => ({
        ...episode,
        fingerprint: 'other',
        steps: episode.steps.map(step => ({ ...step, thought: 'Hm.' })),
      }),
    });
    await expect(again).rejects.toThrow(DeterminismError);
    await expect(again).rejects.toMatchObject({ code: 'DETERMINISM_VIOLATION' });
    const after = snapshot(folder);
    expect(after).toMatchObject(before);
    expect(Object.keys(after).filter(file => file.endsWith('.conflict'))).toHaveLength(1);
    await expect(finalizeDataset({ output, shards, card: CARD, tables })).rejects.toThrow(DeterminismError);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
  });

  it('refuses to finalize while shards are missing, and names them', async () => {
    const { output, shards } = start();
    for (const plan of shards.slice(1)) await commitMadeUpShard(output, plan);
    expect(missingShards(output, shards)).toEqual([0]);
    await expect(finalizeDataset({ output, shards, card: CARD, tables })).rejects.toThrow(
      /1 of 4 shards are missing: 0/,
    );
  });

  it('refuses to finalize over a shard that changed on the disk', async () => {
    const { folder, output, shards } = start();
    for (const plan of shards) await commitMadeUpShard(output, plan);
    const path = join(folder, 'steps/train-00000-of-00002.parquet');
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    await expect(finalizeDataset({ output, shards, card: CARD, tables })).rejects.toThrow(
      /changed after it was committed/,
    );
  });

  it('never writes an episode whose run failed', async () => {
    const { folder, output, shards } = start();
    const plan = shards[0] as (typeof shards)[0];
    const shard = openShard({ output, plan, labels: LABELS, tables });
    const episode = makeEpisode(plan.episodes[0] as (typeof plan.episodes)[0]);
    await expect(shard.write({ ...episode, reward: null })).rejects.toThrow(InfraError);
    expect(readdirSync(join(folder, '_tmp')).sort()).toEqual([]);
  });

  it('refuses episodes out of turn, and a shard that is not full', async () => {
    const { output, shards } = start();
    const plan = shards[0] as (typeof shards)[0];
    const shard = openShard({ output, plan, labels: LABELS, tables });
    await expect(shard.write(makeEpisode(plan.episodes[1] as (typeof plan.episodes)[0]))).rejects.toThrow(
      /was planned/,
    );
    const other = openShard({ output, plan, labels: LABELS, tables });
    await expect(other.commit()).rejects.toThrow(/has 0 of 3 episodes/);
  });

  for (const point of CRASH_POINTS) {
    it(`survives a stop at ${point}`, async () => {
      const { folder, output, shards } = start();
      let hits = 0;
      const crashPoint = (name: string): void => {
        if (name === point && hits++ === 1) throw new Error('stopped here');
      };
      const run = async (): Promise<void> => {
        for (const plan of shards) await commitMadeUpShard(output, plan, { crashPoint });
        await finalizeDataset({ output, shards, card: CARD, tables, crashPoint });
        await finalizeDataset({ output, shards, card: CARD, tables, crashPoint });
      };
      await expect(run()).rejects.toThrow('stopped here');
      expect(hits).toBeGreaterThan(1);
      const resumed = openOutput({ folder, identity: makeIdentity(SMALL) });
      expect(resumed.state).toBe(point.startsWith('manifest') ? 'complete' : 'partial');
      for (const plan of shards) {
        if (missingShards(resumed, shards).includes(plan.shard)) await commitMadeUpShard(resumed, plan);
      }
      await finalizeDataset({ output: resumed, shards, card: CARD, tables });
      expect(snapshot(folder)).toEqual(clean);
      expect((await verifyDataset(folder)).problems).toEqual([]);
    });
  }
});

describe('trouble of the disk', () => {
  it('is an InfraError that names the path, and publishes nothing', async () => {
    const { folder, output, shards } = start();
    writeFileSync(join(folder, 'steps'), 'in the way');
    await expect(commitMadeUpShard(output, shards[0] as (typeof shards)[0])).rejects.toThrow(InfraError);
    await expect(commitMadeUpShard(output, shards[0] as (typeof shards)[0])).rejects.toThrow(/steps/);
    expect(existsSync(join(folder, '_commits/00000.json'))).toBe(false);
    expect(readdirSync(join(folder, '_tmp')).sort()).toEqual([]);
  });

  it('is an InfraError when the output goes away', async () => {
    const { folder, output, shards } = start();
    const plan = shards[0] as (typeof shards)[0];
    const shard = openShard({ output, plan, labels: LABELS, tables });
    for (const planned of plan.episodes) await shard.write(makeEpisode(planned));
    rmSync(folder, { recursive: true });
    await expect(shard.commit()).rejects.toThrow(InfraError);
  });
});

describe('output', () => {
  it('claims an empty or absent folder and goes on with its own', () => {
    const folder = makeFolder();
    expect(openOutput({ folder, identity: makeIdentity(SMALL) }).state).toBe('new');
    expect(openOutput({ folder, identity: makeIdentity(SMALL) }).state).toBe('partial');
  });

  it('refuses a folder that holds anything else, and leaves it alone', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    const open = () => openOutput({ folder, identity: makeIdentity(SMALL) });
    expect(open).toThrow(/holds something else: thesis.txt/);
    expect(readdirSync(folder).sort()).toEqual(['thesis.txt']);
  });

  it('refuses a dataset of another recipe or code, and says which', () => {
    const folder = makeFolder();
    const identity = makeIdentity(SMALL);
    openOutput({ folder, identity });
    expect(() => openOutput({ folder, identity: makeIdentity({ ...SMALL, seed: 'T' }) })).toThrow(
      /another recipe/,
    );
    const other = { ...identity, generator: { version: '9', sourceSha256: '1'.repeat(64) }, render: null };
    expect(() => openOutput({ folder, identity: other })).toThrow(/another code and browser/);
  });

  it('gives back a folder in which nothing was published, and no other', async () => {
    const folder = makeFolder();
    const identity = makeIdentity(SMALL);
    const output = openOutput({ folder, identity });
    releaseOutput(output);
    expect(readdirSync(folder)).toEqual([]);
    openOutput({ folder, identity });
    const [plan] = planShards(identity.recipe, CATALOG);
    const shard = openShard({ output, plan: plan as NonNullable<typeof plan>, labels: LABELS, tables });
    releaseOutput(output);
    expect(openOutput({ folder, identity }).state).toBe('partial');
    shard.abort();
    await commitMadeUpShard(output, plan as NonNullable<typeof plan>);
    const before = snapshot(folder);
    releaseOutput(output);
    expect(snapshot(folder)).toEqual(before);
  });

  it('takes up a folder that a killed run had only begun to claim', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, '_commits'));
    mkdirSync(join(folder, '_tmp'));
    writeFileSync(join(folder, '_tmp/rest.part'), 'half');
    expect(openOutput({ folder, identity: makeIdentity(SMALL) }).state).toBe('new');
  });
});
