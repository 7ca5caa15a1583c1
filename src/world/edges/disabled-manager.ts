import { addDays, dayOf } from '../../core/calendar.ts';
import { addPerson, openAccounts } from '../lay.ts';
import type { WorkerId, World } from '../world.ts';
import { defineEdge, type EdgeFocus, subjectOf } from './define-edge.ts';

/** E-12: HR still names a manager who has left, and that manager's name stands under the approval. */
export const disabledManager = defineEdge({
  name: 'disabled-manager',
  id: 'E-12',
  summary: 'The manager is terminated in HR and deactivated in the directory, yet the approval is theirs.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng, consoles }) {
    const subject = subjectOf(draft, focus);
    const former = subject.manager;
    const today = dayOf(draft.nowMs);
    const left = addPerson(
      draft,
      {
        department: subject.department,
        location: subject.location,
        manager: former,
        status: 'terminated',
        title: `Team Lead, ${draft.departments[subject.department]?.name ?? ''}`,
        hireDay: addDays(today, -rng.int(900, 2400)),
        terminationDay: addDays(today, -rng.int(12, 20)),
      },
      rng,
    );
    openAccounts(draft, left, { rng, consoles: consoles.filter(({ kind }) => kind === 'idp') });
    subject.manager = left.workerId;
    const position = draft.positions[subject.position];
    if (position) position.reportsTo = left.position;
    handOver(draft, focus, { from: former, to: left.workerId });
  },
});

/** Puts the former manager's name under every line manager step of the subject, past ones too. */
function handOver(
  draft: World,
  focus: EdgeFocus,
  { from, to }: { from: WorkerId | null; to: WorkerId },
): void {
  for (const request of Object.values(draft.requests)) {
    if (request.beneficiary !== focus.subject) continue;
    for (const approval of request.approvals) {
      if (approval.step === 'Line manager' && approval.approver === from) approval.approver = to;
    }
  }
}
