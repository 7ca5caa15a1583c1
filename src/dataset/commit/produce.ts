import { createEnv } from '../../env/env.ts';
import type { Episode } from '../../env/recorded.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import { scenarioNamed } from '../../scenario/catalog.ts';
import type { SurfaceFactory } from '../../surface/surface.ts';
import type { Recipe } from '../plan/recipe.ts';
import type { EpisodePlan, ShardPlan } from '../plan/shard-plan.ts';
import type { DatasetCatalog } from '../catalog.ts';
import type { Labels } from '../tables/define-table.ts';
import { actOut } from './act-out.ts';
import type { CrashPoint } from './crash-point.ts';
import type { Output } from './output.ts';
import type { SetAside, ShardCommit } from './record.ts';
import { createRowCheck } from './row-check.ts';
import { setAsideOf } from './set-aside.ts';
import { openShard } from './shard.ts';

/** What rows say of scenarios and consoles. */
export function labelsOf(catalog: Catalog): Labels {
  const byHost = new Map(Object.values(catalog.range.apps).map(app => [app.host, app.name]));
  return {
    appOf: url => byHost.get(url.split('/')[2]?.split('.')[0] ?? '') ?? null,
    workflowOf: scenario => scenarioNamed(catalog, scenario).workflow,
  };
}

export interface ProduceOptions {
  catalog: DatasetCatalog;
  surfaces: SurfaceFactory;
  recipe: Recipe;
  output: Output;
  plan: ShardPlan;
  /** Waited for before the next episode begins. */
  onEpisode?: (episode: Episode) => void | Promise<void>;
  /** The same of an episode that is set aside. */
  onSetAside?: (episode: SetAside) => void | Promise<void>;
  /** Called with an episode that the machine failed, before it is run again. */
  onAgain?: (id: string, reason: string) => void;
  /** Aborts to give the shard up: nothing of it is left. */
  signal?: AbortSignal;
  crashPoint?: CrashPoint;
}

/** Acts out the episodes of one shard and commits them, but for those to be set aside. A pure function of recipe and shard number, or no shard at all. */
export async function produceShard(options: ProduceOptions): Promise<ShardCommit> {
  const { catalog, surfaces, output, plan, onEpisode, onSetAside, signal, crashPoint } = options;
  const { people } = options.recipe;
  const shard = openShard({
    output,
    plan,
    labels: labelsOf(catalog),
    tables: catalog.tables,
    brokenIn: createRowCheck(output.identity, plan),
    ...(crashPoint ? { crashPoint } : {}),
  });
  const env = createEnv({ catalog, surfaces });
  /** Writes an episode, unless its rows are refused. */
  const refusalOf = async (episode: Episode, planned: EpisodePlan): Promise<SetAside | null> => {
    const broken = await shard.write(episode);
    if (broken.length === 0) return null;
    const { policy } = episode;
    return setAsideOf(catalog, { planned, people }, { policy, reason: 'rows', check: broken.join('\n') });
  };
  try {
    for (const planned of plan.episodes) {
      signal?.throwIfAborted();
      const acted = await actOut({ ...options, env, planned, people });
      const setAside = 'episode' in acted ? await refusalOf(acted.episode, planned) : acted.setAside;
      if (setAside) {
        shard.setAside(setAside);
        await onSetAside?.(setAside);
      } else if ('episode' in acted) await onEpisode?.(acted.episode);
    }
    signal?.throwIfAborted();
    return await shard.commit();
  } catch (error) {
    shard.abort();
    throw error;
  } finally {
    await env.close();
  }
}
