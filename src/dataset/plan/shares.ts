import { must } from '../../core/assert.ts';
import type { CatalogInfo } from './catalog-info.ts';
import { heldNamesOf, heldOutOf, SINGULAR, showsHeld } from './hold-out.ts';
import { RECIPE_POLICIES, type Recipe } from './recipe.ts';
import { type EpisodePlan, SPLITS, type Split } from './shard-plan.ts';
import { splitWeightsOf } from './splits.ts';
import { chanceOfOtherEnding } from './trouble.ts';

/** How much of a plan is of a kind, in percent, beside what the recipe asks. */
export interface Share {
  of: 'split' | 'held out' | 'edge' | 'ending' | 'fault' | 'policy';
  name: string;
  /** Halves count endings that an edge may leave as they are. */
  episodes: number;
  met: number;
  /** What the recipe asks, and how far from it the share may lie; null where it asks nothing. */
  asked: { share: number; tolerance: number } | null;
}

/**
 * How far a share may lie from what is asked, in percent of the episodes, where every scenario has something to draw from.
 * Each episode is drawn by itself, so that few of them miss it by more.
 */
function toleranceOf(episodes: number): number {
  return 120 / Math.sqrt(episodes);
}

/** How much further the endings may lie: whether an edge that may turn one does so is known only to the judge. */
const ENDING_POINTS = 5;

/** A share before it is counted. */
interface Counted {
  of: Share['of'];
  name: string;
  wanted: number | null;
  /** How much of an episode counts. */
  weigh(episode: EpisodePlan): number | boolean;
}

/** The shares of a plan, those that the recipe asks for before the names that make them up. */
export function sharesOf(recipe: Recipe, catalog: CatalogInfo, episodes: readonly EpisodePlan[]): Share[] {
  const base = toleranceOf(episodes.length);
  return countedIn(recipe, catalog, episodes).map(({ of, name, wanted, weigh }) => {
    const matching = episodes.reduce((sum, episode) => sum + Number(weigh(episode)), 0);
    const tolerance = of === 'ending' ? base + ENDING_POINTS : base;
    return {
      of,
      name,
      episodes: matching,
      met: (100 * matching) / episodes.length,
      asked: wanted === null ? null : { share: wanted, tolerance },
    };
  });
}

function countedIn(recipe: Recipe, catalog: CatalogInfo, episodes: readonly EpisodePlan[]): Counted[] {
  const { edgeShare, otherEndingShare, faultShare, policies } = recipe;
  const named = (of: 'edge' | 'fault'): Counted[] =>
    namesIn(episodes, of).map(name => ({ of, name, wanted: null, weigh: episode => episode[of] === name }));
  const total = RECIPE_POLICIES.reduce((sum, name) => sum + (policies[name] ?? 0), 0);
  return [
    ...splitShares(recipe, catalog, episodes).map(
      ({ split, wanted }): Counted => ({ of: 'split', name: split, wanted, weigh: e => e.split === split }),
    ),
    ...heldNamesOf(recipe).map(
      ({ kind, name }): Counted => ({
        of: 'held out',
        name: `${SINGULAR[kind]} ${name}`,
        wanted: null,
        weigh: episode => showsHeld(catalog, episode, { kind, name }),
      }),
    ),
    { of: 'edge', name: 'any edge', wanted: edgeShare, weigh: ({ edge }) => edge !== null },
    ...named('edge'),
    {
      of: 'ending',
      name: 'turned from complete by an edge',
      wanted: otherEndingShare,
      weigh: ({ edge }) => (edge === null ? 0 : chanceOfOtherEnding(catalog, edge)),
    },
    { of: 'fault', name: 'healed', wanted: faultShare, weigh: ({ policy }) => policy === 'with-recovery' },
    {
      of: 'fault',
      name: 'under a mistake',
      wanted: null,
      weigh: e => e.fault !== null && e.mistake !== null,
    },
    ...named('fault'),
    ...RECIPE_POLICIES.filter(name => policies[name]).map(
      (name): Counted => ({
        of: 'policy',
        name,
        wanted: (100 * (policies[name] ?? 0)) / total,
        weigh: ({ policy }) => policy === name || (name === 'expert' && policy === 'with-recovery'),
      }),
    ),
  ];
}

/** The splits that occur or are asked for. Weights share out the work for learning; what is held out is as much as there is. */
function splitShares(
  recipe: Recipe,
  catalog: CatalogInfo,
  episodes: readonly EpisodePlan[],
): { split: Split; wanted: number | null }[] {
  const weights = splitWeightsOf(recipe);
  const held = heldOutOf(recipe, catalog);
  const byName = new Map(catalog.scenarios.map(scenario => [scenario.name, scenario]));
  const learning = episodes
    .map(({ scenario }) => must(byName.get(scenario), scenario))
    .filter(scenario => held.splitOf(scenario) === null);
  const withLook = learning.filter(held.hasLook).length;
  const total = SPLITS.reduce((sum, split) => sum + (weights[split] ?? 0), 0);
  const totalWithoutLook = total - (weights.test_skin ?? 0);
  return SPLITS.flatMap((split): { split: Split; wanted: number | null }[] => {
    const weight = weights[split] ?? 0;
    if (weight === 0)
      return episodes.some(episode => episode.split === split) ? [{ split, wanted: null }] : [];
    const others = split === 'test_skin' ? 0 : (learning.length - withLook) / totalWithoutLook;
    return [{ split, wanted: (100 * weight * (withLook / total + others)) / episodes.length }];
  });
}

function namesIn(episodes: readonly EpisodePlan[], of: 'edge' | 'fault'): string[] {
  const names = new Set(episodes.map(episode => episode[of]));
  return [...names].filter(name => name !== null).sort();
}
