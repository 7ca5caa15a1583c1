import type { Rng } from '../core/rng.ts';
import { companyCodeOf } from './company.ts';
import { personnelNo } from './corvane-users.ts';
import { dayAt, msAt, offsetOf } from './days.ts';
import { CORVANE, dutyOf, HARBORLIGHT } from './entitlements.ts';
import { makeMethods } from './harborlight-users.ts';
import { firstFree, shortName } from './names/draw.ts';
import { OPERATOR_ID } from './people.ts';
import type { Account, Person } from './world.ts';

/** The operator's sign-in name, the same in every world. */
export const OPERATOR_SIGN_IN = 'iamops07';
const OPERATOR_ROLES = ['Application Administrator', 'Group Administrator', 'Help Desk Administrator'];
const ADMIN_ROLES = [
  'User Administrator',
  'Group Administrator',
  'Security Administrator',
  'Privileged Role Administrator',
];
const ADMIN_DUTIES = ['IAM', 'SEC', 'PLT', 'DSK'];
const SERVICES: readonly [app: string, environment: string, purpose: string][] = [
  ['harborlight', 'prd', 'hrfeed'],
  ['harborlight', 'tst', 'hrfeed'],
  ['brightqueue', 'prd', 'mailin'],
  ['orion', 'prd', 'reports'],
  ['deployline', 'prd', 'runner'],
];

interface Setting {
  domain: string;
  persons: readonly Person[];
}

/**
 * Accounts beside the primary ones: administrators, emergency access, services, and Corvane's technical
 * users.
 */
export function makeSpecialAccounts(rng: Rng, setting: Setting): Account[] {
  const technicians = setting.persons.filter(isTechnician);
  const owners = technicians.filter(person => dutyOf(person.department) !== 'IAM');
  return [
    ...makeAdmins(rng.fork('admins'), setting, technicians),
    ...[1, 2].map(n => makeEmergency(rng, `breakglass-0${n}@${setting.domain}`, n)),
    ...SERVICES.map(([app, environment, purpose]) => {
      const owner = rng.pick(owners);
      return makeService(rng, owner, {
        app: HARBORLIGHT,
        nativeId: `svc-${app}-${environment}-${purpose}@${setting.domain}`,
      });
    }),
    ...['SVCBATCHPRD', 'SVCFEEDPRD'].map(nativeId => {
      const owner = rng.pick(owners);
      const account = makeService(rng, owner, { app: CORVANE, nativeId });
      return { ...account, corvane: technicalMaster(account, 'B') };
    }),
    ...makeCorvaneAdmins(rng, technicians),
  ];
}

function isTechnician(person: Person): boolean {
  const duty = dutyOf(person.department);
  return (
    person.status === 'active' && person.kind === 'employee' && duty !== null && ADMIN_DUTIES.includes(duty)
  );
}

/**
 * One administrator account for every 25 people, two of them Global Administrators, and the operator's own.
 */
function makeAdmins(rng: Rng, { domain, persons }: Setting, technicians: readonly Person[]): Account[] {
  const operator = technicians.filter(person => person.workerId === OPERATOR_ID);
  const others = rng.shuffle(technicians.filter(person => person.workerId !== OPERATOR_ID));
  const count = Math.max(4, Math.round(persons.length / 25));
  const taken = new Set<string>();
  const named = others.slice(0, count).map((person, i) => {
    const login = firstFree(`adm-${shortName(person.asciiGiven, person.asciiFamily)}`, name =>
      taken.has(name),
    );
    taken.add(login);
    const roles = i < 2 ? ['Global Administrator'] : [rng.pick(ADMIN_ROLES)];
    return makeAdmin(rng, person, { nativeId: `${login}@${domain}`, roles });
  });
  const own = operator.map(person =>
    makeAdmin(rng, person, { nativeId: `${OPERATOR_SIGN_IN}@${domain}`, roles: OPERATOR_ROLES }),
  );
  return [...own, ...named];
}

