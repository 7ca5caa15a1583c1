import type { Alternative } from '../../scenario/alternative.ts';
import type { Observation } from '../../screen/observation.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { otherHand } from '../habits/keyboard.ts';

/** Works with the keyboard wherever the next control can be reached with it. */
export const keyboard: Alternative = {
  name: 'keyboard',
  summary: 'Controls are reached and pressed with the keyboard wherever that is possible.',
  begin: ({ script, rng, gone }) =>
    mapScript(script, {
      *act(action, { screen, index }): Script<Observation> {
        const hand = { slips: 0, detours: 0, refusals: 0, isCalm: false };
        const other = otherHand(action, { screen, rng: rng.fork(String(index)), hand });
        if (!other) return yield action;
        gone.isGone = true;
        return yield* other;
      },
    }),
};
