import type { Rng } from '../core/rng.ts';
import type { Action } from '../screen/action.ts';
import type { Observation } from '../screen/observation.ts';
import { mapScript } from '../screen/script/map-script.ts';
import type { Script } from '../screen/script/script.ts';
import { stepAside } from './habits/detours.ts';
import { otherHand } from './habits/keyboard.ts';
import type { Hand } from './habits/moment.ts';
import { refusedFirst } from './habits/refused.ts';
import { mistyped } from './habits/typing.ts';
import type { Policy } from './policy.ts';

const SLIPS_MAX = 2;
const DETOURS_MAX = 3;
const REFUSALS_MAX = 1;

/**
 * The expert with a person's habits: now by the one path and now by the other, keyboard or mouse, a typing error that is
 * seen and corrected, a form that is sent too soon and comes back, a look around. It comes to the same end; what it does beside the work is labelled.
 */
export const withNoise: Policy = {
  name: 'with-noise',
  begin: ({ scenario, briefing, rng }) => {
    const isOther = scenario.second !== undefined && rng.fork('path').chance(1, 2);
    const script = isOther ? scenario.second?.(briefing) : undefined;
    return noisy(script ?? scenario.expert(briefing), rng.fork('habits'));
  },
};

/** A script acted out with habits. Each step has chance of its own, so that one habit moves no other. */
export function noisy<R>(script: Script<R>, rng: Rng): Script<R> {
  const hand: Hand = {
    slips: SLIPS_MAX,
    detours: DETOURS_MAX,
    refusals: REFUSALS_MAX,
    isCalm: false,
  };
  return mapScript(script, {
    *act(action, { screen, index }): Script<Observation> {
      const draw = rng.fork(String(index));
      const isAside = draw.fork('aside').chance(1, 10);
      const aside = isAside ? stepAside(action, { screen, rng: draw, hand }) : undefined;
      const now = aside ? yield* aside : screen;
      const done = yield* asAPerson(action, { screen: now, rng: draw, hand });
      hand.isCalm = isByLink(action);
      return done;
    },
  });
}

function asAPerson(
  action: Action,
  moment: { screen: Observation; rng: Rng; hand: Hand },
): Script<Observation> {
  const { rng } = moment;
  const refused = refusedFirst(action, { ...moment, rng: rng.fork('refused') });
  if (refused) return refused;
  const slip = rng.fork('slip').chance(1, 6)
    ? mistyped(action, { ...moment, rng: rng.fork('typing') })
    : undefined;
  if (slip) return slip;
  const isOther = rng.fork('hand').chance(1, 2);
  return (isOther ? otherHand(action, { ...moment, rng: rng.fork('keys') }) : undefined) ?? asWritten(action);
}

function* asWritten(action: Action): Script<Observation> {
  return yield action;
}

/** Links fetch pages and change nothing. */
function isByLink(action: Action): boolean {
  return action.kind === 'click' && 'role' in action.at && action.at.role === 'link';
}
