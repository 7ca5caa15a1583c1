import {
  type Account,
  type AccountGiven,
  type Day,
  type Days,
  dutyOf,
  isTechnician,
  makeAccount,
  type Person,
  type Population,
  QUEUES,
  type Rng,
  type SpecialGiven,
  toTheSecond,
} from '#range';
import { ENTITLEMENTS, type Role } from './roles.ts';

const APP = 'freightlane';

/** An API token that a member made. */
export interface TokenFacts {
  name: string;
  createdDay: Day;
  lastUsedMs: number | null;
}

/** What the hub alone knows of an account. */
export interface MemberFacts {
  /** Where no granted role says it. */
  role: Role | null;
  tokens: TokenFacts[];
  /** How many shipment templates the member owns. */
  templates: number;
  /** Seats that are free at the start: said once, on the operator's own account. */
  spareSeats?: number;
}

/** The hub's part of an account; undefined for an account of another console. */
export function memberFactsOf(account: Account | null | undefined): MemberFacts | undefined {
  return account?.app === APP ? (account.detail as MemberFacts) : undefined;
}

/** People in a hundred of a function who are members, and the role that comes with the job. */
const MEMBERS: Readonly<Record<string, readonly [share: number, role: Role]>> = {
  LOG: [85, 'Standard'],
  WHS: [40, 'Standard'],
  PUR: [60, 'Standard'],
  FLD: [35, 'Standard'],
  CUS: [25, 'Viewer'],
  FAP: [30, 'Viewer'],
  SAL: [15, 'Viewer'],
};
const PURPOSES = [
  'ERP order sync',
  'Carrier rate import',
  'Tracking widget',
  'Label printer',
  'Excel report',
];

/** The hub's part of a company: those who ship things are members; e-mail is the key, the role comes with the job. */
export const population: Population = {
  entitlements: () => ENTITLEMENTS,
  requestWords: () => ({ what: 'Freightlane role', item: 'Partner portal access' }),
  birthright: duty => [placeOf(duty)?.[1] ?? []].flat(),
  hasAccount: (person, { rng }) => {
    const isInNeed = rng.chance(placeOf(dutyOf(person.department))?.[0] ?? 0, 100);
    return isInNeed && person.kind !== 'intern' && person.status !== 'prehire';
  },
  accountFor,
  specialAccounts,
  incidents: [
    {
      category: 'Question',
      group: QUEUES.iam,
      short: 'Freightlane invite has run out',
      long: '{name} found the invite to the partner hub after more than seven days and cannot open it.',
      said: [
        'I found the invite to the partner hub only today, and it does not open any more.',
        'My invite to Freightlane has run out before I could use it. Can I have another one?',
      ],
      note: 'Invites hold for 7 days; asked for a new one.',
    },
  ],
};

function placeOf(duty: string | null): readonly [number, Role] | undefined {
  return MEMBERS[duty ?? ''];
}

function accountFor(person: Person, { rng, days }: AccountGiven): Account {
  const hired = days.offsetOf(person.hireDay);
  const hasLeft = person.status === 'terminated' && person.terminationDay !== null;
  const last = hasLeft ? days.offsetOf(person.terminationDay ?? person.hireDay) : -1;
  const created = Math.min(hired + rng.int(1, 30), last);
  const used = Math.max(created, last - rng.int(0, 40));
  const detail: MemberFacts = {
    role: null,
    tokens: rng.chance(1, 6) && !hasLeft ? [tokenMade(rng, days, created)] : [],
    templates: rng.chance(1, 4) && !hasLeft ? rng.int(1, 5) : 0,
  };
  return makeAccount({
    app: APP,
    person,
    nativeId: person.mail,
    status: hasLeft ? 'deactivated' : 'active',
    createdDay: days.at(created),
    lastUsedMs:
      created > -1 ? null : seen(person.mail, days.ms(Math.min(used, -1), rng.int(7, 17), rng.int(0, 59))),
    personNumber: person.workerId,
    detail,
  });
}

/** When somebody or something was last seen, to the second. */
function seen(who: string, minuteMs: number): number {
  return toTheSecond(minuteMs, `${who}/${minuteMs}`);
}

/** A token for one of the usual purposes, made some time after an account. */
export function tokenMade(rng: Rng, days: Days, created: number): TokenFacts {
  const day = Math.max(created, -rng.int(20, 400));
  const usedMs = rng.chance(3, 4) ? days.ms(-rng.int(1, 9), rng.int(1, 22), rng.int(0, 59)) : null;
  const name = rng.pick(PURPOSES);
  const lastUsedMs = usedMs && seen(`${rng.path}/${name}`, usedMs);
  return { name, createdDay: days.at(Math.min(day, -1)), lastUsedMs };
}

/** Two Owners of the trade, and the operator, who manages members. */
function specialAccounts({ persons, operator, rng, days }: SpecialGiven): Account[] {
  const technicians = persons.filter(person => isTechnician(person) && dutyOf(person.department) === 'IAM');
  const own = technicians.filter(({ workerId }) => workerId === operator.workerId);
  const owners = technicians.filter(({ workerId }) => workerId !== operator.workerId).slice(0, 2);
  const make = (person: Person, role: Role, more: Partial<MemberFacts> = {}): Account =>
    makeAccount({
      app: APP,
      person,
      nativeId: person.mail,
      purpose: 'admin',
      createdDay: days.at(Math.min(Math.max(days.offsetOf(person.hireDay), -600), -30)),
      lastUsedMs: seen(person.mail, days.ms(-rng.int(1, 6), rng.int(7, 16), rng.int(0, 59))),
      personNumber: person.workerId,
      detail: { role, tokens: [], templates: 0, ...more } satisfies MemberFacts,
    });
  return [
    ...owners.map(person => make(person, 'Owner', { tokens: [tokenMade(rng, days, -200)] })),
    ...own.map(person => make(person, 'Power', { spareSeats: rng.int(3, 8) })),
  ];
}
