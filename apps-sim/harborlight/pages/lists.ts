import { all, by, lowWordFor, wordFor } from '#range';
import { newUser } from '../acts/profile.ts';
import { removeRole } from '../acts/roles.ts';
import { applications, collection, groups } from '../entities.ts';
import { liveUsers, logOf, nameOf } from '../find.ts';
import { ofApplication, ofGroup, ofHolder, ofSignIn, ofUser, userOf, withStates } from '../rows.ts';
import type { User } from '../state.ts';

const STATUSES = ['Staged', 'Active', 'Suspended', 'Locked out', 'Deactivated'] as const;
/** How all lists of the directory look: what is searched for may stand anywhere in one of the texts. */
const LIST = { clear: '', isOneCard: true } as const;

const findUsers = {
  by: 'text' as const,
  label: 'Name, user name or employee number',
  texts: (user: User) => [user.displayName, user.upn, user.mail, user.employeeNumber],
};

/** The searchable list of users. */
export const userList = collection({
  ...LIST,
  path: '/users',
  title: 'Users',
  subtitle: 'Everybody who can sign in, and accounts that no person uses',
  rows: ({ state }) => liveUsers(state),
  search: findUsers,
  filters: {
    status: {
      kind: 'choice',
      label: 'Status',
      all: 'Any status',
      options: STATUSES,
      of: user => user.status,
      asSelect: true,
    },
  },
  columns: given =>
    ofUser.columns(
      given,
      'Display name, User name, Employee number, Department, Source, Status, Last sign-in',
    ),
  muted: user => user.status === 'Deactivated',
  empty: `No ${lowWordFor('User')} fits the search.`,
  makes: newUser,
});

/** Users who were deleted and can come back. */
export const deletedList = collection({
  ...LIST,
  path: '/deleted-users',
  title: 'Deleted users',
  subtitle: `${wordFor('Users')} can be restored for 30 days after they were deleted`,
  rows: ({ state }) =>
    all(state.users)
      .filter(user => user.status === 'Deleted')
      .sort(by(user => user.displayName)),
  search: findUsers,
  columns: given =>
    ofUser.columns(given, 'Display name, User name, Employee number, Department, Deleted on, Gone for good'),
  empty: `No ${lowWordFor('User')} was deleted in the last 30 days.`,
});

/** The searchable list of groups. */
export const groupList = collection({
  ...LIST,
  path: '/groups',
  title: 'Groups',
  subtitle: 'Who gets which applications and rights',
  of: groups,
  search: {
    by: 'text',
    label: 'Name or description',
    texts: group => [group.id, group.description],
  },
  filters: {
    kind: {
      kind: 'choice',
      label: 'Kind',
      all: 'Any kind',
      options: ['Assigned', 'Dynamic', 'Synced'],
      of: group => group.kind,
    },
  },
  columns: given => ofGroup.columns(given, 'Group, Description, Kind, Owner, Risk, Members'),
  empty: `No ${lowWordFor('Group')} fits the search.`,
});

/** The list of applications. */
export const appList = collection({
  ...LIST,
  path: '/applications',
  title: 'Applications',
  subtitle: 'Single sign-on and account provisioning',
  of: applications,
  search: { by: 'text', label: 'Application name', texts: app => [app.id] },
  columns: given =>
    ofApplication.columns(given, 'Application, Sign-on, App roles, Owner, Assignments, Job, Last cycle'),
  empty: `No ${lowWordFor('Application')} fits the search.`,
});

/** Who holds which administrator role. */
export const roleList = collection({
  ...LIST,
  path: '/roles',
  title: 'Administrator roles',
  subtitle: 'Who may change what in this directory',
  rows: ({ state }) => [...all(state.adminRoles)].sort(by(item => item.id)),
  search: {
    by: 'text',
    label: 'Role or user',
    texts: (item, { state }) => [item.role, item.user, nameOf(state, item.user)],
  },
  columns: given => ({
    Role: item => item.role,
    ...ofHolder.columns(given, 'Display name, User name, Status'),
    Account: item => (userOf(item, given)?.purpose === 'emergency' ? 'Emergency access' : 'Person'),
    '': item => ({ actions: removeRole.offer(item, given, 'secondary') }),
  }),
  empty: `No ${lowWordFor('Role')} fits the search.`,
  below: given => given.shown.map(item => removeRole.dialog(item, given)),
});

/** The sign-in log. */
export const signInLog = collection({
  ...LIST,
  path: '/sign-ins',
  title: 'Sign-in log',
  subtitle: 'Sign-ins of every account, good and bad',
  rows: ({ state }) => [...all(state.signIns)].sort((a, b) => b.atMs - a.atMs),
  search: {
    by: 'text',
    label: 'User, application or IP address',
    texts: (item, { state }) => [item.user, nameOf(state, item.user), item.ip, item.app],
  },
  filters: {
    result: {
      kind: 'choice',
      label: 'Result',
      all: 'Any result',
      options: ['Success', 'Failure'],
      of: item => item.result,
    },
  },
  columns: given =>
    ofSignIn.columns(given, 'Time, User name, Application, Device, IP address, Result, Reason'),
  empty: 'No sign-in fits the search.',
});

/** The audit log. */
export const auditLog = collection({
  ...LIST,
  path: '/audit',
  title: 'Audit log',
  subtitle: 'Every change of the directory, newest first',
  rows: ({ state }) => logOf(state),
  search: {
    by: 'text',
    label: 'Actor, action, target or ticket',
    texts: line => [line.actor, line.verb, line.target, line.ticket, line.detail],
  },
  columns: () => ({
    Time: line => ({ time: line.atMs }),
    Actor: line => line.actor,
    Action: line => line.verb,
    Target: line => line.target,
    Ticket: line => line.ticket,
    Detail: line => withStates(line.detail),
  }),
  empty: 'No change fits the search.',
});
