import { expect, it } from 'vitest';
import * as desk from '../../../apps-sim/brightqueue/skills.ts';
import { catalog } from '../../../src/catalog.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { act, makeHost, makeTask } from '../../support/fixtures.ts';

const FINDINGS = 'Line manager has not decided. Nothing was changed.';

/** Knows the right ending without a look at what it rests on, and hands the ticket on as it should be. */
function guessing(queue: string, look: boolean): Policy {
  return {
    name: 'guessing',
    *begin({ briefing: { params } }) {
      const ticket = String(params.ticket);
      yield* desk.openTicket(ticket);
      if (look) yield* desk.readApprovals(String(params.request));
      return yield* desk.escalate(ticket, { reason: 'APPROVAL_MISSING', queue, findings: FINDINGS });
    },
  };
}

it('a right ending is judged a failure when what it rests on was on no screen', async () => {
  const task = makeTask({ scenario: 'requests/add-to-group', edge: 'missing-approval' });
  const { wanted } = scenarioNamed(catalog, task.scenario);
  const right = wanted({ state: makeHost({ world: task.world }).state.apps, ...task });
  expect(right).toMatchObject({ outcome: 'escalate', reason: 'APPROVAL_MISSING' });
  const queue = String(right.must.find(({ field }) => field === 'escalationQueue')?.to);
  const failed = async (look: boolean): Promise<string[]> => {
    const { verdict } = await act(task, { policy: guessing(queue, look) });
    return verdict.parts.filter(part => !part.isOk).map(part => part.name);
  };
  expect(await failed(false)).toEqual([`evidence: the approvals of ${task.params.request} were opened`]);
  expect(await failed(true)).toEqual([]);
});
