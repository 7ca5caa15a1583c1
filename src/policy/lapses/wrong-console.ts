import { BAR } from '../../screen/script/verbs.ts';
import { astray, besideIn } from './wrong-way.ts';
import type { Lapse } from './lapse.ts';

const KIND = 'wrong-console';

const WORDS = [
  (seen: string, meant: string) => `I expected ${meant} and look at ${seen}. Over to the right one.`,
  (seen: string, meant: string) => `${seen}: that is not how ${meant} looks. I change consoles.`,
  (seen: string, meant: string) => `In front is ${seen}. That belongs to another console; I need ${meant}.`,
  (seen: string, meant: string) =>
    `The bar has many tabs, and I took the one beside ${meant}: I see ${seen}.`,
  (seen: string, meant: string) => `${seen} is none of ${meant}. I touch nothing here and go over.`,
] as const;

/** Goes to the console beside the right one. */
export const wrongConsole: Lapse = {
  name: KIND,
  summary: 'The console beside the right one is opened in the bar; nothing is touched there.',
  begin: (action, moment) => {
    if (!('at' in action) || !('role' in action.at) || action.at.within?.name !== BAR.name) return undefined;
    if (!moment.consoles.some(({ title }) => 'role' in action.at && title === action.at.name))
      return undefined;
    const isApp = ({ name }: { name: string }): boolean =>
      moment.consoles.some(({ title }) => title === name);
    const at = besideIn(moment, action, isApp);
    return at && astray(action, { at, kind: KIND, word: moment.rng.fork('words').pick(WORDS) });
  },
};
