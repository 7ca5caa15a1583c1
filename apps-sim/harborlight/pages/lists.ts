import { all, by, entry, linked } from '#range';
import { newUser } from '../acts/profile.ts';
import { removeRole } from '../acts/roles.ts';
import { collection } from '../entities.ts';
import { liveUsers, logOf, nameOf, sinceOf, userPath } from '../find.ts';
import { appCell, groupCell, jobColumns, resultPill, statusPill, upnCell, userCell } from '../rows.ts';
import type { User } from '../state.ts';

const DAY = 86_400_000;
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
  columns: () => ({
    'Display name': user => linked(user.displayName, userPath(user)),
    'User name': user => user.upn,
    'Employee number': user => user.employeeNumber,
    Department: user => user.department,
    Source: user => user.source,
    Status: user => ({ pill: statusPill(user.status) }),
    'Last sign-in': user => ({ time: user.lastSignInMs, none: 'Never' }),
  }),
  muted: user => user.status === 'Deactivated',
  empty: 'No user fits the search.',
  page: () => ({
    heading: { actions: [{ label: newUser.label, href: newUser.path, style: 'primary' }] },
  }),
});

/** Users who were deleted and can come back. */
export const deletedList = collection({
  ...LIST,
  path: '/deleted-users',
  title: 'Deleted users',
  subtitle: 'Users can be restored for 30 days after they were deleted',
  rows: ({ state }) =>
    all(state.users)
      .filter(user => user.status === 'Deleted')
      .sort(by(user => user.displayName)),
  search: findUsers,
  columns: ({ state }) => {
    const deletedMs = (user: User): number | null => sinceOf(state, user, 'Delete user');
    return {
      'Display name': user => linked(user.displayName, userPath(user)),
      'User name': user => user.upn,
      'Employee number': user => user.employeeNumber,
      Department: user => user.department,
      'Deleted on': user => ({ time: deletedMs(user), none: '' }),
      'Gone for good': user => {
        const atMs = deletedMs(user);
        return { time: atMs === null ? null : atMs + 30 * DAY, none: '' };
      },
    };
  },
  empty: 'No user was deleted in the last 30 days.',
});

/** The searchable list of groups. */
export const groupList = collection({
  ...LIST,
  path: '/groups',
  title: 'Groups',
  subtitle: 'Who gets which applications and rights',
  rows: ({ state }) => [...all(state.groups)].sort(by(group => group.id)),
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
  columns: ({ state }) => {
    const sizes = new Map<string, number>();
    for (const item of all(state.memberships)) sizes.set(item.group, (sizes.get(item.group) ?? 0) + 1);
    return {
      Group: group => groupCell(group.id),
      Description: group => group.description,
      Kind: group => group.kind,
      Owner: group => userCell(state, group.owner),
      Risk: group => group.risk,
      Members: group => String(sizes.get(group.id) ?? 0),
    };
  },
  empty: 'No group fits the search.',
});

/** The list of applications. */
export const appList = collection({
  ...LIST,
  path: '/applications',
  title: 'Applications',
  subtitle: 'Single sign-on and account provisioning',
  rows: ({ state }) => [...all(state.applications)].sort(by(app => app.id)),
  search: { by: 'text', label: 'Application name', texts: app => [app.id] },
  columns: given => {
    const { Job, 'Sign-on': signOn, 'Last cycle': lastCycle } = jobColumns(given);
    const { state } = given;
    return {
      Application: app => appCell(app.id),
      'Sign-on': signOn,
      'App roles': app => app.roles.join(', '),
      Owner: app => userCell(state, app.owner),
      Assignments: app => String(all(state.appAssignments).filter(item => item.app === app.id).length),
      Job,
      'Last cycle': lastCycle,
    };
  },
  empty: 'No application fits the search.',
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
  columns: given => {
    const userOf = (id: string): User | undefined => entry(given.state.users, id);
    return {
      Role: item => item.role,
      'Display name': item => linked(nameOf(given.state, item.user), userPath({ id: item.user })),
      'User name': item => item.user,
      Status: item => ({ pill: statusPill(userOf(item.user)?.status ?? 'Deleted') }),
      Account: item => (userOf(item.user)?.purpose === 'emergency' ? 'Emergency access' : 'Person'),
      '': item => ({ actions: removeRole.offer(item, given, 'secondary') }),
    };
  },
  empty: 'No role fits the search.',
  below: given => given.shown.map(item => removeRole.dialog(item, given)),
});

/** The sign-in log. */
export const signInLog = collection({
  ...LIST,
  path: '/sign-ins',
  title: 'Sign-in log',
  subtitle: 'The last sign-ins of every account, good and bad',
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
  columns: () => ({
    Time: item => ({ time: item.atMs }),
    'User name': item => upnCell(item.user),
    Application: item => item.app,
    Device: item => item.device,
    'IP address': item => item.ip,
    Result: item => ({ pill: resultPill(item.result) }),
    Reason: item => item.reason,
  }),
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
    Detail: line => line.detail,
  }),
  empty: 'No change fits the search.',
});
