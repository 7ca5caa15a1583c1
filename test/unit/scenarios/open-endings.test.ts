import { describe, expect, it } from 'vitest';
import * as desk from '../../../apps-sim/brightqueue/skills.ts';
import * as erp from '../../../apps-sim/corvane/skills.ts';
import { verifyCaller } from '../../../scenarios/procedures/call-back.ts';
import { catalog } from '../../../src/catalog.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import type { Task, Wanted } from '../../../src/scenario/scenario.ts';
import type { Topic } from '../../../src/world/counterpart.ts';
import { act, makeHost, makeTask } from '../../support/fixtures.ts';

const SEEDS = Array.from({ length: 60 }, (_, i) => `open/${i + 1}`);

function endingsOf(task: Task): readonly Wanted[] {
  const { apps } = makeHost({ world: task.world }).state;
  return scenarioNamed(catalog, task.scenario).wanted({ ...task, state: apps });
}

const said = ({ outcome, reason }: Wanted): string => `${outcome} ${reason}`;

/** The first task of a scenario that leaves several endings open, for as many reasons. */
function openTask(scenario: string, edge: string | null = null): Task {
  for (const seed of SEEDS) {
    const task = makeTask({ scenario, seed, edge });
    if (new Set(endingsOf(task).map(said)).size > 1) return task;
  }
  throw new Error(`${scenario} leaves one ending in each of ${SEEDS.length} tasks`);
}

/** Calls the caller back first, and hands the ticket on for what the call came to. */
const verifying: Policy = {
  name: 'verifying',
  *begin({ briefing: { params, goal } }) {
    const { ticket = '', subject = '', erpUser = '' } = params as Record<string, string>;
    yield* desk.takeTicket({ ticket, goal, subject }, 'I read it.');
    yield* erp.displayUser(erpUser, 'Logon', 'I look at the lock.');
    const questions = params.questions as Topic[];
    const { doubt } = yield* verifyCaller({ ticket, caller: subject, questions });
    return yield* desk.escalate(ticket, doubt ?? { reason: 'SYSTEM_FAILURE', findings: 'None.' });
  },
};

describe('where several reasons stand', () => {
  it('each of them is an open ending, that of every problem with its own queue', () => {
    const endings = endingsOf(openTask('movers/change-department', 'expired-approval'));
    expect(endings.map(said)).toEqual(
      expect.arrayContaining(['escalate CONFLICTING_DATA', 'escalate APPROVAL_INVALID']),
    );
    const queues = endings.map(({ must }) => must.find(({ field }) => field === 'escalationQueue')?.to);
    expect(queues).toEqual(expect.arrayContaining(['HR Operations', 'Line Managers']));
  });

  it('whichever an operator found and named is judged a success, and against that one', async () => {
    const task = openTask('disconnected/unlock-erp-user');
    const [refusal, doubt] = endingsOf(task);
    expect(refusal && said(refusal)).toBe('refuse NOT_ENTITLED');
    const first = (await act(task)).verdict;
    const other = (await act(task, { policy: verifying })).verdict;
    expect(first.parts.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(other.parts.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(first.wanted).toEqual({ outcome: 'refuse', reason: 'NOT_ENTITLED' });
    expect(other.wanted).toEqual({ outcome: 'escalate', reason: doubt?.reason });
  });

  it('a reason that does not stand is none', async () => {
    const task = makeTask({ scenario: 'disconnected/unlock-erp-user', seed: 'open/1' });
    const { verdict } = await act(task, { policy: verifying });
    const isOpen = endingsOf(task).some(({ outcome }) => outcome === 'escalate');
    expect(verdict.success).toBe(isOpen);
  });
});

it('a number is shown once for a piece of work, and not for somebody else', () => {
  const task = makeTask({ scenario: 'leavers/planned-leaver' });
  const reveals = endingsOf(task).flatMap(({ may }) => may.filter(({ entity }) => entity === 'reveals/*'));
  const people = reveals.map(({ to }) => (to as { workerId: string }).workerId);
  const { subject, ticket } = task.params as Record<string, string>;
  expect(new Set(people)).toEqual(new Set([subject, task.world.tickets[ticket ?? '']?.caller]));
  expect(reveals.every(({ atMost }) => atMost === 1)).toBe(true);
});
