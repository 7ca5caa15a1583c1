import { must } from '../../core/assert.ts';
import { rightfulApprovers } from '../approvals.ts';
import { activeEmployees } from '../questions.ts';
import type { AccessRequest, WorkerId, World } from '../world.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** E-36: the approval is in order in all but one thing, that whoever gave it had no say in it. */
export const wrongApprover = defineEdge({
  name: 'wrong-approver',
  id: 'E-36',
  summary:
    'A step of the request was decided by somebody who works here and is not the one whose step it is.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'wrong-approver');
    const step = must(rng.pick(request.approvals), `approvals of ${request.id}`);
    const rightful = rightfulApprovers(draft, request, step.step);
    const others = strangers(draft, request).filter(worker => !rightful.includes(worker));
    // At times who decided another step decides this one, too: one name under two steps is one pair of eyes.
    const beside = request.approvals.map(({ approver }) => approver).filter(one => others.includes(one));
    const isOneHand = beside.length > 0 && rng.chance(1, 2);
    Object.assign(step, {
      approver: rng.pick(isOneHand ? beside : others),
      onBehalfOf: null,
      delegationEnds: null,
    });
  },
});

/** Who works here and neither asked nor gains. */
function strangers(draft: World, { beneficiary, requester }: AccessRequest): WorkerId[] {
  const taken = [beneficiary, requester, draft.operator.workerId];
  return activeEmployees(draft)
    .map(({ workerId }) => workerId)
    .filter(worker => !taken.includes(worker));
}
