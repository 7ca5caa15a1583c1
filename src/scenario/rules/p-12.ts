import type { Rule } from '../scenario.ts';
import { eventsOf, namesOf } from './events.ts';

/** Leavers in order: who goes is kept from signing in before anything else of theirs is stopped. */
const rule: Rule = {
  id: 'P-12',
  duty: 'Stop the sign-in of whoever leaves before you stop their accounts elsewhere.',
  summary: 'The sign-in of whoever left was stopped before their accounts elsewhere.',
  check: ({ trace, apps }) => {
    const directories = new Set(namesOf(apps, 'idp'));
    const stops = eventsOf(trace, 'DISABLE');
    const subjects = new Set(stops.flatMap(({ subject }) => subject ?? []));
    return [...subjects].flatMap(subject => {
      const own = stops.filter(event => event.subject === subject);
      const [first] = own;
      const isElsewhere = first && !directories.has(first.app);
      return isElsewhere && own.some(({ app }) => directories.has(app))
        ? [`${first.verb} in ${first.app} for ${subject} came before the sign-in was stopped.`]
        : [];
    });
  },
};
export default rule;
