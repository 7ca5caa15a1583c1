import {
  type Account,
  addDays,
  by,
  type Day,
  dayOf,
  type Entitlement,
  type Grant,
  type Person,
  spanOf,
  workedAt,
  type World,
} from '#range';
import { addedDayOf, firstKept, type Known, recordAll } from './past.ts';
import { signInOf } from './sign-in-facts.ts';
import type { Group, State, User, UserStatus } from './state.ts';

const STATUS: Record<Account['status'], UserStatus> = {
  staged: 'Staged',
  active: 'Active',
  suspended: 'Suspended',
  locked: 'Locked out',
  deactivated: 'Deactivated',
  deleted: 'Deleted',
};
const ADDED_BY: Record<Grant['source'], string> = {
  birthright: 'Rolewright, birthright',
  request: 'Rolewright',
  direct: 'Direct assignment',
};
const GROUP_KIND: Partial<Record<Entitlement['kind'], Group['kind']>> = {
  'dynamic-group': 'Dynamic',
  'synced-group': 'Synced',
};

const USER_TYPE: Record<Account['purpose'], User['userType']> = {
  primary: 'Member',
  admin: 'Member',
  emergency: 'Member',
  test: 'Member',
  service: 'Service',
  shared: 'Service',
  guest: 'Guest',
};

/** The directory as the facts of the world have it. */
export function init(world: World): State {
  const state = emptyState(world.company.domain);
  const accounts = ownAccounts(world);
  const upnOf = primaryUpns(accounts);
  const own = Object.values(world.entitlements).filter(({ app }) => app === 'harborlight');
  for (const entitlement of own.sort(by(({ code }) => code))) addGroup(state, entitlement, upnOf);
  addApplications(state, world);
  const today = dayOf(world.nowMs);
  const since = firstKept(today);
  const known = accounts.map(account => addAccount(state, world, { account, upnOf, today, since }));
  recordAll(state, world.nowMs, known);
  return state;
}

/** How many sign-ins failed, by the log of the directory. */
export function failedSignIns(world: World): number {
  return Object.values(init(world).signIns).filter(({ result }) => result === 'Failure').length;
}

/** The accounts of the directory by their ids: its logs are numbered, however the world was put together. */
function ownAccounts(world: World): Account[] {
  const own = Object.values(world.accounts).filter(({ app }) => app === 'harborlight');
  return own.sort(by(({ nativeId }) => nativeId));
}

function emptyState(domain: string): State {
  const collections = {
    users: {},
    memberships: {},
    methods: {},
    sessions: {},
    groups: {},
    nestings: {},
    applications: {},
    appAssignments: {},
    adminRoles: {},
    signIns: {},
    history: {},
  };
  return { audit: [], counters: {}, domain, ...collections };
}

/** The user name of each worker's everyday account. */
function primaryUpns(accounts: readonly Account[]): Map<string, string> {
  const upns = new Map<string, string>();
  for (const account of accounts) {
    if (account.workerId === null) continue;
    if (account.purpose === 'primary' || !upns.has(account.workerId))
      upns.set(account.workerId, account.nativeId);
  }
  return upns;
}

function addGroup(state: State, entitlement: Entitlement, upnOf: Map<string, string>): void {
  const { code } = entitlement;
  state.groups[code] = {
    id: code,
    description: entitlement.description,
    kind: GROUP_KIND[entitlement.kind] ?? 'Assigned',
    rule: entitlement.rule ?? '',
    owner: upnOf.get(entitlement.owner) ?? '',
    isRoleAssignable: entitlement.risk === 'Privileged' && !code.startsWith('APP-'),
    risk: entitlement.risk,
    successor: entitlement.successor ?? '',
  };
  for (const child of entitlement.contains) {
    const id = `${code}|${child}`;
    state.nestings[id] = { id, parent: code, child };
  }
}

