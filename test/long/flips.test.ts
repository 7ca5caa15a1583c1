import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRng } from '../../src/core/rng.ts';
import { verifyDataset } from '../../src/dataset/verify/verify.ts';
import { makeDataset } from '../support/dataset.ts';
import { snapshot } from './runs.ts';

const FLIPS = 10_000;

it(`finds ${FLIPS} of ${FLIPS} flipped bits, in the right file`, async () => {
  const tiny = { episodes: 1, scenarios: ['joiner/one'] };
  const { folder } = await makeDataset(tiny, { hasPixels: false });
  const clean = snapshot(folder);
  const files = Object.keys(clean);
  expect(files).toHaveLength(7);
  const rng = createRng('many flips');
  const missed: string[] = [];
  for (let flip = 0; flip < FLIPS; flip++) {
    const file = files[flip % files.length] ?? '';
    const path = join(folder, file);
    const sound = readFileSync(path);
    const at = rng.int(0, sound.length - 1);
    const bit = rng.int(0, 7);
    const bytes = Buffer.from(sound);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
    writeFileSync(path, bytes);
    const { isOk, problems } = await verifyDataset(folder);
    // The manifest and its checksum stand for each other: which of the two was changed, nobody can tell.
    const isTold = problems.some(problem =>
      file.startsWith('manifest.') ? problem.file.startsWith('manifest.') : problem.file === file,
    );
    if (isOk || !isTold) missed.push(`bit ${bit} of byte ${at} of ${file}`);
    writeFileSync(path, sound);
  }
  expect(missed).toEqual([]);
  expect(snapshot(folder)).toEqual(clean);
  expect((await verifyDataset(folder)).problems).toEqual([]);
}, 600_000);
