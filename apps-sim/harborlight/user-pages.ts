import {
  type ActionSpec,
  type AppRequest,
  type Cell,
  notFound,
  paginate,
  type PillSpec,
  type Reply,
  view,
} from '#range';
import { actFields, type UserAct } from './acts.ts';
import { provisioningOf } from './applications.ts';
import { CREDENTIALS, kindOf } from './credentials.ts';
import {
  appPath,
  appsOf,
  groupPath,
  isHit,
  liveUsers,
  logOf,
  membershipsOf,
  methodsOf,
  parentsOf,
  rolesOf,
  sessionsOf,
  sinceOf,
  userPath,
} from './find.ts';
import { refuseGroup } from './groups.ts';
import { LIFECYCLE, OFFERED } from './lifecycle.ts';
import { all, entry, type State, type User, type UserStatus } from './state.ts';

const TONES: Record<UserStatus, PillSpec['tone']> = {
  Staged: 'info',
  Active: 'success',
  Suspended: 'warning',
  'Locked out': 'danger',
  Deactivated: 'neutral',
  Deleted: 'neutral',
};
export const STATUSES: readonly UserStatus[] = ['Staged', 'Active', 'Suspended', 'Locked out', 'Deactivated'];
const PARTS: readonly [label: string, part: string][] = [
  ['Overview', ''],
  ['Groups', '/groups'],
  ['Applications', '/applications'],
  ['Authentication', '/authentication'],
  ['Sessions', '/sessions'],
  ['Activity', '/activity'],
];
const SHOWN_EVENTS = 20;

/** A user's status as a pill. */
export function statusPill(status: UserStatus): PillSpec {
  return { text: status, tone: TONES[status] };
}

/** A link to a user, or plain text when there is none. */
export function userCell(state: Readonly<State>, id: string): Cell {
  const user = entry(state.users, id);
  return user ? { text: user.displayName, href: userPath(user) } : id;
}

/** The searchable list of users. */
export function usersPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '', status = '' } = request.query;
  const hits = liveUsers(state).filter(
    user => isHit(user, q.trim()) && (status === '' || user.status === status),
  );
  const { rows, paging } = paginate(hits, request);
  const options = [{ value: '', label: 'Any status' }, ...STATUSES.map(value => ({ value, label: value }))];
  const shown = rows.map(user => ({ ...user, href: userPath(user), pill: statusPill(user.status) }));
  return view('users', { title: 'Users', q, status, options, rows: shown, paging });
}

/** Users who were deleted and can come back. */
export function deletedPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '' } = request.query;
  const hits = all(state.users).filter(user => user.status === 'Deleted' && isHit(user, q.trim()));
  hits.sort((a, b) => (a.displayName < b.displayName ? -1 : a.displayName > b.displayName ? 1 : 0));
  const { rows, paging } = paginate(hits, request);
  const shown = rows.map(user => ({
    ...user,
    href: userPath(user),
    deletedMs: sinceOf(state, user, 'Delete user'),
  }));
  return view('deleted', { title: 'Deleted users', q, rows: shown, paging });
}

export type UserPage = (state: Readonly<State>, user: User, request: AppRequest) => Reply;

/** A handler over the user that the path names, or the page of a missing one. */
export function withUser<S extends Readonly<State>>(
  handle: (state: S, user: User, request: AppRequest) => Reply,
): (state: S, request: AppRequest) => Reply {
  return (state, request) => {
    const user = entry(state.users, request.params.user);
    return user ? handle(state, user, request) : notFound(`user ${request.params.user}`);
  };
}

/** What every part of a user's page shows: who it is, the tabs, and the acts with their dialogs. */
function frame(
  state: Readonly<State>,
  user: User,
  part: string,
): Record<string, unknown> & { title: string } {
  const roles = rolesOf(state, user.id);
  const lifecycle = LIFECYCLE.filter(act => OFFERED[user.status].includes(act.slug));
  const own = CREDENTIALS.filter(act => act.part === part && user.status !== 'Deleted');
  const pills = [statusPill(user.status)];
  if (roles.length > 0) pills.push({ text: 'Administrator', tone: 'warning' });
  if (user.purpose === 'emergency') pills.push({ text: 'Emergency access', tone: 'danger' });
  return {
    title: user.displayName,
    user,
    part,
    roles: roles.join(', '),
    pills,
    owner: userCell(state, user.owner),
    tabs: PARTS.map(([label, path]) => ({ label, href: userPath(user, path), current: path === part })),
    menu: lifecycle.map(act => opener(act, act.isDanger ? 'danger' : 'secondary')),
    editHref: userPath(user, '/edit'),
    acts: own.map(act => opener(act, 'secondary')),
    dialogs: [...lifecycle, ...own].map(act => dialogOf(act, user)),
  };
}

