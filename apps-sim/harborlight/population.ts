import {
  type Account,
  type AccountGiven,
  type AccountStatus,
  type Day,
  type Days,
  dutyOf,
  earlier,
  firstFree,
  isTechnician,
  later,
  makeAccount,
  type Person,
  type Population,
  presentDuties,
  type Rng,
  serviceAccount,
  shortName,
  type SpecialGiven,
  toTheSecond,
} from '#range';
import {
  ACCESS,
  CALCULATED_GROUPS,
  EVERYBODY,
  filesCode,
  filesGroup,
  GROUPS,
  isSyncedAt,
} from './entitlements.ts';
import { CONFLICTING_DUTIES } from './segregation.ts';
import { serviceNames } from './services.ts';
import { grown } from './grown.ts';
import { makeMethods, makeSessions, NONE, type SignIn, signInOf, usedAt } from './sign-in-facts.ts';

const APP = 'harborlight';

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
  forget,
  keepOld: (account, old) => {
    account.detail = { ...signInOf(account), old } satisfies SignIn;
  },
  guestFor: ({ displayName, mail }, { domain }) => {
    const nativeId = `${mail.replace('@', '_').replace(/\.[a-z]+$/, '')}@${domain}`;
    return nobodys({ nativeId, purpose: 'guest', displayName }, { ...NONE, mail });
  },
  sharedFor: (name, { domain }) =>
    nobodys({ nativeId: `${name}@${domain}`, purpose: 'shared', displayName: name }, NONE),
  segregation: CONFLICTING_DUTIES,
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
  const used = lastDay - (rng.chance(9, 10) ? rng.int(0, 4) : rng.int(5, 45));
  const lastUsedMs = isNew ? null : usedAt(rng, days, { used, created });
  const detail: SignIn = {
    methods: isNew || left !== null ? [] : makeMethods(rng, days, person),
    sessions: person.status === 'active' ? makeSessions(rng, days, { person, lastUsedMs }) : [],
    source: isSyncedAt(person.location) || rng.chance(1, 10) ? 'Synced' : 'Cloud',
  };
  return makeAccount({
    app: APP,
    person,
    nativeId: person.mail,
    status: statusFor(rng, person, left),
    createdDay: days.at(created),
    lastUsedMs,
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

/** Nobody is signed in after the last use, and no method was used or added since. */
function forget(account: Account, since: Day): void {
  const { methods, ...known } = signInOf(account);
  const kept = methods
    .filter(({ addedDay }) => addedDay <= since)
    .map(({ lastUsedDay, ...method }) => ({
      ...method,
      lastUsedDay: lastUsedDay && earlier(since, lastUsedDay),
    }));
  account.detail = { ...known, methods: kept, sessions: [] } satisfies SignIn;
}

function nobodys(given: Pick<Account, 'nativeId' | 'purpose' | 'displayName'>, detail: SignIn): Account {
  return makeAccount({ app: APP, ...given, detail });
}

/** Administrators, emergency access and services. */
function specialAccounts({ domain, persons, operator, rng, days }: SpecialGiven): Account[] {
  const technicians = persons.filter(isTechnician);
  const owners = technicians.filter(person => dutyOf(person.department) !== 'IAM');
  return [
    ...makeAdmins(rng.fork('admins'), { domain, technicians, people: persons.length, operator, days }),
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
    operator,
    days,
  }: Omit<SpecialGiven, 'persons' | 'rng'> & { technicians: readonly Person[]; people: number },
): Account[] {
  const taken = new Set<string>();
  const given = { rng, days, domain, isTaken: (id: string) => taken.has(id) };
  const own = technicians
    .filter(person => person.workerId === operator.workerId)
    .map(person => makeAdmin(person, { ...given, login: operator.signIn, roles: OPERATOR_ROLES }));
  const others = rng.shuffle(technicians.filter(person => person.workerId !== operator.workerId));
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
    lastUsedMs: toTheSecond(
      days.ms(days.workday(-rng.int(1, 6)), rng.int(7, 18), rng.int(0, 59)),
      `${free}@${domain}`,
    ),
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
