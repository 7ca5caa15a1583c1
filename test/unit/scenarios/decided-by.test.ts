import { expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { judge } from '../../../src/scenario/judge.ts';
import type { Endings, Task, TraceStep } from '../../../src/scenario/scenario.ts';
import type { Reason } from '../../../src/screen/outcome.ts';
import { act, makeEnv, makeHost, makeTask } from '../../support/fixtures.ts';

/** What an ending was decided by has to be read where it stands: another tab or record of the same work is no ground. */

function wantedIn(task: Task): Endings {
  const state = makeHost({ world: task.world }).state.apps;
  return scenarioNamed(catalog, task.scenario).wanted({ state, ...task });
}

/** The first task of a scenario that rightly ends so. */
function taskEnding(scenario: string, reason: Reason): Task {
  for (let nth = 1; nth <= 200; nth++) {
    const task = makeTask({ scenario, seed: `test/${nth}` });
    if (wantedIn(task)[0].reason === reason) return task;
  }
  throw new Error(`No task of ${scenario} ends with ${reason}`);
}

/** What is broken in the expert's episode when it had read everything but what is left out. */
async function brokenWithout(task: Task, isLeftOut: (step: TraceStep) => boolean): Promise<string[]> {
  const env = makeEnv();
  const { outcome } = await act(task, { env });
  const { session } = await env.checkpoint();
  await env.close();
  const steps = (session.trace as TraceStep[]).map(step =>
    isLeftOut(step) ? { ...step, record: null } : step,
  );
  const { parts } = judge(catalog, {
    ...{ before: makeHost({ world: task.world }).state.apps, after: session.host.apps, world: task.world },
    ...{ wanted: wantedIn(task), trace: { steps, outcome }, told: [task.goal, task.briefing] },
  });
  return parts.flatMap(({ isOk, name }) => (isOk ? [] : name));
}

it.each<
  [scenario: string, reason: Reason, evidence: RegExp, what: Partial<NonNullable<TraceStep['record']>>]
>([
  ['reviews/departed-owner', 'NO_OWNER', /HR record of/, { app: 'peoplemere' }],
  ['leavers/emergency-termination', 'OUT_OF_AUTHORITY', /HR record of/, { app: 'peoplemere' }],
  ['leavers/partner-offboarding', 'NO_OWNER', /the member .* was opened/, { app: 'freightlane' }],
  ['disconnected/remove-erp-role', 'OUT_OF_AUTHORITY', /the roles of/, { part: 'Roles' }],
  ['requests/remove-from-group', 'OUT_OF_AUTHORITY', /the membership of/, { part: 'Groups' }],
  ['authentication/remove-lost-factor', 'AMBIGUOUS_TARGET', /the methods of/, { part: 'Authentication' }],
])('%s, %s', async (scenario, reason, evidence, what) => {
  const task = taskEnding(scenario, reason);
  expect(await brokenWithout(task, () => false)).toEqual([]);
  const isIt = ({ record }: TraceStep): boolean =>
    record !== null &&
    (what.part === undefined || record.part === what.part) &&
    (what.app === undefined || record.app === what.app) &&
    // Of two people in HR the one whom the ticket is about was read.
    (what.app !== 'peoplemere' || record.subject !== task.params.subject);
  expect(await brokenWithout(task, isIt)).toEqual([expect.stringMatching(evidence)]);
});
