import { type Account, type Day, type Days, type OldFacts, type Person, type Rng, SECOND_MS } from '#range';
import { homeAddress, officeAddress } from './places.ts';

/** How people sign in: the directory's own part of an account. */

const APP = 'harborlight';

/** What the directory alone knows of an account. */
export interface SignIn {
  methods: AuthMethod[];
  sessions: SignInSession[];
  /** Where the object is mastered. */
  source: 'Cloud' | 'Synced';
  /** Names that stand here still, where HR has others since. */
  formerly?: { firstName: string; lastName: string };
  /** Where a guest is written to. */
  mail?: string;
  /** What the directory still says of a person where HR has other facts by now. */
  old?: OldFacts;
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

/** What an account has that nobody signs in with by themselves. */
export const NONE: SignIn = { methods: [], sessions: [], source: 'Cloud' };

/** The directory's part of an account; empty for an account of another console. */
export function signInOf(account: Account | null | undefined): SignIn {
  return account?.app === APP && account.detail ? (account.detail as SignIn) : NONE;
}

const DEVICES = ['Laptop', 'Desktop', 'Phone', 'Tablet'];
const APPS = ['Workspace portal', 'Postbay', 'Brightqueue Desk', 'Peoplemere HR'];
/** When an account was last used: in office hours of a working day, and now and then at a weekend. */
export function usedAt(rng: Rng, days: Days, { used, created }: { used: number; created: number }): number {
  const day = Math.max(created, rng.chance(1, 20) ? used : days.workday(used));
  return days.ms(day, rng.int(7, 18), rng.int(0, 59)) + rng.int(0, 59) * SECOND_MS;
}

/** Sign-in methods of a person: nearly always the authenticator, often a second one. */
export function makeMethods(rng: Rng, days: Days, person: Person): AuthMethod[] {
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

/** Sessions end when nobody has signed in for so many days. */
const SESSION_DAYS = 5;

/** Live sessions of a person, up to three: the last sign-in began one, the others are of the hours before it. */
export function makeSessions(
  rng: Rng,
  days: Days,
  { person, lastUsedMs }: { person: Person; lastUsedMs: number | null },
): SignInSession[] {
  const { workerId, mail, location } = person;
  if (lastUsedMs === null || lastUsedMs < days.ms(-SESSION_DAYS, 0)) return [];
  return Array.from({ length: rng.int(0, 3) }, (_, i) => ({
    id: `s-${workerId.toLowerCase()}-${i + 1}`,
    device: `${rng.pick(DEVICES)} ${deviceNo(workerId, i)}`,
    app: rng.pick(APPS),
    ip: rng.chance(2, 3) ? officeAddress(location, mail) : homeAddress(mail),
    startedMs: lastUsedMs - (i === 0 ? 0 : rng.int(3, 110) * 60_000 + rng.int(0, 59) * 1000),
  }));
}

function deviceNo(workerId: string, n: number): string {
  return `${workerId.slice(-4)}-${n + 1}`;
}
