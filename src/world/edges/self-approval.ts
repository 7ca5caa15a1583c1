import { must } from '../../core/assert.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** E-13: the one who approved is the one who asked or the one who gains. */
export const selfApproval = defineEdge({
  name: 'self-approval',
  id: 'E-13',
  summary: 'The same name stands twice in the request: as approver and as requester or beneficiary.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'self-approval');
    const first = must(request.approvals[0], `approvals of ${request.id}`);
    if (rng.chance(1, 2)) {
      first.approver = request.beneficiary;
      return;
    }
    request.requester = first.approver;
    const ticket = focus.ticket === null ? undefined : draft.tickets[focus.ticket];
    if (ticket) ticket.openedBy = first.approver;
  },
});
