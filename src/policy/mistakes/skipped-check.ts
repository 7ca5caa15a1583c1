import type { Observation } from '../../screen/observation.ts';
import { eachMove } from '../../screen/script/map-script.ts';
import { isGlance, type Script } from '../../screen/script/script.ts';
import { Skipped } from '../../screen/script/verbs.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'skipped-check';

/** Leaves out every check of the procedure. */
export const skippedCheck: Mistake = {
  name: KIND,
  summary: 'The checks that the procedure asks for are left out.',
  begin: ({ script }) => skippingChecks(script),
};

/** The first act that should have come after a check is the mistake. */
function skippingChecks(script: Script): Script {
  let isSkipped = false;
  return eachMove(script, function* (move): Script<Observation> {
    if (move.check !== undefined) {
      isSkipped = true;
      throw new Skipped(`Left out: ${move.check}`);
    }
    // A glance is no step: the mark waits for the first that is.
    if (!isSkipped || isGlance(move)) return yield move;
    isSkipped = false;
    return yield { ...move, mistake: KIND };
  });
}
