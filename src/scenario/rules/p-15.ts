import type { Rule } from '../scenario.ts';
import {
  ACCESS_EFFECTS,
  accountOf,
  type Event,
  eventsOf,
  isOneOfMany,
  wasListed,
  wasOpened,
} from './events.ts';

/** Verify after writing: the record is opened again after its last change. The page that answers a save is no proof. */
const rule: Rule = {
  id: 'P-15',
  duty: 'Open each changed record again after the change.',
  summary: 'Each changed record was opened again after its last change.',
  check: ({ trace, world, ...given }) => {
    const last = new Map<string, Event>();
    for (const event of eventsOf(trace, ...ACCESS_EFFECTS))
      last.set(`${event.app} ${event.subject ?? event.entity}`, event);
    return [...last.values()].flatMap(event => {
      const { app, verb, subject, entity, step } = event;
      const answer = trace.steps[step + 1]?.observation;
      const id = accountOf(event, given);
      const later = trace.steps.slice(step + 2).filter(({ observation }) => observation !== answer);
      const isRead = [id, subject ?? id].some(
        text =>
          wasOpened(later, { app, texts: [text] }) ||
          (isOneOfMany(trace, event) && wasListed(later, { world, apps: [app], text })),
      );
      return isRead ? [] : [`${entity} in ${app} was not opened again after ${verb}.`];
    });
  },
};
export default rule;
