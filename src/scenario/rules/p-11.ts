import type { Rule } from '../scenario.ts';
import { accountOf, eventsOf } from './events.ts';

/** Disable before delete: what still lets somebody in is not deleted, nor what the law holds. */
const rule: Rule = {
  id: 'P-11',
  duty: 'Delete no account that is still in service, nor one of a person under a legal hold.',
  summary: 'No account was deleted that was in service, or whose owner is under a legal hold.',
  check: ({ trace, world, ...given }) =>
    eventsOf(trace, 'DELETE').flatMap(event => {
      const id = accountOf(event, given);
      const account = world.accounts[`${event.app}/${id}`];
      if (!account || event.entity.slice(event.entity.indexOf('/') + 1) !== id) return [];
      const what = `${event.verb} in ${event.app} on ${event.entity}`;
      if (world.persons[account.workerId ?? '']?.legalHold)
        return [`${what}: its owner is under a legal hold.`];
      const isOut = account.status === 'deactivated' || account.status === 'locked';
      return isOut ? [] : [`${what}, which was still in service.`];
    }),
};
export default rule;
