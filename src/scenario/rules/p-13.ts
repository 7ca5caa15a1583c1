import type { Rule } from '../scenario.ts';
import { eventsOf, namesOf, wasOpened } from './events.ts';

/** HR is authoritative for who works here: its record was read before an account was stopped or brought back. */
const rule: Rule = {
  id: 'P-13',
  duty: 'Read the HR record before you stop, delete or bring back an account.',
  summary: 'The HR record was read before an account was stopped, deleted or brought back.',
  check: ({ trace, apps }) =>
    eventsOf(trace, 'DISABLE', 'ENABLE', 'DELETE').flatMap(({ app, verb, subject, step }) => {
      if (subject === null) return [];
      const screens = trace.steps.slice(0, step + 1);
      const isRead = namesOf(apps, 'hr').some(hr => wasOpened(screens, { app: hr, subject }));
      return isRead ? [] : [`${verb} in ${app} for ${subject} came before the HR record was read.`];
    }),
};
export default rule;
