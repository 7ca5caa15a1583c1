import { assert, must } from '../../core/assert.ts';
import { UsageError, unknownName } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { OutcomeKind } from '../../screen/outcome.ts';
import type { Recipe } from './recipe.ts';
import { createRotation, type Rotation } from './rotation.ts';
import { type EpisodePlan, type ShardPlan, SPLITS, type Split } from './shard-plan.ts';

/** What the planner must know of a scenario. */
export interface ScenarioInfo {
  name: string;
  edges: readonly string[];
  faults: readonly string[];
  /** Kinds of mistakes that can be made in it. */
  mistakes: readonly string[];
  /** How it ends without an edge; `complete` when absent. */
  ending?: OutcomeKind;
}

/** What the planner must know of the catalog. */
export interface CatalogInfo {
  scenarios: readonly ScenarioInfo[];
  splitOf(scenario: string, index: number): Split;
  /** Edge by edge, how a scenario may have to end because of it; unknown edges leave the ending alone. */
  turns?: Readonly<Record<string, readonly OutcomeKind[]>>;
}

/**
 * Every episode of a dataset, shard by shard. A pure function of the recipe and the catalog: no number of
 * workers, no order of work and no clock enters. Seeds depend on the scenario and its index alone; which
 * trouble strikes where is balanced over the whole plan, so that few episodes show much.
 */
export function planShards(recipe: Recipe, catalog: CatalogInfo): ShardPlan[] {
  const episodes = planEpisodes(recipe, catalog);
  refuseSharedFamilies(episodes);
  const shards: ShardPlan[] = [];
  for (const split of SPLITS) {
    const mine = episodes.filter(episode => episode.split === split);
    const count = Math.ceil(mine.length / recipe.shardEpisodes);
    for (let index = 0; index < count; index++) {
      const from = index * recipe.shardEpisodes;
      const part = mine.slice(from, from + recipe.shardEpisodes);
      shards.push({ shard: shards.length, split, index, count, episodes: part });
    }
  }
  return shards;
}

function planEpisodes(recipe: Recipe, catalog: CatalogInfo): EpisodePlan[] {
  const scenarios = chooseScenarios(recipe, catalog);
  const rotation = createRotation(recipe, catalog, scenarios);
  return Array.from({ length: recipe.episodes }, (_, at) => {
    const rank = at % scenarios.length;
    const scenario = must(scenarios[rank], 'a scenario of the plan');
    return planEpisode({
      recipe,
      catalog,
      rotation,
      scenario,
      rank,
      index: Math.floor(at / scenarios.length),
    });
  });
}

function planEpisode(given: {
  recipe: Recipe;
  catalog: CatalogInfo;
  rotation: Rotation;
  scenario: ScenarioInfo;
  rank: number;
  index: number;
}): EpisodePlan {
  const { recipe, catalog, rotation, scenario, rank, index } = given;
  const { name } = scenario;
  const seed = sha256(`${recipe.seed}/${name}/${index}`);
  const split = rotation.splitAt(catalog.splitOf(name, index), { rank, index });
  return {
    id: `${name.replaceAll('/', '-')}-${String(index).padStart(6, '0')}`,
    index,
    scenario: name,
    split,
    seed,
    worldSeed: `${recipe.seed}/${split}/${index % recipe.worlds}`,
    ...rotation.troubleAt(scenario, { rank, index }),
    skinSeed: recipe.skins === 'home' ? null : `${seed}/skin`,
  };
}

/** The scenarios of a recipe, in code unit order. */
function chooseScenarios(recipe: Recipe, catalog: CatalogInfo): ScenarioInfo[] {
  const all = [...catalog.scenarios].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (all.length === 0)
    throw new UsageError('There are no scenarios to plan', { where: `recipe ${recipe.name}` });
  const wanted = recipe.scenarios;
  if (wanted === '*') return all;
  const known = all.map(scenario => scenario.name);
  const families = [...new Set(known.map(name => `${familyOf(name)}/*`))];
  for (const name of wanted) {
    if (!known.includes(name) && !families.includes(name)) {
      throw unknownName('scenario', name, [...known, ...families], `recipe ${recipe.name}, field scenarios`);
    }
  }
  return all.filter(({ name }) => wanted.includes(name) || wanted.includes(`${familyOf(name)}/*`));
}

/** The folder of a scenario: `joiner` of `joiner/create-account`. */
export function familyOf(scenario: string): string {
  return scenario.slice(0, Math.max(0, scenario.lastIndexOf('/')));
}

/** A family that tests unseen templates must be seen nowhere else. */
function refuseSharedFamilies(episodes: readonly EpisodePlan[]): void {
  const heldOut = new Set(
    episodes.filter(episode => episode.split === 'test_template').map(episode => familyOf(episode.scenario)),
  );
  const leak = episodes.find(
    episode => episode.split !== 'test_template' && heldOut.has(familyOf(episode.scenario)),
  );
  assert(
    !leak,
    `family ${leak ? familyOf(leak.scenario) : ''} is both in test_template and in ${leak?.split}`,
  );
}
