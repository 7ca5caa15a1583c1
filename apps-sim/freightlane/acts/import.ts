import { type AppRequest, audit, nextId } from '#range';
import { isRole } from '../roles.ts';
import type { ImportJob, Seats, State } from '../state.ts';
import { addInvited, type Newcomer, refuseNewcomer } from './invite.ts';
import { readSheet } from './csv.ts';

/** What the hub takes from a file, in the words of the form. */
export const TARGETS = {
  email: 'E-mail',
  name: 'Name',
  role: 'Role',
  team: 'Team',
  employeeId: 'Employee ID',
} as const;
export type Target = keyof typeof TARGETS;

/** The column that a target is likely to be in, by its name. */
export function guessColumn(target: Target, columns: readonly string[]): string {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  return columns.find(column => bare(column) === bare(TARGETS[target])) ?? '';
}

/** What becomes of a row: each vocabulary has its word for it. */
export type Fate = 'Create' | 'Update' | 'Skip';

/** A row of the file with what will become of it. */
export interface PlannedRow extends Newcomer {
  row: number;
  outcome: Fate;
  /** Why it is skipped, or what changes. */
  why: string;
}

/** What an import is asked to do: the lines of the file, and the column that each is taken from; '' for none. */
export interface ImportAsked extends Record<Target, string> {
  text: string;
  /** Whether members that exist get the role of the file. */
  updates: boolean;
}

/** Does every row in its order on a draft, or on a copy that is thrown away. */
export function runRows(draft: Seats, asked: ImportAsked, request: AppRequest): PlannedRow[] {
  const { columns, rows } = readSheet(asked.text);
  return rows.map(({ row, cells }): PlannedRow => {
    const cell = (target: Target): string => cells[columns.indexOf(asked[target])] ?? '';
    const email = cell('email').toLowerCase();
    const others = { name: cell('name') || email, role: cell('role'), team: cell('team') };
    const person: Newcomer = { email, ...others, employeeId: cell('employeeId') };
    const problem = refuseNewcomer(draft, person);
    if (problem !== undefined) return { ...person, row, outcome: 'Skip', why: problem };
    return { ...person, row, ...settle(draft, person, { updates: asked.updates, request }) };
  });
}

function settle(
  draft: Seats,
  person: Newcomer,
  { updates, request }: { updates: boolean; request: AppRequest },
): Pick<PlannedRow, 'outcome' | 'why'> {
  const { email, role } = person;
  const known = Object.hasOwn(draft.members, email) ? draft.members[email] : undefined;
  if (!known) {
    addInvited(draft, person, request);
    return { outcome: 'Create', why: `Invited as ${role}` };
  }
  if (!updates) return { outcome: 'Skip', why: 'This address belongs to a member.' };
  if (known.role === role) return { outcome: 'Skip', why: `Is ${role} already.` };
  if (known.role === 'Owner') return { outcome: 'Skip', why: "An Owner's role is not changed by an import." };
  const why = `Role ${known.role} to ${role}`;
  if (isRole(role)) known.role = role;
  return { outcome: 'Update', why };
}

/** What the hub says of a row: refused ones by their number. */
export function saidOf({ row, outcome, why }: Pick<PlannedRow, 'row' | 'outcome' | 'why'>): string {
  return outcome === 'Skip' ? `Row ${row}: ${why}` : why;
}

/** Runs an import, writes a line for each member that it changed, and keeps its report. */
export function runImport(
  draft: State,
  asked: ImportAsked & { file: string; ticket: string },
  request: AppRequest,
): ImportJob {
  const rows = runRows(draft, asked, request);
  for (const { email, role, outcome, why } of rows) {
    if (outcome === 'Skip') continue;
    audit(draft, request, {
      verb: outcome === 'Create' ? 'Import: invite member' : 'Import: change role',
      effect: 'GRANT',
      entity: `members/${email}`,
      subject: draft.addresses[email] ?? null,
      entitlement: `freightlane/${role}`,
      ticket: asked.ticket || null,
      detail: why,
    });
  }
  const count = (outcome: PlannedRow['outcome']): number =>
    rows.filter(row => row.outcome === outcome).length;
  const id = `imp-${String(nextId(draft, 'import')).padStart(3, '0')}`;
  const job: ImportJob = {
    id,
    file: asked.file,
    atMs: request.nowMs,
    by: request.operator.displayName,
    created: count('Create'),
    updated: count('Update'),
    skipped: count('Skip'),
    lines: rows.map(row => ({ row: row.row, email: row.email, result: saidOf(row) })),
  };
  draft.imports[id] = job;
  return job;
}

/** What an import came to, in one line. */
export function summaryOf({ created, updated, skipped }: ImportJob): string {
  return `Import finished: ${created} created, ${updated} updated, ${skipped} skipped. Download report.`;
}
