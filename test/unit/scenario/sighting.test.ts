import { expect, it } from 'vitest';
import * as desk from '../../../apps-sim/brightqueue/skills.ts';
import { catalog } from '../../../src/catalog.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Reason } from '../../../src/screen/outcome.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { act, makeHost, makeTask } from '../../support/fixtures.ts';

interface Ending {
  reason: Reason;
  queue: string;
  findings: string;
}

/** Knows the right ending without a look at what it rests on, and hands the ticket on as it should be. */
function guessing(ending: Ending, look: boolean): Policy {
  return {
    name: 'guessing',
    *begin({ briefing: { params } }) {
      const ticket = String(params.ticket);
      yield* desk.openTicket(ticket);
      if (look) yield* desk.readApprovals(String(params.request));
      return yield* desk.escalate(ticket, ending);
    },
  };
}

it.each<[edge: string, reason: Reason, findings: string]>([
  ['missing-approval', 'APPROVAL_MISSING', 'Line manager has not decided. Nothing was changed.'],
  // Who asked for it and approved it stands on every tab of the ticket, as who opened it.
  [
    'self-approval',
    'APPROVAL_INVALID',
    'The line manager step was decided by the requester. Nothing was changed.',
  ],
])(
  'a right ending is judged a failure when what it rests on was on no screen: %s',
  async (edge, ...right) => {
    const [reason, findings] = right;
    const task = makeTask({ scenario: 'requests/add-to-group', edge });
    const { wanted } = scenarioNamed(catalog, task.scenario);
    const [first] = wanted({ state: makeHost({ world: task.world }).state.apps, ...task });
    expect(first).toMatchObject({ outcome: 'escalate', reason });
    const queue = String(first.must.find(({ field }) => field === 'escalationQueue')?.to);
    const failed = async (look: boolean): Promise<string[]> => {
      const { verdict } = await act(task, { policy: guessing({ reason, queue, findings }, look) });
      return verdict.parts.flatMap(({ isOk, name, detail }) => (isOk ? [] : `${name} (${detail})`));
    };
    const unseen = `evidence: the approvals of ${task.params.request} were opened (It was not opened.)`;
    expect(await failed(false)).toContain(unseen);
    expect(await failed(true)).toEqual([]);
  },
);
