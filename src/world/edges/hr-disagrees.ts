import { addDays, dayOf } from '../../core/calendar.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-16: the ticket says that the person leaves, HR took the termination back. */
export const hrDisagrees = defineEdge({
  name: 'hr-disagrees',
  id: 'E-16',
  summary: 'HR shows the person as active and the termination as rescinded, against the ticket.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const subject = subjectOf(draft, focus);
    const today = dayOf(draft.nowMs);
    const { workerId } = subject;
    const known = draft.hrEvents.filter(event => event.workerId === workerId && event.kind === 'Terminate');
    const effective = subject.terminationDay ?? today;
    for (const event of known) event.state = 'Rescinded';
    if (known.length === 0) {
      const entered = addDays(today, -rng.int(4, 9));
      draft.hrEvents.push({ workerId, kind: 'Terminate', effective, entered, state: 'Rescinded', note: '' });
    }
    draft.hrEvents.push({
      workerId,
      kind: 'Rescind',
      effective,
      entered: addDays(today, -rng.int(1, 2)),
      state: 'Completed',
      note: 'Termination rescinded by HR Operations',
    });
    subject.status = 'active';
    subject.terminationDay = null;
    const position = draft.positions[subject.position];
    if (position && position.incumbent === null) position.incumbent = workerId;
  },
});
