import { drawBelow } from '../../core/draw.ts';
import { type Example, type Guesser, majority, naiveBayes, oneRule } from './guess.ts';
import { type Instance, SECRETS } from './instance.ts';

/** What one model makes of one kind of clue, beside the majority of each scenario; shares in percent. */
export interface Finding {
  secret: string;
  clue: string;
  model: string;
  episodes: number;
  right: number;
  majority: number;
  /** How far it may lie above the majority: three points, or three standard errors where those are more. */
  tolerance: number;
  isLeak: boolean;
}

const FOLDS = 5;
const POINTS = 3;
/** There are dozens of findings in a table, of which chance alone must turn none into a leak. */
const ERRORS = 3;
const MODELS: Readonly<Record<string, (examples: readonly Example[]) => Guesser>> = {
  words: naiveBayes,
  'one rule': oneRule,
};

/**
 * What each kind of clue tells of how episodes end and of their trouble, by models that are learnt on four fifths and asked
 * about the last one, five times. All is compared inside of a scenario, whose goal may say that an answer is wanted; the
 * majority is that of all its episodes, which favours it where they are few.
 */
export function findLeaks(instances: readonly Instance[]): Finding[] {
  const clues = [...new Set(instances.flatMap(({ clues }) => Object.keys(clues)))].sort();
  return Object.entries(SECRETS).flatMap(([secret, labelOf]) =>
    [...clues, 'all'].flatMap(clue => {
      const examples = instances.map(instance => ({
        group: instance.scenario,
        tokens: tokensOf(instance, clue),
        label: labelOf(instance),
      }));
      return Object.entries(MODELS)
        .filter(([model]) => model === 'words' || clue !== 'all')
        .map(([model, learn]) => ({ secret, clue, model, ...compare(examples, learn) }));
    }),
  );
}

function tokensOf({ clues }: Instance, clue: string): readonly string[] {
  if (clue !== 'all') return clues[clue] ?? [];
  return Object.entries(clues).flatMap(([kind, words]) => words.map(word => `${kind}: ${word}`));
}

type Compared = Omit<Finding, 'secret' | 'clue' | 'model'>;

function compare(examples: readonly Example[], learn: (examples: readonly Example[]) => Guesser): Compared {
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
  return { episodes, right: percent(right), majority: percent(base), tolerance, isLeak: gain > tolerance };
}

/** Every scenario is spread over all folds, from a fold that it draws, in an order that says nothing of the episode. */
function foldsOf(examples: readonly Example[]): number[] {
  const next = new Map<string, number>();
  return examples.map(({ group }) => {
    const turn = next.get(group) ?? drawBelow(`probe/${group}`, FOLDS);
    next.set(group, turn + 1);
    return turn % FOLDS;
  });
}
