import { type Day, dayOf, type AppRequest, type Notice } from '#range';
import { overlap, printDay } from '../dates.ts';
import { error, messages } from '../messages.ts';
import { ROW_ENTRY } from '../pages/fields.ts';
import { assignmentKey, type State } from '../state.ts';
import { editedRows, type RowChange, type Work } from './work.ts';

/** A step on the rows of the Roles tab: the changes afterwards, or the message that says why not. */
export type RowStep = (
  state: Readonly<State>,
  request: AppRequest,
  work: Work,
) => { changes: RowChange[]; notice: Notice } | { problem: Notice };

/** Puts the typed role below the others. */
export const insertRow: RowStep = (state, request, work) => {
  const { newRole = '', newCompany = '', newFrom = '', newTo = '' } = request.form;
  const role = newRole.trim().toUpperCase();
  const companyCode = newCompany.trim() || work.typed.companyCode.trim();
  const from = ROW_ENTRY.newFrom.read(newFrom);
  const to = ROW_ENTRY.newTo.read(newTo);
  if (role === '') return { problem: messages.enterRole() };
  if ('problem' in from) return { problem: error(from.problem) };
  if ('problem' in to) return { problem: error(to.problem) };
  const row = { role, companyCode, from: from.value ?? dayOf(request.nowMs), to: to.value };
  const problem = roleProblem(state, row) ?? clashOf(state, work, row);
  if (problem) return { problem };
  return { changes: [...work.changes, { kind: 'add', ...row }], notice: messages.inserted(role) };
};

interface NewRow {
  role: string;
  companyCode: string;
  from: Day;
  to: Day | null;
}

/** Why a role can't be assigned like this to anybody, if so. */
export function roleProblem(state: Readonly<State>, { role: code, companyCode, from, to }: NewRow) {
  const role = Object.hasOwn(state.roles, code) ? state.roles[code] : undefined;
  if (!role) return messages.noSuchRole(code);
  if (companyCode === '') return messages.enterCompanyCode();
  if (!role.companyCodes.includes(companyCode)) return messages.roleNotInCompany(code, companyCode);
  return to !== null && to < from ? messages.endBeforeStart() : null;
}

function clashOf(state: Readonly<State>, work: Work, row: NewRow): Notice | null {
  const key = assignmentKey({ user: work.userId, ...row });
  const rows = editedRows(state, work);
  if (rows.some(other => other.key === key)) return messages.rowExists(row.role, printDay(row.from));
  const same = overlapping(
    rows.filter(other => other.change !== 'Deleted'),
    row,
  );
  return same ? messages.rowOverlaps(row.role, printDay(same.from)) : null;
}

/** The row of the same role and company code that has days in common with a new one. */
export function overlapping<T extends NewRow>(rows: readonly T[], row: NewRow): T | undefined {
  return rows.find(
    other => other.role === row.role && other.companyCode === row.companyCode && overlap(other, row),
  );
}

/** Ends the selected rows on the typed day. */
export const delimitSelected: RowStep = (state, request, work) => {
  const typed = request.form.delimitTo ?? '';
  const read = ROW_ENTRY.delimitTo.read(typed);
  if (typed.trim() === '' || 'problem' in read)
    return { problem: messages.badDate(ROW_ENTRY.delimitTo.label) };
  const to = read.value;
  return changeSelected({ state, request, work }, (key, from) =>
    to !== null && to < from ? { problem: messages.endBeforeStart() } : { kind: 'delimit', key, to },
  );
};

/** Strikes the selected rows out. */
export const deleteSelected: RowStep = (state, request, work) =>
  changeSelected({ state, request, work }, key => ({ kind: 'delete', key }));

function changeSelected(
  { state, request, work }: { state: Readonly<State>; request: AppRequest; work: Work },
  change: (key: string, from: Day) => RowChange | { problem: Notice },
): ReturnType<RowStep> {
  const picked = request.lists.pick ?? [];
  if (picked.length === 0) return { problem: messages.selectRow() };
  const rows = editedRows(state, work);
  let changes = work.changes;
  for (const key of picked) {
    const [own = '', inside] = key.split('>');
    const row = rows.find(other => other.key === own);
    if (!row) return { problem: messages.selectRow() };
    if (inside) return { problem: messages.partOfComposite(inside, row.role) };
    const next = change(own, row.from);
    if ('problem' in next) return next;
    changes = row.change === 'Inserted' ? changeAdded(changes, { row, next }) : [...changes, next];
  }
  return { changes, notice: messages.changedRows(picked.length) };
}

/** A row that is not saved yet is changed or dropped where it was inserted. */
function changeAdded(
  changes: readonly RowChange[],
  { row, next }: { row: { key: string; user: string }; next: RowChange },
): RowChange[] {
  return changes.flatMap(change => {
    if (change.kind !== 'add' || assignmentKey({ user: row.user, ...change }) !== row.key) return [change];
    return next.kind === 'delimit' ? [{ ...change, to: next.to }] : [];
  });
}
