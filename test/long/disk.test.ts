import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { tables } from '../../src/dataset/tables/index.ts';
import { InfraError } from '../../src/core/errors.ts';
import { finalizeDataset, missingShards } from '../../src/dataset/commit/commit.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { verifyDataset } from '../../src/dataset/verify/verify.ts';
import { CARD, CATALOG, commitMadeUpShard, makeDataset, makeIdentity } from '../support/dataset.ts';
import { makeFolder } from '../support/folders.ts';
import { snapshot, strangers } from './runs.ts';

/** A disk that has room for so many bytes more, and one that fails to keep what it was given. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, written: 0, failsSyncAt: 0, syncs: 0 }));

vi.mock('node:fs', async original => {
  const real = await original<typeof import('node:fs')>();
  const trouble = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });
  return {
    ...real,
    writeSync: (fd: number, bytes: Uint8Array, from: number, length: number): number => {
      const fits = Math.min(length, disk.room - disk.written);
      if (length > 0 && fits <= 0) throw trouble('ENOSPC');
      const done = real.writeSync(fd, bytes, from, fits);
      disk.written += done;
      return done;
    },
    fsyncSync: (fd: number): void => {
      if (++disk.syncs === disk.failsSyncAt) throw trouble('EIO');
      real.fsyncSync(fd);
    },
  };
});

const SMALL = { episodes: 2, shardEpisodes: 1, scenarios: ['joiner/one', 'leaver/one'] };
const TEXT = { hasPixels: false };
const identity = makeIdentity(SMALL, false);
const shards = planShards(identity.recipe, CATALOG);

let clean: Record<string, string> = {};
let bytes = 0;
let syncs = 0;
beforeAll(async () => {
  mend();
  clean = snapshot((await makeDataset(SMALL, TEXT)).folder);
  [bytes, syncs] = [disk.written, disk.syncs];
});
afterEach(() => mend());

function mend(trouble: Partial<typeof disk> = {}): void {
  Object.assign(disk, { room: Number.POSITIVE_INFINITY, written: 0, failsSyncAt: 0, syncs: 0, ...trouble });
}

/** Makes what is missing of the dataset, from opening the folder to its manifest. */
async function run(folder: string): Promise<void> {
  const output = openOutput({ folder, identity });
  const missing = missingShards(output, shards);
  for (const plan of shards) if (missing.includes(plan.shard)) await commitMadeUpShard(output, plan, TEXT);
  await finalizeDataset({ output, shards, card: CARD, tables });
}

/** The run meets trouble, shows nothing half, and once the trouble is over ends in the same bytes. */
async function meetTrouble(trouble: Partial<typeof disk>, says: RegExp): Promise<void> {
  const folder = join(makeFolder(), 'set');
  mend(trouble);
  const error = await run(folder).catch(thrown => thrown);
  expect(error).toBeInstanceOf(InfraError);
  expect(error.message).toMatch(says);
  expect(error.message).toContain(folder);
  expect(strangers(folder, clean)).toEqual([]);
  mend();
  await run(folder);
  expect(snapshot(folder)).toEqual(clean);
}

describe('a disk that is full', () => {
  it('at any byte is said with the path, and costs nothing but the time', async () => {
    expect(bytes).toBeGreaterThan(10_000);
    for (let k = 0; k < 50; k++) {
      await meetTrouble({ room: Math.floor((bytes * k) / 50) }, /^The disk is full when writing /);
    }
    expect((await verifyDataset((await makeDataset(SMALL, TEXT)).folder)).problems).toEqual([]);
  }, 120_000);

  it('leaves nothing of the shard that did not fit', async () => {
    const folder = join(makeFolder(), 'set');
    const output = openOutput({ folder, identity });
    disk.room = disk.written + 2000;
    const [plan] = shards;
    if (!plan) throw new Error('There is no shard');
    await expect(commitMadeUpShard(output, plan, TEXT)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readdirSync(join(folder, '_tmp')).sort()).toEqual([]);
    expect(existsSync(join(folder, 'steps'))).toBe(false);
  });
});

describe('a disk that loses what it was given', () => {
  it('fails the shard at whichever sync, and the same file is never synced again', async () => {
    expect(syncs).toBeGreaterThan(10);
    for (let at = 1; at <= syncs; at++) {
      await meetTrouble({ failsSyncAt: at }, /^The disk answered EIO when syncing /);
    }
  }, 120_000);
});

describe('the end of a run', () => {
  it('refuses the record of a shard that belongs to another recipe', async () => {
    const other = openOutput({
      folder: join(makeFolder(), 'other'),
      identity: makeIdentity({ ...SMALL, seed: 'T' }, false),
    });
    const output = openOutput({ folder: join(makeFolder(), 'set'), identity });
    for (const plan of shards) await commitMadeUpShard(output, plan, TEXT);
    for (const plan of planShards(other.identity.recipe, CATALOG)) await commitMadeUpShard(other, plan, TEXT);
    const { cpSync } = await vi.importActual<typeof import('node:fs')>('node:fs');
    const record = '_commits/00001.json';
    cpSync(join(other.folder, record), join(output.folder, record));
    await expect(finalizeDataset({ output, shards, card: CARD, tables })).rejects.toThrow(
      /belongs to another recipe[\s\S]*00001\.json/,
    );
    expect(existsSync(join(output.folder, 'manifest.json'))).toBe(false);
  });

  it('never writes over a manifest, and says when it would be another one', async () => {
    const { folder, output } = await makeDataset(SMALL, TEXT);
    const before = readFileSync(join(folder, 'manifest.json'));
    const card = { ...CARD, regenerate: 'npx iam-range generate other' };
    await expect(finalizeDataset({ tables, output, shards, card })).rejects.toThrow(
      /twice with different bytes/,
    );
    expect(readFileSync(join(folder, 'manifest.json'))).toEqual(before);
  });
});
