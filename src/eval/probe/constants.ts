import type { Instance } from './instance.ts';

/** An episode, and whether its right ending is paid when nothing was read or done before it. */
export interface Idle extends Instance {
  /** All of the ending: kind, reason and values. */
  said: string;
  isPaid: boolean;
}

/** What a policy gains that always says the same, in percent of all episodes. */
export interface Constant {
  policy: string;
  right: number;
  isLeak: boolean;
}

const MOST = 10;

/** What the best constant ending gains that nothing was done for: one for all episodes, and one for each scenario. */
export function constantsOf(episodes: readonly Idle[]): Constant[] {
  const paid = episodes.filter(({ isPaid }) => isPaid);
  const share = (count: number): number => (100 * count) / Math.max(1, episodes.length);
  const one = share(most(paid.map(({ said }) => said)));
  const scenarios = [...new Set(paid.map(({ scenario }) => scenario))];
  const each = share(
    scenarios
      .map(name => most(paid.filter(({ scenario }) => scenario === name).map(({ said }) => said)))
      .reduce((sum, count) => sum + count, 0),
  );
  return [
    { policy: 'one ending for all', right: one, isLeak: one >= MOST },
    { policy: 'one ending for each scenario', right: each, isLeak: each >= MOST },
  ];
}

function most(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
