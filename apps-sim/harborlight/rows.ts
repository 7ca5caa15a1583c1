import {
  all,
  by,
  type Cell,
  entry,
  type Given,
  linked,
  type PillSpec,
  spanOf,
  timeline,
  type Widget,
  wordFor,
} from '#range';
import { CYCLE_MS, lastCycleMs, provisioningOf } from './acts/applications.ts';
import { kindOf } from './acts/credentials.ts';
import { applications, attributes, groups, users } from './entities.ts';
import {
  appsOf,
  logOf,
  membersOf,
  membershipsOf,
  methodsOf,
  nameOf,
  rolesOf,
  sessionsOf,
  sinceOf,
} from './find.ts';
import type { AppAssignment, Application, Group, LiveSession, Membership, Method } from './state.ts';
import type { SignIn, State, User } from './state.ts';

const DAY = 86_400_000;
/** How often users are copied from the directory on the premises. */
const SYNC_MS = 30 * 60_000;
const TONES: Readonly<Record<string, PillSpec['tone']>> = {
  Staged: 'info',
  Active: 'success',
  Suspended: 'warning',
  'Locked out': 'danger',
  Provisioned: 'success',
  Error: 'danger',
  Pending: 'info',
  Success: 'success',
  Failure: 'danger',
  Healthy: 'success',
  Quarantined: 'danger',
};

/** What the log says of statuses: `Status Active to Suspended`, in the words that the console prints for them. */
export function withStates(detail: string): string {
  return detail.replace(/\b(Staged|Active|Suspended|Locked out|Deactivated|Deleted)\b/g, wordFor);
}

/** A status as a pill. */
export function statusPill(text: string): PillSpec {
  return { text, tone: TONES[text] ?? 'neutral' };
}

const inPill = (text: string): Cell => ({ pill: statusPill(text) });
const required = (is: boolean): string => (is ? 'Required at next sign-in' : 'Not required');
const numberOf = (list: readonly unknown[]): string => String(list.length);
export const appCell = (id: string): Cell => linked(id, applications.at(id));

/** A link to a user by the name; the id alone when there is none, `None` for nobody. */
function userCell(state: Readonly<State>, id: string): Cell {
  const user = users.find(state, id);
  return user ? linked(user.displayName, users.href(user)) : id || 'None';
}

/** At which moment of the half hour the copy is done. */
function syncsAfter({ domain }: Readonly<State>): number {
  return spanOf(`${domain}/sync`, [2, 28]);
}

/** What users show. */
export const ofUser = attributes(users, {
  'Display name': user => user.displayName,
  'User name': user => user.upn,
  'Employee number': user => user.employeeNumber,
  'First name': user => ({ text: user.firstName }),
  'Last name': user => user.lastName,
  Mail: user => user.mail,
  Title: user => user.title,
  Department: user => user.department,
  Office: user => user.office,
  Manager: (user, { state }) => userCell(state, user.manager),
  Owner: (user, { state }) => (user.owner === '' ? null : userCell(state, user.owner)),
  Source: user => user.source,
  'User type': user => user.userType,
  Status: user => inPill(user.status),
  'Last sign-in': user => ({ time: user.lastSignInMs, none: 'Never' }),
  'Admin roles': (user, { state }) => rolesOf(state, user.id).join(', '),
  'Created on': user => ({ day: user.createdDay }),
  'Managed by': user => (user.source === 'Synced' ? 'Ashlar Directory' : 'Harborlight ID'),
  'Password changed on': user => ({ day: user.passwordChangedDay }),
  'Password change': user => required(user.mustChangePassword),
  'MFA registration': user => required(user.mustRegisterMfa),
  'Last synced': (user, { state, request: { nowMs } }) =>
    user.source === 'Synced' ? { time: nowMs - ((nowMs - syncsAfter(state)) % SYNC_MS) } : null,
  'Deactivated on': (user, { state }) => {
    const atMs = user.status === 'Deactivated' ? sinceOf(state, user, 'Deactivate user') : null;
    return atMs === null ? null : { time: atMs };
  },
  'Deleted on': (user, { state }) => ({ time: sinceOf(state, user, 'Delete user'), none: '' }),
  'Gone for good': (user, { state }) => {
    const atMs = sinceOf(state, user, 'Delete user');
    return { time: atMs === null ? null : atMs + 30 * DAY, none: '' };
  },
  'Direct groups': (user, { state }) => numberOf(membershipsOf(state, user.id)),
  'Assigned apps': (user, { state }) => String(new Set(appsOf(state, user.id).map(item => item.app)).size),
  'Sign-in methods': (user, { state }) => numberOf(methodsOf(state, user.id)),
  'Open sessions': (user, { state }) => numberOf(sessionsOf(state, user.id)),
});

