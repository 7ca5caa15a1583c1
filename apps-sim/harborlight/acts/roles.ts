import { entry } from '#range';
import { act, holdings } from '../entities.ts';
import { nameOf } from '../find.ts';
import { refuseLastAdmin } from './lifecycle.ts';

/** Administrator roles are out of the operator's hands: it is offered, and always refused. */
export const removeRole = act(holdings, {
  label: 'Remove',
  title: 'Remove role',
  submit: 'Remove from role',
  effect: 'REVOKE',
  isDanger: true,
  back: () => '/roles',
  text: ({ role, user }, { state }) => `${nameOf(state, user)} (${user}) will lose the role ${role}.`,
  refuse: ({ role, user: id }, given) => {
    const user = entry(given.state.users, id);
    const isLast = role === 'Global Administrator' && user && refuseLastAdmin(user, given);
    return isLast || 'Only Privileged Role Administrators can change these roles.';
  },
  change: () => ({ message: 'Nothing was changed.' }),
});
