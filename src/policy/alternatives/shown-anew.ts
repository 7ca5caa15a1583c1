import type { Alternative } from '../../scenario/alternative.ts';
import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import { reload } from '../../screen/script/verbs.ts';

/** What passes with the page. */
const PASSING: ReadonlySet<string> = new Set(['alert', 'status', 'dialog', 'alertdialog', 'menuitem']);

/** Has every page shown anew that a link has led to, before it is read. */
export const shownAnew: Alternative = {
  name: 'shown-anew',
  summary: 'Each page that a link leads to is loaded once more before it is read.',
  begin: ({ script, gone }) =>
    mapScript(script, {
      *act(action): Script<Observation> {
        const screen = yield action;
        const isKept = nodesOf(screen.tree).some(({ role }) => PASSING.has(role));
        if (!isByLink(action) || isKept || screen.actionError !== undefined) return screen;
        gone.isGone = true;
        return yield* reload('I have it shown anew: somebody may have worked on it meanwhile.');
      },
    }),
};

function isByLink(action: Action): boolean {
  return action.kind === 'click' && 'role' in action.at && action.at.role === 'link';
}
