import type { Rng } from '../core/rng.ts';
import type { Scenario, Task } from '../scenario/types.ts';
import type { Script } from '../screen/types.ts';

/** Who acts. A policy sees observations, never state. */
export interface Policy {
  name: string;
  /** The script for one task, or null when the policy does not apply to it. */
  begin(given: { scenario: Scenario; task: Task; rng: Rng }): Script | null;
}
