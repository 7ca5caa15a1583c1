import type { Change, Verdict } from '../scenario/scenario.ts';
import type { Point } from '../screen/action.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';

/** How an episode stands after a step. `env_error` is trouble of the machine: it has no reward, and a cause. */
export type Status = 'running' | 'success' | 'failure' | 'truncated' | 'env_error';

export interface StepResult {
  observation: Observation;
  status: Status;
  /** Null while running and when the infrastructure failed; else 1 or 0. */
  reward: number | null;
  isTerminated: boolean;
  /** Ended from outside: by the most steps, or by trouble of the machine. */
  isTruncated: boolean;
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
