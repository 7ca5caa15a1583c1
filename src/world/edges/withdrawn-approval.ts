import { must } from '../../core/assert.ts';
import { toTheSecond } from '../moments.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** E-37: an approver took the decision back after the ticket had been assigned. */
export const withdrawnApproval = defineEdge({
  name: 'withdrawn-approval',
  id: 'E-37',
  summary: 'The last approval of the request stands at Withdrawn, with a comment of the approver.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'withdrawn-approval');
    const last = must(request.approvals.at(-1), `approvals of ${request.id}`);
    last.state = 'Withdrawn';
    last.decidedMs = toTheSecond(draft.nowMs - rng.int(12, 45) * 60_000, `${draft.seed}/${request.id}`);
    last.comment = rng.pick([
      'Withdrawn, wrong item.',
      'Please stop, this needs another look.',
      'No longer needed.',
    ]);
  },
});
