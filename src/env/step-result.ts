import type { Change, Verdict } from '../scenario/scenario.ts';
import type { Point } from '../screen/action.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';

/** How an episode stands after a step. `env_error` is trouble of the machine: it has no reward, and a cause. */
export type Status = 'running' | 'success' | 'failure' | 'truncated' | 'env_error';

/** What whoever acts gets of a step: the screen, and whether it goes on. */
export interface Turn {
  observation: Observation;
  isTerminated: boolean;
  /** Ended from outside: by the most steps, or by trouble of the machine. */
  isTruncated: boolean;
}

/** What the recorder and the trainer get of it besides. Never to be handed to whoever acts. */
export interface StepResult extends Turn {
  status: Status;
  /** Null while running and when the infrastructure failed; else 1 or 0. */
  reward: number | null;
  /** What failed, when the status is `env_error`. */
  cause?: string;
  verdict?: Verdict;
  info: StepInfo;
}

/** What the recorder keeps of a step, beyond what the policy sees. */
export interface StepInfo {
  changes: Change[];
  node: ScreenNode | null;
  point: Point | null;
  /** Faults that struck during the step. */
  strikes: string[];
  stateHash: string;
}
