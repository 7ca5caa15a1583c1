import { addDays, dayOf } from '../../core/calendar.ts';
import { UsageError } from '../../core/errors.ts';
import { defineEdge, subjectOf } from './define-edge.ts';

/** E-15: HR moved the first day after the ticket was written. */
export const startMoved = defineEdge({
  name: 'start-moved',
  id: 'E-15',
  summary: 'HR shows a later first day than the ticket, as a corrected hire event.',
  mayTurnTo: ['complete', 'escalate'],
  lay({ draft, focus, rng }) {
    const subject = subjectOf(draft, focus);
    if (subject.status !== 'prehire') {
      throw new UsageError('Edge "start-moved" needs a person who has not started.', {
        where: `${subject.workerId}, status ${subject.status}`,
        allowed: 'subjects of status prehire',
      });
    }
    const moved = addDays(subject.hireDay, 7 * rng.int(3, 6));
    for (const event of draft.hrEvents) {
      if (event.workerId === subject.workerId && event.kind === 'Hire') event.state = 'Corrected';
    }
    draft.hrEvents.push({
      workerId: subject.workerId,
      kind: 'Hire',
      effective: moved,
      entered: addDays(dayOf(draft.nowMs), -1),
      state: 'Completed',
      note: 'Start moved by HR Operations',
    });
    if (subject.originalHireDay === subject.hireDay) subject.originalHireDay = moved;
    subject.hireDay = moved;
    for (const account of Object.values(draft.accounts)) {
      if (account.workerId !== subject.workerId) continue;
      for (const grant of account.grants) if (grant.from < moved) grant.from = moved;
    }
  },
});
