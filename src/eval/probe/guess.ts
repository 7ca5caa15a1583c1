/** An example to learn from: its tokens, its place and what is to be guessed. */
export interface Example {
  group: string;
  tokens: readonly string[];
  label: string;
}

/** Guesses a label. Every tie goes to the label that comes first in code unit order. */
export type Guesser = (example: Pick<Example, 'group' | 'tokens'>) => string;

/** How many times a word and a label count as met as often as chance has them, so that one pair decides nothing. */
const CALM = 3;
/** How far from chance a word must have met a label to weigh at all: squared, in variances of a count. */
const NOTABLE = 9;
/** The words that weigh in a guess: those that say the most. Many words say the same thing, and would say it often. */
const WEIGHED = 12;

/** The commonest label of each group. */
export function majority(examples: readonly Example[]): Guesser {
  const counts = countsBy(examples, ({ group }) => [group]);
  const all = countsBy(examples, () => ['']);
  return ({ group }) => commonest(counts.get(group) ?? all.get('') ?? new Map());
}

/** One rule: the commonest label of each value within its group; an unknown value falls back to the group's. */
export function oneRule(examples: readonly Example[]): Guesser {
  const fallback = majority(examples);
  const counts = countsBy(examples, ({ group, tokens }) => [`${group}\n${tokens.join(' ')}`]);
  return example => {
    const own = counts.get(`${example.group}\n${example.tokens.join(' ')}`);
    return own ? commonest(own) : fallback(example);
  };
}

/**
 * Naive Bayes: how common a label is in the group, times how much oftener than by chance each word met it. What chance has
 * is reckoned group by group, so that the words of a scenario do not repeat how it mostly ends.
 */
export function naiveBayes(examples: readonly Example[]): Guesser {
  const byGroup = countsBy(examples, ({ group }) => [group]);
  const met = countsBy(examples, wordsIn);
  const expected = expectedBy(examples, byGroup);
  return example => {
    const priors = byGroup.get(example.group) ?? new Map<string, number>();
    const labels = [...priors.keys()].sort();
    const ratios = wordsIn(example)
      .filter(word => isNotable(met.get(word), expected.get(word)))
      .map(word =>
        labels.map(
          label => ((met.get(word)?.get(label) ?? 0) + CALM) / ((expected.get(word)?.get(label) ?? 0) + CALM),
        ),
      );
    const strongest = ratios.sort((a, b) => spread(b) - spread(a)).slice(0, WEIGHED);
    const chances = labels.map((label, i) =>
      strongest.reduce((chance, ratio) => chance * (ratio[i] ?? 1), priors.get(label) ?? 0),
    );
    return labels[chances.indexOf(Math.max(...chances))] ?? '';
  };
}

/** A word that was met seldom is a name. */
const MET_LEAST = 6;

/**
 * All words at once, whatever the group, those that are there and those that are not: simple, and good at short texts in
 * which many words say a little.
 */
export function bagOfWords(examples: readonly Example[]): Guesser {
  const all = countsBy(examples, () => ['']).get('') ?? new Map<string, number>();
  const labels = [...all.keys()].sort();
  const base = labels.map(label => all.get(label) ?? 1);
  const weights = new Map<string, number[]>();
  for (const [word, counts] of countsBy(examples, ({ tokens }) => new Set(tokens))) {
    if ([...counts.values()].reduce((sum, count) => sum + count, 0) < MET_LEAST) continue;
    const shares = labels.map(label => ((counts.get(label) ?? 0) + 1) / ((all.get(label) ?? 0) + 2));
    for (const [i, share] of shares.entries()) base[i] = (base[i] ?? 0) * (1 - share);
    weights.set(
      word,
      shares.map(share => share / (1 - share)),
    );
  }
  return ({ tokens }) => {
    const known = [...new Set(tokens)].map(word => weights.get(word));
    const chances = base.map((start, i) =>
      known.reduce((chance, weight) => chance * (weight?.[i] ?? 1), start),
    );
    return labels[chances.indexOf(Math.max(...chances))] ?? '';
  };
}

function isNotable(met: Counts = new Map(), expected: Counts = new Map()): boolean {
  return [...expected].some(
    ([label, chance]) => ((met.get(label) ?? 0) - chance) ** 2 >= NOTABLE * (chance + 1),
  );
}

/** Its words, and each in its group. */
function wordsIn({ group, tokens }: Pick<Example, 'group' | 'tokens'>): string[] {
  return tokens.flatMap(token => [token, `${group}\n${token}`]);
}

function spread(ratio: readonly number[]): number {
  return Math.max(...ratio) / Math.min(...ratio);
}

/** How often each word would meet each label if it had nothing to do with it, within its groups. */
function expectedBy(examples: readonly Example[], byGroup: Map<string, Counts>): Map<string, Counts> {
  const expected = new Map<string, Counts>();
  for (const example of examples) {
    const labels = byGroup.get(example.group) ?? new Map<string, number>();
    const size = [...labels.values()].reduce((sum, count) => sum + count, 0);
    for (const word of wordsIn(example)) {
      const own = expected.get(word) ?? new Map<string, number>();
      expected.set(word, own);
      for (const [label, count] of labels) own.set(label, (own.get(label) ?? 0) + count / size);
    }
  }
  return expected;
}

type Counts = Map<string, number>;

function countsBy(
  examples: readonly Example[],
  keysOf: (example: Example) => Iterable<string>,
): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const example of examples) {
    for (const key of keysOf(example)) {
      const own = counts.get(key) ?? new Map<string, number>();
      counts.set(key, own);
      own.set(example.label, (own.get(example.label) ?? 0) + 1);
    }
  }
  return counts;
}

function commonest(counts: Counts): string {
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([label, count]) => (count === most ? [label] : [])).sort()[0] ?? '';
}
