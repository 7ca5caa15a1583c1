import { must } from '../../core/assert.ts';
import { drawBelow, EVEN_RANGE, evenly } from '../../core/draw.ts';
import type { ScenarioInfo } from './catalog-info.ts';
import type { HeldOut } from './hold-out.ts';
import type { Recipe } from './recipe.ts';
import { SPLITS, type Split } from './shard-plan.ts';

type SplitWeights = Partial<Record<Split, number | undefined>>;

/** How the episodes of a family for learning are spread where the recipe leaves it to the families. */
const BY_FAMILY: SplitWeights = { train: 6, validation: 1, test_task: 1 };

/** The same where looks are held out. */
const BY_FAMILY_AND_LOOK: SplitWeights = { ...BY_FAMILY, test_skin: 1 };

/** The weights of splits that a recipe asks for. */
export function splitWeightsOf({ splits, holdOut }: Recipe): SplitWeights {
  if (splits !== 'by-family') return splits;
  return holdOut?.skins !== undefined || holdOut?.kits !== undefined ? BY_FAMILY_AND_LOOK : BY_FAMILY;
}

/** Gives an episode its split. */
export type SplitDraw = (scenario: ScenarioInfo, index: number) => Split;

/**
 * What is held out of learning decides by itself; then whether the episode is to show a held-out look; then the weights of
 * the others. Each is drawn by itself, so that holding a console, family, look or edge out moves only the episodes that
 * show it.
 *
 * Every scenario goes through one round of the weights again and again and enters it at a place of its own: each split
 * gets its weight to a rounding, whatever other scenarios there are.
 */
export function splitDrawOf(recipe: Recipe, held: HeldOut): SplitDraw {
  const { test_skin: forLooks = 0, ...weights } = splitWeightsOf(recipe);
  const round = roundOf(weights);
  const starts = new Map<string, number>();
  const turn = (forLooks * EVEN_RANGE) / (round.length + forLooks);
  return (scenario, index) => {
    const { name } = scenario;
    const own = held.splitOf(scenario);
    if (own !== null) return own;
    const isForLooks = turn > 0 && held.hasLook(scenario);
    if (isForLooks && evenly(`${recipe.seed}/${name}/test_skin`, index) < turn) return 'test_skin';
    const start = starts.get(name) ?? drawBelow(`${recipe.seed}/${name}/split`, round.length);
    starts.set(name, start);
    return must(round[(start + index) % round.length], 'a place in the round of splits');
  };
}

/** A round in which each split stands as often as its weight says, spread as evenly as can be. */
function roundOf(weights: SplitWeights): Split[] {
  const parts = SPLITS.map(name => ({ name, weight: weights[name] ?? 0, credit: 0 }));
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  return Array.from({ length: total }, () => {
    for (const part of parts) part.credit += part.weight;
    const next = parts.reduce((best, part) => (part.credit > best.credit ? part : best));
    next.credit -= total;
    return next.name;
  });
}
