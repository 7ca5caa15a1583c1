import type { Action } from '../action.ts';
import type { Observation } from '../observation.ts';
import { GLANCE, isGlance, type Move, type Script } from './script.ts';

/** Said in place of a screen: the script goes no further, and this is what came of it. */
export interface Stopped<R> {
  stopped: R;
}

/** Ends a script from outside, with a result in its place. */
export function stop<R>(result: R): Stopped<R> {
  return { stopped: result };
}

/** When an act of a script is done. */
export interface MapMoment {
  /** The screen in front. */
  screen: Observation;
  /** How many acts of the script came before; glances do not count. */
  index: number;
}

/** Another way to act a script out. */
export interface ScriptMap<R> {
  /** Does an act of the script: by itself, by others, or not at all. What it throws, the script catches or ends with. */
  act?(action: Action, moment: MapMoment): Script<Observation | Stopped<R>>;
  /** What the script sees of a screen. */
  show?(screen: Observation): Observation;
}

/**
 * A script acted out in another way, act by act. The only loop over scripts: what is thrown into it reaches the script,
 * and when it is ended early the script is, too, with all that it wants to put in order.
 *
 * @example
 * const marked = mapScript(work, { act: action => act({ ...action, mistake: 'wrong-person' }) });
 */
export function* mapScript<R>(
  script: Script<R>,
  { act = asWritten, show = asSeen }: ScriptMap<R>,
): Script<R> {
  let screen = yield GLANCE;
  let index = 0;
  return yield* eachMove(script, function* (move): Script<Observation | Stopped<R>> {
    if (isGlance(move)) {
      screen = yield move;
      return show(screen);
    }
    const result = yield* act(move, { screen, index: index++ });
    if ('stopped' in result) return result;
    screen = result;
    return show(screen);
  });
}

/** The moves of a script one by one: each is answered with a screen, with an error to be thrown in, or with the end. */
export function* eachMove<R, Y>(
  script: Script<R>,
  answer: (move: Move) => Generator<Y, Observation | Stopped<R>, Observation>,
): Generator<Y, R, Observation> {
  let next: IteratorResult<Move, R> | undefined;
  try {
    next = script.next();
    while (!next.done) {
      let shown: Observation | Stopped<R>;
      try {
        shown = yield* answer(next.value);
      } catch (error) {
        next = script.throw(error);
        continue;
      }
      if ('stopped' in shown) return shown.stopped;
      next = script.next(shown);
    }
    return next.value;
  } finally {
    // A script that is left in the middle may have something to put in order, with acts of its own.
    if (next && !next.done) yield* leave(script, answer);
  }
}

function* leave<R, Y>(
  script: Script<R>,
  answer: (move: Move) => Generator<Y, Observation | Stopped<R>, Observation>,
): Generator<Y, void, Observation> {
  let next = script.return(undefined as never);
  while (!next.done) {
    const shown = yield* answer(next.value);
    if ('stopped' in shown) return;
    next = script.next(shown);
  }
}

function* asWritten(action: Action): Script<Observation> {
  return yield action;
}

function asSeen(screen: Observation): Observation {
  return screen;
}
