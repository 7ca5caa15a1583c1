// Written by `npm run fix`.
import { keyboard } from './keyboard.ts';
import { otherSpelling } from './other-spelling.ts';
import { plainValues } from './plain-values.ts';
import { shownAnew } from './shown-anew.ts';
import { wandering } from './wandering.ts';

/** All other sensible ways that there are in any scenario, by kind. */
export const alternatives = {
  keyboard,
  'other-spelling': otherSpelling,
  'plain-values': plainValues,
  'shown-anew': shownAnew,
  wandering,
} as const;