/** What groups show. */
export const ofGroup = attributes(groups, {
  Group: (group: Group) => group.id,
  Description: group => group.description,
  Kind: group => group.kind,
  Owner: (group, { state }) => userCell(state, group.owner),
  Risk: group => group.risk,
  Members: (group, { state }) => numberOf(all(state.memberships).filter(item => item.group === group.id)),
  'Direct members': (group, { state }) => numberOf(membersOf(state, group.id)),
  'Role-assignable': group => (group.isRoleAssignable ? 'Yes' : 'No'),
  'Replaced by': group =>
    group.successor === '' ? null : linked(group.successor, groups.at(group.successor)),
});

/** What applications show. */
export const ofApplication = attributes(applications, {
  Application: (app: Application) => app.id,
  Owner: (app, { state }) => userCell(state, app.owner),
  'Sign-on': app => app.signOn,
  'App roles': app => app.roles.join(', '),
  Assignments: (app, { state }) => numberOf(assignmentsOf(app, state)),
  Job: app => inPill(app.jobStatus),
  'Last cycle': (app, { request }) => ({ time: lastCycleMs(app, request.nowMs) }),
  'Next cycle': (app, { request }) => ({ time: lastCycleMs(app, request.nowMs) + CYCLE_MS }),
});

/** The user of a membership or role. */
export const userOf = ({ user }: { user: string }, { state }: Given<State>): User | undefined =>
  users.find(state, user);

/** What memberships and roles show of the user who has them. */
export const ofHolder = attributes(null, {
  'Display name': ({ user }: { user: string }, { state }) => linked(nameOf(state, user), users.at(user)),
  'User name': ({ user }) => user,
  'Employee number': (item, given) => userOf(item, given)?.employeeNumber ?? '',
  Status: (item, given) => inPill(userOf(item, given)?.status ?? 'Deleted'),
});

/** What memberships show on a user's page. */
export const ofMembership = attributes(null, {
  Group: ({ group }: Membership, { state }) =>
    linked(group, groups.at(group), groups.find(state, group)?.kind),
  'Added on': item => ({ day: item.addedDay }),
  'Added by': item => item.addedBy,
  'End date': item => ({ day: item.endDay, none: 'None' }),
});

/** What memberships show on a group's page: who added the member stands below the day. */
export const ofMember = attributes(null, {
  ...ofHolder.told,
  ...ofMembership.told,
  'Added on': (item: Membership) => ({ text: { day: item.addedDay }, sub: item.addedBy }),
});

/** Who has an application. */
export function assignmentsOf(app: Application, state: Readonly<State>): AppAssignment[] {
  return all(state.appAssignments)
    .filter(item => item.app === app.id)
    .sort(by(item => item.principal));
}

/** How far an assignment has come; `Error` for an application that is there no more. */
export function provisioningAt(item: { app: string; assignedMs: number }, given: Given<State>): Cell {
  const app = entry(given.state.applications, item.app);
  return inPill(app ? provisioningOf(app, item.assignedMs, given.request.nowMs) : 'Error');
}

const isOfGroup = ({ principalKind }: AppAssignment): boolean => principalKind === 'Group';

/** What assignments of applications show. */
export const ofAssignment = attributes(null, {
  Application: (item: AppAssignment) => appCell(item.app),
  'Assigned to': item => linked(item.principal, (isOfGroup(item) ? groups : users).at(item.principal)),
  Type: item => item.principalKind,
  'App role': item => item.role,
  Receivers: (item, { state }) => (isOfGroup(item) ? numberOf(membersOf(state, item.principal)) : '1'),
  'Assigned on': item => ({ time: item.assignedMs }),
  Provisioning: provisioningAt,
});

export const isExpired = ({ expiresMs }: Method, { request }: Given<State>): boolean =>
  expiresMs !== null && expiresMs <= request.nowMs;

/** What sign-in methods show. */
export const ofMethod = attributes(null, {
  Method: (method: Method) => kindOf(method),
  Label: method => method.label,
  'Added on': method => ({ day: method.addedDay }),
  'Last used': method => ({ day: method.lastUsedDay, none: 'Never' }),
  'Valid until': (method, given) =>
    `${given.time(method.expiresMs, 'No end')}${isExpired(method, given) ? ' (expired)' : ''}`,
});

/** What open sessions show. */
export const ofSession = attributes(null, {
  Device: (session: LiveSession) => session.device,
  Application: session => session.app,
  'IP address': session => session.ip,
  Started: session => ({ time: session.startedMs }),
});

/** What sign-ins show. */
export const ofSignIn = attributes(null, {
  Time: (item: SignIn) => ({ time: item.atMs }),
  'User name': item => linked(item.user, users.at(item.user)),
  Application: item => item.app,
  Device: item => item.device,
  'IP address': item => item.ip,
  Result: item => inPill(item.result),
  Reason: item => item.reason,
});

/** What was done to a user, newest first. */
export function eventsOf(state: Readonly<State>, user: User, most: number): Widget {
  const items = logOf(state, user.id)
    .slice(0, most)
    .map(({ actor, atMs, verb, detail, ticket }) => ({
      who: actor,
      when: { time: atMs },
      what: verb,
      detail: withStates(ticket ? `${detail} · ${ticket}` : detail),
    }));
  return timeline(items, { empty: 'Nothing in the last 90 days.' });
}
