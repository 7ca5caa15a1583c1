import { alert, all, type Body, card, type Given, linked, listCard, lowWordFor } from '#range';
import * as credentials from '../acts/credentials.ts';
import { removeMember } from '../acts/groups.ts';
import { LIFECYCLE } from '../acts/lifecycle.ts';
import { editProfile } from '../acts/profile.ts';
import { groups, record, users } from '../entities.ts';
import { appsOf, membershipsOf, methodsOf, parentsOf, rolesOf, sessionsOf } from '../find.ts';
import {
  appCell,
  eventsOf,
  isExpired,
  ofGroup,
  ofMembership,
  ofMethod,
  ofSession,
  ofSignIn,
  ofUser,
  provisioningAt,
  statusPill,
} from '../rows.ts';
import type { State, User } from '../state.ts';

const SHOWN_EVENTS = 20;

/** One user: who it is, what it has, how it signs in, and what was done to it. */
export const userPage = record({
  of: users,
  from: { title: 'All users', path: '/users' },
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
    overview: {
      label: 'Overview',
      body: overview,
      aside: (user, { state }) => card('Latest events', eventsOf(state, user, 3)),
    },
    groups: { label: 'Groups', body: groupsTab },
    applications: { label: 'Applications', body: appsTab },
    authentication: { label: 'Authentication', body: authenticationTab },
    sessions: { label: 'Sessions', body: sessionsTab },
    activity: {
      label: 'Activity',
      body: (user, { state }) => card('What was done to this user', eventsOf(state, user, SHOWN_EVENTS)),
    },
  },
  aside: (user, given) => {
    const shown =
      'Status, User name, Employee number, Department, Source, User type, Last sign-in, Admin roles';
    return card('At a glance', ofUser.facts(user, given, { shows: shown, none: 'None' }), { tone: 'accent' });
  },
  acts: [editProfile, ...LIFECYCLE, ...credentials.CREDENTIALS],
});

function overview(user: User, given: Given<State>): Body {
  const { state } = given;
  const profile = 'Display name, First name, Last name, Mail, Title, Office, Manager, Owner';
  const account =
    'Created on, Password changed on, Password change, MFA registration, Last synced, Deactivated on, Direct groups, Assigned apps, Sign-in methods, Open sessions';
  const reports = all(state.users).filter(
    ({ manager, status }) => manager === user.id && status !== 'Deleted',
  );
  const owned = all(state.groups).filter(group => group.owner === user.id);
  const shows = 'Display name, User name, Title';
  return [
    card('Profile', ofUser.facts(user, given, { shows: profile, columns: 2, none: 'None' })),
    card('Account', ofUser.facts(user, given, { shows: account, columns: 2 })),
    reports.length > 0 && ofUser.list(given, { caption: 'Direct reports', shows, rows: reports, empty: '' }),
    owned.length > 0 &&
      ofGroup.list(given, { caption: 'Owned groups', shows: 'Group, Kind', rows: owned, empty: '' }),
  ];
}

function groupsTab(user: User, given: Given<State>): Body {
  const direct = membershipsOf(given.state, user.id);
  const nested = direct.flatMap(({ group }) =>
    parentsOf(given.state, group).map(parent => ({ parent, through: group })),
  );
  return [
    ofMembership.list(given, {
      caption: 'Direct memberships',
      shows: 'Group, Added on, Added by, End date',
      rows: direct,
      acts: [removeMember],
      empty: `This ${lowWordFor('User')} is in no ${lowWordFor('Group')}.`,
    }),
    nested.length > 0 &&
      listCard({
        caption: 'Memberships through other groups',
        columns: {
          Group: item => linked(item.parent, groups.at(item.parent)),
          Through: item => item.through,
        },
        rows: nested,
        empty: '',
      }),
  ];
}

function appsTab(user: User, given: Given<State>): Body {
  const isOut = ['Deactivated', 'Deleted', 'Staged'].includes(user.status);
  return listCard({
    caption: 'Assigned applications',
    columns: {
      Application: item => appCell(item.app),
      'App role': item => item.role,
      'Assigned through': item => item.through,
      Provisioning: item => (isOut ? { pill: statusPill('Not started') } : provisioningAt(item, given)),
    },
    rows: appsOf(given.state, user.id),
    empty: `No ${lowWordFor('Application')} is assigned to this ${lowWordFor('User')}.`,
  });
}

function authenticationTab(user: User, given: Given<State>): Body {
  const { requireRegistration, issuePass, removeMethod, resetPassword } = credentials;
  const roles = rolesOf(given.state, user.id).join(', ');
  const password = 'Managed by, Password changed on, Password change, MFA registration';
  return [
    user.source === 'Synced' &&
      alert(
        'info',
        `This ${lowWordFor('User')} is synced from Ashlar Directory, which also keeps the password.`,
      ),
    roles !== '' && alert('warning', `This ${lowWordFor('User')} holds an administrator role: ${roles}.`),
    ofMethod.list(
      given,
      {
        caption: 'Sign-in methods',
        shows: 'Method, Label, Added on, Last used, Valid until',
        rows: methodsOf(given.state, user.id),
        muted: method => isExpired(method, given),
        acts: [removeMethod],
        empty: 'No method is registered.',
      },
      { actions: [requireRegistration, issuePass].flatMap(act => act.offer(user, given, 'secondary')) },
    ),
    card('Password', ofUser.facts(user, given, { shows: password, columns: 2 }), {
      actions: resetPassword.offer(user, given),
    }),
  ];
}

function sessionsTab(user: User, given: Given<State>): Body {
  const signIns = all(given.state.signIns)
    .filter(item => item.user === user.id)
    .sort((a, b) => b.atMs - a.atMs);
  return [
    ofSession.list(
      given,
      {
        caption: 'Open sessions',
        shows: 'Device, Application, IP address, Started',
        rows: sessionsOf(given.state, user.id),
        acts: [credentials.endSession],
        empty: 'No session is open.',
      },
      { actions: credentials.revokeSessions.offer(user, given, 'secondary') },
    ),
    ofSignIn.list(given, {
      caption: 'Sign-ins',
      shows: 'Time, Application, Device, IP address, Result, Reason',
      rows: signIns.slice(0, SHOWN_EVENTS),
      empty: `This ${lowWordFor('User')} has not signed in yet.`,
    }),
  ];
}
