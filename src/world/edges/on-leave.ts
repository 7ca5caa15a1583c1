import { addDays, dayOf } from '../../core/calendar.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-17: the person is on leave and comes back; nobody has left. */
export const onLeave = defineEdge({
  name: 'on-leave',
  id: 'E-17',
  summary: 'HR shows the person on leave, without any termination.',
  mayTurnTo: ['complete', 'escalate'],
  lay({ draft, focus, rng }) {
    const subject = subjectOf(draft, focus);
    const { workerId } = subject;
    const today = dayOf(draft.nowMs);
    draft.hrEvents = draft.hrEvents.filter(
      event => event.workerId !== workerId || event.kind !== 'Terminate',
    );
    const effective = addDays(today, -rng.int(0, 3));
    const entered = addDays(effective, -rng.int(7, 20));
    draft.hrEvents.push({ workerId, kind: 'Leave', effective, entered, state: 'Completed', note: '' });
    subject.status = 'leave';
    subject.terminationDay = null;
    const position = draft.positions[subject.position];
    if (position && position.incumbent === null) position.incumbent = workerId;
  },
});
