import {
  type Account,
  type AccountGiven,
  type Day,
  type Days,
  dutyOf,
  earlier,
  firstFree,
  isTechnician,
  makeAccount,
  type Person,
  type Population,
  QUEUES,
  type Rng,
  serviceAccount,
  shortName,
  type SpecialGiven,
  toTheSecond,
} from '#range';
import { ACCESS, ROLES } from './entitlements.ts';
import { grown } from './grown.ts';
import { CONFLICTING_DUTIES } from './segregation.ts';

const APP = 'corvane';
/** The program that brings what HR knows, since the console has stood. */
export const FEED = 'SVCFEEDPRD';
const STANDS_SINCE = -7000;

/** What the ERP alone knows of an account: master data. */
export interface Master {
  validFrom: Day;
  validTo: Day | null;
  type: 'A' | 'B' | 'S' | 'C';
  userGroup: string;
  /** 0, or the sum of 32 (global), 64 (administrator), 128 (wrong logon). */
  lock: number;
}

/** The ERP's part of an account; undefined for an account of another console. */
export function masterOf(account: Account | null | undefined): Master | undefined {
  return account?.app === APP ? (account.detail as Master) : undefined;
}

/** The ERP's part of a company: those who need it for their work have an account, roles say what for. */
export const population: Population = {
  entitlements: () => ROLES,
  grown,
  requestWords: () => ({ what: 'Corvane role', item: 'Corvane role' }),
  birthright: duty => codesOf(duty, 'birthright'),
  wishes: duty => codesOf(duty, 'wishes'),
  hasAccount: (person, { rng }) => {
    const isInNeed = rng.chance(accessOf(person.department)?.share ?? 0, 100);
    return isInNeed && person.kind !== 'intern' && person.status !== 'prehire';
  },
  accountFor,
  specialAccounts,
  segregation: CONFLICTING_DUTIES,
  accessEnd: ({ contractEnd, terminationDay }) =>
    terminationDay === null ? contractEnd : earlier(terminationDay, contractEnd),
  incidents: [
    {
      category: 'Authentication',
      group: QUEUES.iam,
      short: 'Locked out of Corvane',
      long: '{name} typed an old password several times and Corvane does not accept the new one.',
      said: [
        'I typed my old password a few times, and now Corvane does not take the new one either.',
        'Corvane has locked me out. I think I used the password from before the change.',
      ],
      note: 'Wrong-logon lock seen, call-back to the number in HR is pending.',
    },
    {
      category: 'Account',
      group: QUEUES.iam,
      short: 'Corvane account shows an old valid-to date',
      long: '{name} gets a warning that the account will end although the contract goes on.',
      said: [
        'Corvane warns me that my account will end, but my contract goes on.',
        'I see an old end date on my Corvane account. My contract was extended.',
      ],
      note: 'Compared the end date with HR.',
    },
    {
      category: 'Question',
      group: QUEUES.iam,
      short: 'Which role shows cost centre reports?',
      long: '{name} asks which Corvane role is needed to see reports of the own cost centre.',
      said: [
        'Which Corvane role do I need to see the reports of my cost centre?',
        'I would like to see the reports of my cost centre in Corvane. Which role is that?',
      ],
      note: 'Named the role and the way to ask for it.',
    },
  ],
  changes: [
    ['Normal', 'Closed', 'Corvane: quarterly support package, test system', -21, 8],
    ['Standard', 'Scheduled', 'Corvane: nightly user comparison moved to 01:00', 2, 1],
    ['Normal', 'Scheduled', 'Corvane: quarterly support package, production', 11, 12],
  ],
};

function accessOf(department: string): (typeof ACCESS)[string] | undefined {
  return ACCESS[dutyOf(department) ?? ''];
}

function codesOf(duty: string | null, what: 'birthright' | 'wishes'): string[] {
  const codes = ACCESS[duty ?? '']?.[what] ?? '';
  return codes === '' ? [] : codes.split(' ');
}

/** The company code of a site. */
function companyCodeOf(city: string): string {
  if (city === 'Zagreb') return '1100';
  return city === 'London' || city === 'Chicago' ? '1300' : '1200';
}

