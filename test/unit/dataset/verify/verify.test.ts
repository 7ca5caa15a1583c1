import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/core/hash.ts';
import { createRng } from '../../../../src/core/rng.ts';
import type { Manifest } from '../../../../src/dataset/card/manifest.ts';
import { openParquet } from '../../../../src/dataset/parquet/read.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { makeDataset } from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';

const TINY = { episodes: 4, shardEpisodes: 2, scenarios: ['joiner/one', 'leaver/one'], splits: { train: 1 } };
const TABLE = 'steps/train-00000-of-00002.parquet';
const OTHER = 'steps/train-00001-of-00002.parquet';
/** A few of each file; `test/long/flips.test.ts` flips many. */
const FLIPS = 60;

let clean = '';
let folder = '';
beforeAll(async () => {
  clean = (await makeDataset(TINY)).folder;
});
beforeEach(() => {
  folder = join(makeFolder(), 'copy');
  cpSync(clean, folder, { recursive: true });
});

async function problems(): Promise<string[]> {
  const report = await verifyDataset(folder);
  expect(report.isOk).toBe(report.problems.length === 0);
  return report.problems.map(
    ({ file, row, reason }) => `${file}${row === null ? '' : ` row ${row}`}: ${reason}`,
  );
}

describe('verify', () => {
  it('finds nothing wrong with a sound dataset', async () => {
    const report = await verifyDataset(folder);
    expect(report).toMatchObject({ isOk: true, problems: [], episodes: 4, rows: 16, files: 10 });
  });

  it('finds nothing wrong with a sound dataset without pictures', async () => {
    const made = await makeDataset(TINY, { hasPixels: false });
    expect((await verifyDataset(made.folder)).problems).toEqual([]);
  });

  it(`finds ${FLIPS} of ${FLIPS} flipped bits, in the right file`, async () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const files = [...manifest.shards, ...manifest.files].map(file => file.path);
    const all = [...files, 'manifest.json', 'manifest.sha256'];
    const rng = createRng('flips');
    for (let flip = 0; flip < FLIPS; flip++) {
      const file = all[flip % all.length] as string;
      const path = join(folder, file);
      const sound = readFileSync(path);
      const bytes = Buffer.from(sound);
      const at = rng.int(0, bytes.length - 1);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << rng.int(0, 7)), at);
      writeFileSync(path, bytes);
      const found = await problems();
      expect(found.join('\n'), `bit flipped in byte ${at} of ${file}`).toContain(
        file.startsWith('manifest') ? 'manifest' : file,
      );
      writeFileSync(path, sound);
    }
    expect(await problems()).toEqual([]);
  });

  it('finds a missing, a cut and an alien file, and swapped ones', async () => {
    rmSync(join(folder, TABLE));
    expect(await problems()).toEqual([`${TABLE}: is missing`]);
    cpSync(join(clean, TABLE), join(folder, TABLE));
    writeFileSync(join(folder, TABLE), readFileSync(join(clean, TABLE)).subarray(0, -1));
    expect((await problems())[0]).toMatch(/^steps\/train-00000.*bytes, the manifest says/);
    renameSync(join(folder, OTHER), join(folder, TABLE));
    cpSync(join(clean, TABLE), join(folder, OTHER));
    expect(await problems()).toHaveLength(2);
    cpSync(clean, folder, { recursive: true });
    cpSync(join(clean, TABLE), join(folder, 'steps/train-00009-of-00009.parquet'));
    mkdirSync(join(folder, 'empty'));
    mkdirSync(join(folder, '_tmp'));
    expect(await problems()).toEqual([
      '_tmp: is left over from a stopped run',
      'empty: is not in the manifest',
      'steps/train-00009-of-00009.parquet: is not in the manifest',
    ]);
  });

  it('names both of two swapped tables', async () => {
    renameSync(join(folder, TABLE), join(folder, 'aside'));
    renameSync(join(folder, OTHER), join(folder, TABLE));
    renameSync(join(folder, 'aside'), join(folder, OTHER));
    const found = await problems();
    expect(found).toHaveLength(2);
    for (const [index, name] of [TABLE, OTHER].entries()) {
      expect(found[index]?.split(': ')[0]).toBe(name);
      expect(found[index]).toMatch(/: has (\d+ bytes|the sha256 \w+), the manifest says /);
    }
  });

  it('names a table without its footer, and why it cannot be read', async () => {
    const path = join(folder, TABLE);
    const whole = readFileSync(path);
    const cut = whole.subarray(0, whole.length - 8 - whole.readUInt32LE(whole.length - 8));
    writeFileSync(path, cut);
    const sizes = `has ${cut.length} bytes, the manifest says ${whole.length}`;
    expect(await problems()).toEqual([`${TABLE}: ${sizes}`]);
    // The manifest agrees with what is left: then it takes a reader to notice.
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const left = { bytes: cut.length, sha256: sha256(cut) };
    const shards = manifest.shards.map(shard => (shard.path === TABLE ? { ...shard, ...left } : shard));
    writeManifest(JSON.stringify({ ...manifest, shards }));
    expect(await problems()).toEqual([`${TABLE}: cannot be read: does not end as Parquet does: cut short?`]);
  });

  it('leaves a damaged dataset as it is', async () => {
    const flipped = Buffer.from(readFileSync(join(folder, OTHER)));
    flipped.writeUInt8(flipped.readUInt8(999) ^ 4, 999);
    const damages: [string, () => void][] = [
      ['flipped', () => writeFileSync(join(folder, OTHER), flipped)],
      ['missing', () => rmSync(join(folder, TABLE))],
      ['alien', () => writeFileSync(join(folder, 'steps/notes.txt'), 'mine')],
      ['left over', () => mkdirSync(join(folder, '_tmp'))],
      ['cut', () => writeFileSync(join(folder, 'README.md'), 'short')],
      ['a link', () => symlinkSync(join(clean, TABLE), join(folder, TABLE))],
      ['without a manifest', () => rmSync(join(folder, 'manifest.json'))],
    ];
    for (const [damage, inflict] of damages) {
      inflict();
      const before = snapshot(folder);
      expect(await problems(), damage).not.toEqual([]);
      expect(snapshot(folder), damage).toEqual(before);
    }
  });

  it('follows no link', async () => {
    rmSync(join(folder, TABLE));
    symlinkSync(join(clean, TABLE), join(folder, TABLE));
    expect(await problems()).toEqual([`${TABLE}: is a link`]);
  });

  it('says of a folder without a manifest that it is no dataset', async () => {
    rmSync(join(folder, 'manifest.json'));
    expect((await problems())[0]).toBe('manifest.json: is missing: the dataset is not complete');
  });

  it('refuses a manifest that points out of the folder', async () => {
    const path = join(folder, 'manifest.json');
    writeManifest(readFileSync(path, 'utf8').replace('"README.md"', '"../README.md"'));
    expect((await problems())[0]).toMatch(/manifest.json: is malformed at files/);
  });

  it('finds counts that are not those of the tables', async () => {
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
    writeManifest(text.replace(/"steps": \d+/, '"steps": 99'));
    expect(await problems()).toEqual(['manifest.json: its counts are not those of the tables']);
  });
});

