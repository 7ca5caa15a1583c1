import { InfraError } from '../../core/errors.ts';
import type { StepResult } from '../../env/step-result.ts';
import type { Action } from '../../screen/action.ts';
import { DoorError } from './door-error.ts';
import type { Held, Standing, TurnTaken } from './held.ts';
import { shapeOf } from './page-shape.ts';
import type { ActResult, Stopped } from './schema.ts';

/** What was asked for: the acts in their order, and an id under which the same may be asked for again. */
export interface Asked {
  moves: readonly unknown[];
  operationId?: string | undefined;
  /** Told of a turn that was taken, once, however often it is asked for. */
  onTaken?(taken: TurnTaken): void;
}

/**
 * Takes a turn in a session. Under the id of its last turn the same answer is given again, also while it is still being
 * made, and nothing is done. Throws DoorError where no turn can be taken; the session is unharmed.
 */
export async function takeTurn(held: Held, { moves, operationId, onTaken }: Asked): Promise<TurnTaken> {
  const asked = JSON.stringify(moves);
  const last = held.lastOperation;
  if (operationId !== undefined && last?.id === operationId) {
    if (last.asked === asked) return last.answer;
    throw new DoorError('other_operation', 'Under this operation_id other acts were sent.');
  }
  if (operationId !== undefined && held.operations.has(operationId)) {
    throw new DoorError('stale_operation', 'Other turns came after the one with this operation_id.', {
      nearest: last?.id,
    });
  }
  if (held.turn)
    throw new DoorError('session_busy', 'A turn of this session is still being taken.', { retryAfterS: 1 });
  if (held.standing.isDone)
    throw new DoorError('episode_over', 'The episode has ended: nothing more is done in it.');
  const turn = act(held, moves).catch((error: unknown): never => {
    held.standing = failedBy(error);
    throw error;
  });
  held.turn = turn;
  if (operationId !== undefined) {
    held.operations.add(operationId);
    held.lastOperation = { id: operationId, asked, answer: turn };
  }
  try {
    const taken = await turn;
    onTaken?.(taken);
    return taken;
  } finally {
    held.turn = null;
  }
}

/** Does acts until one fails, one ends the episode, or the page is another than the one that they were chosen on. */
async function act(held: Held, moves: readonly unknown[]): Promise<TurnTaken> {
  const chosenOn = moves.length > 1 ? shapeOf(held.screen) : '';
  const acts: ActResult[] = [];
  let why: Stopped['why'] | null = null;
  for (const move of moves) {
    if (acts.length > 0 && shapeOf(held.screen) !== chosenOn) why = 'page_changed';
    if (why) break;
    const result = await step(held, move);
    // An ending leaves the screen as it was, with what it says of the act before.
    const error = result.isTerminated ? undefined : result.observation.actionError;
    acts.push(error === undefined ? { status: 'done' } : { status: 'failed', error });
    if (error !== undefined) why = 'failed';
    if (held.standing.isDone) why ??= 'ended';
  }
  const done = acts.filter(({ status }) => status === 'done').length;
  while (acts.length < moves.length) acts.push({ status: 'not_done' });
  const { screen, standing } = held;
  return { screen, acts, stopped: why && done < moves.length ? { at: done, why } : null, standing };
}

async function step(held: Held, move: unknown): Promise<StepResult> {
  // What is no move is read as such by the environment, and said on the screen.
  const result = await held.env.step(move as Action);
  held.steps++;
  held.screen = result.observation;
  held.standing = standingAfter(result);
  return result;
}

function standingAfter({ status, reward, isTerminated, isTruncated, cause, verdict }: StepResult): Standing {
  const isDone = isTerminated || isTruncated;
  const failureKind = cause === undefined ? null : (cause.split(':')[0] ?? cause);
  return { status, isDone, isTruncated, reward, failureKind, verdict: verdict ?? null };
}

/** How an episode stands that the program itself failed in: it is nobody's failure to learn from. */
export function failedBy(error: unknown): Standing {
  const failureKind = error instanceof InfraError ? error.code : 'INTERNAL';
  return { status: 'env_error', isDone: true, isTruncated: true, reward: null, failureKind, verdict: null };
}
