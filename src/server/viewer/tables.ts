import { join } from 'node:path';
import { openParquet, type ParquetReader } from '../../dataset/parquet/read.ts';

/** The tables of a dataset, opened when they are read; the footers of the last few are kept. */
export interface Tables {
  open(path: string): Promise<ParquetReader>;
}

const KEPT_TABLES = 8;

/** The tables below a folder. */
export function createTables(folder: string): Tables {
  return { open: keepLast(KEPT_TABLES, path => openParquet(join(folder, path))) };
}

/** A function that remembers its last few results; what failed is tried anew. */
export function keepLast<T>(count: number, make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  // In the order of last use, the oldest first.
  const kept = new Map<string, Promise<T>>();
  return key => {
    const found = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > count && oldest !== undefined) kept.delete(oldest);
    found.catch(() => {
      if (kept.get(key) === found) kept.delete(key);
    });
    return found;
  };
}
