import { textOn } from '../screen/script/sight.ts';
import type { ReadNote } from './list-notes.ts';
import type { Step } from './recorded.ts';

/** What the screens said that did not take an act. */
export function refusalNotes(steps: readonly Step[]): ReadNote[] {
  const to = steps.length - 1;
  return steps.slice(0, -1).flatMap(({ index, actionError }) => {
    if (actionError === null || actionError.length > REFUSAL_MAX) return [];
    const whole = steps.flatMap(step => (textOn(step.observation).includes(actionError) ? step.index : []));
    return [{ from: index + 1, to, text: `Not taken: ${actionError}`, whole, worth: 2 as const }];
  });
}

const REFUSAL_MAX = 200;
