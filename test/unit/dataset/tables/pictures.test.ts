import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openParquet } from '../../../../src/dataset/parquet/read.ts';
import { holdsImages } from '../../../../src/dataset/tables/column.ts';
import type { Row } from '../../../../src/dataset/tables/define-table.ts';
import { tables } from '../../../../src/dataset/tables/index.ts';
import type { LintedFile } from '../../../../src/dataset/tables/lint.ts';
import { createTrajectoryLint } from '../../../../src/dataset/tables/trajectories-lint.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { makeDataset, VIEWPORT } from '../../../support/dataset.ts';

const FILE = 'train-00000-of-00001.parquet';
const ONE_SHARD = { episodes: 4, shardEpisodes: 4, splits: { train: 1 } };

async function rowsOf(path: string): Promise<Row[]> {
  const reader = await openParquet(path);
  return reader.read({ start: 0, end: reader.rows });
}

describe('a picture', () => {
  it('stands in one table of the package only', () => {
    const holders = tables.filter(({ columns }) => columns.some(({ type }) => holdsImages(type)));
    expect(holders.map(({ name }) => name)).toEqual(['steps']);
  });

  it('is found in `steps` by what `trajectories` calls it, in the order of the steps', async () => {
    const { folder } = await makeDataset(ONE_SHARD);
    const steps = await rowsOf(join(folder, 'steps', FILE));
    const trajectories = await rowsOf(join(folder, 'trajectories', FILE));
    expect(trajectories).toHaveLength(4);
    for (const { id, image_sha256 } of trajectories)
      expect(image_sha256).toEqual(steps.filter(row => row.episode_id === id).map(row => row.image_sha256));
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
      'Each picture stands once, in `steps`; other tables name it by its SHA-256.',
    );
  });

  it('stands nowhere in a dataset of trajectories alone, and its card says so', async () => {
    const { folder } = await makeDataset({ ...ONE_SHARD, formats: ['trajectories'] });
    expect(await verifyDataset(folder)).toMatchObject({ isOk: true, problems: [] });
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(
      'Screens were pictures of test; no table of it holds them.',
    );
    const [row] = await rowsOf(join(folder, 'trajectories', FILE));
    expect(row?.image_sha256).toHaveLength(3);
  });

  it('has no name where there is none', async () => {
    const { folder } = await makeDataset(ONE_SHARD, { hasPixels: false });
    const rows = await rowsOf(join(folder, 'trajectories', FILE));
    expect(rows.map(({ image_sha256 }) => image_sha256)).toEqual([[], [], [], []]);
    expect((await verifyDataset(folder)).problems).toEqual([]);
  });
});

describe('the lint of trajectories', () => {
  /** What it says of a row that names these pictures, where the steps hold two. */
  function said(names: string[], hasPixels = true): string[] {
    const episode = {
      steps: 2,
      images: ['a', 'b'],
      outcome: 'complete',
      success: true,
      seed: 's',
      scale: 1,
      ...VIEWPORT,
    };
    const file: LintedFile = {
      viewports: [VIEWPORT],
      hasPixels,
      split: 'train',
      episodes: 1,
      decode: () => {},
      shard: { facts: new Map([['e', episode]]) },
    };
    const texts = { steps_json: '[]', verdict_json: '[]', changes_json: '[]', task_json: '{}' };
    const row = { ...episode, ...texts, id: 'e', split: 'train', n_steps: 2, image_sha256: names };
    const complaints: string[] = [];
    createTrajectoryLint(file).check(row, reason => complaints.push(reason));
    return complaints;
  }

  it('finds a picture that is not that of its step, one too few and one too many', () => {
    expect(said(['a', 'b'])).toEqual([]);
    expect(said(['b', 'a'])).toEqual(['picture 0 is not that of step 0', 'picture 1 is not that of step 1']);
    expect(said(['a'])).toEqual(['names 1 pictures for 2 steps']);
    expect(said(['a', 'b'], false)).toEqual(['names 2 pictures for 2 steps']);
  });
});
