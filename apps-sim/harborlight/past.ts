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
import { numbered } from './log-numbers.ts';
import { mixed } from './mixed.ts';
import { FEED, GRANTER } from './population.ts';
import { signInOf } from './sign-in-facts.ts';
import { recordSignIns } from './sign-in-log.ts';
import type { PastEvent, State, User } from './state.ts';

/** Days that the audit log remembers everyday changes. */
const RETENTION_DAYS = 90;
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

/** An account among all: those who may have made its grants are looked for once, not for every grant. */
interface Recorded extends Known {
  administrators: readonly User[];
}

/** The first day that the audit log remembers everyday changes of. */
export function firstKept(today: Day): Day {
  return addDays(today, -RETENTION_DAYS);
}

/** Writes the sign-in log and the audit log as far as they follow from the facts of the accounts. */
export function recordAll(state: State, nowMs: number, accounts: readonly Known[]): void {
  const administrators = Object.values(state.users).filter(
    ({ purpose, status }) => purpose === 'admin' && status === 'Active',
  );
  for (const known of accounts) record(state, nowMs, { ...known, administrators });
}

function record(state: State, nowMs: number, known: Recorded): void {
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
  const isInvited = user.purpose === 'guest' && user.owner !== '';
  const actor = isInvited ? user.owner : `${FEED}@${state.domain}`;
  const what = { entity: `users/${user.id}`, target: user.upn, actor };
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

/** Users are created by night; a guest is invited by somebody at work. */
function createdMs({ id, createdDay, purpose }: User): number {
  return (purpose === 'guest' ? workedAt : ranAt)(createdDay, `${id}/Create user`);
}

/** Who made a grant, and when: a program by night, or an administrator by day where it was made by hand. */
function granted(
  state: State,
  { user, account, today, administrators }: Recorded,
  grant: Grant,
): Pick<PastEvent, 'actor' | 'atMs'> {
  const [day, key] = [addedDayOf(today, account, grant), `${user.id}/${grant.code}`];
  const isByHand = grant.source === 'direct' && day < today;
  const administrator = isByHand ? drawAuthor(key, thereOn(administrators, day)) : undefined;
  if (administrator) return { actor: administrator, atMs: workedAt(day, key) };
  const program = grant.requestId ? GRANTER : FEED;
  const atMs = Math.max(ranAt(day, key), createdMs(user) + MINUTE_MS);
  return { actor: `${program}@${state.domain}`, atMs };
}

/** The user names of those who were there on a day. */
function thereOn(users: readonly User[], day: Day): string[] {
  return users.filter(({ createdDay }) => createdDay < day).map(({ upn }) => upn);
}

function remember(state: State, event: Omit<PastEvent, 'id'>): void {
  const id = numbered(state, 'pastEvent', 'ev');
  state.history[id] = { id, ...event };
}

/** The day on which a grant was made: one that counts from a later day was prepared with the account. */
export function addedDayOf(today: Day, account: Account, grant: Grant): Day {
  return grant.from > today ? account.createdDay : grant.from;
}
