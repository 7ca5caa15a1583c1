import type { AppRequest, Day, Notice } from '#range';
import { dayOf } from '#range';
import { overlap, parseDay, printDay } from './dates.ts';
import { messages } from './messages.ts';
import { upper } from './screen.ts';
import { assignmentKey, type State } from './state.ts';
import { editedRows, type RowChange, type Work } from './work.ts';

/** A step on the rows of the Roles tab: the changes afterwards, or the message that says why not. */
export type RowStep = (
  state: Readonly<State>,
  request: AppRequest,
  work: Work,
) => { changes: RowChange[]; notice: Notice } | { problem: Notice };

/** Puts the typed role below the others. */
export const insertRow: RowStep = (state, request, work) => {
  const role = upper(request.form.newRole);
  const companyCode = (request.form.newCompany ?? '').trim() || work.typed.companyCode.trim();
  const from = parseDay(request.form.newFrom ?? '');
  const to = parseDay(request.form.newTo ?? '');
  if (role === '') return { problem: messages.enterRole() };
  if (from === undefined) return { problem: messages.badDate('From') };
  if (to === undefined) return { problem: messages.badDate('To') };
  const row = { role, companyCode, from: from ?? dayOf(request.nowMs), to };
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
export function roleProblem(state: Readonly<State>, row: NewRow): Notice | null {
  const role = Object.hasOwn(state.roles, row.role) ? state.roles[row.role] : undefined;
  if (!role) return messages.noSuchRole(row.role);
  if (row.companyCode === '') return messages.enterCompanyCode();
  if (!role.companyCodes.includes(row.companyCode))
    return messages.roleNotInCompany(row.role, row.companyCode);
  return row.to !== null && row.to < row.from ? messages.endBeforeStart() : null;
}

function clashOf(state: Readonly<State>, work: Work, row: NewRow): Notice | null {
  const key = assignmentKey({ user: work.userId, ...row });
  const rows = editedRows(state, work);
  if (rows.some(other => other.key === key)) return messages.rowExists(row.role, printDay(row.from));
  const same = rows.find(other => {
    const isLike =
      other.role === row.role && other.companyCode === row.companyCode && other.change !== 'Deleted';
    return isLike && overlap(other, row);
  });
  return same ? messages.rowOverlaps(row.role, printDay(same.from)) : null;
}

/** Ends the selected rows on the typed day. */
export const delimitSelected: RowStep = (state, request, work) => {
  const typed = request.form.delimitTo ?? '';
  const to = parseDay(typed);
  if (typed.trim() === '' || to === undefined) return { problem: messages.badDate('Delimit to') };
  return changeSelected({ state, request, work }, (key, from) => {
    if (to !== null && to < from) return { problem: messages.endBeforeStart() };
    return { kind: 'delimit', key, to };
  });
};

/** Strikes the selected rows out. */
export const deleteSelected: RowStep = (state, request, work) =>
  changeSelected({ state, request, work }, key => ({ kind: 'delete', key }));

interface Selection {
  state: Readonly<State>;
  request: AppRequest;
  work: Work;
}

function changeSelected(
  { state, request, work }: Selection,
  change: (key: string, from: Day) => RowChange | { problem: Notice },
): { changes: RowChange[]; notice: Notice } | { problem: Notice } {
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
    changes =
      row.change === 'New' ? changeAdded(changes, { key: own, user: work.userId, next }) : [...changes, next];
  }
  return { changes, notice: messages.changedRows(picked.length) };
}

/** A row that is not saved yet is changed or dropped where it was inserted. */
function changeAdded(
  changes: readonly RowChange[],
  given: { key: string; user: string; next: RowChange },
): RowChange[] {
  const { key, user, next } = given;
  return changes.flatMap(change => {
    if (change.kind !== 'add' || assignmentKey({ user, ...change }) !== key) return [change];
    return next.kind === 'delimit' ? [{ ...change, to: next.to }] : [];
  });
}
