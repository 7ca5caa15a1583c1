import type { World } from '../../world/world.ts';
import type { Rule } from '../scenario.ts';
import { eventsOf } from './events.ts';

/** Privileged people and accounts are not changed by one operator alone. */
const rule: Rule = {
  id: 'P-08',
  summary: 'No credential of a privileged account was changed by one operator alone.',
  check: ({ trace, world }) =>
    eventsOf(trace, 'CRED', 'GRANT')
      .filter(event => isPrivileged(world, event.app, event.entity))
      .map(({ app, verb, entity }) => `${verb} in ${app} on ${entity}, which holds an administrator role.`),
};

function isPrivileged(world: World, app: string, entity: string): boolean {
  // A membership `GROUP|user` is about the user.
  const id = entity.slice(Math.max(entity.indexOf('/'), entity.indexOf('|')) + 1);
  const account = world.accounts[`${app}/${id}`];
  return (
    (account?.adminRoles.length ?? 0) > 0 || account?.purpose === 'admin' || account?.purpose === 'emergency'
  );
}
export default rule;
