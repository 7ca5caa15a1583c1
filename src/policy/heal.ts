import type { Healing } from '../fault/healing.ts';
import type { Observation } from '../screen/observation.ts';
import { mapScript } from '../screen/script/map-script.ts';
import type { Script } from '../screen/script/script.ts';
import { heading, Interrupted, offers } from '../screen/script/verbs.ts';

/**
 * A script that heals interruptions: where the healed screen is what was asked for, the script goes on;
 * otherwise `Interrupted` is thrown into it, and its `attempt` starts the work at hand over.
 */
export function healing<R>(script: Script<R>, known: readonly Healing[]): Script<R> {
  return mapScript(script, {
    *act(action): Script<Observation> {
      let screen = yield action;
      let mustRestart = false;
      for (let met = metOn(screen, known); met; met = metOn(screen, known)) {
        screen = yield* met.heal(screen);
        mustRestart ||= !met.isResult;
      }
      if (mustRestart) throw new Interrupted('An interruption was healed');
      return screen;
    },
  });
}

function metOn(screen: Observation, known: readonly Healing[]): Healing | undefined {
  return known.find(({ signs }) => signs.some(sign => offers(screen, heading(sign))));
}
