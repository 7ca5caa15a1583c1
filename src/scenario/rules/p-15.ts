import type { Rule, TraceStep } from '../scenario.ts';
import { ACCESS_EFFECTS, accountOf, type Event, eventsOf, isOneOfMany, wasListed } from './events.ts';
import { endOf } from './moments.ts';
import { wasShown } from './own-page.ts';

/**
 * Verify after writing: the record is opened again after its last change, before the work ends. The page that answers a save
 * is no proof.
 */
const rule: Rule = {
  id: 'P-15',
  duty: 'Open each changed record again after the change, before you close or hand on.',
  summary: 'Each changed record was opened again after its last change.',
  check: ({ trace, world, wanted, ...given }) => {
    const known = { ...given, world };
    // What one act did to an account is one change of several lines.
    const last = new Map<string, [Event, ...Event[]]>();
    for (const event of eventsOf(trace, ...ACCESS_EFFECTS)) {
      const key = `${event.app} ${accountOf(event, known)}`;
      const before = last.get(key) ?? [];
      last.set(key, [event, ...before.filter(({ step }) => step === event.step)]);
    }
    const end = endOf({ trace, wanted, apps: given.apps });
    return [...last.values()].flatMap(lines => {
      const [event] = lines;
      const { app, verb, entity, subject, step } = event;
      const answer = trace.steps[step + 1];
      const later = trace.steps
        .slice(step + 2, end + 1)
        .filter(({ observation, record }) => observation !== answer?.observation && !isSame(record, answer));
      const names = [accountOf(event, known), ...(subject === null ? [] : [subject])];
      const isRead =
        lines.some(line => wasShown(later, line, known)) ||
        (isOneOfMany(trace, event) && names.some(text => wasListed(later, { world, apps: [app], text })));
      return isRead ? [] : [`${entity} in ${app} was not opened again after ${verb}.`];
    });
  },
};

/** Whether it is still the page that answered, however long it was looked at. */
function isSame(record: TraceStep['record'], answer: TraceStep | undefined): boolean {
  return record !== null && record.visit === answer?.record?.visit;
}
export default rule;
