import { must } from '../../core/assert.ts';
import { drawBelow } from '../../core/draw.ts';
import type { Recipe } from './recipe.ts';
import { SPLITS, type Split } from './shard-plan.ts';

type SplitWeights = Partial<Record<Split, number | undefined>>;

/** How the episodes of a family for learning are spread where the recipe leaves it to the families. */
const BY_FAMILY: SplitWeights = { train: 6, validation: 1, test_task: 1 };

/** The weights of splits that a recipe asks for. */
export function splitWeightsOf({ splits }: Recipe): SplitWeights {
  return splits === 'by-family' ? BY_FAMILY : splits;
}

/** Gives an episode of a family for learning its split, by the weights of the recipe. */
export type SplitDraw = (scenario: string, index: number) => Split;

/**
 * Every scenario goes through one round of the weights again and again and enters it at a place of its own: each split
 * gets its weight to a rounding, whatever other scenarios there are.
 */
export function splitDrawOf(recipe: Recipe): SplitDraw {
  const round = roundOf(splitWeightsOf(recipe));
  const starts = new Map<string, number>();
  return (scenario, index) => {
    const start = starts.get(scenario) ?? drawBelow(`${recipe.seed}/${scenario}/split`, round.length);
    starts.set(scenario, start);
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
