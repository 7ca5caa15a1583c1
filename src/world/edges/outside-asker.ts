import { must } from '../../core/assert.ts';
import { defineEdge, ticketOf } from './define-edge.ts';

/** E-63: whoever asks does not work for the house itself, and is told of nobody's access. */
export const outsideAsker = defineEdge({
  name: 'outside-asker',
  id: 'E-63',
  summary: 'The caller on the ticket is a contractor, as the worker number beside the name says.',
  mayTurnTo: ['refuse'],
  lay({ draft, focus, rng }) {
    const ticket = ticketOf(draft, focus, 'outside-asker');
    const outside = Object.values(draft.persons)
      .filter(({ kind, status, workerId }) => {
        return kind === 'contingent' && status === 'active' && workerId !== focus.subject;
      })
      .map(({ workerId }) => workerId)
      .sort();
    must(outside[0], 'a contractor');
    ticket.caller = rng.pick(outside);
  },
});
