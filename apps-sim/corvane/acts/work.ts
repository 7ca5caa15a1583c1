import { type AppRequest, type Day, dayOf, isDay } from '#range';
import { printDay } from '../dates.ts';
import { FIELD_NAMES, TAB_NAMES, type Tab, type Typed, typedOf, typedOfNew } from '../pages/fields.ts';
import { addressIn } from '../pages/screen.ts';
import { assignmentsOf, type HeldRole } from '../roles.ts';
import { assignmentKey, type State } from '../state.ts';

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
  /** The fields as they are stored. */
  stored: Typed;
  changes: RowChange[];
  /** The warnings that were shown; the same ones do not stop a second Save. */
  warned: string;
  ticket: string;
}

/** A row of the Roles tab as the editor shows it. */
export interface EditedRow extends HeldRole {
  change: '' | 'Inserted' | 'Delimited' | 'Deleted';
}

/** The work that a request carries, over what is stored. */
export function readWork(state: Readonly<State>, request: AppRequest, userId: string): Work {
  const given = request.method === 'POST' ? request.form : request.query;
  const isNew = request.path.startsWith('/ua01');
  const user = isNew ? undefined : state.users[userId];
  const stored = user ? typedOf(user) : typedOfNew(printDay(dayOf(request.nowMs)));
  const typed = { ...stored };
  for (const name of FIELD_NAMES) typed[name] = given[name] ?? typed[name];
  for (const name of ['companyCode', 'userGroup', 'department'] as const)
    typed[name] = typed[name].trim().toUpperCase();
  const tab = TAB_NAMES.find(name => name === given.tab) ?? 'address';
  const { rows = '', warned = '', ticket = '' } = given;
  return { userId, isNew, tab, typed, stored, changes: parseChanges(rows), warned, ticket: ticket.trim() };
}

/** The hidden values that carry the work through the form of one tab; changed fields and rows only. */
export function carried({ typed, stored, changes, warned, ticket }: Work): Record<string, string> {
  const changed = FIELD_NAMES.filter(name => typed[name] !== stored[name]);
  return {
    ...Object.fromEntries(changed.map(name => [name, typed[name]])),
    ...(changes.length > 0 ? { rows: printChanges(changes) } : {}),
    ...(warned ? { warned } : {}),
    ...(ticket ? { ticket } : {}),
  };
}

/** Whether anything would be lost by leaving. */
export function isDirty({ typed, stored, changes }: Work): boolean {
  return changes.length > 0 || FIELD_NAMES.some(name => typed[name].trim() !== stored[name].trim());
}

/** The address of the editor with this work in it. */
export function addressOf(work: Work): string {
  const query = new URLSearchParams({ tab: work.tab, ...carried(work) });
  return `${addressIn(work.isNew ? 'UA01' : 'UA02', work.userId)}?${query}`;
}

/** The rows as they would be saved, with deleted ones kept to be seen. */
export function editedRows(state: Readonly<State>, work: Work): EditedRow[] {
  const held = work.isNew ? [] : assignmentsOf(state, work.userId);
  const rows: EditedRow[] = held.map(row => ({ ...row, change: '' }));
  for (const change of work.changes) {
    if (change.kind === 'add') {
      const { kind: _, ...added } = change;
      const row = { user: work.userId, ...added, active: false };
      rows.push({ ...row, key: assignmentKey(row), via: null, change: 'Inserted' });
      continue;
    }
    const row = rows.find(({ key }) => key === change.key);
    if (!row) continue;
    if (change.kind === 'delimit') row.to = change.to;
    row.change = change.kind === 'delete' ? 'Deleted' : row.change || 'Delimited';
  }
  return rows;
}

const SEPARATORS = /[;,]/;

function printChanges(changes: readonly RowChange[]): string {
  return changes
    .map(change => {
      const end = change.kind === 'delete' ? [] : [change.to ?? 'open'];
      if (change.kind !== 'add') return [change.kind, change.key, ...end];
      return ['add', change.role, change.companyCode, change.from, ...end];
    })
    .filter(parts => parts.every(part => !SEPARATORS.test(part)))
    .map(parts => parts.join(','))
    .join(';');
}

function parseChanges(text: string): RowChange[] {
  const end = (word = ''): Day | null => (isDay(word) ? word : null);
  return text.split(';').flatMap((line): RowChange[] => {
    const [kind, first = '', second = '', third = '', fourth] = line.split(',');
    if (kind === 'delete') return [{ kind, key: first }];
    if (kind === 'delimit') return [{ kind, key: first, to: end(second) }];
    if (kind !== 'add' || !isDay(third)) return [];
    return [{ kind, role: first, companyCode: second, from: third, to: end(fourth) }];
  });
}
