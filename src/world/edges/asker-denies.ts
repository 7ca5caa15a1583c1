import { spanOf } from '../moments.ts';
import { defineEdge, ticketOf } from './define-edge.ts';

/** E-60: somebody else opened the ticket in the caller's name, and the caller has seen it. */
export const askerDenies = defineEdge({
  name: 'asker-denies',
  id: 'E-60',
  summary: 'The caller has written on the ticket, under its activity, that they never asked for it.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const { caller, number, openedMs, comments } = ticketOf(draft, focus, 'asker-denies');
    const text = rng.pick([
      'I did not ask for this. Who opened it in my name?',
      'This is not from me, I never asked for it. Please do nothing.',
      'I have just seen this record. I did not open it and I do not need it.',
      'I never opened this. Somebody has used my name.',
    ]);
    const atMs = openedMs + spanOf(`${draft.seed}/${number}/denied`, [28, 45]);
    comments.push({ author: caller, atMs, kind: 'comment', text, turns: 'denied' });
  },
});
