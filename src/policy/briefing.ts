import { lookalikeWords } from '../scenario/lookalike.ts';
import type { Briefing, Scenario, Task } from '../scenario/scenario.ts';

/** What a policy is given of a task. */
export function briefingOf(task: Task, scenario: Scenario): Briefing<Record<string, unknown>> {
  const { goal, params, world } = task;
  return {
    goal,
    params,
    operator: world.operator,
    company: world.company,
    consoles: world.consoles,
    lookalike: () => lookalikeWords(world, scenario.focus(params).subject),
  };
}
