import type { CatalogInfo } from './catalog-info.ts';
import { familyOf } from './plan.ts';
import { RECIPE_POLICIES, type Recipe } from './recipe.ts';
import { type EpisodePlan, SPLITS, type Split } from './shard-plan.ts';
import { splitWeightsOf } from './splits.ts';
import { chanceOfOtherEnding } from './trouble.ts';

/** How much of a plan is of a kind, in percent, beside what the recipe asks. */
export interface Share {
  of: 'split' | 'edge' | 'ending' | 'fault' | 'policy';
  name: string;
  /** Halves count endings that an edge may leave as they are. */
  episodes: number;
  met: number;
  /** Null where the recipe asks nothing. */
  wanted: number | null;
}

/**
 * How far a share of a plan may lie from what is asked, in percent of its episodes, where every scenario has something to
 * draw from. Each episode is drawn by itself, so that few of them miss it by more.
 */
export function toleranceOf(episodes: number): number {
  return 120 / Math.sqrt(episodes);
}

/** The shares of a plan, those that the recipe asks for before the names that make them up. */
export function sharesOf(recipe: Recipe, catalog: CatalogInfo, episodes: readonly EpisodePlan[]): Share[] {
  const share = (of: Share['of'], name: string, matching: number, wanted: number | null): Share => ({
    of,
    name,
    episodes: matching,
    met: (100 * matching) / episodes.length,
    wanted,
  });
  const count = (fits: (episode: EpisodePlan) => boolean): number => episodes.filter(fits).length;
  const named = (of: 'edge' | 'fault'): Share[] =>
    namesIn(episodes, of).map(name =>
      share(
        of,
        name,
        count(episode => episode[of] === name),
        null,
      ),
    );
  const turned = episodes.reduce(
    (sum, { edge }) => sum + (edge === null ? 0 : chanceOfOtherEnding(catalog, edge)),
    0,
  );
  const policyWeight = RECIPE_POLICIES.reduce((sum, name) => sum + (recipe.policies[name] ?? 0), 0);
  return [
    ...splitShares(recipe, catalog, episodes).map(({ split, wanted }) =>
      share(
        'split',
        split,
        count(episode => episode.split === split),
        wanted,
      ),
    ),
    share(
      'edge',
      'any edge',
      count(({ edge }) => edge !== null),
      recipe.edgeShare,
    ),
    ...named('edge'),
    share('ending', 'other than complete', turned, recipe.otherEndingShare),
    share(
      'fault',
      'any fault',
      count(({ fault }) => fault !== null),
      recipe.faultShare,
    ),
    ...named('fault'),
    ...RECIPE_POLICIES.filter(name => recipe.policies[name]).map(name =>
      share(
        'policy',
        name,
        count(({ policy }) => policy === name || (name === 'expert' && policy === 'with-recovery')),
        (100 * (recipe.policies[name] ?? 0)) / policyWeight,
      ),
    ),
  ];
}

/** The splits that occur or are asked for. Weights share out the families for learning; held-out ones are as many as there are. */
function splitShares(
  recipe: Recipe,
  catalog: CatalogInfo,
  episodes: readonly EpisodePlan[],
): { split: Split; wanted: number | null }[] {
  const weights = splitWeightsOf(recipe);
  const total = SPLITS.reduce((sum, split) => sum + (weights[split] ?? 0), 0);
  const learning = episodes.filter(({ scenario }) => catalog.splitOf(familyOf(scenario)) === 'train').length;
  return SPLITS.flatMap((split): { split: Split; wanted: number | null }[] => {
    const weight = weights[split] ?? 0;
    if (weight > 0) return [{ split, wanted: (100 * weight * learning) / (total * episodes.length) }];
    return episodes.some(episode => episode.split === split) ? [{ split, wanted: null }] : [];
  });
}

function namesIn(episodes: readonly EpisodePlan[], of: 'edge' | 'fault'): string[] {
  const names = new Set(episodes.map(episode => episode[of]));
  return [...names].filter(name => name !== null).sort();
}
