import { astray, besideIn } from './wrong-way.ts';
import type { Lapse } from './lapse.ts';

const KIND = 'wrong-place';

const WORDS = [
  (seen: string, meant: string) => `I read the heading: ${seen}. So it is not “${meant}” that I have opened.`,
  (seen: string, meant: string) => `${seen}. The list is another than I expected of “${meant}”.`,
  (seen: string, meant: string) =>
    `This is ${seen}, not “${meant}”. I hit the entry beside it in the navigation.`,
  (seen: string, meant: string) => `I wanted “${meant}” and have ${seen} before me: one entry off.`,
  (seen: string, meant: string) =>
    `What came up is ${seen}. Nothing of that helps here; “${meant}” is the place.`,
] as const;

/** Opens the neighbouring place of a console. */
export const wrongPlace: Lapse = {
  name: KIND,
  summary: 'The entry beside the right one is taken in a navigation; the heading says another place.',
  begin: (action, moment) => {
    const isMain = 'at' in action && 'role' in action.at && action.at.within?.name === 'Main';
    const at = isMain ? besideIn(moment, action, ({ role }) => role === 'link') : undefined;
    return at && astray(action, { at, kind: KIND, word: moment.rng.fork('words').pick(WORDS) });
  },
};
