import type { Script } from '../../screen/script/script.ts';
import { isGlance } from '../../screen/script/sight.ts';
import { Skipped } from '../../screen/script/verbs.ts';
import type { Mistake } from './mistake.ts';

const KIND = 'skipped-check';

/** Leaves out every check of the procedure. */
export const skippedCheck: Mistake = {
  name: KIND,
  summary: 'The checks that the procedure asks for are left out.',
  begin: ({ script }) => skippingChecks(script),
};

/** The first act that should have come after a check is the mistake. */
function* skippingChecks(script: Script): Script {
  let next = script.next();
  let isSkipped = false;
  while (!next.done) {
    const action = next.value;
    if (action.check === undefined) {
      // A glance is no step: the mark waits for the first that is.
      const isMarked: boolean = isSkipped && !isGlance(action);
      next = script.next(yield isMarked ? { ...action, mistake: KIND } : action);
      isSkipped &&= !isMarked;
      continue;
    }
    isSkipped = true;
    next = script.throw(new Skipped(`Left out: ${action.check}`));
  }
  return next.value;
}
