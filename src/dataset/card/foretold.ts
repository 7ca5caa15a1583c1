import { SPLITS, type Split } from '../plan/shard-plan.ts';

/** How often each thing was done after each other, in one split. */
export type Following = Map<string, Map<string, number>>;

/** How many steps of a split a table of "template and last step → next step" foretells, which is learnt on `train`. */
export interface Foretold {
  split: Split;
  steps: number;
  foretold: number;
}

/** Takes the steps of episodes, one after another, each with what was done. */
export function noteFollowing(following: Following): (of: FollowedBy, what: string) => void {
  let last = { id: '', what: '' };
  return ({ episode_id, template }, what) => {
    const id = String(episode_id);
    if (last.id === id) {
      const before = `${template}\n${last.what}`;
      const next = following.get(before) ?? new Map<string, number>();
      following.set(before, next.set(what, (next.get(what) ?? 0) + 1));
    }
    last = { id, what };
  };
}

interface FollowedBy {
  episode_id: unknown;
  template: unknown;
}

/** The splits in their order; nothing where there is none for learning. A step of `train` itself is guessed by the others. */
export function foretoldIn(all: ReadonlyMap<Split, Following>): Foretold[] {
  const train = all.get('train');
  if (!train) return [];
  const table = new Map([...train].map(([before, next]) => [before, ranked(next)]));
  return SPLITS.flatMap(split => {
    const own = all.get(split);
    if (!own) return [];
    let [steps, foretold] = [0, 0];
    for (const [before, next] of own) {
      const [[likely = '', most = 0] = [], [, second = 0] = []] = table.get(before) ?? [];
      for (const count of next.values()) steps += count;
      // Who is left out must not be the one by whom it is the most frequent.
      if (split !== 'train' || most - 1 > second) foretold += next.get(likely) ?? 0;
    }
    return [{ split, steps, foretold }];
  });
}

/** The most frequent first, of as many in code unit order. */
function ranked(next: ReadonlyMap<string, number>): [string, number][] {
  return [...next].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
