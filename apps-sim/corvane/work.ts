import type { AppRequest, Day } from '#range';
import { dayOf, isDay } from '#range';
import { printDay } from './dates.ts';
import { FIELD_NAMES, TABS, type Tab, type Typed, typedOf, typedOfNew } from './fields.ts';
import { assignmentsOf, type HeldRole } from './roles.ts';
import { assignmentKey, type State } from './state.ts';

/** A change to the rows of the Roles tab that is not saved yet. */
export type RowChange =
  | { kind: 'add'; role: string; companyCode: string; from: Day; to: Day | null }
  | { kind: 'delimit'; key: string; to: Day | null }
  | { kind: 'delete'; key: string };

/**
 * What stands in the editor and is not saved: it travels in the page's address and form, so that nothing of it is
 * state before Save.
 */
export interface Work {
  userId: string;
  isNew: boolean;
  tab: Tab;
  typed: Typed;
  changes: RowChange[];
  /** The warnings that were shown; the same ones do not stop a second Save. */
  warned: string;
  ticket: string;
}

/** A row of the Roles tab as the editor shows it. */
export interface EditedRow extends HeldRole {
  change: '' | 'New' | 'Delimited' | 'Deleted';
}

/** The work that a request carries, over what is stored. */
export function readWork(state: Readonly<State>, request: AppRequest, userId: string): Work {
  const given = request.method === 'POST' ? request.form : request.query;
  const user = Object.hasOwn(state.users, userId) ? state.users[userId] : undefined;
  const isNew = request.path.startsWith('/ua01');
  const typed = user && !isNew ? typedOf(user) : typedOfNew(printDay(dayOf(request.nowMs)));
  for (const name of FIELD_NAMES) typed[name] = given[name] ?? typed[name];
  for (const name of ['companyCode', 'userGroup', 'department'] as const)
    typed[name] = typed[name].trim().toUpperCase();
  const tab = TABS.find(name => name === given.tab) ?? 'address';
  const changes = parseChanges(given.rows ?? '');
  return {
    userId,
    isNew,
    tab,
    typed,
    changes,
    warned: given.warned ?? '',
    ticket: (given.ticket ?? '').trim(),
  };
}

/** The hidden values that carry the work through the form of one tab; changed fields and rows only. */
export function carried(state: Readonly<State>, work: Work, nowMs: number): Record<string, string> {
  const stored = storedOf(state, work, nowMs);
  const out: Record<string, string> = {};
  for (const name of FIELD_NAMES) if (work.typed[name] !== stored[name]) out[name] = work.typed[name];
  if (work.changes.length > 0) out.rows = printChanges(work.changes);
  if (work.warned) out.warned = work.warned;
  if (work.ticket) out.ticket = work.ticket;
  return out;
}

/** Whether anything would be lost by leaving. */
export function isDirty(state: Readonly<State>, work: Work, nowMs: number): boolean {
  const stored = storedOf(state, work, nowMs);
  return work.changes.length > 0 || FIELD_NAMES.some(name => work.typed[name].trim() !== stored[name].trim());
}

/** The address of the editor with this work in it. */
export function addressOf(state: Readonly<State>, work: Work, nowMs: number): string {
  const query = new URLSearchParams({ tab: work.tab, ...carried(state, work, nowMs) });
  return `/${work.isNew ? 'ua01' : 'ua02'}/${encodeURIComponent(work.userId)}?${query}`;
}

function storedOf(state: Readonly<State>, work: Work, nowMs: number): Typed {
  const user = work.isNew ? undefined : state.users[work.userId];
  return user ? typedOf(user) : typedOfNew(printDay(dayOf(nowMs)));
}

/** The rows as they would be saved, with deleted ones kept to be seen. */
export function editedRows(state: Readonly<State>, work: Work): EditedRow[] {
  const rows: EditedRow[] = (work.isNew ? [] : assignmentsOf(state, work.userId)).map(row => ({
    ...row,
    change: '',
  }));
  for (const change of work.changes) {
    if (change.kind === 'add') {
      const { role, companyCode, from, to } = change;
      const row = { user: work.userId, role, companyCode, from, to, active: false };
      rows.push({ ...row, key: assignmentKey(row), via: null, change: 'New' });
      continue;
    }
    const row = rows.find(({ key }) => key === change.key);
    if (!row) continue;
    if (change.kind === 'delete') row.change = 'Deleted';
    else {
      row.to = change.to;
      if (row.change === '') row.change = 'Delimited';
    }
  }
  return rows;
}

const SEPARATORS = /[;,]/;

function printChanges(changes: readonly RowChange[]): string {
  const words = changes.map(change => {
    if (change.kind === 'add')
      return ['add', change.role, change.companyCode, change.from, change.to ?? 'open'];
    return change.kind === 'delete' ? ['delete', change.key] : ['delimit', change.key, change.to ?? 'open'];
  });
  return words
    .filter(parts => parts.every(part => !SEPARATORS.test(part)))
    .map(parts => parts.join(','))
    .join(';');
}

function parseChanges(text: string): RowChange[] {
  const end = (word: string | undefined): Day | null => (word !== undefined && isDay(word) ? word : null);
  return text.split(';').flatMap((line): RowChange[] => {
    const [kind, first = '', second = '', third = '', fourth] = line.split(',');
    if (kind === 'delete') return [{ kind, key: first }];
    if (kind === 'delimit') return [{ kind, key: first, to: end(second) }];
    if (kind !== 'add' || !isDay(third)) return [];
    return [{ kind, role: first, companyCode: second, from: third, to: end(fourth) }];
  });
}
