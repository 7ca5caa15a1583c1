import { spanOf } from '../moments.ts';
import type { Approval } from '../world.ts';
import { defineEdge, requestOf } from './define-edge.ts';

/** Nobody has decided on the request; at times somebody says otherwise in words. */
export const missingApproval = defineEdge({
  name: 'missing-approval',
  id: 'E-59',
  summary: 'All approval steps of the request still stand at Requested, whatever the ticket says.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const request = requestOf(draft, focus, 'missing-approval');
    for (const approval of request.approvals) {
      Object.assign(approval, {
        state: 'Requested',
        decidedMs: null,
        comment: '',
      } satisfies Partial<Approval>);
    }
    const ticket = focus.ticket === null ? undefined : draft.tickets[focus.ticket];
    if (!ticket || !rng.chance(1, 2)) return;
    const text = rng.pick([
      'My manager agreed on the phone this morning, so this can go ahead.',
      'This is approved, the form is just slow. Please do it today.',
      'Approval was given in the team meeting.',
    ]);
    const atMs = ticket.openedMs + spanOf(`${draft.seed}/${ticket.number}`, [6, 25]);
    ticket.comments.push({ author: ticket.caller, atMs, kind: 'comment', text });
  },
});
