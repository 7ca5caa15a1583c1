import type { Alternative } from '../../scenario/alternative.ts';
import type { Observation } from '../../screen/observation.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { stepAside } from '../habits/detours.ts';
import type { Hand } from '../habits/moment.ts';

/** How often somebody looks aside who does it a lot. */
const DETOURS = 12;

/** Looks aside again and again, at other pages and other consoles, and comes back each time. */
export const wandering: Alternative = {
  name: 'wandering',
  summary: 'Other pages and consoles are looked at again and again on the way.',
  begin: ({ script, rng, gone }) => {
    const hand: Hand = { slips: 0, detours: DETOURS, refusals: 0, isCalm: false };
    return mapScript(script, {
      *act(action, { screen, index }): Script<Observation> {
        const draw = rng.fork(String(index));
        const aside = draw.chance(1, 3) ? stepAside(action, { screen, rng: draw, hand }) : undefined;
        gone.isGone ||= aside !== undefined;
        if (aside) yield* aside;
        const done = yield action;
        hand.isCalm = action.kind === 'click' && 'role' in action.at && action.at.role === 'link';
        return done;
      },
    });
  },
};
