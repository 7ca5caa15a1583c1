import { callable, type Form, open, text } from '../../core/form.ts';
import type { Row, Table, TypedTable } from '../tables/define-table.ts';

/** A piece of a file: what is given for one path stands there one after another. */
export interface Piece {
  /** Below the folder of the export, with `/`. */
  path: string;
  content: string | Uint8Array;
}

/** What a trainer takes, made from the rows of a dataset. */
export interface ExporterSpec<R> {
  name: string;
  summary: string;
  /** The table whose rows it reads. */
  table: TypedTable<R>;
  /** The files, in pieces, made while rows come in. Keeps no rows: there may be more of them than memory. */
  files(rows: AsyncIterable<R>): AsyncIterable<Piece>;
}

/** An exporter as all who loop over exporters take it. */
export interface Exporter {
  readonly name: string;
  readonly summary: string;
  readonly table: Table;
  files(rows: AsyncIterable<Row>): AsyncIterable<Piece>;
}

/** What an exporter is made of, for whoever writes one without a compiler. */
export const EXPORTER_FORM: Form<keyof Exporter> = {
  name: text('a name'),
  summary: text('what it makes'),
  table: open({ name: text('a name'), rowsOf: callable('rowsOf(episode, context)') }),
  files: callable('async *files(rows) { … yield { path, content }; }'),
};

/**
 * Says how rows become files.
 * @example
 * defineExporter({
 *   name: 'goals',
 *   summary: 'the goals alone, one a line',
 *   table: trajectories,
 *   async *files(rows) {
 *     for await (const { goal } of rows) yield { path: 'goals.txt', content: `${goal}\n` };
 *   },
 * })
 */
export function defineExporter<R>({ name, summary, table, files }: ExporterSpec<R>): Exporter {
  return { name, summary, table, files: rows => files(rows as AsyncIterable<R>) };
}
