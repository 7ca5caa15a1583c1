import { echo } from '../../core/echo.ts';
import type { Outcome } from '../outcome.ts';
import { type Problem, readMove, readOutcome } from '../wire.ts';
import { eachMove, stop } from './map-script.ts';
import { type AsyncScript, isGlance, type Move, type Script } from './script.ts';

/** Makes the error for whoever wrote a script: what is wrong, and at which act (the first is 1). */
export type Refusal = (problem: Problem, step: number) => Error;

/** A script whose every move and whose ending are looked at: its author may have no compiler. */
export function* checkedScript(script: Script, refuse: Refusal): Script {
  if (!isObject(script) || !(Symbol.iterator in script)) throw refuse(noScript(script), 1);
  let step = 1;
  let error: Error | undefined;
  const outcome = yield* eachMove<Outcome | undefined, Move>(script, function* (move) {
    // Not thrown in: a list of moves that is yielded whole takes no errors, and nobody may catch this one.
    error ??= refusedMove(move, step, refuse);
    if (error) return stop(undefined);
    if (!isGlance(move)) step += 1;
    return yield move;
  });
  if (error) throw error;
  return ended(outcome, step, refuse);
}

/** The same of a script that waits for its moves. */
export async function* checkedAnswers(script: AsyncScript, refuse: Refusal): AsyncScript {
  if (!isObject(script) || !(Symbol.asyncIterator in script)) throw refuse(noScript(script), 1);
  let isOver = false;
  try {
    let step = 1;
    let next = await script.next();
    while (!next.done) {
      const error = refusedMove(next.value, step, refuse);
      if (error) throw error;
      if (!isGlance(next.value)) step += 1;
      next = await script.next(yield next.value);
    }
    isOver = true;
    return ended(next.value, step, refuse);
  } finally {
    if (!isOver) await script.return(undefined as never);
  }
}

/** What a script says that is no move, in the words of the wire. */
function refusedMove(move: Move, step: number, refuse: Refusal): Error | undefined {
  if (isObject(move) && isGlance(move)) return undefined;
  const read = readMove(move);
  if (read.is === 'act') return undefined;
  const ending = { what: `An ending was yielded: ${echo(move)}`, allowed: 'return it' };
  return refuse(read.is === 'problem' ? read.problem : ending, step);
}

/** The ending as it was said, if it is one. */
function ended(outcome: Outcome | undefined, step: number, refuse: Refusal): Outcome {
  const read = readOutcome(outcome);
  if (read.is === 'problem' || outcome === undefined)
    throw refuse(read.is === 'problem' ? read.problem : noScript(outcome), step);
  return outcome;
}

function noScript(given: unknown): Problem {
  return { what: `Not a script: ${echo(given)}`, allowed: 'a generator: *expert({ … }) { … }' };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
