import { type Account, addDays, type Day, type Grant, instant, type Person, SECOND_MS } from '#range';
import { signInOf } from './population.ts';
import type { PastEvent, State, User } from './state.ts';

/** Days that the audit log remembers everyday changes. */
const RETENTION_DAYS = 90;
const SERVICE = 'Provisioning service';
const WRONG_PASSWORDS = 5;

interface Known {
  user: User;
  person: Person | undefined;
  account: Account;
  today: Day;
  /** The first day of the audit log's memory of everyday changes. */
  since: Day;
}

/** The first day that the audit log remembers everyday changes of. */
export function firstKept(today: Day): Day {
  return addDays(today, -RETENTION_DAYS);
}

/** Writes the sign-in log and the audit log as far as the facts of one account tell them. */
export function record(state: State, nowMs: number, known: Known): void {
  const { today, since } = known;
  recordSignIns(state, nowMs, known);
  recordLifecycle(state, nowMs, known);
  for (const grant of known.account.grants) {
    const day = addedDayOf(today, known.account, grant);
    if (day < since || !state.groups[grant.code]) continue;
    const what = { entity: `users/${known.user.id}`, target: known.user.upn };
    const detail = `${grant.code}${grant.requestId ? ` for ${grant.requestId}` : ''}`;
    remember(state, {
      ...what,
      atMs: momentOf(day, known.user.id + grant.code),
      actor: SERVICE,
      verb: 'Add member',
      detail,
    });
  }
  for (const method of signInOf(known.account).methods) {
    if (method.addedDay < since) continue;
    const what = {
      entity: `users/${known.user.id}`,
      target: known.user.upn,
      detail: `${method.label} (${method.kind})`,
    };
    const atMs = momentOf(method.addedDay, method.id);
    remember(state, { ...what, atMs, actor: known.user.upn, verb: 'Register method' });
  }
}

function recordLifecycle(state: State, nowMs: number, { user, person, today }: Known): void {
  const what = { entity: `users/${user.id}`, target: user.upn, actor: SERVICE };
  const at = (day: Day, verb: string, detail: string): void =>
    remember(state, { ...what, atMs: Math.min(nowMs - 60_000, momentOf(day, user.id + verb)), verb, detail });
  at(
    user.createdDay,
    'Create user',
    `Status ${user.status === 'Staged' ? 'Staged' : 'Active'}, source ${user.source}`,
  );
  const left = person?.terminationDay;
  if (!left || left > today || (user.status !== 'Deactivated' && user.status !== 'Deleted')) return;
  at(left, 'Deactivate user', 'Status Active to Deactivated');
  if (user.status !== 'Deleted') return;
  const recent = addDays(today, -1 - (mixed(user.id) % 28));
  const due = addDays(left, 30);
  at([due, recent].sort()[1] ?? due, 'Delete user', 'Status Deactivated to Deleted');
}

function recordSignIns(state: State, nowMs: number, { user, account }: Known): void {
  const add = (atMs: number, how: { app: string; ip: string; device: string }, reason = ''): void => {
    const id = numbered(state, 'signIn', 'si');
    state.signIns[id] = { id, user: user.id, atMs, ...how, result: reason ? 'Failure' : 'Success', reason };
  };
  const { sessions } = signInOf(account);
  for (const session of sessions) add(session.startedMs, session);
  const own = sessions[0] ?? { ip: `203.0.113.${2 + (mixed(user.id) % 250)}`, device: 'Laptop' };
  const portal = { app: 'Workspace portal', ip: own.ip, device: own.device };
  const last = account.lastUsedMs;
  if (last !== null && !sessions.some(session => session.startedMs === last)) add(last, portal);
  if (user.status !== 'Locked out') return;
  for (let i = 0; i < WRONG_PASSWORDS; i++) add(nowMs - (40 - i) * 60_000, portal, 'Wrong password');
  add(nowMs - 34 * 60_000, portal, 'Account locked');
}

function remember(state: State, event: Omit<PastEvent, 'id'>): void {
  const id = numbered(state, 'pastEvent', 'ev');
  state.history[id] = { id, ...event };
}

function numbered(state: State, counter: string, prefix: string): string {
  const next = (state.counters[counter] ?? 0) + 1;
  state.counters[counter] = next;
  return `${prefix}-${String(next).padStart(6, '0')}`;
}

/** The day on which a grant was made: one that counts from a later day was prepared with the account. */
export function addedDayOf(today: Day, account: Account, grant: Grant): Day {
  return grant.from > today ? account.createdDay : grant.from;
}

/** A time of a working day that depends on the text alone. */
function momentOf(day: Day, text: string): number {
  const n = mixed(text);
  return instant(day, 7 + (n % 10), (n >> 4) % 60) + ((n >> 10) % 60) * SECOND_MS;
}

/** A whole number that depends on the text alone. */
export function mixed(text: string): number {
  let n = 7;
  for (let i = 0; i < text.length; i++) n = (Math.imul(n, 31) + text.charCodeAt(i)) | 0;
  return n >>> 0;
}
