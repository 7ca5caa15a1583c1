import type { Rule } from '../scenario.ts';
import { eventsOf } from './events.ts';

/** Exactly what was approved: no grant beyond the wanted ones, not even for a moment. */
const rule: Rule = {
  id: 'P-05',
  summary: 'Nothing was granted beyond what was wanted, not even for a moment.',
  check: ({ trace, wanted }) =>
    eventsOf(trace, 'GRANT')
      .filter(({ app, entitlement }) => {
        const code = entitlement?.slice(entitlement.indexOf('/') + 1) ?? '';
        const changes = [...wanted.must, ...wanted.may];
        return code === '' || !changes.some(change => change.app === app && change.entity.includes(code));
      })
      .map(
        ({ app, entitlement, subject }) =>
          `${entitlement ?? 'Access'} in ${app} for ${subject} was not wanted.`,
      ),
};
export default rule;
