import { drawBelow } from '../../core/draw.ts';
import { type Example, type Guesser, majority } from './guess.ts';

/** How often a model is right, beside the majority; shares in percent. */
export interface Compared {
  /** How many examples it was asked about. */
  episodes: number;
  right: number;
  majority: number;
  /** How far it may lie above the majority: three points, or three standard errors where those are more. */
  tolerance: number;
  /** The smallest gain over the majority that would be called a leak in four of five such sets. */
  smallest: number;
  isLeak: boolean;
}

const FOLDS = 5;
const POINTS = 3;
/** There are dozens of findings in a table, of which chance alone must turn none into a leak. */
const ERRORS = 3;
/** By so many standard errors more, what is there is found in four of five cases. */
const POWER = 0.84;

/** An example that may belong together with others, which are then never learnt from when it is asked about. */
type Unit = Example & { unit?: string };

/** A model that is learnt on four fifths and asked about the last one, five times, beside the majority of all. */
export function compare(
  examples: readonly Unit[],
  learn: (examples: readonly Example[]) => Guesser,
): Compared {
  const folds = foldsOf(examples);
  const usual = majority(examples);
  let [right, base, differing] = [0, 0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const known = examples.filter((_, i) => folds[i] !== fold);
    const guess = learn(known);
    for (const example of examples.filter((_, i) => folds[i] === fold)) {
      const [isRight, isUsual] = [guess(example) === example.label, usual(example) === example.label];
      right += Number(isRight);
      base += Number(isUsual);
      differing += Number(isRight !== isUsual);
    }
  }
  const episodes = examples.length;
  const percent = (count: number): number => (100 * count) / Math.max(1, episodes);
  const tolerance = Math.max(POINTS, ERRORS * percent(Math.sqrt(differing)));
  const gain = percent(right - base);
  const smallest = Math.max(POINTS, percent(leastSeen(differing)));
  const shares = { right: percent(right), majority: percent(base), tolerance, smallest };
  return { episodes, ...shares, isLeak: gain > tolerance };
}

/**
 * How many examples a model must have right beyond the majority to be found out, where so many differ by chance. A leak
 * makes as many more differ as it gains, and so its own error: `least = k × √(differing + least)`.
 */
function leastSeen(differing: number): number {
  const k = (ERRORS + POWER) ** 2;
  return (k + Math.sqrt(k * (k + 4 * differing))) / 2;
}

/** Every scenario is spread over all folds, from a fold that it draws, in an order that says nothing of the episode. */
function foldsOf(examples: readonly Unit[]): number[] {
  const next = new Map<string, number>();
  return examples.map(({ group, unit }) => {
    if (unit !== undefined) return drawBelow(`probe/${unit}`, FOLDS);
    const turn = next.get(group) ?? drawBelow(`probe/${group}`, FOLDS);
    next.set(group, turn + 1);
    return turn % FOLDS;
  });
}
