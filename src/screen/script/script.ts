import type { Action } from '../action.ts';
import type { Observation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';

/** A piece of work, act by act; the outcome is what it returns. */
export type Script<R = Outcome> = Generator<Action, R, Observation>;