/** All that a folder holds: names, bytes, and when each was last written, folders too. */
function snapshot(of: string): string[] {
  return ['', ...readdirSync(of, { recursive: true, encoding: 'utf8' }).sort()].map(name => {
    const path = join(of, name);
    const stat = lstatSync(path);
    return [name, stat.mtimeMs, stat.mode, stat.isFile() ? sha256(readFileSync(path)) : ''].join(' ');
  });
}

/** Writes a manifest with a checksum that fits, as a forger would. */
function writeManifest(text: string): void {
  writeFileSync(join(folder, 'manifest.json'), text);
  writeFileSync(join(folder, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`);
}

describe('hostile Parquet', () => {
  it('is refused by its claims, whatever its bytes', async () => {
    const bytes = readFileSync(join(clean, TABLE));
    const rng = createRng('hostile');
    const path = join(makeFolder(), 'x.parquet');
    for (let round = 0; round < 60; round++) {
      const forged = Buffer.from(bytes);
      for (let byte = 0; byte < 8; byte++)
        forged.writeUInt8(rng.int(0, 255), rng.int(bytes.length - 9000, bytes.length - 9));
      writeFileSync(path, forged);
      try {
        const reader = await openParquet(path);
        for (const group of reader.groups) await reader.read(group);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }
  });

  it('is refused when its footer is longer than the file', async () => {
    const path = join(makeFolder(), 'x.parquet');
    writeFileSync(path, Buffer.from('PAR1\xff\xff\xff\x7fPAR1', 'latin1'));
    await expect(openParquet(path)).rejects.toThrow(/claims a footer/);
  });
});
