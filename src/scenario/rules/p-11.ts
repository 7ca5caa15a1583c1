import { addDays, dayOf } from '../../core/calendar.ts';
import type { World } from '../../world/world.ts';
import type { Rule } from '../scenario.ts';
import { accountOf, eventsOf } from './events.ts';

/** So long after the last day of its owner an account stays. */
const KEPT_DAYS = 30;

/** Disable before delete: what still lets somebody in is not deleted, nor what the law holds, is fresh, or is an owner's. */
const rule: Rule = {
  id: 'P-11',
  duty: 'Delete no account that is in service, nor one of a person under a legal hold, just gone, or owning access.',
  summary:
    'No account was deleted that was in service, or whose owner is under a legal hold, just gone, or owns access.',
  check: ({ trace, world, ...given }) =>
    eventsOf(trace, 'DELETE').flatMap(event => {
      const id = accountOf(event, given);
      const account = world.accounts[`${event.app}/${id}`];
      if (!account || event.entity.slice(event.entity.indexOf('/') + 1) !== id) return [];
      const what = `${event.verb} in ${event.app} on ${event.entity}`;
      const why = keeps(world, account.workerId ?? '');
      if (why) return [`${what}: its owner ${why}.`];
      const isOut = account.status === 'deactivated' || account.status === 'locked';
      return isOut ? [] : [`${what}, which was still in service.`];
    }),
};

/** What about its owner keeps an account from being deleted. */
function keeps(world: World, owner: string): string | undefined {
  const { legalHold, terminationDay } = world.persons[owner] ?? {};
  if (legalHold) return 'is under a legal hold';
  const due = terminationDay && addDays(terminationDay, KEPT_DAYS);
  if (due && due > dayOf(world.nowMs)) return `left less than ${KEPT_DAYS} days ago`;
  return Object.values(world.entitlements).some(each => each.owner === owner) ? 'owns access' : undefined;
}
export default rule;
