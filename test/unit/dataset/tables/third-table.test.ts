import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { UsageError } from '../../../../src/core/errors.ts';
import type { Manifest } from '../../../../src/dataset/card/manifest.ts';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { createEpisodeReader } from '../../../../src/server/viewer/episode.ts';
import { createTables } from '../../../../src/server/viewer/tables.ts';
import { loadIndex } from '../../../../src/server/viewer/dataset-index.ts';
import { writerContract } from '../../../contracts/writer.ts';
import { clicks } from '../../../support/clicks-table.ts';
import { makeDataset, makeRecipe } from '../../../support/dataset.ts';

const three = [...tables, clicks];
const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

describe('a table from outside the package', () => {
  describe('as a writer', () => writerContract(clicks));

  it('is written, counted, described and checked like every other', async () => {
    const { folder } = await makeDataset({ episodes: 6, shardEpisodes: 3 }, { tables: three });
    expect(await verifyDataset(folder, three)).toMatchObject({
      isOk: true,
      problems: [],
      episodes: 6,
      rows: 30,
    });
    expect(manifestOf(folder).measures).toMatchObject({
      rows: 30,
      steps: 18,
      counts: { buttons: { 'Guardar "todo"': 6 } },
    });
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const part of [
      'config_name: clicks',
      '## Columns of `clicks`',
      '`{x: int32, y: int32}`',
      '| buttons | Guardar',
    ])
      expect(card).toContain(part);
    const index = await loadIndex(folder, { ...catalog, tables: three });
    expect(index.episodes).toHaveLength(6);
    const [entry] = index.episodes;
    if (!entry) throw new Error('the index has no episode');
    const { others } = await createEpisodeReader(createTables(folder)).episode(entry);
    expect(others).toEqual([
      { name: 'clicks', about: clicks.about, total: 1, rows: [expect.stringContaining(entry.id)] },
    ]);
  });

  it('is checked by its own promises, and is alien where nobody brings it', async () => {
    const { folder } = await makeDataset(
      { episodes: 2, shardEpisodes: 2, splits: { train: 1 }, scenarios: ['joiner/*'] },
      {
        tables: three,
        episode: episode => ({
          ...episode,
          steps: episode.steps.map(step =>
            step.aimed ? { ...step, aimed: { ...step.aimed, name: '' } } : step,
          ),
        }),
      },
    );
    const reasons = (await verifyDataset(folder, three)).problems.map(
      ({ file, reason }) => `${file}: ${reason}`,
    );
    expect(reasons).toContain('clicks/train-00000-of-00001.parquet: a button without a name');
    const alien = (await verifyDataset(folder)).problems.map(({ reason }) => reason);
    expect(alien).toContain('is in the folder of no table');
    renameSync(join(folder, 'clicks'), join(folder, 'moved'));
    expect((await verifyDataset(folder, three)).isOk).toBe(false);
  });

  it('may be the only one, or be left out', async () => {
    const alone = await makeDataset({ episodes: 5, formats: ['clicks'] }, { tables: three });
    expect(manifestOf(alone.folder).measures).toMatchObject({ episodes: 5, rows: 5, steps: 0 });
    expect((await verifyDataset(alone.folder, three)).problems).toEqual([]);
    expect(makeRecipe({ formats: ['trajectories', 'steps'] }, three).formats).toEqual([
      'steps',
      'trajectories',
    ]);
    expect(() => makeRecipe({ formats: ['click'] }, three)).toThrow(UsageError);
    expect(() => makeRecipe({ formats: ['click'] }, three)).toThrow(
      /Did you mean "clicks"[\s\S]*field formats/,
    );
    expect(() => makeRecipe({ formats: ['clicks'] })).toThrow(/Unknown table "clicks"/);
  });
});

it('a dataset of trajectories alone has its episodes and steps counted', async () => {
  const { folder } = await makeDataset({ episodes: 8, formats: ['trajectories'] });
  const { measures } = manifestOf(folder);
  expect(measures).toMatchObject({ episodes: 8, steps: 24, rows: 8 });
  expect(Object.values(measures.splits).reduce((sum, { episodes }) => sum + episodes, 0)).toBe(8);
  for (const of of ['outcomes', 'edges', 'faults', 'policies', 'templates'])
    expect(
      Object.values(measures.counts[of] ?? {}).reduce((a, b) => a + b, 0),
      of,
    ).toBe(8);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('\n8 episodes, 24 steps,');
  expect(await verifyDataset(folder)).toMatchObject({ isOk: true, episodes: 8, problems: [] });
});
