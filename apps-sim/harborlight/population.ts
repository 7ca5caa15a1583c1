import {
  type Account,
  type AccountGiven,
  type AccountStatus,
  type Day,
  type Days,
  dutyOf,
  firstFree,
  isTechnician,
  later,
  makeAccount,
  OPERATOR_ID,
  OPERATOR_SIGN_IN,
  type Person,
  type Population,
  presentDuties,
  type Rng,
  SECOND_MS,
  serviceAccount,
  shortName,
  type SpecialGiven,
  toTheSecond,
} from '#range';
import { ACCESS, CALCULATED_GROUPS, EVERYBODY, filesCode, filesGroup, GROUPS } from './entitlements.ts';
import { serviceNames } from './services.ts';
import { grown } from './grown.ts';

const APP = 'harborlight';

/** What the directory alone knows of an account. */
export interface SignIn {
  methods: AuthMethod[];
  sessions: SignInSession[];
  /** Where the object is mastered. */
  source: 'Cloud' | 'Synced';
}

export interface AuthMethod {
  id: string;
  kind: 'push' | 'totp' | 'sms' | 'passkey' | 'tempPass';
  label: string;
  addedDay: Day;
  lastUsedDay: Day | null;
}

export interface SignInSession {
  id: string;
  device: string;
  app: string;
  ip: string;
  startedMs: number;
}

const NONE: SignIn = { methods: [], sessions: [], source: 'Cloud' };

/** The directory's part of an account; empty for an account of another console. */
export function signInOf(account: Account | null | undefined): SignIn {
  return account?.app === APP && account.detail ? (account.detail as SignIn) : NONE;
}

const DEVICES = ['Laptop', 'Desktop', 'Phone', 'Tablet'];
const APPS = ['Workspace portal', 'Postbay', 'Brightqueue Desk', 'Peoplemere HR'];
/** First three numbers of the address ranges kept for documentation. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'];
/** People who start later than this have no account yet. */
const STAGING_DAYS = 14;
const OPERATOR_ROLES = ['Application Administrator', 'Group Administrator', 'Help Desk Administrator'];
const ADMIN_ROLES = [
  'User Administrator',
  'Group Administrator',
  'Security Administrator',
  'Privileged Role Administrator',
];
/** The programs that bring what HR knows, and what was granted on a request: as old as the directory. */
export const FEED = 'svc-harborlight-prd-hrfeed';
export const GRANTER = 'svc-rolewright-prd-grants';
const STANDS_SINCE = -7000;

/** The directory's part of a company: nearly everybody signs in here, and groups open most applications. */
export const population: Population = {
  entitlements: organisation => [
    ...GROUPS,
    ...presentDuties(organisation).map(filesGroup),
    ...CALCULATED_GROUPS,
  ],
  grown,
  requestWords: () => ({ what: 'Group membership', item: 'Application or group access' }),
  birthright: duty => [...EVERYBODY, ...(duty ? [filesCode(duty), ...codesOf(duty, 'birthright')] : [])],
  wishes: duty => codesOf(duty, 'wishes'),
  hasAccount: (person, { days }) =>
    person.status !== 'prehire' || days.offsetOf(person.hireDay) <= STAGING_DAYS,
  accountFor,
  adminAccountFor: (person, { domain, ...given }) =>
    makeAdmin(person, { ...given, domain, roles: ['User Administrator'] }),
  specialAccounts,
  segregation: [
    {
      id: 'SOD-03',
      name: 'Post and approve journals',
      severity: 'high',
      left: ['APP-Ledgerview-Poster-PRD'],
      right: [],
    },
    {
      id: 'SOD-07',
      name: 'Develop and deploy to production',
      severity: 'high',
      left: ['APP-Deployline-Developer'],
      right: ['APP-Deployline-Releaser'],
    },
    {
      id: 'SOD-08',
      name: 'Administer and certify access',
      severity: 'high',
      left: ['GG-IT-Directory-Operators', 'GG-IT-Tier0-Admins'],
      right: ['APP-Rolewright-Certifier'],
    },
  ],
  changes: [
    ['Standard', 'Closed', 'Harborlight: renew signing certificate', -12, 2],
    ['Normal', 'Implement', 'Harborlight: move reporting groups to the new owner model', 0, 10],
  ],
};

