import type { Rng } from '../core/rng.ts';
import type { ActedStep } from '../scenario/mistake.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import type { Script } from '../screen/script/script.ts';

/** Who acts. A policy sees observations, never state. */
export interface Policy {
  name: string;
  /** The script for one task, or null when the policy does not apply to it. */
  begin(given: { scenario: Scenario; task: Task; rng: Rng }): Script | null;
  /**
   * Whether what was acted shows what the policy stands for; always when absent. A mistake that turned out to change
   * nothing is none, and only the record knows that.
   */
  isShown?(steps: readonly ActedStep[], task: Task): boolean;
}
