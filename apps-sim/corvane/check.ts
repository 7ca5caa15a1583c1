import type { Day, Notice } from '#range';
import { dayOf } from '#range';
import { parseDay } from './dates.ts';
import { FIELD_NAMES, FIELDS, type FieldName, type Tab } from './fields.ts';
import { messages } from './messages.ts';
import { assignmentsOf, newConflicts } from './roles.ts';
import { roleProblem } from './rows.ts';
import {
  COMPANY_CODES,
  fullName,
  type State,
  USER_GROUPS,
  USER_TYPES,
  type UserMaster,
  type UserType,
} from './state.ts';
import { editedRows, type Work } from './work.ts';

/** What stops a save: the message, and the tab and field where it belongs. */
export interface Problem {
  notice: Notice;
  tab: Tab;
  field?: FieldName;
}

/** The values of the master record that a screen changes. */
export type MasterValues = Pick<UserMaster, FieldName>;

/** The typed fields as stored values, or the first problem in the order of the tabs. */
export function checkMaster(
  state: Readonly<State>,
  work: Work,
  nowMs: number,
): { values: MasterValues } | { problem: Problem } {
  const { typed } = work;
  const validFrom = parseDay(typed.validFrom);
  const validTo = parseDay(typed.validTo);
  const problem =
    checkLengths(work) ??
    (typed.lastName.trim() === '' ? at('lastName', messages.enterLastName()) : null) ??
    (validFrom === undefined ? at('validFrom', messages.badDate('Valid from')) : null) ??
    (validTo === undefined ? at('validTo', messages.badDate('Valid to')) : null) ??
    checkLogon(work, { validFrom: validFrom ?? dayOf(nowMs), validTo: validTo ?? null }) ??
    checkGroup(state, work) ??
    checkRows(state, work);
  if (problem) return { problem };
  const trimmed = Object.fromEntries(FIELD_NAMES.map(name => [name, typed[name].trim()])) as Record<
    FieldName,
    string
  >;
  const dates = { validFrom: validFrom ?? dayOf(nowMs), validTo: validTo ?? null };
  return { values: { ...trimmed, ...dates, type: trimmed.type as UserType } };
}

function at(field: FieldName, notice: Notice): Problem {
  return { notice, field, tab: FIELDS[field].tab };
}

function checkLengths(work: Work): Problem | null {
  const long = FIELD_NAMES.find(name => work.typed[name].trim().length > FIELDS[name].size);
  return long ? at(long, messages.tooLong(FIELDS[long].label, FIELDS[long].size)) : null;
}

function checkLogon({ typed }: Work, dates: { validFrom: Day; validTo: Day | null }): Problem | null {
  const code = typed.companyCode.trim();
  const personnelNo = typed.personnelNo.trim();
  if (!Object.hasOwn(USER_TYPES, typed.type)) return at('type', messages.badUserType(typed.type));
  if (dates.validTo !== null && dates.validTo < dates.validFrom)
    return at('validTo', messages.endBeforeStart());
  if (code === '') return at('companyCode', messages.enterCompanyCode());
  if (!Object.hasOwn(COMPANY_CODES, code)) return at('companyCode', messages.badCompanyCode(code));
  if (personnelNo !== '' && !/^\d{8}$/.test(personnelNo)) return at('personnelNo', messages.badPersonnelNo());
  return null;
}

function checkGroup(state: Readonly<State>, work: Work): Problem | null {
  const group = work.typed.userGroup;
  if (group === 'SUPER') return at('userGroup', messages.noAuthorisation());
  if (group === '') return at('userGroup', messages.enterUserGroup());
  const isKept = state.users[work.userId]?.userGroup === group;
  return USER_GROUPS.includes(group) || isKept ? null : at('userGroup', messages.badUserGroup(group));
}

/** Rows travel in the page's address, where anything can be typed: what Insert and Delimit checked is checked again. */
function checkRows(state: Readonly<State>, work: Work): Problem | null {
  for (const change of work.changes) {
    const row = change.kind === 'delimit' ? state.roleAssignments[change.key] : undefined;
    const isBackwards = change.kind === 'delimit' && row && change.to !== null && change.to < row.from;
    const notice =
      change.kind === 'add' ? roleProblem(state, change) : isBackwards ? messages.endBeforeStart() : null;
    if (notice) return { notice, tab: 'roles' };
  }
  return null;
}

/** The warnings that want a second Save, as a key to recognise them by and the first one's message. */
export function warningsOf(
  state: Readonly<State>,
  work: Work,
): { key: string; notice: Notice; tab: Tab } | null {
  const before = work.isNew ? [] : assignmentsOf(state, work.userId);
  const after = editedRows(state, work).filter(row => row.change !== 'Deleted');
  const conflicts = newConflicts(state, before, after);
  const twin = twinOf(state, work);
  const keys = [
    ...conflicts.map(({ left, right }) => `${left}/${right}`),
    ...(twin ? [`no/${twin.userId}`] : []),
  ];
  const first = conflicts[0];
  const key = keys.join(' ');
  if (first) return { key, notice: messages.conflict(first.left, first.right), tab: 'roles' };
  return twin
    ? { key, notice: messages.samePersonnelNo(work.typed.personnelNo, twin.userId), tab: 'logon' }
    : null;
}

/** Another user with the personnel number that was typed anew. */
function twinOf(state: Readonly<State>, work: Work): UserMaster | undefined {
  const personnelNo = work.typed.personnelNo.trim();
  const isNew = work.isNew || state.users[work.userId]?.personnelNo !== personnelNo;
  if (personnelNo === '' || !isNew) return undefined;
  return Object.values(state.users).find(
    user => user.personnelNo === personnelNo && user.userId !== work.userId,
  );
}

/** What a screen says about the user: id and name. */
export function subtitleOf(work: Work): string {
  const name = fullName(work.typed);
  return `${work.userId}${name ? ` · ${name}` : ''}`;
}
