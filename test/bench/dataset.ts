import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tables } from '../../src/dataset/tables/index.ts';
import { finalizeDataset } from '../../src/dataset/commit/commit.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { labelsOf, produceShard } from '../../src/dataset/commit/produce.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { openShard } from '../../src/dataset/commit/shard.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { parseRecipe } from '../../src/dataset/plan/recipe.ts';
import { verifyDataset } from '../../src/dataset/verify/verify.ts';
import type { Episode } from '../../src/env/recorded.ts';
import type { DatasetCatalog } from '../../src/dataset/catalog.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { median } from './median.ts';

/** What it takes to write a dataset and to read it back. */
export interface DatasetCosts {
  /** Encoding, hashing and syncing to disk, as a part of a whole run. */
  writingShare: number;
  verifyBytesPerMs: number;
}

/** How often writing and verifying are timed; the median counts, since code is slow while it is new. */
const ROUNDS = 3;

/** Makes a small dataset of real screens; then writes the same episodes anew and verifies, to time these alone. */
export async function timeDataset(catalog: DatasetCatalog, surfaces: SurfaceFactory): Promise<DatasetCosts> {
  const recipe = parseRecipe({ name: 'bench', seed: 'bench', episodes: 8, people: 80 }, 'bench');
  const shards = planShards(recipe, catalogInfoOf(catalog));
  const render = await surfaces.fingerprint();
  const identity: Identity = { recipe, generator: { version: 'bench', sourceSha256: '' }, render };
  const folder = mkdtempSync(join(tmpdir(), 'iam-range-bench-'));
  try {
    const output = openOutput({ folder: join(folder, 'made'), identity });
    const episodes: Episode[][] = [];
    const runMs = await msOf(async () => {
      for (const plan of shards) {
        const made: Episode[] = [];
        const onEpisode = (episode: Episode): void => void made.push(episode);
        await produceShard({ catalog, surfaces, recipe, output, plan, onEpisode });
        episodes.push(made);
      }
    });
    const { measures } = await finalizeDataset({
      output,
      tables,
      shards,
      card: { apps: [], looks: [], regenerate: '' },
    });
    const [writeMs, verifyMs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const again = openOutput({ folder: join(folder, `again-${round}`), identity });
      writeMs.push(
        await msOf(async () => {
          for (const [index, plan] of shards.entries()) {
            const shard = openShard({ output: again, plan, labels: labelsOf(catalog), tables });
            for (const episode of episodes[index] ?? []) await shard.write(episode);
            await shard.commit();
          }
        }),
      );
      verifyMs.push(await msOf(() => verifyDataset(output.folder)));
    }
    return { writingShare: median(writeMs) / runMs, verifyBytesPerMs: measures.bytes / median(verifyMs) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
