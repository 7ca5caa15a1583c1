import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finalizeDataset } from '../dataset/commit.ts';
import { openOutput } from '../dataset/output.ts';
import { planShards } from '../dataset/plan.ts';
import { catalogInfoOf, labelsOf, produceShard } from '../dataset/produce.ts';
import { parseRecipe } from '../dataset/recipe.ts';
import { openShard } from '../dataset/shard.ts';
import type { Identity } from '../dataset/types.ts';
import { verifyDataset } from '../dataset/verify.ts';
import type { Episode } from '../env/types.ts';
import type { Catalog } from '../scenario/catalog-types.ts';
import type { SurfaceFactory } from '../surface/types.ts';

/** What it takes to write a dataset and to read it back. */
export interface DatasetCosts {
  /** Encoding, hashing and syncing to disk, as a part of a whole run. */
  writingShare: number;
  verifyBytesPerMs: number;
}

/** Makes a small dataset of real screens; writes the same episodes once more, to time that alone; verifies the first. */
export async function timeDataset(catalog: Catalog, surfaces: SurfaceFactory): Promise<DatasetCosts> {
  const recipe = parseRecipe({ name: 'bench', seed: 'bench', episodes: 8, people: 80 }, 'bench');
  const shards = planShards(recipe, catalogInfoOf(catalog));
  const render = await surfaces.fingerprint();
  const identity: Identity = { recipe, generator: { version: 'bench', sourceSha256: '' }, render };
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'iam-range-bench-')));
  const [output, again] = folders.map(folder => openOutput({ folder, identity }));
  try {
    if (!output || !again) throw new Error('Two folders were made.');
    let [runMs, writeMs] = [0, 0];
    for (const plan of shards) {
      const episodes: Episode[] = [];
      const began = performance.now();
      const onEpisode = (episode: Episode): void => void episodes.push(episode);
      await produceShard({ catalog, surfaces, recipe, output, plan, onEpisode });
      const made = performance.now();
      const shard = openShard({ output: again, plan, labels: labelsOf(catalog) });
      for (const episode of episodes) await shard.write(episode);
      await shard.commit();
      runMs += made - began;
      writeMs += performance.now() - made;
    }
    const card = { apps: [], looks: [], regenerate: '' };
    const { measures } = await finalizeDataset({ output, shards, card });
    const began = performance.now();
    await verifyDataset(output.folder);
    const verifyBytesPerMs = measures.bytes / (performance.now() - began);
    return { writingShare: writeMs / runMs, verifyBytesPerMs };
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
