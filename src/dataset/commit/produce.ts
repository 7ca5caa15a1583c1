import { assert } from '../../core/assert.ts';
import { InfraError } from '../../core/errors.ts';
import { createEnv, type Env } from '../../env/env.ts';
import { runEpisode } from '../../env/episode.ts';
import type { Episode } from '../../env/recorded.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import { scenarioNamed } from '../../scenario/catalog.ts';
import { buildTask } from '../../scenario/task.ts';
import type { SurfaceFactory } from '../../surface/surface.ts';
import type { Recipe } from '../plan/recipe.ts';
import type { EpisodePlan, ShardPlan } from '../plan/shard-plan.ts';
import { DOES_WELL, whoActs } from '../plan/who-acts.ts';
import type { DatasetCatalog } from '../catalog.ts';
import type { Labels } from '../tables/define-table.ts';
import type { CrashPoint } from './crash-point.ts';
import type { Output } from './output.ts';
import type { ShardCommit } from './record.ts';
import { createRowCheck } from './row-check.ts';
import { openShard } from './shard.ts';

/** How often an episode is run again from its seed when the machine failed it. */
const RUNS_MAX = 3;

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
  /** Called with an episode that the machine failed, before it is run again. */
  onAgain?: (id: string, reason: string) => void;
  /** Aborts to give the shard up: nothing of it is left. */
  signal?: AbortSignal;
  crashPoint?: CrashPoint;
}

/** Acts out the episodes of one shard and commits them. A pure function of recipe and shard number, or no shard at all. */
export async function produceShard(options: ProduceOptions): Promise<ShardCommit> {
  const { catalog, surfaces, output, plan, onEpisode, signal, crashPoint } = options;
  const rows = createRowCheck(catalog, output.identity, plan);
  const shard = openShard({
    output,
    plan,
    labels: labelsOf(catalog),
    tables: catalog.tables,
    checkOf: rows.of,
    ...(crashPoint ? { crashPoint } : {}),
  });
  const env = createEnv({ catalog, surfaces });
  try {
    for (const planned of plan.episodes) {
      signal?.throwIfAborted();
      const episode = await produceEpisode({ ...options, env, planned });
      await shard.write(episode);
      rows.refuse(episode);
      await onEpisode?.(episode);
    }
    signal?.throwIfAborted();
    rows.end();
    return await shard.commit();
  } catch (error) {
    shard.abort();
    throw error;
  } finally {
    await env.close();
  }
}

interface EpisodeOptions extends ProduceOptions {
  env: Env;
  planned: EpisodePlan;
}

async function produceEpisode(options: EpisodeOptions): Promise<Episode> {
  const { catalog, env, recipe, planned, onAgain, signal } = options;
  const { id, scenario, seed, worldSeed, edge, fault, skins, viewport } = planned;
  const { people } = recipe;
  const consoles = Object.keys(skins);
  const drawn = { scenario, seed, worldSeed, edge, fault, skins, viewport };
  const task = buildTask(catalog, { ...drawn, people, consoles });
  for (let run = 1; ; run++) {
    try {
      let acted: Episode | null = null;
      for (const policy of whoActs(catalog, planned, scenarioNamed(catalog, scenario))) {
        acted ??= await runEpisode({ id, catalog, env, task, policy });
      }
      assert(acted, `Somebody acts ${scenario} out`);
      assertLabelled(acted);
      return acted;
    } catch (error) {
      if (!(error instanceof InfraError) || signal?.aborted) throw error;
      if (run === RUNS_MAX) throw failedForGood(id, error);
      onAgain?.(id, reasonOf(error));
    }
  }
}

function failedForGood(id: string, error: InfraError): InfraError {
  return new InfraError(
    error.code,
    `The machine failed ${id} in ${RUNS_MAX} of ${RUNS_MAX} runs. The last time: ${reasonOf(error)}`,
    { repeat: 'the same command with --resume; committed shards are kept', cause: error },
  );
}

/** What happened, without the advice to somebody who cannot run the episode again. */
function reasonOf({ message }: InfraError): string {
  return message.split(/\n {2}(?:on|nearest|allowed|repeat) /)[0] ?? message;
}

/** An expert that fails, or a mistake that passes, is a broken scenario: nothing of it may reach a dataset. */
function assertLabelled({ policy, verdict, task, id }: Episode): void {
  const mustSucceed = DOES_WELL.has(policy);
  const failed = verdict.parts.filter(part => !part.isOk).map(part => `${part.name}: ${part.detail}`);
  const setting = `${task.scenario}, edge ${task.edge ?? 'none'}, fault ${task.fault ?? 'none'}, seed ${task.seed}`;
  assert(
    verdict.success === mustSucceed,
    `${id}: ${policy} ${verdict.success ? 'succeeded' : 'failed'} (${setting})\n${failed.join('\n')}`,
  );
}