/** `APP-<application>-<role>`: each such group is assigned to its application with that role. */
function addApplications(state: State, world: World): void {
  let count = 0;
  const longAgo = addDays(dayOf(world.nowMs), -400);
  for (const group of Object.values(state.groups)) {
    const [, app, role] = /^APP-([^-]+)-(.+)$/.exec(group.id) ?? [];
    if (app === undefined || role === undefined) continue;
    const known = state.applications[app];
    if (known) known.roles.push(role);
    else {
      count++;
      const lastCycleMs = world.nowMs - spanOf(`${state.domain}/${app}`, [0, 40]);
      const cycle = { jobStatus: 'Healthy' as const, lastCycleMs };
      const signOn = count % 3 === 0 ? ('OpenID Connect' as const) : ('SAML' as const);
      state.applications[app] = { id: app, owner: group.owner, roles: [role], signOn, ...cycle };
    }
    const id = `${app}|${group.id}`;
    const assignedMs = workedAt(longAgo, `${state.domain}/${id}`);
    state.appAssignments[id] = { id, app, principal: group.id, principalKind: 'Group', role, assignedMs };
  }
}

interface Source {
  account: Account;
  upnOf: Map<string, string>;
  today: Day;
  since: Day;
}

function addAccount(state: State, world: World, source: Source): Known {
  const { account, today, since } = source;
  const id = account.nativeId;
  const person = account.workerId === null ? undefined : world.persons[account.workerId];
  const user = userOf(world, source, person);
  state.users[id] = user;
  for (const grant of account.grants) {
    addMembership(state, { user, grant, addedDay: addedDayOf(today, account, grant) });
  }
  const { methods, sessions } = signInOf(account);
  for (const method of methods) {
    state.methods[method.id] = { ...method, user: id, expiresMs: null, isSingleUse: false };
  }
  for (const session of sessions) state.sessions[session.id] = { ...session, user: id };
  for (const role of account.adminRoles) {
    state.adminRoles[`${role}|${id}`] = { id: `${role}|${id}`, role, user: id };
  }
  return { user, person, account, today, since };
}

function userOf(world: World, { account, upnOf }: Source, person: Person | undefined): User {
  const own = account.purpose === 'primary' ? person : undefined;
  const { formerly, source, mail = '', old = {} } = signInOf(account);
  const department = account.purpose === 'guest' ? '' : (old.department ?? person?.department ?? '');
  const title = old.title ?? world.positions[own?.position ?? '']?.title;
  return {
    id: account.nativeId,
    upn: account.nativeId,
    displayName: account.displayName,
    firstName: formerly?.firstName ?? own?.givenName ?? account.displayName,
    lastName: formerly?.lastName ?? (own ? (old.familyName ?? own.familyName) : ''),
    mail: own?.mail ?? mail,
    employeeNumber: account.purpose === 'primary' ? (account.workerId ?? '') : '',
    owner: account.purpose !== 'primary' && account.workerId ? (upnOf.get(account.workerId) ?? '') : '',
    department: world.departments[department]?.name ?? department,
    title: title ?? '',
    office: account.purpose === 'guest' ? '' : (old.location ?? person?.location ?? ''),
    manager: own?.manager ? (upnOf.get(own.manager) ?? '') : '',
    userType: own?.kind === 'contingent' ? 'Guest' : USER_TYPE[account.purpose],
    source,
    status: STATUS[account.status],
    purpose: account.purpose,
    createdDay: account.createdDay,
    lastSignInMs: account.lastUsedMs,
    passwordChangedDay: account.passwordChangedDay,
    mustChangePassword: account.status === 'staged',
    mustRegisterMfa: account.status === 'staged',
  };
}

function addMembership(
  state: State,
  { user, grant, addedDay }: { user: User; grant: Grant; addedDay: Day },
): void {
  const group = state.groups[grant.code];
  if (!group) return;
  const from: Record<Group['kind'], string> = {
    Dynamic: 'Group rule',
    Synced: 'Ashlar Directory',
    Assigned: grant.requestId ? `${ADDED_BY.request} ${grant.requestId}` : ADDED_BY[grant.source],
  };
  const id = `${group.id}|${user.id}`;
  state.memberships[id] = {
    id,
    group: group.id,
    user: user.id,
    addedDay,
    addedBy: from[group.kind],
    endDay: grant.to,
  };
}