/** The personnel number: the digits of the worker number, eight with leading zeros. */
export function personnelNo(workerId: string): string {
  return workerId.replace(/\D/g, '').padStart(8, '0');
}

/** The account of a person: initial and family name, upper case. A leaver's is locked, ended and moved to TERMINATED. */
function accountFor(person: Person, { rng, isTaken, days }: AccountGiven): Account {
  const hired = days.offsetOf(person.hireDay);
  const created = Math.min(
    hired + rng.int(0, 6),
    person.terminationDay ? days.offsetOf(person.terminationDay) : 0,
  );
  const hasLeft = person.status === 'terminated';
  const lastDay = hasLeft && person.terminationDay ? days.offsetOf(person.terminationDay) : -1;
  const used = Math.max(created, lastDay - rng.int(0, 12));
  const detail: Master = {
    validFrom: days.at(created),
    validTo: hasLeft ? person.terminationDay : person.contractEnd,
    type: 'A',
    userGroup: hasLeft ? 'TERMINATED' : (accessOf(person.department)?.userGroup ?? 'GENERAL'),
    lock: hasLeft ? 64 : 0,
  };
  return makeAccount({
    app: APP,
    person,
    nativeId: firstFree(shortName(person.asciiGiven, person.asciiFamily).toUpperCase(), isTaken, 12),
    status: hasLeft ? 'locked' : 'active',
    createdDay: days.at(created),
    lastUsedMs:
      created > -1 ? null : loggedOn(person, days.ms(Math.min(used, -1), rng.int(7, 17), rng.int(0, 59))),
    passwordChangedDay: days.at(Math.max(created, lastDay - rng.int(1, 80))),
    personNumber: personnelNo(person.workerId),
    companyCode: companyCodeOf(person.location),
    detail,
  });
}

/** When somebody logged on, to the second. */
function loggedOn({ workerId, mail }: Person, minuteMs: number): number {
  return toTheSecond(minuteMs, `${mail}/${workerId}/${minuteMs}`);
}

/** Technical users, and the administrators: the operator (all user groups but SUPER) and two people with SUPER. */
function specialAccounts({ persons, operator, rng, days }: SpecialGiven): Account[] {
  const technicians = persons.filter(isTechnician);
  const on = { rng, days };
  const owners = technicians.filter(person => dutyOf(person.department) !== 'IAM');
  const own = technicians.filter(person => person.workerId === operator.workerId);
  const others = technicians.filter(
    person => person.workerId !== operator.workerId && dutyOf(person.department) === 'IAM',
  );
  return [
    ...['SVCBATCHPRD', FEED].map(nativeId => makeTechnical(on, rng.pick(owners), nativeId)),
    ...own.map(person => makeAdmin(on, person, { nativeId: operator.signIn.toUpperCase(), userGroup: 'IT' })),
    ...others.slice(0, 2).map(person => {
      const nativeId = `ADM${personnelNo(person.workerId).slice(2)}`;
      return makeAdmin(on, person, { nativeId, userGroup: 'SUPER' });
    }),
  ];
}

/** What technical users are drawn with. */
interface On {
  rng: Rng;
  days: Days;
}

function makeTechnical(on: On, owner: Person, nativeId: string): Account {
  const since = nativeId === FEED ? { createdDay: on.days.at(STANDS_SINCE) } : {};
  const account = serviceAccount(on, owner, { app: APP, nativeId, ...since });
  const validFrom = account.createdDay;
  const detail: Master = { validFrom, validTo: null, type: 'B', userGroup: 'SUPER', lock: 0 };
  return { ...account, personNumber: personnelNo(owner.workerId), companyCode: '1100', detail };
}

function makeAdmin(
  on: On,
  person: Person,
  { nativeId, userGroup }: { nativeId: string; userGroup: string },
): Account {
  const { rng, days } = on;
  const account = makeTechnical(on, person, nativeId);
  const detail: Master = { ...(account.detail as Master), type: 'A', userGroup };
  return {
    ...account,
    purpose: 'admin',
    displayName: person.displayName,
    lastUsedMs: loggedOn(person, days.ms(-rng.int(1, 4), rng.int(7, 16), rng.int(0, 59))),
    companyCode: companyCodeOf(person.location),
    detail,
  };
}
