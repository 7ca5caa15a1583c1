import { type Cell, type Columns, linked, type PillSpec, table, type Widget } from '#range';
import { kindOf } from './roles.ts';
import type { EditedRow } from '../acts/work.ts';
import { printDay } from '../dates.ts';
import { type HeldRole, type RowStatus, statusOf, withContents } from '../roles.ts';
import type { State } from '../state.ts';

/** The states of a row, stored or in the editor, and its kinds: each vocabulary has its word for them. */
export type RowWord = RowStatus | Exclude<EditedRow['change'], ''> | 'Composite' | 'Single';

const TONES: Record<RowStatus | EditedRow['change'], PillSpec['tone']> = {
  '': 'neutral',
  Active: 'success',
  'Comparison required': 'warning',
  'Not yet valid': 'info',
  Expired: 'neutral',
  Inserted: 'info',
  Delimited: 'info',
  Deleted: 'neutral',
};

/** What the table is called, and the box of a row. */
export const HELD_ROLES = 'Role assignments';
export const selectLabel = ({ role, from }: { role: string; from: string }): string =>
  `Select ${role} ${printDay(from)}`;

/** The roles of a user, each composite with what it contains; in the editor with a box to select each row. */
export function heldRoles(
  state: Readonly<State>,
  rows: readonly (HeldRole & Partial<EditedRow>)[],
  { nowMs, form }: { nowMs: number; form?: string },
): Widget {
  type Row = (typeof rows)[number];
  const box = (row: Row): Cell => {
    return { checkbox: { name: 'pick', value: row.key, label: selectLabel(row), ...(form ? { form } : {}) } };
  };
  const columns: Columns<Row> = {
    ...(form ? { '': box } : {}),
    Role: row => linked(row.role, `/ra20/${row.role}`),
    Description: row => state.roles[row.role]?.name ?? '',
    Kind: row => (row.via ? `via ${row.via}` : kindOf(state.roles[row.role] ?? { isComposite: false })),
    'Company code': row => row.companyCode,
    From: row => printDay(row.from),
    To: row => printDay(row.to),
    Status: row => {
      const text = row.change || statusOf(state, row, nowMs);
      return { pill: { text, tone: TONES[text] } };
    },
  };
  return table({
    caption: HELD_ROLES,
    columns,
    rows: withContents(state, rows),
    empty: 'No roles are assigned.',
    muted: row => row.via !== null || row.change === 'Deleted',
    current: row => Boolean(row.change) && row.change !== 'Deleted',
  });
}
