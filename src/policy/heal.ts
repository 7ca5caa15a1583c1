import { findAll } from '../screen/find.ts';
import type { Action, Observation, Script, Target } from '../screen/types.ts';
import { BAR, button, heading, inside, Interrupted, link } from './verbs.ts';

/**
 * An interruption that any operator knows by sight, and how to heal it. `isResult` when the healed screen is the one that
 * the interrupted action asked for; otherwise the work at hand starts over.
 */
interface Interruption {
  name: string;
  sign: Target;
  isResult: boolean;
  heal(screen: Observation): Script<Observation>;
}

const RETRY_WAIT_MS = 60_000;
const RETRIES_MAX = 4;

function* step(action: Action): Script<Observation> {
  return yield { ...action, isRecovery: true };
}

const INTERRUPTIONS: readonly Interruption[] = [
  {
    name: 'signed out',
    sign: heading('Sign in'),
    isResult: false,
    *heal() {
      return yield* step({
        kind: 'click',
        at: button('Sign in'),
        thought:
          'The session has ended and the form is lost. I sign in again, then look whether anything was saved.',
      });
    },
  },
  {
    name: 'unavailable',
    sign: heading('Service unavailable'),
    isResult: true,
    *heal(screen) {
      let now = screen;
      for (let i = 0; i < RETRIES_MAX && findAll(now.tree, heading('Service unavailable')).length > 0; i++) {
        yield* step({
          kind: 'wait',
          ms: RETRY_WAIT_MS,
          thought: 'The console is away for maintenance. I wait a minute before I try again.',
        });
        now = yield* step({ kind: 'click', at: link('Try again') });
      }
      return now;
    },
  },
  {
    name: 'error after a save',
    sign: heading('Something went wrong'),
    isResult: false,
    *heal() {
      return yield* step({
        kind: 'click',
        at: inside(link('Go back'), BAR),
        thought:
          'The page does not say whether it was saved. I go back and read the record before I do anything twice.',
      });
    },
  },
  {
    name: 'stale record',
    sign: heading('Record was changed'),
    isResult: false,
    *heal() {
      return yield* step({
        kind: 'click',
        at: inside(link('Go back'), BAR),
        thought:
          'Somebody saved the record before me, so nothing of mine was kept. I open it again and read it.',
      });
    },
  },
];

/**
 * A script that heals interruptions: where the healed screen is what was asked for, the script goes on; otherwise
 * `Interrupted` is thrown into it, and its `attempt` starts the work at hand over.
 */
export function* healing<R>(script: Script<R>): Script<R> {
  let next = script.next();
  while (!next.done) {
    let screen = yield next.value;
    let mustRestart = false;
    for (let known = interruptionOn(screen); known; known = interruptionOn(screen)) {
      screen = yield* known.heal(screen);
      mustRestart ||= !known.isResult;
    }
    next = mustRestart ? script.throw(new Interrupted('An interruption was healed')) : script.next(screen);
  }
  return next.value;
}

function interruptionOn(screen: Observation): Interruption | undefined {
  return INTERRUPTIONS.find(({ sign }) => findAll(screen.tree, sign).length > 0);
}
