import { type AppRequest, audit, dayOf, type Effect, type Notice } from '#range';
import { covers, printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { FIELD_NAMES, FIELDS, type FieldName, type MasterValues, printValue } from '../pages/fields.ts';
import { statusOf } from '../roles.ts';
import { ADMIN_LOCK, assignmentKey, LOGON_LOCK, type State, type UserMaster } from '../state.ts';
import type { RowChange } from './work.ts';

/** Who writes, in which transaction, about whom, under which record number. */
export interface Write {
  request: AppRequest;
  transaction: string;
  user: UserMaster;
  ticket: string | null;
}

/** What one line of the audit trail says, which IN04 shows as a change document. */
interface Line {
  effect: Effect;
  /** `Field: before → after` */
  detail: string;
  role?: string;
  verb?: string;
}

/** Writes one line of the audit trail. */
export function record(draft: State, { request, transaction, user, ticket }: Write, line: Line): void {
  const { effect, detail, role, verb = transaction } = line;
  const { userId, workerId: subject } = user;
  const entitlement = role ? `corvane/${role}` : null;
  audit(draft, request, { verb, effect, entity: `users/${userId}`, subject, entitlement, ticket, detail });
}

/** Stores changed fields of a user, each with a line of the audit trail. */
export function changeMaster(draft: State, write: Write, values: Partial<MasterValues>): void {
  const { user } = write;
  for (const name of FIELD_NAMES) {
    const [before, value] = [user[name], values[name]];
    if (value === undefined || value === before) continue;
    const detail = `${FIELDS[name].label}: ${printValue(name, before)} → ${printValue(name, value)}`;
    const effect = effectOf(name, before, value);
    Object.assign(user, { [name]: value });
    if (name === 'personnelNo') user.workerId = workerOf(String(value));
    record(draft, write, { effect, detail });
  }
}

function effectOf(name: FieldName, before: string | null, value: string | null): Effect {
  if (name === 'personnelNo') return 'OWNER';
  if (name === 'userGroup')
    return value === 'TERMINATED' ? 'DISABLE' : before === 'TERMINATED' ? 'ENABLE' : 'CONFIG';
  return name === 'validTo' ? (isEarlier(value, before) ? 'DISABLE' : 'ENABLE') : 'CONFIG';
}

/** Whether one end lies before another; null is no end. */
function isEarlier(end: string | null, other: string | null): boolean {
  return end !== null && (other === null || end < other);
}

/** The worker behind a personnel number: people's numbers begin with 1, 0 or 3 by kind. */
export function workerOf(personnelNo: string): string | null {
  const digits = personnelNo.slice(-6);
  const prefix = { 1: 'E', 0: 'C', 3: 'I' }[digits[0] ?? ''];
  return prefix && /^\d{6}$/.test(digits) ? `${prefix}${digits}` : null;
}

/** Adds, delimits or deletes a role assignment, with a line of the audit trail. */
export function changeRow(draft: State, write: Write, change: RowChange): void {
  const { userId: user } = write.user;
  const row = change.kind === 'add' ? undefined : draft.roleAssignments[change.key];
  if (change.kind === 'add') {
    const { kind: _, ...added } = change;
    const fresh = { user, ...added, active: false };
    draft.roleAssignments[assignmentKey(fresh)] = fresh;
    if (covers(fresh, dayOf(write.request.nowMs))) draft.counters[`saved/${user}`] = write.request.nowMs;
    recordRow(draft, write, { row: fresh, effect: 'GRANT', before: '', after: spanOf(fresh) });
  } else if (row?.user === user && change.kind === 'delete') {
    delete draft.roleAssignments[change.key];
    recordRow(draft, write, { row, effect: 'REVOKE', before: spanOf(row), after: 'deleted' });
  } else if (row?.user === user && change.kind === 'delimit' && row.to !== change.to) {
    const [before, effect] = [spanOf(row), isEarlier(change.to, row.to) ? 'REVOKE' : 'GRANT'] as const;
    row.to = change.to;
    recordRow(draft, write, { row, effect, before, after: spanOf(row) });
  }
}

function spanOf({ from, to }: { from: string; to: string | null }): string {
  return `${printDay(from)} – ${printDay(to)}`;
}

function recordRow(
  draft: State,
  write: Write,
  given: { row: { role: string; companyCode: string }; effect: Effect; before: string; after: string },
): void {
  const { row, effect, before, after } = given;
  const detail = `Role ${row.role} in ${row.companyCode}: ${before} → ${after}`;
  record(draft, write, { effect, role: row.role, detail });
}

/** Takes open assignments of a user into the profile; the message says how many became active. */
export function compareUser(draft: State, write: Write): Notice {
  const { nowMs } = write.request;
  let count = 0;
  for (const row of Object.values(draft.roleAssignments)) {
    if (row.user !== write.user.userId || row.active || !covers(row, dayOf(nowMs))) continue;
    if (statusOf(draft, row, nowMs) === 'Comparison required') count++;
    row.active = true;
    const detail = `Profile of ${row.role}:  → active`;
    record(draft, write, { effect: 'GRANT', role: row.role, detail, verb: 'User comparison' });
  }
  return messages.compared(count);
}

/** Adds the administrator lock; gives the message. */
export function setLock(draft: State, write: Write): Notice {
  const { user } = write;
  if ((user.lock & ADMIN_LOCK) !== 0) return messages.alreadyLocked(user.userId);
  storeLock(draft, write, user.lock + ADMIN_LOCK);
  return messages.locked(user.userId);
}

/** Takes one lock away; the message says what is left. */
export function removeLock(draft: State, write: Write, bit: number): Notice {
  const { user } = write;
  if ((user.lock & bit) === 0) return messages.noSuchLock(user.userId);
  storeLock(draft, write, user.lock - bit);
  if (user.lock === 0) return messages.unlocked(user.userId);
  if (bit === ADMIN_LOCK && (user.lock & LOGON_LOCK) !== 0) return messages.adminLockRemoved();
  return (user.lock & ADMIN_LOCK) !== 0 ? messages.logonLockRemoved() : messages.globalLock();
}

function storeLock(draft: State, write: Write, lock: number): void {
  const { user } = write;
  const effect = lock > user.lock ? 'DISABLE' : 'ENABLE';
  const detail = `Lock: ${user.lock} → ${lock}`;
  user.lock = lock;
  record(draft, write, { effect, detail });
}
