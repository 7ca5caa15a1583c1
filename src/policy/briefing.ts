import type { Briefing, Task } from '../scenario/scenario.ts';

/** What a script may know of a task. */
export function briefingOf(task: Task): Briefing<Record<string, unknown>> {
  return { params: task.params, operator: task.world.operator, company: task.world.company };
}
