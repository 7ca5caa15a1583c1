import type { Rng } from '../core/rng.ts';
import type { Healing } from '../fault/healing.ts';
import type { ActedStep } from '../scenario/mistake.ts';
import type { Briefing, Scenario, Task } from '../scenario/scenario.ts';
import type { AsyncScript, Script } from '../screen/script/script.ts';

/** What a policy begins with: the form of the work, what it is given of this one, and chance of its own. */
export interface PolicyCase {
  scenario: Scenario;
  briefing: Briefing<Record<string, unknown>>;
  /** What an operator knows by sight of trouble at run time. */
  healings: readonly Healing[];
  rng: Rng;
}

/** Who acts. A policy sees a briefing and observations, never the task with its world, and never state. */
export interface Policy {
  name: string;
  /** Whether it acts under a fault alone, or never under one; under both when absent. */
  underFault?: boolean;
  /** The script for one task, which may wait for its moves, or null when the policy does not apply to it. */
  begin(given: PolicyCase): Script | AsyncScript | null;
  /**
   * Whether what was acted shows what the policy stands for; always when absent. A mistake that turned out to change
   * nothing is none, and only the record knows that.
   */
  isShown?(steps: readonly ActedStep[], task: Task): boolean;
}

/** A policy that acts at once: one that is written, not asked. */
export interface ScriptedPolicy extends Policy {
  begin(given: PolicyCase): Script | null;
}

/** Whether a script acts at once. */
export function isScript<R>(script: Script<R> | AsyncScript<R>): script is Script<R> {
  return !(typeof script === 'object' && Symbol.asyncIterator in script);
}
