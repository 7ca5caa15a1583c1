import type { Episode } from '../../env/recorded.ts';
import type { CrashPoint } from '../commit/crash-point.ts';
import type { FileEntry } from '../commit/record.ts';
import { openParquetFile } from '../parquet/file.ts';
import { countRows } from '../parquet/read.ts';
import type { ShardPlan } from '../plan/shard-plan.ts';
import type { Labels, Row, Table } from './define-table.ts';

/** Turns episodes of one shard into one file. Holds an open file until `finish` or `close`. */
export interface TableWriter {
  readonly table: Table;
  /** The rows of an episode, of which nothing is written yet. */
  rowsOf(episode: Episode): Row[];
  /** Takes rows in their order. */
  write(rows: readonly Row[]): void | Promise<void>;
  /** Ends the file, brings it to the disk and says what it is. Nothing is published by it. */
  finish(): Promise<FileEntry>;
  /** Reads the finished file again, as a stranger would, and counts its rows. Throws when it is not whole. */
  countRows(path: string): Promise<number>;
  /** Lets go of the open file without ending it; harmless after `finish`. */
  close(): void;
}

/** What a writer is made with. */
export interface WriterOptions {
  table: Table;
  plan: Pick<ShardPlan, 'split' | 'index' | 'count'>;
  labels: Labels;
  /** Where the unpublished bytes of a published path go. */
  tempOf(path: string): string;
  crashPoint: CrashPoint;
}

/** Where the file of a table and a shard is published: `steps/train-00000-of-00016.parquet`. */
export function shardPath(table: string, plan: Pick<ShardPlan, 'split' | 'index' | 'count'>): string {
  const five = (n: number): string => String(n).padStart(5, '0');
  return `${table}/${plan.split}-${five(plan.index)}-of-${five(plan.count)}.parquet`;
}

/** A writer of Parquet: what differs between tables is their columns and their rows. */
export function openTableWriter(options: WriterOptions): TableWriter {
  const { table, plan, labels, crashPoint } = options;
  const path = shardPath(table.name, plan);
  const file = openParquetFile({ path: options.tempOf(path), table, crashPoint });
  return {
    table,
    rowsOf: episode => [...table.rowsOf(episode, { split: plan.split, labels })],
    write: rows => {
      for (const row of rows) file.append(row);
    },
    finish: async () => ({ path, ...file.finish() }),
    countRows,
    close: file.close,
  };
}
