import { DAY_MS } from '../../core/calendar.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** E-35: the approvals are complete but older than 30 days. */
export const expiredApproval = defineEdge({
  name: 'expired-approval',
  id: 'E-35',
  summary: 'The request shows complete approvals, all decided more than 30 days ago.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'expired-approval');
    const shiftMs = rng.int(33, 48) * DAY_MS;
    request.submittedMs -= shiftMs;
    for (const approval of request.approvals) {
      if (approval.decidedMs !== null) approval.decidedMs -= shiftMs;
    }
  },
});
