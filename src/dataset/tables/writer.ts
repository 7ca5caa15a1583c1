import type { Episode } from '../../env/recorded.ts';
import { openParquetFile } from '../parquet/file.ts';
import type { ShardPlan } from '../plan/shard-plan.ts';
import type { Config } from './column.ts';
import type { DatasetWriter, WriterOptions } from './format.ts';
import type { Row, RowContext } from './rows.ts';

/** Where the file of a table and a shard is published: `steps/train-00000-of-00016.parquet`. */
export function shardPath(config: string, plan: Pick<ShardPlan, 'split' | 'index' | 'count'>): string {
  const five = (n: number): string => String(n).padStart(5, '0');
  return `${config}/${plan.split}-${five(plan.index)}-of-${five(plan.count)}.parquet`;
}

/** A writer of one table: what differs between tables is their columns and their rows. */
export function openParquetWriter(
  options: WriterOptions & { config: Config; rowsOf(episode: Episode, context: RowContext): Iterable<Row> },
): DatasetWriter {
  const { config, plan, labels, rowsOf, faultPoint } = options;
  const path = shardPath(config.name, plan);
  const file = openParquetFile({ path: options.tempOf(path), config, faultPoint });
  return {
    format: config.name,
    write: episode => {
      for (const row of rowsOf(episode, { split: plan.split, labels })) file.append(row);
    },
    finish: async () => [{ path, ...file.finish() }],
    close: file.close,
  };
}
