import { must } from '../../core/assert.ts';
import { drawBelow, drawOne } from '../../core/draw.ts';
import { UsageError, unknownName } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import { fits } from '../../core/pattern.ts';
import type { CatalogInfo, ScenarioInfo } from './catalog-info.ts';
import { familyOf, heldOutOf } from './hold-out.ts';
import { placeOf, type Recipe } from './recipe.ts';
import { type EpisodePlan, SPLITS, type ShardPlan } from './shard-plan.ts';
import { splitDrawOf } from './splits.ts';
import { troubleDrawOf } from './trouble.ts';
import { viewportFor } from './viewport.ts';

/**
 * Every episode of a dataset, shard by shard. A pure function of the recipe and the catalog: no number of
 * workers, no order of work and no clock enters. `where` is the recipe in messages: its file, where there is one.
 */
export function planShards(recipe: Recipe, catalog: CatalogInfo, where = placeOf(recipe)): ShardPlan[] {
  const episodes = planEpisodes(recipe, catalog, where);
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

/**
 * The episodes in turn over the scenarios. All of an episode is drawn from its own seed or its place in its own
 * scenario, each part under a label of its own: what one episode gets hangs on no other episode and no other part.
 */
export function planEpisodes(recipe: Recipe, catalog: CatalogInfo, where = placeOf(recipe)): EpisodePlan[] {
  const scenarios = chooseScenarios(recipe, catalog, where);
  const held = heldOutOf(recipe, catalog, where);
  const splitOf = splitDrawOf(recipe, held);
  const troubleOf = troubleDrawOf(recipe, { ...catalog, scenarios }, where);
  return Array.from({ length: recipe.episodes }, (_, at) => {
    const scenario = must(scenarios[at % scenarios.length], 'a scenario of the plan');
    const { name } = scenario;
    const index = Math.floor(at / scenarios.length);
    const seed = sha256(`${recipe.seed}/${name}/${index}`);
    const split = splitOf(scenario, index);
    const edges = held.edgesFor(scenario.edges, split);
    return {
      id: `${name.replaceAll('/', '-')}-${String(index).padStart(6, '0')}`,
      index,
      scenario: name,
      split,
      seed,
      worldSeed: `${recipe.seed}/${split}/${drawBelow(`${seed}/world`, recipe.worlds)}`,
      ...troubleOf({ ...scenario, edges }, { scenario: name, index, seed }),
      skins: Object.fromEntries(
        held
          .allApps(scenario)
          .map(app => [
            app,
            must(drawOne(`${seed}/skins/${app}`, held.skinsFor(app, split)), `a skin of ${app}`),
          ]),
      ),
      viewport: viewportFor(seed, recipe),
    };
  });
}

/** The scenarios of a recipe, in code unit order. */
function chooseScenarios({ scenarios: wanted }: Recipe, catalog: CatalogInfo, where: string): ScenarioInfo[] {
  const all = [...catalog.scenarios].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (all.length === 0) throw new UsageError('There are no scenarios to plan', { where });
  if (wanted === '*') return all;
  const known = all.map(scenario => scenario.name);
  const unknown = wanted.find(asked => !known.some(name => fits(asked, name)));
  if (unknown !== undefined) {
    const families = [...new Set(known.map(name => `${familyOf(name)}/*`))];
    throw unknownName('scenario', unknown, {
      known: [...known, ...families],
      where: `${where}, field scenarios`,
    });
  }
  return all.filter(({ name }) => wanted.some(asked => fits(asked, name)));
}