function opener(act: UserAct, style: ActionSpec['style']): ActionSpec {
  return { label: act.label, dialog: `act-${act.slug}`, style };
}

function dialogOf(act: UserAct, user: User): Record<string, unknown> {
  const form = {
    action: userPath(user, `/${act.slug}`),
    fields: actFields(act, user),
    submit: act.submit,
    danger: act.isDanger ?? false,
  };
  return { id: `act-${act.slug}`, title: act.label, text: act.text(user), form };
}

/** Overview. */
export const overview: UserPage = (state, user, request) => {
  const reports = all(state.users).filter(other => other.manager === user.id && other.status !== 'Deleted');
  const deactivatedMs = user.status === 'Deactivated' ? sinceOf(state, user, 'Deactivate user') : null;
  const counts = [
    { label: 'Direct groups', value: String(membershipsOf(state, user.id).length) },
    { label: 'Assigned apps', value: String(new Set(appsOf(state, user.id).map(item => item.app)).size) },
    { label: 'Sign-in methods', value: String(methodsOf(state, user.id).length) },
    { label: 'Open sessions', value: String(sessionsOf(state, user.id).length) },
  ];
  const owned = all(state.groups).filter(group => group.owner === user.id);
  const events = eventsOf(state, user).slice(0, 3);
  const syncedMs = request.nowMs - (request.nowMs % 1_800_000) + 600_000;
  const synced = { syncedMs: syncedMs > request.nowMs ? syncedMs - 1_800_000 : syncedMs };
  return view('user-overview', {
    ...frame(state, user, ''),
    ...synced,
    counts,
    events,
    deactivatedMs,
    manager: userCell(state, user.manager),
    reports: reports.map(other => ({
      name: other.displayName,
      href: userPath(other),
      upn: other.upn,
      title: other.title,
    })),
    owned: owned.map(group => ({ id: group.id, href: groupPath(group), kind: group.kind })),
  });
};

/** Groups of a user, direct and through other groups. */
export const userGroups: UserPage = (state, user) => {
  const direct = membershipsOf(state, user.id);
  const rows = direct.map((item, i) => {
    const group = entry(state.groups, item.group);
    return {
      ...item,
      href: groupPath({ id: item.group }),
      kind: group?.kind ?? '',
      dialog: group && refuseGroup(group) === null ? `remove-${i + 1}` : '',
      action: groupPath({ id: item.group }, '/members/remove'),
    };
  });
  const nested = direct.flatMap(item =>
    parentsOf(state, item.group).map(parent => ({
      parent,
      through: item.group,
      href: groupPath({ id: parent }),
    })),
  );
  return view('user-groups', { ...frame(state, user, '/groups'), rows, nested });
};

/** Applications of a user and how each is reached. */
export const userApps: UserPage = (state, user, request) => {
  const rows = appsOf(state, user.id).map(item => {
    const app = entry(state.applications, item.app);
    const status = app ? provisioningOf(app, item.assignedMs, request.nowMs) : 'Error';
    const isGone = user.status === 'Deactivated' || user.status === 'Deleted' || user.status === 'Staged';
    return { ...item, href: appPath({ id: item.app }), status: isGone ? 'Not started' : status };
  });
  return view('user-apps', { ...frame(state, user, '/applications'), rows });
};

/** Methods, password and pass of a user. */
export const authentication: UserPage = (state, user, request) => {
  const methods = methodsOf(state, user.id).map(method => ({
    ...method,
    what: kindOf(method),
    isExpired: method.expiresMs !== null && method.expiresMs <= request.nowMs,
    removeHref: userPath(user, `/methods/${encodeURIComponent(method.id)}/remove`),
  }));
  return view('user-authentication', { ...frame(state, user, '/authentication'), methods });
};

/** Sessions and sign-ins of a user. */
export const sessions: UserPage = (state, user) => {
  const open = sessionsOf(state, user.id).map(session => ({
    ...session,
    endAction: userPath(user, `/sessions/${encodeURIComponent(session.id)}/end`),
  }));
  const signIns = all(state.signIns).filter(item => item.user === user.id);
  signIns.sort((a, b) => b.atMs - a.atMs);
  return view('user-sessions', {
    ...frame(state, user, '/sessions'),
    open,
    signIns: signIns.slice(0, SHOWN_EVENTS),
  });
};

/** What was done to a user. */
export const activity: UserPage = (state, user) => {
  return view('user-activity', {
    ...frame(state, user, '/activity'),
    events: eventsOf(state, user).slice(0, SHOWN_EVENTS),
  });
};

function eventsOf(
  state: Readonly<State>,
  user: User,
): { who: string; atMs: number; what: string; detail: string }[] {
  return logOf(state, user.id).map(line => ({
    who: line.actor,
    atMs: line.atMs,
    what: line.verb,
    detail: line.ticket ? `${line.detail} · ${line.ticket}` : line.detail,
  }));
}
