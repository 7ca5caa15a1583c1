import type { Observation } from '../screen/observation.ts';
import { mapScript } from '../screen/script/map-script.ts';
import type { Script } from '../screen/script/script.ts';
import { heading, Interrupted, offers } from '../screen/script/verbs.ts';
import { type Interruption, INTERRUPTIONS } from './interruptions.ts';

/**
 * A script that heals interruptions: where the healed screen is what was asked for, the script goes on;
 * otherwise `Interrupted` is thrown into it, and its `attempt` starts the work at hand over.
 */
export function healing<R>(script: Script<R>): Script<R> {
  return mapScript(script, {
    *act(action): Script<Observation> {
      let screen = yield action;
      let mustRestart = false;
      for (let known = interruptionOn(screen); known; known = interruptionOn(screen)) {
        screen = yield* known.heal(screen);
        mustRestart ||= !known.isResult;
      }
      if (mustRestart) throw new Interrupted('An interruption was healed');
      return screen;
    },
  });
}

function interruptionOn(screen: Observation): Interruption | undefined {
  return INTERRUPTIONS.find(({ signs }) => signs.some(sign => offers(screen, heading(sign))));
}
