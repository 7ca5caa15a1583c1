import {
  alert,
  all,
  type Body,
  card,
  columns,
  entry,
  facts,
  type Given,
  linked,
  listCard,
  narrow,
  wide,
} from '#range';
import { provisioningOf } from '../acts/applications.ts';
import * as credentials from '../acts/credentials.ts';
import { removeMember } from '../acts/groups.ts';
import { LIFECYCLE } from '../acts/lifecycle.ts';
import { editProfile } from '../acts/profile.ts';
import { record, users } from '../entities.ts';
import {
  appsOf,
  membershipsOf,
  methodsOf,
  parentsOf,
  rolesOf,
  sessionsOf,
  sinceOf,
  userPath,
} from '../find.ts';
import { appCell, eventsOf, groupCell, provisioningPill, resultPill, statusPill, userCell } from '../rows.ts';
import type { State, User } from '../state.ts';
import { userList } from './lists.ts';

const SHOWN_EVENTS = 20;

/** One user: who it is, what it has, how it signs in, and what was done to it. */
export const userPage = record({
  of: users,
  title: user => user.displayName,
  crumbs: user => [{ label: 'All users', href: userList.path }, { label: user.displayName }],
  heading: (user, { state }) => ({
    subtitle: [user.title, user.department].filter(Boolean).join(', '),
    initials: [...[...user.firstName].slice(0, 1), ...[...user.lastName].slice(0, 1)].join(''),
    pills: [
      statusPill(user.status),
      rolesOf(state, user.id).length > 0 && { text: 'Administrator', tone: 'warning' },
      user.purpose === 'emergency' && { text: 'Emergency access', tone: 'danger' },
    ],
  }),
  lead: user =>
    user.purpose === 'emergency' &&
    alert(
      'warning',
      'Excluded from policies. Any sign-in raises an alert with Security Operations.',
      'Emergency access account',
    ),
  tabsLabel: 'User',
  tabs: {
    overview: { label: 'Overview', body: overview },
    groups: { label: 'Groups', body: groupsTab },
    applications: { label: 'Applications', body: appsTab },
    authentication: { label: 'Authentication', body: authenticationTab },
    sessions: { label: 'Sessions', body: sessionsTab },
    activity: {
      label: 'Activity',
      body: (user, given) =>
        beside(user, given, [card('What was done to this user', eventsOf(given.state, user, SHOWN_EVENTS))]),
    },
  },
  acts: [editProfile, ...LIFECYCLE, ...credentials.CREDENTIALS],
});

/** A tab's own widgets beside what every tab shows. */
function beside(user: User, { state }: Given<State>, body: Body, below?: Body): Body {
  const side = card(
    'At a glance',
    facts([
      ['Status', { pill: statusPill(user.status) }],
      ['User name', user.upn],
      ['Employee number', user.employeeNumber || 'None'],
      ['Department', user.department || 'None'],
      ['Source', user.source],
      ['User type', user.userType],
      ['Last sign-in', { time: user.lastSignInMs, none: 'Never' }],
      ['Admin roles', rolesOf(state, user.id).join(', ') || 'None'],
    ]),
    { tone: 'accent' },
  );
  return columns(wide(body), narrow(side, below));
}

const required = (is: boolean): string => (is ? 'Required at next sign-in' : 'Not required');

function overview(user: User, given: Given<State>): Body {
  const { state, request } = given;
  const { id } = user;
  const reports = all(state.users).filter(({ manager, status }) => manager === id && status !== 'Deleted');
  const owned = all(state.groups).filter(group => group.owner === id);
  const own = [
    card(
      'Profile',
      facts(
        [
          ['Display name', user.displayName],
          ['First name', user.firstName],
          ['Last name', user.lastName || 'None'],
          ['Mail', user.mail || 'None'],
          ['Title', user.title || 'None'],
          ['Office', user.office || 'None'],
          ['Manager', userCell(state, user.manager)],
          user.owner !== '' && ['Owner', userCell(state, user.owner)],
        ],
        { columns: 2 },
      ),
    ),
    card('Account', accountFacts(user, state, request.nowMs)),
    reports.length > 0 &&
      listCard({
        caption: 'Direct reports',
        columns: {
          'Display name': person => linked(person.displayName, userPath(person)),
          'User name': person => person.upn,
          Title: person => person.title,
        },
        rows: reports,
        empty: '',
      }),
    owned.length > 0 &&
      listCard({
        caption: 'Owned groups',
        columns: { Group: group => groupCell(group.id), Kind: group => group.kind },
        rows: owned,
        empty: '',
      }),
  ];
  return beside(user, given, own, card('Latest events', eventsOf(state, user, 3)));
}

function accountFacts(user: User, state: Readonly<State>, nowMs: number) {
  const cycle = 1_800_000;
  const syncedMs = nowMs - (nowMs % cycle) + 600_000;
  const deactivatedMs = user.status === 'Deactivated' ? sinceOf(state, user, 'Deactivate user') : null;
  const apps = new Set(appsOf(state, user.id).map(item => item.app));
  return facts(
    [
      ['Created on', { day: user.createdDay }],
      ['Password changed on', { day: user.passwordChangedDay }],
      ['Password change', required(user.mustChangePassword)],
      ['MFA registration', required(user.mustRegisterMfa)],
      user.source === 'Synced' && ['Last synced', { time: syncedMs > nowMs ? syncedMs - cycle : syncedMs }],
      deactivatedMs !== null && ['Deactivated on', { time: deactivatedMs }],
      ['Direct groups', String(membershipsOf(state, user.id).length)],
      ['Assigned apps', String(apps.size)],
      ['Sign-in methods', String(methodsOf(state, user.id).length)],
      ['Open sessions', String(sessionsOf(state, user.id).length)],
    ],
    { columns: 2 },
  );
}

