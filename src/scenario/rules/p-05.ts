import type { Rule } from '../scenario.ts';
import { eventsOf } from './events.ts';

/** Exactly what was approved: no grant beyond the wanted ones, not even for a moment. */
const rule: Rule = {
  id: 'P-05',
  duty: 'Grant nothing beyond what was asked for, not even for a moment.',
  summary: 'Nothing was granted beyond what was wanted, not even for a moment.',
  check: ({ trace, wanted }) =>
    eventsOf(trace, 'GRANT')
      .filter(({ app, entity, entitlement }) => {
        const changes = [...wanted.must, ...wanted.may].filter(change => change.app === app);
        // What a console grants without a code of its own is the record itself, such as a seat.
        if (entitlement === null) return !changes.some(change => change.entity === entity);
        return !changes.some(change => `${app}/${change.grants}` === entitlement);
      })
      .map(
        ({ app, entitlement, subject }) =>
          `${entitlement ?? 'Access'} in ${app} for ${subject} was not wanted.`,
      ),
};
export default rule;
