import { assert } from '../core/assert.ts';
import { InfraError, unknownName } from '../core/errors.ts';
import { createEnv, type Env } from '../env/env.ts';
import { runEpisode } from '../env/episode.ts';
import type { Episode } from '../env/types.ts';
import { doNothing } from '../policy/do-nothing.ts';
import { expert } from '../policy/expert.ts';
import type { Policy } from '../policy/types.ts';
import { mistakesOf, withMistake } from '../policy/with-mistake.ts';
import { withRecovery } from '../policy/with-recovery.ts';
import type { Catalog } from '../scenario/catalog-types.ts';
import { buildTask, scenarioNamed } from '../scenario/task.ts';
import type { SurfaceFactory } from '../surface/types.ts';
import { edges } from '../world/edges/index.ts';
import { type CatalogInfo, familyOf } from './plan.ts';
import type { Recipe } from './recipe.ts';
import { openShard } from './shard.ts';
import type { EpisodePlan, Labels, ShardCommit, ShardPlan, Split } from './types.ts';
import type { Output } from './output.ts';

/** How often an episode is run again from its seed when the machine failed it. */
const RUNS_MAX = 3;

/** What the planner knows of a catalog. Every eighth episode of a train family goes to validation, another to test_task. */
export function catalogInfoOf(catalog: Catalog): CatalogInfo {
  const splitOf = (scenario: string, index: number): Split => {
    const rule = catalog.splits[familyOf(scenario)];
    if (rule === undefined)
      throw unknownName('family', familyOf(scenario), Object.keys(catalog.splits), 'scenarios/splits.ts');
    if (rule !== 'train') return rule;
    return index % 8 === 4 ? 'validation' : index % 8 === 5 ? 'test_task' : 'train';
  };
  return {
    scenarios: Object.values(catalog.scenarios).map(scenario => ({
      name: scenario.name,
      edges: scenario.edges,
      faults: scenario.faults,
      mistakes: mistakesOf(scenario),
    })),
    splitOf,
    turns: Object.fromEntries(Object.values(edges).map(edge => [edge.name, edge.mayTurnTo])),
  };
}

/** What rows say of scenarios and consoles. */
export function labelsOf(catalog: Catalog): Labels {
  const byHost = new Map(Object.values(catalog.range.apps).map(app => [app.host, app.name]));
  return {
    appOf: url => byHost.get(url.split('/')[2]?.split('.')[0] ?? '') ?? null,
    workflowOf: scenario => scenarioNamed(catalog, scenario).workflow,
  };
}

export interface ProduceOptions {
  catalog: Catalog;
  surfaces: SurfaceFactory;
  recipe: Recipe;
  output: Output;
  plan: ShardPlan;
  onEpisode?: (episode: Episode) => void;
}

/** Acts out the episodes of one shard and commits them. A pure function of recipe and shard number, or no shard at all. */
export async function produceShard({
  catalog,
  surfaces,
  recipe,
  output,
  plan,
  onEpisode,
}: ProduceOptions): Promise<ShardCommit> {
  const shard = openShard({ output, plan, labels: labelsOf(catalog) });
  const env = createEnv({ catalog, surfaces, viewport: recipe.viewport });
  try {
    for (const planned of plan.episodes) {
      const episode = await produceEpisode({ catalog, env, recipe, planned });
      await shard.write(episode);
      onEpisode?.(episode);
    }
    return await shard.commit();
  } catch (error) {
    shard.abort();
    throw error;
  } finally {
    await env.close();
  }
}

async function produceEpisode(given: {
  catalog: Catalog;
  env: Env;
  recipe: Recipe;
  planned: EpisodePlan;
}): Promise<Episode> {
  const { catalog, env, recipe, planned } = given;
  const { id, scenario, seed, worldSeed, edge, fault, skinSeed } = planned;
  const task = buildTask(catalog, {
    scenario,
    seed,
    worldSeed,
    edge,
    fault,
    people: recipe.people,
    skins: skinSeed === null ? 'home' : 'drawn',
  });
  for (let run = 1; ; run++) {
    try {
      const episode = await runEpisode({ id, catalog, env, task, policy: policyOf(planned) });
      const acted = episode ?? (await runEpisode({ id, catalog, env, task, policy: expert }));
      assert(acted, `The expert applies to ${scenario}`);
      assertLabelled(acted);
      return acted;
    } catch (error) {
      if (!(error instanceof InfraError) || run === RUNS_MAX) throw error;
    }
  }
}

/** An expert that fails, or a mistake that passes, is a broken scenario: nothing of it may reach a dataset. */
function assertLabelled({ policy, verdict, task, id }: Episode): void {
  const mustSucceed = policy === 'expert' || policy === 'with-recovery';
  const failed = verdict.parts.filter(part => !part.isOk).map(part => `${part.name}: ${part.detail}`);
  const setting = `${task.scenario}, edge ${task.edge ?? 'none'}, fault ${task.fault ?? 'none'}, seed ${task.seed}`;
  assert(
    verdict.success === mustSucceed,
    `${id}: ${policy} ${verdict.success ? 'succeeded' : 'failed'} (${setting})\n${failed.join('\n')}`,
  );
}

function policyOf({ policy, mistake }: EpisodePlan): Policy {
  if (policy === 'with-mistake') return withMistake(mistake ?? 'stopped-early');
  const known: Record<string, Policy> = { expert, 'with-recovery': withRecovery, 'do-nothing': doNothing() };
  const found = known[policy];
  if (!found) throw unknownName('policy', policy, [...Object.keys(known), 'with-mistake']);
  return found;
}