function groupsTab(user: User, given: Given<State>): Body {
  const { state } = given;
  const direct = membershipsOf(state, user.id);
  const nested = direct.flatMap(item =>
    parentsOf(state, item.group).map(parent => ({ parent, through: item.group })),
  );
  const lists = [
    listCard({
      caption: 'Direct memberships',
      columns: {
        Group: item => groupCell(item.group, entry(state.groups, item.group)?.kind),
        'Added on': item => ({ day: item.addedDay }),
        'Added by': item => item.addedBy,
        'End date': item => ({ day: item.endDay, none: 'None' }),
        '': item => ({ actions: removeMember.offer(item, given, 'secondary') }),
      },
      rows: direct,
      empty: 'This user is in no group.',
    }),
    nested.length > 0 &&
      listCard({
        caption: 'Memberships through other groups',
        columns: { Group: item => groupCell(item.parent), Through: item => item.through },
        rows: nested,
        empty: '',
      }),
  ];
  return [beside(user, given, lists), direct.map(item => removeMember.dialog(item, given))];
}

function appsTab(user: User, given: Given<State>): Body {
  const { state, request } = given;
  const isOut = ['Deactivated', 'Deleted', 'Staged'].includes(user.status);
  const statusOf = (item: { app: string; assignedMs: number }): string => {
    const app = entry(state.applications, item.app);
    if (isOut) return 'Not started';
    return app ? provisioningOf(app, item.assignedMs, request.nowMs) : 'Error';
  };
  return beside(
    user,
    given,
    listCard({
      caption: 'Assigned applications',
      columns: {
        Application: item => appCell(item.app),
        'App role': item => item.role,
        'Assigned through': item => item.through,
        Provisioning: item => ({ pill: provisioningPill(statusOf(item)) }),
      },
      rows: appsOf(state, user.id),
      empty: 'No application is assigned to this user.',
    }),
  );
}

function authenticationTab(user: User, given: Given<State>): Body {
  const { state, request, time } = given;
  const roles = rolesOf(state, user.id).join(', ');
  const isSynced = user.source === 'Synced';
  const isExpired = (expiresMs: number | null): boolean => expiresMs !== null && expiresMs <= request.nowMs;
  return beside(user, given, [
    isSynced && alert('info', 'This user is synced from Ashlar Directory, which also keeps the password.'),
    roles !== '' && alert('warning', `This user holds an administrator role: ${roles}.`),
    listCard(
      {
        caption: 'Sign-in methods',
        columns: {
          Method: method => credentials.kindOf(method),
          Label: method => method.label,
          'Added on': method => ({ day: method.addedDay }),
          'Last used': method => ({ day: method.lastUsedDay, none: 'Never' }),
          'Valid until': ({ expiresMs }) =>
            `${time(expiresMs, 'No end')}${isExpired(expiresMs) ? ' (expired)' : ''}`,
          '': method => ({ actions: credentials.removeMethod.offer(method, given, 'secondary') }),
        },
        rows: methodsOf(state, user.id),
        muted: method => isExpired(method.expiresMs),
        empty: 'No method is registered.',
      },
      {
        actions: [credentials.requireRegistration, credentials.issuePass].flatMap(act =>
          act.offer(user, given, 'secondary'),
        ),
      },
    ),
    card(
      'Password',
      facts(
        [
          ['Managed by', isSynced ? 'Ashlar Directory' : 'Harborlight ID'],
          ['Password changed on', { day: user.passwordChangedDay }],
          ['Password change', required(user.mustChangePassword)],
          ['MFA registration', required(user.mustRegisterMfa)],
        ],
        { columns: 2 },
      ),
      { actions: credentials.resetPassword.offer(user, given) },
    ),
  ]);
}

function sessionsTab(user: User, given: Given<State>): Body {
  const { state } = given;
  const signIns = all(state.signIns)
    .filter(item => item.user === user.id)
    .sort((a, b) => b.atMs - a.atMs)
    .slice(0, SHOWN_EVENTS);
  return beside(user, given, [
    listCard(
      {
        caption: 'Open sessions',
        columns: {
          Device: session => session.device,
          Application: session => session.app,
          'IP address': session => session.ip,
          Started: session => ({ time: session.startedMs }),
          '': session => ({ actions: credentials.endSession.offer(session, given) }),
        },
        rows: sessionsOf(state, user.id),
        empty: 'No session is open.',
      },
      { actions: credentials.revokeSessions.offer(user, given, 'secondary') },
    ),
    listCard({
      caption: 'Sign-ins',
      columns: {
        Time: item => ({ time: item.atMs }),
        Application: item => item.app,
        Device: item => item.device,
        'IP address': item => item.ip,
        Result: item => ({ pill: resultPill(item.result) }),
        Reason: item => item.reason,
      },
      rows: signIns,
      empty: 'This user has not signed in yet.',
    }),
  ]);
}
