import type { AppRequest, Effect, Notice } from '#range';
import { audit, dayOf } from '#range';
import { checkMaster, type MasterValues, type Problem, warningsOf } from './check.ts';
import { covers, printDay } from './dates.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from './fields.ts';
import { messages } from './messages.ts';
import { statusOf } from './roles.ts';
import { assignmentKey, type State, type UserMaster } from './state.ts';
import type { RowChange, Work } from './work.ts';

/** How a save ended: with a message and stored, or stopped by a problem or a warning. */
export type SaveResult =
  | { kind: 'saved'; notice: Notice }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'warning'; key: string; notice: Notice; tab: Problem['tab'] };

/** Checks and stores the work. Warnings that were shown before do not stop it again. */
export function save(draft: State, request: AppRequest, work: Work): SaveResult {
  const checked = checkMaster(draft, work, request.nowMs);
  if ('problem' in checked) return { kind: 'problem', problem: checked.problem };
  const warning = warningsOf(draft, work);
  if (warning && warning.key !== work.warned) return { kind: 'warning', ...warning };
  const before = draft.audit.length;
  const transaction = work.isNew ? 'UA01' : 'UA02';
  const write = { request, transaction, ticket: work.ticket || null };
  if (work.isNew) createUser(draft, write, { userId: work.userId, values: checked.values });
  else changeMaster(draft, write, { userId: work.userId, values: checked.values });
  for (const change of work.changes) changeRow(draft, write, { userId: work.userId, change });
  if (draft.audit.length === before) return { kind: 'saved', notice: messages.nothingChanged() };
  return { kind: 'saved', notice: savedNotice(draft, work.userId, request.nowMs) };
}

/** Who writes, in which transaction, under which record number. */
export interface Write {
  request: AppRequest;
  transaction: string;
  ticket: string | null;
}

function savedNotice(draft: State, userId: string, nowMs: number): Notice {
  const rows = Object.values(draft.roleAssignments).filter(row => row.user === userId);
  const isOpen = rows.some(row => statusOf(draft, row, nowMs) === 'Comparison required');
  return isOpen ? messages.comparisonRequired(userId) : messages.saved(userId);
}

function createUser(draft: State, write: Write, given: { userId: string; values: MasterValues }): void {
  const { userId, values } = given;
  const today = dayOf(write.request.nowMs);
  const workerId = workerOf(values.personnelNo);
  const fresh = {
    lock: 0,
    initialPassword: false,
    handedTo: null,
    passwordDay: null,
    lastLogonMs: null,
    createdDay: today,
  };
  draft.users[userId] = { userId, workerId, ...values, ...fresh };
  record(draft, write, {
    user: draft.users[userId] as UserMaster,
    effect: 'ENABLE',
    detail: 'User master:  → created',
  });
}

/** Stores changed fields of a user, each with a line of the audit trail. */
export function changeMaster(
  draft: State,
  write: Write,
  given: { userId: string; values: Partial<MasterValues> },
): void {
  const user = draft.users[given.userId];
  if (!user) return;
  for (const name of FIELD_NAMES) {
    const value = given.values[name];
    if (value === undefined || value === user[name]) continue;
    const detail = `${FIELDS[name].label}: ${printValue(name, user[name])} → ${printValue(name, value)}`;
    const effect = effectOf(name, user, value);
    Object.assign(user, { [name]: value });
    if (name === 'personnelNo') user.workerId = workerOf(String(value));
    record(draft, write, { user, effect, detail });
  }
}

function printValue(name: FieldName, value: string | null): string {
  return name === 'validFrom' || name === 'validTo' ? printDay(value) : String(value ?? '');
}

function effectOf(name: FieldName, user: UserMaster, value: string | null): Effect {
  if (name === 'personnelNo') return 'OWNER';
  if (name === 'userGroup')
    return value === 'TERMINATED' ? 'DISABLE' : user.userGroup === 'TERMINATED' ? 'ENABLE' : 'CONFIG';
  if (name !== 'validTo') return 'CONFIG';
  return value !== null && (user.validTo === null || value < user.validTo) ? 'DISABLE' : 'ENABLE';
}

/** The worker behind a personnel number: people's numbers begin with 1, 0 or 3 by kind. */
export function workerOf(personnelNo: string): string | null {
  const digits = personnelNo.slice(-6);
  const prefix = digits.startsWith('1')
    ? 'E'
    : digits.startsWith('0')
      ? 'C'
      : digits.startsWith('3')
        ? 'I'
        : '';
  return prefix && /^\d{6}$/.test(digits) ? `${prefix}${digits}` : null;
}

/** Adds, delimits or deletes a role assignment, with a line of the audit trail. */
export function changeRow(draft: State, write: Write, given: { userId: string; change: RowChange }): void {
  const { userId, change } = given;
  const user = draft.users[userId];
  if (!user) return;
  if (change.kind === 'add') {
    const { role, companyCode, from, to } = change;
    const row = { user: userId, role, from, to, companyCode, active: false };
    draft.roleAssignments[assignmentKey(row)] = row;
    const detail = `Role ${role} in ${companyCode}:  → ${printDay(from)} – ${printDay(to)}`;
    if (covers(row, dayOf(write.request.nowMs))) draft.counters[`saved/${userId}`] = write.request.nowMs;
    record(draft, write, { user, effect: 'GRANT', role, detail });
    return;
  }
  const row = draft.roleAssignments[change.key];
  if (row?.user !== userId) return;
  const span = `${printDay(row.from)} – ${printDay(row.to)}`;
  if (change.kind === 'delete') {
    delete draft.roleAssignments[change.key];
    record(draft, write, {
      user,
      effect: 'REVOKE',
      role: row.role,
      detail: `Role ${row.role} in ${row.companyCode}: ${span} → deleted`,
    });
    return;
  }
  if (row.to === change.to) return;
  const isShorter = change.to !== null && (row.to === null || change.to < row.to);
  row.to = change.to;
  const detail = `Role ${row.role} in ${row.companyCode}: ${span} → ${printDay(row.from)} – ${printDay(row.to)}`;
  record(draft, write, { user, effect: isShorter ? 'REVOKE' : 'GRANT', role: row.role, detail });
}

/** Takes open assignments of a user into the profile; gives how many became active. */
export function compareUser(draft: State, write: Write, userId: string): number {
  const today = dayOf(write.request.nowMs);
  const user = draft.users[userId];
  let count = 0;
  for (const row of Object.values(draft.roleAssignments)) {
    if (!user || row.user !== userId || row.active || !covers(row, today)) continue;
    if (statusOf(draft, row, write.request.nowMs) === 'Comparison required') count++;
    row.active = true;
    record(draft, write, {
      user,
      effect: 'GRANT',
      role: row.role,
      detail: `Profile of ${row.role}:  → active`,
      verb: 'User comparison',
    });
  }
  return count;
}

interface Line {
  user: Pick<UserMaster, 'userId' | 'workerId'>;
  effect: Effect;
  detail: string;
  role?: string;
  verb?: string;
}

/** One line of the audit trail, which IN04 shows as a change document. */
export function record(draft: State, write: Write, { user, effect, detail, role, verb }: Line): void {
  audit(draft, write.request, {
    verb: verb ?? write.transaction,
    effect,
    entity: `users/${user.userId}`,
    subject: user.workerId,
    entitlement: role ? `corvane/${role}` : null,
    ticket: write.ticket,
    detail,
  });
}
