import { callable, type Form, isText, listOf, open, such, text, wholeNumber } from '../../core/form.ts';
import type { Episode } from '../../env/recorded.ts';
import type { Split } from '../plan/shard-plan.ts';
import { type Column, type ColumnSpecs, columnsOf, features, parquetSchema, type RowOf } from './column.ts';
import type { Complain, LintedFile, RowLint } from './lint.ts';
import type { Tally } from './tally.ts';

/** A row by column name. */
export type Row = Record<string, unknown>;

/** What rows say beyond what an episode holds. */
export interface Labels {
  /** The console that an address belongs to, or null for a page of none. */
  appOf(url: string): string | null;
  /** Entry of a scenario in the catalogue of workflows. */
  workflowOf(scenario: string): string;
}

/** What rows need beside the episode. */
export interface RowContext {
  split: Split;
  labels: Labels;
}

/** What a table is, its rows typed by its columns. */
export interface TableSpec<C extends ColumnSpecs> {
  /** Also the folder of its files, and what a recipe calls it. */
  name: string;
  /** What a row is, in a few words. */
  about: string;
  columns: C;
  /** The column that names the episode of a row, by which the viewer finds rows. */
  episode: keyof C & string;
  /** Rows that are read together. Rows with many pictures want small groups. */
  rowGroupRows?: number;
  /** The rows of an episode, in their order. */
  rowsOf(episode: Episode, context: RowContext): Iterable<RowOf<C>>;
  /** Checks the rows of one file, in their order, against what the table promises. */
  lint(file: LintedFile): RowLint<RowOf<C>>;
  /** What is counted of its rows. */
  tally: { columns: readonly (keyof C & string)[]; add(row: RowOf<C>, tally: Tally): void };
  /** The columns that nothing but pictures and layout fill: the card of a dataset without says that they are empty. */
  drawn?: readonly (keyof C & string)[];
  /** What else a reader of the card must know of its values, as Markdown. */
  notes?: string;
}

/** A table as all who loop over tables take it. */
export interface Table {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly episode: string;
  readonly rowGroupRows: number;
  readonly drawn: readonly string[];
  readonly notes: string | null;
  rowsOf(episode: Episode, context: RowContext): Iterable<Row>;
  lint(file: LintedFile): RowLint<Row>;
  readonly tally: { columns: readonly string[]; add(row: Row, tally: Tally): void };
}

/** What a table is made of, for whoever writes one without a compiler. */
export const TABLE_FORM: Form<keyof Table> = {
  name: text('a name'),
  about: text('what a row is'),
  columns: listOf(open({ name: text('a name'), about: text('what it says') }), {
    least: 1,
    allowed: "columns, one at least, each by column('string', 'what it says')",
  }),
  episode: text('the column that names the episode of a row'),
  rowGroupRows: wholeNumber(1, 100_000),
  drawn: listOf(text(), { allowed: 'names of columns, or none' }),
  notes: such(value => value === null || isText(value), 'Markdown, or nothing'),
  rowsOf: callable('rowsOf(episode, context)'),
  lint: callable('lint(file)'),
  tally: open({ columns: listOf(text(), { allowed: 'names of columns' }), add: callable('add(row, tally)') }),
};

/** A table whose rows are typed for those who read them back. */
export interface TypedTable<R> extends Table {
  /** Only a type; never there. */
  readonly rowType?: R;
}

/**
 * Says what a table is: all that writes, checks, counts, describes or shows tables works on it from then on.
 * @example
 * defineTable({
 *   name: 'endings',
 *   about: 'one row an episode, with its last words',
 *   columns: { id: column('string', 'Name of the episode.'), note: column('string', 'What was handed back.') },
 *   episode: 'id',
 *   rowsOf: episode => [{ id: episode.id, note: episode.outcome?.note ?? null }],
 *   lint: () => ({ check: (row, complain) => { if (!row.id) complain('has no id'); } }),
 *   tally: { columns: [], add: () => {} },
 * })
 */
export function defineTable<const C extends ColumnSpecs>(spec: TableSpec<C>): TypedTable<RowOf<C>> {
  const { name, about, episode, rowGroupRows = 100, drawn = [], notes = null, rowsOf, lint, tally } = spec;
  return {
    name,
    about,
    columns: columnsOf(spec.columns),
    episode,
    rowGroupRows,
    drawn,
    notes,
    rowsOf,
    // What comes out of a file has the types of its columns once its schema was compared with them.
    lint: file => {
      const { check, end } = lint(file);
      const checkRow = (row: Row, complain: Complain): void => check(row as RowOf<C>, complain);
      return end ? { check: checkRow, end } : { check: checkRow };
    },
    tally: { columns: tally.columns, add: (row, counts) => tally.add(row as RowOf<C>, counts) },
  };
}

/** The tables of these names, in the order of the catalog. */
export function tablesNamed(tables: readonly Table[], names: readonly string[]): Table[] {
  return tables.filter(table => names.includes(table.name));
}

/** All that readers rely on in a table, for the golden file. */
export function schemaRecord({ name, rowGroupRows, columns }: Table): Record<string, unknown> {
  return {
    config: name,
    rowGroupRows,
    columns,
    parquet: parquetSchema(columns),
    huggingface: features(columns),
  };
}
