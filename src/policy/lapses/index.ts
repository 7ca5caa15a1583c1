// Written by `npm run fix`.
import { keptWrong } from './kept-wrong.ts';
import { misreadNumber } from './misread-number.ts';
import { narrowFilter } from './narrow-filter.ts';
import { wentByName } from './went-by-name.ts';
import { wrongButton } from './wrong-button.ts';
import { wrongChoice } from './wrong-choice.ts';
import { wrongConsole } from './wrong-console.ts';
import { wrongEntry } from './wrong-entry.ts';
import { wrongField } from './wrong-field.ts';
import { wrongPlace } from './wrong-place.ts';
import { wrongRow } from './wrong-row.ts';
import { wrongTab } from './wrong-tab.ts';

/** All wrong choices that are noticed and put right, by kind. */
export const lapses = {
  'kept-wrong': keptWrong,
  'misread-number': misreadNumber,
  'narrow-filter': narrowFilter,
  'went-by-name': wentByName,
  'wrong-button': wrongButton,
  'wrong-choice': wrongChoice,
  'wrong-console': wrongConsole,
  'wrong-entry': wrongEntry,
  'wrong-field': wrongField,
  'wrong-place': wrongPlace,
  'wrong-row': wrongRow,
  'wrong-tab': wrongTab,
} as const;
