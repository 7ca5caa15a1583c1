import type { Rng } from '../core/rng.ts';
import { dayAt, msAt, NOW_MS, offsetOf } from './days.ts';
import { HARBORLIGHT } from './entitlements.ts';
import type { Account, AccountStatus, AuthMethod, Person, SignInSession } from './world.ts';

const DEVICES = ['Laptop', 'Desktop', 'Phone', 'Tablet'];
const APPS = ['Workspace portal', 'Postbay', 'Brightqueue Desk', 'Peoplemere HR'];
/** First three numbers of the address ranges kept for documentation. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'];
/** People who start later than this have no account yet. */
const STAGING_DAYS = 14;

/** Whether a person has a harborlight account: everybody but those who start more than two weeks from now. */
export function hasHarborlight(person: Person): boolean {
  return person.status !== 'prehire' || offsetOf(person.hireDay) <= STAGING_DAYS;
}

/** The primary harborlight account of a person, without grants; its status follows HR. */
export function makeHarborlightUser(rng: Rng, person: Person): Account {
  const left = person.terminationDay === null ? null : offsetOf(person.terminationDay);
  const created = Math.min(offsetOf(person.hireDay) - rng.int(0, 7), -1);
  const lastDay = left ?? -1;
  const isNew = person.status === 'prehire';
  const used = Math.max(created, lastDay - (rng.chance(9, 10) ? rng.int(0, 4) : rng.int(5, 45)));
  return {
    app: HARBORLIGHT,
    nativeId: person.mail,
    workerId: person.workerId,
    purpose: 'primary',
    status: statusFor(rng, person, left),
    displayName: person.displayName,
    createdDay: dayAt(created),
    lastUsedMs: isNew ? null : msAt(used, rng.int(7, 18), rng.int(0, 59), rng.int(0, 59)),
    passwordChangedDay: dayAt(Math.max(created, lastDay - rng.int(1, 170))),
    grants: [],
    methods: isNew || left !== null ? [] : makeMethods(rng, person),
    sessions: person.status === 'active' ? makeSessions(rng, person.workerId) : [],
    adminRoles: [],
    source: rng.chance(1, 4) ? 'Synced' : 'Cloud',
  };
}

function statusFor(rng: Rng, person: Person, left: number | null): AccountStatus {
  if (person.status === 'prehire') return 'staged';
  if (person.status === 'leave') return 'suspended';
  if (left === null) return 'active';
  return left < -60 && rng.chance(1, 2) ? 'deleted' : 'deactivated';
}

/** Sign-in methods of a person: nearly always the authenticator, often a second one. */
export function makeMethods(rng: Rng, person: Person): AuthMethod[] {
  const since = Math.min(offsetOf(person.hireDay), -1);
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
    methods.push({
      id,
      kind,
      label,
      addedDay: dayAt(added),
      lastUsedDay: dayAt(Math.max(added, -rng.int(1, 30))),
    });
  }
  return methods;
}

/** Live sessions of a person, up to three, begun within the last two days. */
export function makeSessions(rng: Rng, workerId: string): SignInSession[] {
  return Array.from({ length: rng.int(0, 3) }, (_, i) => ({
    id: `s-${workerId.toLowerCase()}-${i + 1}`,
    device: `${rng.pick(DEVICES)} ${deviceNo(workerId, i)}`,
    app: rng.pick(APPS),
    ip: `${rng.pick(NETWORKS)}.${rng.int(2, 250)}`,
    startedMs: NOW_MS - rng.int(3, 2800) * 60_000 - rng.int(0, 59) * 1000,
  }));
}

function deviceNo(workerId: string, n: number): string {
  return `${workerId.slice(-4)}-${n + 1}`;
}
