import { must } from '../../core/assert.ts';
import { addDays, dayOf } from '../../core/calendar.ts';
import { activeEmployees } from '../questions.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** E-38: a deputy decided after the delegation had run out. */
export const delegationEnded = defineEdge({
  name: 'delegation-ended',
  id: 'E-38',
  summary: 'The request was approved by a deputy whose delegation had ended before the decision.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'delegation-ended');
    const first = must(request.approvals[0], `approvals of ${request.id}`);
    const taken = [request.beneficiary, request.requester, first.approver, draft.operator.workerId];
    const deputies = activeEmployees(draft).filter(person => !taken.includes(person.workerId));
    first.onBehalfOf = first.approver;
    first.approver = rng.pick(deputies).workerId;
    first.delegationEnds = addDays(dayOf(first.decidedMs ?? draft.nowMs), -rng.int(3, 20));
  },
});
