import { act, holdings, TICKET } from '../entities.ts';
import { nameOf } from '../find.ts';
import { entry } from '../state.ts';
import { refuseLastAdmin } from './on-user.ts';

/** Administrator roles are out of the operator's hands: it is offered, and always refused. */
export const removeRole = act(holdings, {
  name: 'remove',
  label: 'Remove',
  title: 'Remove role',
  submit: 'Remove from role',
  effect: 'REVOKE',
  isDanger: true,
  back: () => '/roles',
  text: ({ role, user }, { state }) => `${nameOf(state, user)} (${user}) will lose the role ${role}.`,
  fields: { ticket: TICKET },
  refuse: ({ role, user: id }, { state }) => {
    const user = entry(state.users, id);
    const isLast = role === 'Global Administrator' && user && refuseLastAdmin(user, state);
    return isLast || 'Only Privileged Role Administrators can change administrator roles.';
  },
  change: () => ({ message: 'Nothing was changed.' }),
});
