import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import { produceShard } from '../../src/dataset/commit/produce.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { parseRecipe, type RecipeInput } from '../../src/dataset/plan/recipe.ts';
import type { EpisodePlan } from '../../src/dataset/plan/shard-plan.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/surface.ts';
import { processes, profilesOf, type Watch, watchBrowsers } from '../support/processes.ts';
import { published, TINY, tempFolder, until } from './runs.ts';

/** One shard made with a browser in this process, where whatever is wanted happens to it. */

/** What happens before an act, by its number among all acts of a shard. */
export type Strike = (act: number) => void | Promise<void>;

export interface Making {
  recipe: Partial<RecipeInput>;
  deadlineMs?: number;
  /** The eye on the browsers of this shard, and of no other. */
  watch?: Watch;
  strike?: Strike;
  /** Told of an episode that is run again, as soon as the run before it failed. */
  onAgain?: () => void;
}

/** What was published, by file and digest, and what was noted on the way. */
export interface Made {
  files: Record<string, string>;
  notes: string[];
}

/** Acts the first shard of a recipe out, and looks that nothing is left of its browsers. */
export async function makeShard(making: Making): Promise<Made> {
  const { deadlineMs, strike, onAgain, watch = watchBrowsers([process.pid]) } = making;
  const { recipe, plan } = planOf(making.recipe);
  const surfaces = await browserSurfaces(deadlineMs === undefined ? {} : { deadlineMs });
  const render = await surfaces.fingerprint();
  const identity: Identity = { recipe, generator: { version: 'test', sourceSha256: '' }, render };
  const folder = join(tempFolder(), 'set');
  const output = openOutput({ folder, identity });
  const notes: string[] = [];
  try {
    await produceShard({
      catalog,
      surfaces: striking({ surfaces, watch, ...(strike ? { strike } : {}) }),
      recipe,
      output,
      plan,
      onAgain: (id, reason) => {
        onAgain?.();
        notes.push(`${id}: ${reason}`);
      },
    });
    return { files: published(folder), notes };
  } catch (error) {
    expect(published(folder)).toEqual({ '_commits/identity.json': expect.any(String) });
    expect(readdirSync(join(folder, '_tmp')).sort()).toEqual([]);
    throw error;
  } finally {
    await surfaces.close();
    await until('nothing is left of the browsers', () => watch.living().length === 0);
    expect(remains(watch)).toEqual(NOTHING);
  }
}

/** The episodes of the first shard of a recipe. */
export function episodesOf(recipe: Partial<RecipeInput>): readonly EpisodePlan[] {
  return planOf(recipe).plan.episodes;
}

function planOf(changes: Partial<RecipeInput>) {
  const recipe = parseRecipe({ ...TINY, ...changes }, 'test');
  const [plan] = planShards(recipe, catalogInfoOf(catalog));
  if (!plan) throw new Error('There is no shard to make');
  return { recipe, plan };
}

/** What no browser may leave: processes, dead ones that nobody waited for, and folders. */
const remains = (watch: Watch) => ({
  running: watch.living().map(({ line }) => line),
  zombies: processes().filter(({ parent, isZombie }) => isZombie && parent === process.pid),
  folders: profilesOf([process.pid]),
});
const NOTHING = { running: [], zombies: [], folders: [] };

/** Counts what is done on all surfaces together, and strikes before some of it. */
function striking(by: { surfaces: SurfaceFactory; watch: Watch; strike?: Strike }): SurfaceFactory {
  const { surfaces, watch, strike } = by;
  let acts = 0;
  const struck = (surface: Surface): Surface => ({
    ...surface,
    perform: async act => {
      // Every browser is seen before it is struck: what is left of it is found by its group.
      expect(watch.living().length).toBeGreaterThan(1);
      await strike?.(++acts);
      return surface.perform(act);
    },
  });
  return { ...surfaces, open: async options => struck(await surfaces.open(options)) };
}

/** Keeps the machine busy for as long as something takes. */
export async function underLoad<T>(work: () => Promise<T>): Promise<T> {
  const burners = [1, 2, 3].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  try {
    return await work();
  } finally {
    for (const burner of burners) {
      burner.kill('SIGKILL');
      await once(burner, 'exit');
    }
  }
}
