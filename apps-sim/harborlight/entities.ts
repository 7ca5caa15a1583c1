import { shapes, ticket } from '#range';
import { subjectOf } from './find.ts';
import {
  type AppAssignment,
  type Application,
  entry,
  type Group,
  type Membership,
  type Method,
  type RoleHolding,
  type State,
  type User,
} from './state.ts';

export const { act, collection, entity, form, record, single } = shapes<State>();

/** The reason field of every form that changes something. */
export const TICKET = ticket('Ticket number', { hint: 'Task or incident behind this change.' });

/** The directory's kinds of record: where each has its page, and what audit lines call it. */
export const users = entity({
  name: 'users',
  path: '/users/:user',
  key: (user: User) => user.id,
  title: user => user.displayName,
  about: user => `${user.displayName} · ${user.upn}`,
  subject: (user, state) => subjectOf(state, user),
});
export const methods = entity({
  name: 'methods',
  path: '/users/:user/methods/:method',
  key: (method: Method) => [method.user, method.id],
  title: method => method.user,
  load: (state, { user, method }) => {
    const found = entry(state.methods, method);
    return found?.user === user ? found : undefined;
  },
});
export const groups = entity({
  name: 'groups',
  path: '/groups/:group',
  key: (group: Group) => group.id,
});
export const memberships = entity({
  name: 'memberships',
  path: '/groups/:group/members/:user',
  key: (membership: Membership) => [membership.group, membership.user],
  title: membership => membership.group,
  load: (state, { group, user }) => entry(state.memberships, `${group}|${user}`),
});
export const applications = entity({
  name: 'applications',
  path: '/applications/:app',
  key: (app: Application) => app.id,
});
export const assignments = entity({
  name: 'appAssignments',
  path: '/applications/:app/assignments/:principal',
  key: (assignment: AppAssignment) => [assignment.app, assignment.principal],
  title: assignment => assignment.app,
  load: (state, { app, principal }) => entry(state.appAssignments, `${app}|${principal}`),
});
export const holdings = entity({
  name: 'adminRoles',
  path: '/roles/:role/:user',
  key: (holding: RoleHolding) => [holding.role, holding.user],
  load: (state, { role, user }) => entry(state.adminRoles, `${role}|${user}`),
});
