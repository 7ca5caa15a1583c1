import type { Action } from '../action.ts';
import type { Observation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import type { Branching } from './branches.ts';

/** Another look at the screen in front, without an act: it costs no step and no time. */
export interface Glance {
  kind: 'glance';
  /** The check that begins here, if any: where a careless operator would leave it out. */
  check?: string;
  /** What is asked here of whoever leads the script: which branch to take. */
  asks?: Branching;
  /** The reason for what comes next, where the act that it was meant for was not needed. */
  thought?: string;
}

/** What a script yields. */
export type Move = Action | Glance;

/** A piece of work, move by move; the outcome is what it returns. */
export type Script<R = Outcome> = Generator<Move, R, Observation>;

/** A script that waits for its moves: those of a model, or of a person. */
export type AsyncScript<R = Outcome> = AsyncGenerator<Move, R, Observation>;

/** A glance that belongs to nothing else. */
export const GLANCE: Glance = { kind: 'glance' };

/** Whether a move is a glance. */
export function isGlance(move: Move): move is Glance {
  return move.kind === 'glance';
}