function codesOf(duty: string | null, what: 'birthright' | 'wishes'): string[] {
  const codes = (duty && ACCESS[duty]?.[what]) || '';
  return codes === '' ? [] : codes.split(' ');
}

/** The everyday account of a person; its status follows HR. */
function accountFor(person: Person, { rng, days }: AccountGiven): Account {
  const left = person.terminationDay === null ? null : days.offsetOf(person.terminationDay);
  const created = Math.min(days.offsetOf(person.hireDay) - rng.int(0, 7), -1);
  const lastDay = left ?? -1;
  const isNew = person.status === 'prehire';
  const used = Math.max(created, lastDay - (rng.chance(9, 10) ? rng.int(0, 4) : rng.int(5, 45)));
  const detail: SignIn = {
    methods: isNew || left !== null ? [] : makeMethods(rng, days, person),
    sessions: person.status === 'active' ? makeSessions(rng, days, person.workerId) : [],
    source: rng.chance(1, 4) ? 'Synced' : 'Cloud',
  };
  return makeAccount({
    app: APP,
    person,
    nativeId: person.mail,
    status: statusFor(rng, person, left),
    createdDay: days.at(created),
    lastUsedMs: isNew ? null : days.ms(used, rng.int(7, 18), rng.int(0, 59)) + rng.int(0, 59) * SECOND_MS,
    passwordChangedDay: days.at(Math.max(created, lastDay - rng.int(1, 170))),
    detail,
  });
}

function statusFor(rng: Rng, person: Person, left: number | null): AccountStatus {
  if (person.status === 'prehire') return 'staged';
  if (person.status === 'leave') return 'suspended';
  if (left === null) return 'active';
  return left < -60 && rng.chance(1, 2) ? 'deleted' : 'deactivated';
}

/** Sign-in methods of a person: nearly always the authenticator, often a second one. */
function makeMethods(rng: Rng, days: Days, person: Person): AuthMethod[] {
  const since = Math.min(days.offsetOf(person.hireDay), -1);
  const wanted: [AuthMethod['kind'], string, number][] = [
    ['push', `Authenticator on ${rng.pick(['work', 'private'])} phone`, 85],
    ['sms', person.mobile, 45],
    ['totp', 'Code generator', 20],
    ['passkey', `Passkey on laptop ${deviceNo(person.workerId, 0)}`, 25],
  ];
  const methods: AuthMethod[] = [];
  for (const [kind, label, share] of wanted) {
    if (!rng.chance(share, 100)) continue;
    const added = Math.max(since, -rng.int(1, 700));
    const id = `m-${person.workerId.toLowerCase()}-${methods.length + 1}`;
    const lastUsedDay = days.at(Math.max(added, -rng.int(1, 30)));
    methods.push({ id, kind, label, addedDay: days.at(added), lastUsedDay });
  }
  return methods;
}

/** Live sessions of a person, up to three, begun within the last two days. */
function makeSessions(rng: Rng, days: Days, workerId: string): SignInSession[] {
  return Array.from({ length: rng.int(0, 3) }, (_, i) => ({
    id: `s-${workerId.toLowerCase()}-${i + 1}`,
    device: `${rng.pick(DEVICES)} ${deviceNo(workerId, i)}`,
    app: rng.pick(APPS),
    ip: `${rng.pick(NETWORKS)}.${rng.int(2, 250)}`,
    startedMs: days.pastMs - rng.int(3, 2800) * 60_000 - rng.int(0, 59) * 1000,
  }));
}

function deviceNo(workerId: string, n: number): string {
  return `${workerId.slice(-4)}-${n + 1}`;
}

