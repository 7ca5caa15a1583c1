import type { Change, Task, Verdict } from '../scenario/scenario.ts';
import type { Act } from '../screen/action.ts';
import type { Box, Observation } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import type { Evidence, Unseen } from './evidence.ts';

/** Where a step stands to the fault of its episode. */
export type Phase = 'nominal' | 'onset' | 'detection' | 'recovery' | 'resumed';

/**
 * What a step is worth to a learner. `slip` is a typing error that the next steps correct, `detour` a step aside that
 * leads back, `random` an act of pure chance, `failed` one that could not be done or that the screen refused, or after which its script did not know
 * how to go on, `wait` stands for what was said and is no act (to wait as the work asks for is `good`). `wrong` is a
 * mistake made on purpose, `after_mistake` what is done before it is put right, or though it never is, `repair` what puts
 * it right; an ending is `wrong` where it is not the wanted one.
 */
export type StepLabel =
  | 'good'
  | 'wrong'
  | 'after_mistake'
  | 'repair'
  | 'recovery'
  | 'wait'
  | 'terminal'
  | 'slip'
  | 'detour'
  | 'random'
  | 'failed';

/** The element that an action was aimed at, or that had the focus for keys, as it stood on the screen. */
export interface Aimed {
  ref: string;
  role: string;
  name: string;
  box: Box | null;
}

/** One primitive with the screen that it was done on. The terminal step has no act. */
export interface Step {
  index: number;
  /** The last stable screen before the action. */
  observation: Observation;
  act: Act | null;
  /** Where the act landed, in CSS pixels; null without a layout or an aim. */
  point: { x: number; y: number } | null;
  aimed: Aimed | null;
  /** The act in words: `Click the button "Save"`. */
  instruction: string;
  thought: string;
  label: StepLabel;
  fault: string | null;
  phase: Phase;
  /** What the act changed, console state only. */
  changes: Change[];
  /** Of console state before the act. */
  stateHash: string;
  /** Why the act could not be done, or what the next screen says that did not take it, or found nothing. */
  actionError: string | null;
  /** Where the facts that the act uses were seen. */
  evidence: Evidence[];
  /** What was done and read on earlier screens: the same whatever comes after. */
  notes: string[];
}

/** Who acted: `expert`, `with-recovery`, `do-nothing`, `with-mistake:wrong-person` … */
export type PolicyName = string;

/** A task acted out and judged. */
export interface Episode {
  /** Unique in a dataset and stable: `authentication-mfa-reset-000017`. */
  id: string;
  task: Task;
  policy: PolicyName;
  steps: Step[];
  /** The screen after the last act. */
  final: Observation;
  /** Null when the episode was truncated. */
  outcome: Outcome | null;
  verdict: Verdict;
  /** 1 or 0 by the verdict; null when the infrastructure failed. */
  reward: number | null;
  isTerminated: boolean;
  isTruncated: boolean;
  /** Why a script got stuck, where it did, for whoever mends it; null otherwise. */
  stuck: string | null;
  /** Facts that were used and never shown. */
  unseen: Unseen[];
  /** Index of the first wrong step of a with-mistake episode, else null. */
  mistakeStep: number | null;
  /** Of the final state, the steps and the random end state: two runs of a task have the same. */
  fingerprint: string;
}
