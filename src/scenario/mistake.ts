import type { Rng } from '../core/rng.ts';
import type { Healing } from '../fault/healing.ts';
import type { Act } from '../screen/action.ts';
import type { Script } from '../screen/script/script.ts';
import type { Briefing, Scenario, Task } from './scenario.ts';

/** A way to go wrong in any scenario, made from the expert's own acts and from what the screen shows. */
export interface Mistake {
  name: string;
  summary: string;
  /** Made under a fault, and only there; all others are made without one. */
  needsFault?: true;
  /** The script that goes wrong, or null where the task gives no occasion. */
  begin(given: MistakeCase): Script | null;
  /** Whether it was made after all, by the record: steps of it are labelled `wrong`. Always when absent. */
  isMade?(steps: readonly ActedStep[], task: Task): boolean;
}

/** What a mistake is made from. */
export interface MistakeCase {
  /** The expert's script, not begun. */
  script: Script;
  scenario: Scenario;
  briefing: Briefing<Record<string, unknown>>;
  /** What an operator knows by sight of trouble at run time. */
  healings: readonly Healing[];
  rng: Rng;
}

/** What may be asked of a recorded step. */
export interface ActedStep {
  label: string;
  observation: { url: string };
  /** Null for the ending. */
  act: Act | null;
  /** What the step changed in the consoles. */
  changes: readonly unknown[];
}

/** Whether a step of the mistake changed something. */
export function hasChanged(steps: readonly ActedStep[]): boolean {
  return steps.some(step => step.label === 'wrong' && step.changes.length > 0);
}
