import { toTheSecond } from '#range';
import { numbered } from './log-numbers.ts';
import { mixed } from './mixed.ts';
import type { Known } from './past.ts';
import { homeAddress, officeAddress, strangeAddress } from './places.ts';
import { signInOf } from './sign-in-facts.ts';
import type { SignIn, State } from './state.ts';

const WRONG_PASSWORDS = 5;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Of a hundred people: who mistyped the password, let a confirmation pass, or met a stranger who guessed at it. */
const [MISTYPED, UNCONFIRMED, GUESSED] = [9, 4, 4];
/** Of a hundred who have left: whose device tried once more. */
const TRIED_AFTER = 25;

type Entry = Pick<SignIn, 'atMs' | 'app' | 'ip' | 'device'> & { reason?: string };

/** Writes the sign-in log as far as it follows from the facts of one account. */
export function recordSignIns(state: State, nowMs: number, known: Known): void {
  const { user } = known;
  const entries = [...succeeded(known), ...failed(known, nowMs)];
  for (const { reason = '', ...entry } of entries.filter(({ atMs }) => atMs < nowMs)) {
    const id = numbered(state, 'signIn', 'si');
    state.signIns[id] = { id, user: user.id, ...entry, result: reason ? 'Failure' : 'Success', reason };
  }
}

/** Where somebody signs in to everyday work: in two of three cases the office, else at home. */
function portalOf({ user, person }: Known): Omit<Entry, 'atMs'> {
  const site = person?.location ?? '';
  const ip = mixed(`${user.id}/place`) % 3 > 0 ? officeAddress(site, user.id) : homeAddress(user.id);
  return { app: 'Workspace portal', ip, device: 'Laptop' };
}

function succeeded(known: Known): Entry[] {
  const { sessions } = signInOf(known.account);
  const last = known.account.lastUsedMs;
  const begun = sessions.map(({ startedMs, app, ip, device }) => ({ atMs: startedMs, app, ip, device }));
  if (last === null || sessions.some(({ startedMs }) => startedMs === last)) return begun;
  const { ip, device } = sessions[0] ?? portalOf(known);
  return [...begun, { ...portalOf(known), ip, device, atMs: last }];
}

function failed(known: Known, nowMs: number): Entry[] {
  const { user, account } = known;
  if (user.status === 'Locked out') return lockedOut(known, nowMs);
  const last = account.lastUsedMs;
  if (account.purpose !== 'primary' || last === null) return [];
  const lot = mixed(`${user.id}/failed`) % 100;
  const [own, ownLot] = [portalOf(known), mixed(`${user.id}/once more`)];
  if (user.status !== 'Active') {
    if (lot >= TRIED_AFTER || user.status !== 'Deactivated') return [];
    const atMs = last + DAY_MS + (ownLot % (9 * DAY_MS));
    return [{ ...own, atMs, reason: 'Account disabled' }];
  }
  const before = (minutes: number): number =>
    toTheSecond(last - minutes * MINUTE_MS, `${user.id}/${minutes}`);
  if (lot < MISTYPED)
    return Array.from({ length: 1 + (ownLot % 2) }, (_, i) => ({
      ...own,
      atMs: before(i + 1),
      reason: 'Wrong password',
    }));
  if (lot < MISTYPED + UNCONFIRMED)
    return [{ ...own, atMs: before(2), reason: 'Second factor not confirmed' }];
  if (lot >= 100 - GUESSED) {
    const ip = strangeAddress(`${user.id.split('@')[1]}`);
    return [
      { ...own, ip, device: 'Unknown', atMs: before(60 * 9 + (ownLot % 400)), reason: 'Wrong password' },
    ];
  }
  return [];
}

function lockedOut(known: Known, nowMs: number): Entry[] {
  const { id } = known.user;
  const { ip, device } = signInOf(known.account).sessions[0] ?? portalOf(known);
  const portal = { ...portalOf(known), ip, device };
  const wrong = Array.from({ length: WRONG_PASSWORDS }, (_, i) => ({
    ...portal,
    atMs: toTheSecond(nowMs - (40 - i) * MINUTE_MS, `${id}/wrong ${i}`),
    reason: 'Wrong password',
  }));
  return [
    ...wrong,
    { ...portal, atMs: toTheSecond(nowMs - 34 * MINUTE_MS, `${id}/locked`), reason: 'Account locked' },
  ];
}