/** Administrators, emergency access and services. */
function specialAccounts({ domain, persons, rng, days }: SpecialGiven): Account[] {
  const technicians = persons.filter(isTechnician);
  const owners = technicians.filter(person => dutyOf(person.department) !== 'IAM');
  return [
    ...makeAdmins(rng.fork('admins'), { domain, technicians, people: persons.length, days }),
    ...[1, 2].map(n => makeEmergency({ rng, days }, `breakglass-0${n}@${domain}`, n)),
    ...serviceNames(rng.fork('services'), persons.length).map(name => {
      const since = [FEED, GRANTER].includes(`svc-${name}`) ? { createdDay: days.at(STANDS_SINCE) } : {};
      const facts = { app: APP, nativeId: `svc-${name}@${domain}`, detail: NONE, ...since };
      return serviceAccount({ rng, days }, rng.pick(owners), facts);
    }),
  ];
}

/** One administrator account for every 25 people, two of them Global Administrators, and the operator's own. */
function makeAdmins(
  rng: Rng,
  {
    domain,
    technicians,
    people,
    days,
  }: { domain: string; technicians: readonly Person[]; people: number; days: Days },
): Account[] {
  const taken = new Set<string>();
  const given = { rng, days, domain, isTaken: (id: string) => taken.has(id) };
  const own = technicians
    .filter(person => person.workerId === OPERATOR_ID)
    .map(person => makeAdmin(person, { ...given, login: OPERATOR_SIGN_IN, roles: OPERATOR_ROLES }));
  const others = rng.shuffle(technicians.filter(person => person.workerId !== OPERATOR_ID));
  const named = others.slice(0, Math.max(4, Math.round(people / 25))).map((person, i) => {
    const roles = i < 2 ? ['Global Administrator'] : [rng.pick(ADMIN_ROLES)];
    const account = makeAdmin(person, { ...given, roles });
    taken.add(account.nativeId);
    return account;
  });
  return [...own, ...named];
}

/** A separate administrator account of a person. */
function makeAdmin(
  person: Person,
  {
    rng,
    days,
    domain,
    isTaken,
    roles,
    login,
  }: AccountGiven & { domain: string; roles: string[]; login?: string },
): Account {
  const created = Math.max(Math.min(days.offsetOf(person.hireDay) + 20, -10), -900);
  const base = `adm-${shortName(person.asciiGiven, person.asciiFamily)}`;
  const free = login ?? firstFree(base, name => isTaken(`${name}@${domain}`));
  const methods = makeMethods(rng, days, person).filter(method => method.kind !== 'sms');
  const since = days.at(created);
  const own = methods.map(({ id, addedDay, lastUsedDay, ...method }) => ({
    ...method,
    id: `${id}a`,
    addedDay: later(addedDay, since),
    lastUsedDay: lastUsedDay && later(lastUsedDay, since),
  }));
  const detail: SignIn = { ...NONE, methods: own };
  return makeAccount({
    app: APP,
    person,
    nativeId: `${free}@${domain}`,
    purpose: 'admin',
    displayName: `${person.displayName} (admin)`,
    createdDay: since,
    lastUsedMs: toTheSecond(days.ms(-rng.int(1, 6), rng.int(7, 18), rng.int(0, 59)), `${free}@${domain}`),
    passwordChangedDay: days.at(Math.max(created, -rng.int(1, 80))),
    adminRoles: [...roles].sort(),
    detail,
  });
}

function makeEmergency({ rng, days }: { rng: Rng; days: Days }, nativeId: string, n: number): Account {
  return makeAccount({
    app: APP,
    nativeId,
    purpose: 'emergency',
    displayName: `Emergency access ${n}`,
    createdDay: days.at(-900),
    lastUsedMs: toTheSecond(days.ms(-rng.int(95, 170), 10, rng.int(0, 59)), nativeId),
    passwordChangedDay: days.at(-rng.int(20, 90)),
    adminRoles: ['Global Administrator'],
    detail: NONE,
  });
}
