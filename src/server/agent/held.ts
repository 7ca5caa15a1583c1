import type { Env } from '../../env/env.ts';
import type { StepResult } from '../../env/step-result.ts';
import type { Task, Verdict } from '../../scenario/scenario.ts';
import type { Observation } from '../../screen/observation.ts';
import type { SurfaceFactory } from '../../surface/surface.ts';
import type { ActResult, Part, Stopped } from './schema.ts';

/** How an episode came to its end, or that it has not. */
export interface Standing {
  status: StepResult['status'];
  isDone: boolean;
  isTruncated: boolean;
  reward: number | null;
  /** What of the machine failed. */
  failureKind: string | null;
  verdict: Verdict | null;
}

export const RUNNING: Standing = {
  status: 'running',
  isDone: false,
  isTruncated: false,
  reward: null,
  failureKind: null,
  verdict: null,
};

/** What came of a turn: the same for every door, each of which shows its part of it. */
export interface TurnTaken {
  screen: Observation;
  acts: ActResult[];
  stopped: Stopped | null;
  standing: Standing;
}

/** A turn that was asked for under an id, and what was asked for. */
interface Operation {
  id: string;
  asked: string;
  answer: Promise<TurnTaken>;
}

/** One session: a range with an episode in it, and what its doors have to remember. */
export interface Held {
  readonly id: string;
  readonly taskId: string;
  readonly task: Task;
  readonly surface: SurfaceFactory['name'];
  readonly parts: readonly Part[];
  readonly maxSteps: number;
  readonly env: Env;
  screen: Observation;
  standing: Standing;
  steps: number;
  /** The turn that is being taken, if any. */
  turn: Promise<TurnTaken> | null;
  lastOperation: Operation | null;
  /** Ids of all turns so far: an episode has an end, and so has their number. */
  operations: Set<string>;
  lastUsedMs: number;
}
