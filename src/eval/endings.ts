import type { Recipe } from '../dataset/plan/recipe.ts';
import { type EpisodePlan, SPLITS, type Split } from '../dataset/plan/shard-plan.ts';
import { createEnv } from '../env/env.ts';
import type { Catalog } from '../scenario/catalog.ts';
import { buildTask } from '../scenario/task.ts';
import type { OutcomeKind } from '../screen/outcome.ts';
import type { SurfaceFactory } from '../surface/surface.ts';

/** How many episodes of a split should end in each way. */
export interface Endings {
  split: Split;
  counts: Partial<Record<OutcomeKind, number>>;
}

/** How planned episodes should end, split by split, by what is right in each: their tasks are made, nothing is acted out. */
export async function endingsOf(
  { catalog, surfaces }: { catalog: Catalog; surfaces: SurfaceFactory },
  { people }: Pick<Recipe, 'people'>,
  episodes: readonly EpisodePlan[],
): Promise<Endings[]> {
  const counts = new Map<Split, Endings['counts']>();
  const env = createEnv({ catalog, surfaces });
  try {
    for (const { scenario, seed, worldSeed, edge, skins, viewport, split } of episodes) {
      const consoles = Object.keys(skins);
      await env.reset(
        buildTask(catalog, { scenario, seed, worldSeed, edge, skins, viewport, people, consoles }),
      );
      const own = counts.get(split) ?? {};
      counts.set(split, own);
      const [{ outcome }] = env.wanted;
      own[outcome] = (own[outcome] ?? 0) + 1;
    }
  } finally {
    await env.close();
  }
  return SPLITS.flatMap(split => {
    const own = counts.get(split);
    return own ? [{ split, counts: own }] : [];
  });
}
