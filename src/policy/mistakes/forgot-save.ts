import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { canDo, focusedOn, nodesOf } from '../../screen/script/sight.ts';
import { carelessly, wrongly } from './carelessly.ts';
import { savesOn } from './saves.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'forgot-save';

/** Fills a form in and leaves it without saving. */
export const forgotSave: Mistake = {
  name: KIND,
  summary: 'A form is filled in and left without saving it.',
  begin: ({ script, briefing, rng }) => {
    let left = rng.fork('which').int(1, 2);
    let isFilled = false;
    let isForgotten = false;
    let isMarked = false;
    return carelessly(
      withEnd(script, () => isForgotten && !isMarked),
      {
        kind: KIND,
        twist: (action, screen) => {
          if (isForgotten) {
            if (isMarked) return undefined;
            isMarked = true;
            return leaving(action, screen);
          }
          if (isFilled && savesOn(briefing, screen, action) && --left === 0) {
            isForgotten = true;
            return nothing(screen);
          }
          isFilled = filled(isFilled, action, screen);
          return undefined;
        },
      },
    );
  },
};

/** Whether a form on the page holds typed text after an action; a press of a button sends it or throws it away. */
function filled(before: boolean, action: Action, screen: Observation): boolean {
  if (action.kind === 'type') return focusedOn(screen)?.role === 'textbox';
  const isPress =
    action.kind === 'click' && 'role' in action.at && /^(button|link|tab)$/.test(action.at.role);
  return before && !isPress && !(action.kind === 'key' && action.keys === 'enter');
}

/** The act after the forgotten one is where it goes wrong. An open dialog is in the way, and is closed. */
function leaving(action: Action, screen: Observation): Script<Observation> | undefined {
  const isCovered = nodesOf(screen.tree).some(node => node.role === 'dialog');
  if (isCovered) return closing(action);
  return canDo(screen, action) ? wrongly(action, KIND) : undefined;
}

function* closing(action: Action): Script<Observation> {
  const screen = yield* wrongly({ kind: 'key', keys: 'escape' }, KIND);
  return canDo(screen, action) ? yield action : screen;
}

function* nothing(screen: Observation): Script<Observation> {
  yield* [];
  return screen;
}

/** Marks the ending where nothing but it came after the forgotten act. */
function* withEnd(script: Script, isUnmarked: () => boolean): Script {
  const outcome = yield* script;
  return isUnmarked() ? { ...outcome, mistake: KIND } : outcome;
}