/** A separate administrator account of a person. */
export function makeAdmin(
  rng: Rng,
  person: Person,
  { nativeId, roles }: { nativeId: string; roles: string[] },
): Account {
  const created = Math.max(Math.min(offsetOf(person.hireDay) + 20, -10), -900);
  const methods = makeMethods(rng, person).filter(method => method.kind !== 'sms');
  return {
    app: HARBORLIGHT,
    nativeId,
    workerId: person.workerId,
    purpose: 'admin',
    status: 'active',
    displayName: `${person.displayName} (admin)`,
    createdDay: dayAt(created),
    lastUsedMs: msAt(-rng.int(1, 6), rng.int(7, 18), rng.int(0, 59)),
    passwordChangedDay: dayAt(Math.max(created, -rng.int(1, 80))),
    grants: [],
    methods: methods.map(method => ({ ...method, id: `${method.id}a` })),
    sessions: [],
    adminRoles: [...roles].sort(),
    source: 'Cloud',
  };
}

function makeEmergency(rng: Rng, nativeId: string, n: number): Account {
  return {
    app: HARBORLIGHT,
    nativeId,
    workerId: null,
    purpose: 'emergency',
    status: 'active',
    displayName: `Emergency access ${n}`,
    createdDay: dayAt(-900),
    lastUsedMs: msAt(-rng.int(95, 170), 10, rng.int(0, 59)),
    passwordChangedDay: dayAt(-rng.int(20, 90)),
    grants: [],
    methods: [],
    sessions: [],
    adminRoles: ['Global Administrator'],
    source: 'Cloud',
  };
}

/** A service account; its owner stands in `workerId`. */
function makeService(rng: Rng, owner: Person, { app, nativeId }: Pick<Account, 'app' | 'nativeId'>): Account {
  const harborlight = { methods: [], sessions: [], adminRoles: [], source: 'Cloud' as const };
  const created = Math.max(Math.min(offsetOf(owner.hireDay) + 30, -30), -1200);
  return {
    app,
    nativeId,
    workerId: owner.workerId,
    purpose: 'service',
    status: 'active',
    displayName: nativeId.split('@')[0] ?? nativeId,
    createdDay: dayAt(created),
    lastUsedMs: msAt(0, rng.int(1, 8), rng.int(0, 59)),
    passwordChangedDay: dayAt(Math.max(created, -rng.int(10, 85))),
    grants: [],
    ...(app === HARBORLIGHT ? harborlight : {}),
  };
}

function technicalMaster(account: Account, type: 'A' | 'B'): NonNullable<Account['corvane']> {
  return {
    validFrom: account.createdDay,
    validTo: null,
    type,
    userGroup: 'SUPER',
    lock: 0,
    personnelNo: personnelNo(account.workerId ?? ''),
    companyCode: '1100',
  };
}

/** Corvane's administrators: the operator (all user groups but SUPER) and two people with SUPER. */
function makeCorvaneAdmins(rng: Rng, technicians: readonly Person[]): Account[] {
  const operator = technicians.filter(person => person.workerId === OPERATOR_ID);
  const others = technicians.filter(
    person => person.workerId !== OPERATOR_ID && dutyOf(person.department) === 'IAM',
  );
  const chosen = [...operator, ...others.slice(0, 2)];
  return chosen.map((person, i) => {
    const nativeId =
      person.workerId === OPERATOR_ID
        ? OPERATOR_SIGN_IN.toUpperCase()
        : `ADM${personnelNo(person.workerId).slice(2)}`;
    const account = makeService(rng, person, { app: CORVANE, nativeId });
    const master = { ...technicalMaster(account, 'A'), companyCode: companyCodeOf(person.location) };
    return {
      ...account,
      purpose: 'admin' as const,
      displayName: person.displayName,
      lastUsedMs: msAt(-rng.int(1, 4), rng.int(7, 16), rng.int(0, 59)),
      corvane: i === 0 ? { ...master, userGroup: 'IT' } : master,
    };
  });
}
