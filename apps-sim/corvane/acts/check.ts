import { dayOf, type Notice } from '#range';
import { error, messages } from '../messages.ts';
import { FIELD_NAMES, FIELDS, type FieldName, type MasterValues, type Tab, tabOf } from '../pages/fields.ts';
import { assignmentsOf, newConflicts } from '../roles.ts';
import { COMPANY_CODES, type State, type UserMaster } from '../state.ts';
import { roleProblem } from './rows.ts';
import { editedRows, type Work } from './work.ts';

/** What stops a save: the message, and the tab and field where it belongs. */
export interface Problem {
  notice: Notice;
  tab: Tab;
  field?: FieldName;
}

/** The typed fields as stored values, or the first problem in the order of the tabs. */
export function checkMaster(
  state: Readonly<State>,
  work: Work,
  nowMs: number,
): { values: MasterValues } | { problem: Problem } {
  const values = {} as MasterValues;
  for (const field of FIELD_NAMES) {
    const reading = FIELDS[field].read(work.typed[field], { dayFormat: '', options: undefined });
    const value = 'value' in reading ? (reading.value ?? (field === 'validFrom' ? dayOf(nowMs) : null)) : '';
    Object.assign(values, { [field]: value });
    const notice = 'problem' in reading ? error(reading.problem) : CROSS_CHECKS[field]?.(values);
    if (notice) return { problem: { notice, field, tab: tabOf(field) } };
  }
  const notice = checkRows(state, work);
  return notice ? { problem: { notice, tab: 'roles' } } : { values };
}

/** What a field must hold beside being well-formed; the fields before it are read. */
const CROSS_CHECKS: Partial<Record<FieldName, (values: MasterValues) => Notice | null>> = {
  validTo: ({ validFrom, validTo }) =>
    validTo !== null && validTo < validFrom ? messages.endBeforeStart() : null,
  companyCode: ({ companyCode: code }) =>
    Object.hasOwn(COMPANY_CODES, code) ? null : messages.badCompanyCode(code),
  userGroup: ({ userGroup }) => (userGroup === 'SUPER' ? messages.noAuthorisation() : null),
};

/** Rows travel in the page's address, where anything can be typed: what Insert and Delimit checked is checked again. */
function checkRows(state: Readonly<State>, work: Work): Notice | null {
  for (const change of work.changes) {
    const row = change.kind === 'delimit' ? state.roleAssignments[change.key] : undefined;
    const isBackwards = change.kind === 'delimit' && row && change.to !== null && change.to < row.from;
    const wrong = change.kind === 'add' ? roleProblem(state, change) : null;
    if (wrong ?? isBackwards) return wrong ?? messages.endBeforeStart();
  }
  return null;
}

/** The warnings that want a second Save: a key to recognise them by, and the first one's message. */
export function warningsOf(
  state: Readonly<State>,
  work: Work,
): { key: string; notice: Notice; tab: Tab } | null {
  const before = work.isNew ? [] : assignmentsOf(state, work.userId);
  const after = editedRows(state, work).filter(row => row.change !== 'Deleted');
  const conflicts = newConflicts(state, before, after);
  const twin = twinOf(state, work);
  const first = conflicts[0];
  const pairs = conflicts.map(({ left, right }) => `${left}/${right}`);
  const key = [...pairs, ...(twin ? [`no/${twin.userId}`] : [])].join(' ');
  if (first) return { key, notice: messages.conflict(first.left, first.right), tab: 'roles' };
  if (!twin) return null;
  return { key, notice: messages.samePersonnelNo(twin.personnelNo, twin.userId), tab: 'logon' };
}

/** Another user with the personnel number that was typed anew. */
function twinOf(state: Readonly<State>, { isNew, userId, typed }: Work): UserMaster | undefined {
  const number = typed.personnelNo.trim();
  if (number === '' || (!isNew && state.users[userId]?.personnelNo === number)) return undefined;
  return Object.values(state.users).find(user => user.personnelNo === number && user.userId !== userId);
}
