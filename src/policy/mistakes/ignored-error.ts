import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { canDo } from '../../screen/script/sight.ts';
import { heading, offers } from '../../screen/script/verbs.ts';
import type { ActedStep } from '../../scenario/mistake.ts';
import { carelessly, wrongly } from './carelessly.ts';
import { type Known, savesOn } from './saves.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'ignored-error';

/** Meets the trouble that a fault makes, does not read it, goes on and reports success. */
export const ignoredError: Mistake = {
  name: KIND,
  summary: 'An error page is passed over, and success is reported.',
  needsFault: true,
  begin: ({ script, briefing, healings }) => {
    // Pages that answer a save which has to be done over.
    const signs = healings.filter(({ isResult }) => !isResult).flatMap(healing => healing.signs);
    return ignoring(script, briefing, screen => signs.some(sign => offers(screen, heading(sign))));
  },
  isMade: wasLost,
};

/**
 * To go on after a save that came to nothing is the mistake. Where only a page did not come, it is made when nothing goes
 * on any more and success is reported all the same.
 */
function ignoring(script: Script, known: Known, isTrouble: (screen: Observation) => boolean): Script {
  let isSaved = false;
  let isMade = false;
  const twist = (action: Action, screen: Observation): Script<Observation> | undefined => {
    const isLost = isSaved && !isMade && canDo(screen, action) && isTrouble(screen);
    isSaved = savesOn(known, screen, action);
    isMade ||= isLost;
    return isLost ? wrongly(action, KIND) : undefined;
  };
  return carelessly(
    marked(script, screen => isSaved && !isMade && isTrouble(screen)),
    { kind: KIND, twist },
  );
}

/** Marks the ending where the last save met trouble and nothing came after it. */
function* marked(script: Script, isOnTrouble: (screen: Observation) => boolean): Script {
  let last: Observation | undefined;
  const outcome = yield* mapScript(script, {
    *act(action): Script<Observation> {
      last = yield action;
      return last;
    },
  });
  return last && isOnTrouble(last) ? { ...outcome, mistake: KIND } : outcome;
}

/** A save that went through before its error page was shown did no harm. */
function wasLost(steps: readonly ActedStep[]): boolean {
  const at = steps.findIndex(({ label }) => label === 'wrong');
  const before = steps[(at < 0 ? steps.length - 1 : at) - 1];
  return before !== undefined && before.changes.length === 0;
}
