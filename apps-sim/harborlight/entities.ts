import { shapes, ticket } from '#range';
import { subjectOf } from './find.ts';
import type {
  AppAssignment,
  Application,
  Group,
  LiveSession,
  Membership,
  Method,
  RoleHolding,
  State,
  User,
} from './state.ts';

/** The reason field of every form that changes something. */
const TICKET = { ticket: ticket('Ticket number', { hint: 'Task or incident behind this change.' }) };

export const { act, attributes, collection, entity, form, record, single } = shapes<State, typeof TICKET>({
  fields: TICKET,
});

/** The worker whom an act on what a user has is about. */
const subject = ({ user }: { user: string }, state: Readonly<State>): string | null => subjectOf(state, user);

/** The directory's kinds of record: where each has its page, and what audit lines call it. */
export const users = entity<User>({
  name: 'users',
  path: '/users/:user',
  title: user => user.displayName,
  about: user => `${user.displayName} · ${user.upn}`,
  subject: (user, state) => subjectOf(state, user.id),
});
export const methods = entity<Method>({
  name: 'methods',
  path: '/users/:user/methods/:method',
  key: ({ user, id }) => [user, id],
  id: ({ id }) => id,
  within: { of: users, part: '/authentication' },
  gone: 'This method is gone already.',
  subject,
});
export const sessions = entity<LiveSession>({
  name: 'sessions',
  path: '/users/:user/sessions/:session',
  key: ({ user, id }) => [user, id],
  id: ({ id }) => id,
  within: { of: users, part: '/sessions' },
  gone: 'This session has ended already.',
  subject,
});
export const groups = entity<Group>({ name: 'groups', path: '/groups/:group' });
export const memberships = entity<Membership>({
  name: 'memberships',
  path: '/groups/:group/members/:user',
  within: { of: groups },
  gone: ({ group }) => `This user is not a member of ${group} any more.`,
  subject,
  entitlement: ({ group }) => `harborlight/${group}`,
});
export const applications = entity<Application>({ name: 'applications', path: '/applications/:app' });
export const assignments = entity<AppAssignment>({
  name: 'appAssignments',
  path: '/applications/:app/assignments/:principal',
  within: { of: applications },
  gone: 'This assignment is gone already.',
  subject: ({ principal }, state) => subjectOf(state, principal),
  entitlement: ({ app }) => `harborlight/${app}`,
});
export const holdings = entity<RoleHolding>({ name: 'adminRoles', path: '/roles/:role/:user' });
