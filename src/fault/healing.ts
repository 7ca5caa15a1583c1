import type { Action, Target } from '../screen/action.ts';
import type { Observation } from '../screen/observation.ts';
import type { Script } from '../screen/script/script.ts';
import { BAR, heading, inside, link, offers } from '../screen/script/verbs.ts';

/** How any operator knows a fault by sight, and what a good one does about it. */
export interface Healing {
  /** Headings, one of which its page shows. */
  signs: readonly string[];
  /**
   * Whether the healed screen is the one that the interrupted action asked for. Otherwise the work at hand starts over,
   * and its first steps look what was saved.
   */
  isResult: boolean;
  heal(screen: Observation): Script<Observation>;
}

export const MINUTE_MS = 60_000;
export const RELOAD: Target = inside(link('Reload page'), BAR);
export const GO_BACK: Target = inside(link('Go back'), BAR);
const RETRIES_MAX = 4;

/** A step that heals. */
export function* mend(action: Action): Script<Observation> {
  return yield { ...action, isRecovery: true };
}

/** A step that is taken because of an interruption and heals nothing yet. */
export function* notice(action: Action): Script<Observation> {
  return yield { ...action, isRecovery: true, isDetection: true };
}

/** One page of trouble that is waited out. */
export interface Wait {
  sign: string;
  /** How long, by what the page says. */
  ms(screen: Observation): number;
  /** What is clicked then. */
  again: Target;
  thought(ms: number): string;
}

/** Looks again until the sign is gone: the first wait only notices, everything after it heals. */
export function waitingOut({ sign, ms, again, thought }: Wait): Healing {
  return {
    signs: [sign],
    isResult: true,
    *heal(screen) {
      let now = screen;
      for (let i = 0; i < RETRIES_MAX && offers(now, heading(sign)); i++) {
        const time = ms(now);
        yield* (i === 0 ? notice : mend)({ kind: 'wait', ms: time, thought: thought(time) });
        now = yield* mend({ kind: 'click', at: again });
      }
      return now;
    },
  };
}

/** One click that heals. */
export interface Click {
  sign: string;
  at: Target;
  isResult: boolean;
  thought: string;
}

/** Clicks once, and the trouble is over. */
export function clicking({ sign, at, isResult, thought }: Click): Healing {
  return { signs: [sign], isResult, heal: () => mend({ kind: 'click', at, thought }) };
}

/** Leaves a page that kept nothing, or does not say whether it did. */
export function goingBack(sign: string, thought: string): Healing {
  return clicking({ sign, at: GO_BACK, isResult: false, thought });
}
