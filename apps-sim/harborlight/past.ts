import {
  type Account,
  addDays,
  type Day,
  drawAuthor,
  type Grant,
  type Person,
  ranAt,
  toTheSecond,
  workedAt,
} from '#range';
import { FEED, GRANTER, signInOf } from './population.ts';
import type { PastEvent, State, User } from './state.ts';

/** Days that the audit log remembers everyday changes. */
const RETENTION_DAYS = 90;
const WRONG_PASSWORDS = 5;
const MINUTE_MS = 60_000;
/** What is shut is shut after work: so long after the night's jobs. */
const EVENING_MS = 18 * 3_600_000;

export interface Known {
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

/** Writes the sign-in log and the audit log as far as they follow from the facts of one account. */
export function record(state: State, nowMs: number, known: Known): void {
  const { today, since } = known;
  recordSignIns(state, nowMs, known);
  recordLifecycle(state, nowMs, known);
  for (const grant of known.account.grants) {
    if (addedDayOf(today, known.account, grant) < since || !state.groups[grant.code]) continue;
    const what = { entity: `users/${known.user.id}`, target: known.user.upn };
    const detail = `${grant.code}${grant.requestId ? ` for ${grant.requestId}` : ''}`;
    remember(state, {
      ...what,
      ...granted(state, known, grant),
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
    const atMs = workedAt(method.addedDay, `${state.domain}/${method.id}`);
    remember(state, { ...what, atMs, actor: known.user.upn, verb: 'Register method' });
  }
}

function recordLifecycle(state: State, nowMs: number, { user, person, today }: Known): void {
  const what = { entity: `users/${user.id}`, target: user.upn, actor: `${FEED}@${state.domain}` };
  const wasStaged = `Status ${user.status === 'Staged' ? 'Staged' : 'Active'}, source ${user.source}`;
  remember(state, { ...what, atMs: createdMs(user), verb: 'Create user', detail: wasStaged });
  const left = person?.terminationDay;
  if (!left || left > today || (user.status !== 'Deactivated' && user.status !== 'Deleted')) return;
  const evening = ranAt(left, `${user.id}/Deactivate user`) + EVENING_MS;
  const atMs = Math.min(evening, toTheSecond(nowMs - 3 * MINUTE_MS, user.id));
  remember(state, { ...what, atMs, verb: 'Deactivate user', detail: 'Status Active to Deactivated' });
  if (user.status !== 'Deleted') return;
  const recent = addDays(today, -1 - (mixed(user.id) % 28));
  const due = addDays(left, 30);
  const gone = ranAt([due, recent].sort()[1] ?? due, `${user.id}/Delete user`);
  remember(state, { ...what, atMs: gone, verb: 'Delete user', detail: 'Status Deactivated to Deleted' });
}

/** Users are created by night. */
function createdMs({ id, createdDay }: User): number {
  return ranAt(createdDay, `${id}/Create user`);
}

/** Who made a grant, and when: a program by night, or an administrator by day where it was made by hand. */
function granted(
  state: State,
  { user, account, today }: Known,
  grant: Grant,
): Pick<PastEvent, 'actor' | 'atMs'> {
  const [day, key] = [addedDayOf(today, account, grant), `${user.id}/${grant.code}`];
  const isByHand = grant.source === 'direct' && day < today;
  const administrator = isByHand ? drawAuthor(key, administratorsOn(state, day)) : undefined;
  if (administrator) return { actor: administrator, atMs: workedAt(day, key) };
  const program = grant.requestId ? GRANTER : FEED;
  const atMs = Math.max(ranAt(day, key), createdMs(user) + MINUTE_MS);
  return { actor: `${program}@${state.domain}`, atMs };
}

/** Administrators who were there on a day. */
function administratorsOn({ users }: State, day: Day): string[] {
  return Object.values(users)
    .filter(
      ({ purpose, status, createdDay }) => purpose === 'admin' && status === 'Active' && createdDay < day,
    )
    .map(({ upn }) => upn);
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
  for (let i = 0; i < WRONG_PASSWORDS; i++)
    add(toTheSecond(nowMs - (40 - i) * MINUTE_MS, `${user.id}/wrong ${i}`), portal, 'Wrong password');
  add(toTheSecond(nowMs - 34 * MINUTE_MS, `${user.id}/locked`), portal, 'Account locked');
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

/** A whole number that depends on the text alone. */
export function mixed(text: string): number {
  let n = 7;
  for (let i = 0; i < text.length; i++) n = (Math.imul(n, 31) + text.charCodeAt(i)) | 0;
  return n >>> 0;
}
