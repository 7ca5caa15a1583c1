import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/dataset/tables/index.ts';
import { catalog } from '../../src/catalog.ts';
import { createRng } from '../../src/core/rng.ts';
import type { Manifest } from '../../src/dataset/card/manifest.ts';
import { finalizeDataset } from '../../src/dataset/commit/commit.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import { produceShard } from '../../src/dataset/commit/produce.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import type { ShardPlan } from '../../src/dataset/plan/shard-plan.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import { generate, recipeFile, snapshot, tempFolder } from './runs.ts';

/** Many shards are a dataset of the same bytes, whoever makes them and whichever comes first. */

const SHARDS = 64;
/** Of the scenarios with the shortest episodes. */
const scenarios = ['questions/who-approved', 'questions/who-has-access'];
const recipe = recipeFile({ episodes: SHARDS, scenarios });

async function makeWith(workers: number): Promise<string> {
  const folder = join(tempFolder(), 'set');
  const { code, err } = await generate(recipe, folder, { words: ['--workers', String(workers)] });
  expect([code, err], err).toEqual([0, expect.not.stringMatching(/note:|set aside/)]);
  return folder;
}

let solo = '';
let clean: Record<string, string> = {};
beforeAll(async () => {
  solo = await makeWith(1);
  clean = snapshot(solo);
}, 120_000);

/** The same dataset made here, shard after shard in an order of its own. */
async function makeInOrder(orderOf: (shards: readonly ShardPlan[]) => ShardPlan[]): Promise<string> {
  const read = <T>(file: string): T => JSON.parse(readFileSync(join(solo, file), 'utf8')) as T;
  const { identity } = read<{ identity: Identity }>('_commits/identity.json');
  const { regenerate } = read<Manifest>('manifest.json');
  const output = openOutput({ folder: join(tempFolder(), 'set'), identity });
  const shards = planShards(identity.recipe, catalogInfoOf(catalog));
  const ordered = orderOf(shards);
  expect(ordered.map(plan => plan.shard)).not.toEqual(shards.map(plan => plan.shard));
  const surfaces = domSurfaces();
  for (const plan of ordered)
    await produceShard({ catalog, surfaces, recipe: identity.recipe, output, plan });
  const { apps, kits } = catalog.range;
  const card = {
    apps: Object.values(apps).map(({ title, summary }) => ({ title, summary })),
    looks: Object.values(kits).map(kit => `${kit.title}: ${kit.summary}`),
    regenerate,
  };
  await finalizeDataset({ tables, output, shards, card });
  return output.folder;
}

describe(`a dataset of ${SHARDS} shards`, () => {
  it('has as many', () => {
    const records = Object.keys(clean).filter(file => /^_commits\/\d+\.json$/.test(file));
    expect(records).toHaveLength(SHARDS);
  });

  it.each([2, 7, 16])(
    'has the same bytes when %i workers share them',
    async workers => {
      expect(snapshot(await makeWith(workers))).toEqual(clean);
    },
    180_000,
  );

  it('has the same bytes when the last shard is made first', async () => {
    expect(snapshot(await makeInOrder(shards => [...shards].reverse()))).toEqual(clean);
  }, 120_000);

  it('has the same bytes when shards are made as it comes', async () => {
    const rng = createRng('any order');
    expect(snapshot(await makeInOrder(shards => rng.shuffle(shards)))).toEqual(clean);
  }, 120_000);
});
