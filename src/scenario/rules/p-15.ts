import type { Rule } from '../scenario.ts';
import { ACCESS_EFFECTS, accountOf, type Event, eventsOf } from './events.ts';

/** Verify after writing: the record is opened again after its last change. The page that answers a save is no proof. */
const rule: Rule = {
  id: 'P-15',
  duty: 'Open each changed record again after the change.',
  summary: 'Each changed record was opened again after its last change.',
  check: ({ trace, ...given }) => {
    const last = new Map<string, Event>();
    for (const event of eventsOf(trace, ...ACCESS_EFFECTS))
      last.set(`${event.app} ${event.subject ?? event.entity}`, event);
    return [...last.values()].flatMap(event => {
      const { app, verb, subject, entity, step } = event;
      const answer = trace.steps[step + 1]?.observation;
      const id = accountOf(event, given);
      const isRead = trace.steps.slice(step + 2).some(({ observation, text }) => {
        const isSameConsole = hostOf(observation.url) === hostOf(answer?.url ?? '');
        return isSameConsole && observation !== answer && (text.includes(id) || text.includes(subject ?? id));
      });
      return isRead ? [] : [`${entity} in ${app} was not opened again after ${verb}.`];
    });
  },
};

function hostOf(url: string): string {
  return url.split('/')[2] ?? '';
}
export default rule;
