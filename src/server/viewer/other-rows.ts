import { holdsImages } from '../../dataset/tables/column.ts';
import type { OtherRows } from './answers.ts';
import type { IndexEntry } from './dataset-index.ts';
import type { Tables } from './tables.ts';
import { cut, text } from './values.ts';

/** Rows shown of one table, and how much of each. */
const MAX_ROWS = 20;
const MAX_ROW_CHARS = 4000;

/** The rows of an episode in all tables but those that the page shows in its own way. */
export async function otherRowsOf(tables: Tables, { id, shard }: IndexEntry): Promise<OtherRows[]> {
  const found: OtherRows[] = [];
  for (const { table, path } of shard.others) {
    const reader = await tables.open(path);
    const columns = table.columns.filter(({ type }) => !holdsImages(type)).map(({ name }) => name);
    const shown: OtherRows = { name: table.name, about: table.about, total: 0, rows: [] };
    for (const { start, end } of reader.groups) {
      const ids = await reader.read({ start, end }, [table.episode]);
      for (const [at, row] of ids.entries()) {
        if (text(row[table.episode]) !== id) continue;
        shown.total += 1;
        if (shown.rows.length === MAX_ROWS) continue;
        const [whole = {}] = await reader.read({ start: start + at, end: start + at + 1 }, columns);
        shown.rows.push(cut(jsonOf(whole), MAX_ROW_CHARS));
      }
    }
    found.push(shown);
  }
  return found;
}

/** A row as JSON; whole numbers of 64 bits, which JSON has not, as text. */
function jsonOf(row: object): string {
  return JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
