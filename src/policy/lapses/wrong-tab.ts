import { astray, besideIn } from './wrong-way.ts';
import type { Lapse } from './lapse.ts';

const KIND = 'wrong-tab';

const WORDS = [
  (seen: string, meant: string) => `It is ${seen} that came to the front. “${meant}” is another tab.`,
  (seen: string, meant: string) => `Nothing about what I want to know: ${seen}. I try “${meant}”.`,
  (seen: string, meant: string) => `That tab shows ${seen}. What I look for is under “${meant}”.`,
  (seen: string, meant: string) =>
    `${seen}: not what I asked for. I was one tab off, “${meant}” is beside it.`,
  (seen: string, meant: string) => `I see ${seen}, and nothing of what “${meant}” would hold. I change over.`,
] as const;

/** Opens the neighbouring tab of a record. */
export const wrongTab: Lapse = {
  name: KIND,
  summary: 'The tab beside the right one is opened; it holds something else.',
  begin: (action, moment) => {
    const at = besideIn(moment, action, ({ role, selected }) => role === 'tab' && !selected);
    return at && astray(action, { at, kind: KIND, word: moment.rng.fork('words').pick(WORDS) });
  },
};
