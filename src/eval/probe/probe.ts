import { compare, type Compared } from './compare.ts';
import { type Example, type Guesser, naiveBayes, oneRule } from './guess.ts';
import { type Instance, SECRETS } from './instance.ts';

/** What one model makes of one kind of clue, beside the majority of each scenario. */
export interface Finding extends Compared {
  secret: string;
  clue: string;
  model: string;
}

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
