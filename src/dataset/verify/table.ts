import { InfraError } from '../../core/errors.ts';
import { type Manifest, type ManifestShard, viewportsIn } from '../card/manifest.ts';
import { openParquet, type ParquetReader } from '../parquet/read.ts';
import { huggingfaceKey, parquetSchema } from '../tables/column.ts';
import type { Table } from '../tables/define-table.ts';
import type { LintedFile } from '../tables/lint.ts';
import type { PictureLint } from './lint-pictures.ts';
import type { Problem } from './verify.ts';

/** Problems reported of one file; a damaged file has thousands that say the same. */
const MAX_TOLD = 20;

/** A file of a table, and where complaints about it go. */
interface Checked {
  path: string;
  tables: readonly Table[];
  manifest: Manifest;
  shard: ManifestShard;
  /** What the tables of its shard hand on to each other. */
  handedOn: LintedFile['shard'];
  pictures: PictureLint;
  problems: Problem[];
}

type ComplainAt = (row: number | null, reason: string) => void;

/** Reads the file of a table and checks its schema and its rows. */
export async function checkTable(given: Checked): Promise<void> {
  const { path, tables, shard, problems } = given;
  const complain = (row: number | null, reason: string): void => {
    if (problems.length < MAX_TOLD) problems.push({ file: shard.path, row, reason });
  };
  try {
    const table = tables.find(known => shard.path.startsWith(`${known.name}/`));
    const reader = await openParquet(path);
    if (reader.rows !== shard.rows)
      complain(null, `holds ${reader.rows} rows, the manifest says ${shard.rows}`);
    if (!table) complain(null, 'is in the folder of no table');
    else if (checkSchema(reader, table, complain)) await lintRows(given, { reader, table }, complain);
  } catch (error) {
    if (error instanceof InfraError) throw error;
    complain(null, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkSchema(reader: ParquetReader, table: Table, complain: ComplainAt): boolean {
  const { schema, key_value_metadata: keys = [] } = reader.metadata;
  const words = (elements: readonly unknown[]): string[] =>
    elements.map(element => schemaWords(element as SchemaWords));
  const [there, wanted] = [words(schema), words(parquetSchema(table.columns))];
  const at = wanted.findIndex((word, index) => word !== there[index]);
  if (at >= 0 || there.length !== wanted.length) {
    complain(
      null,
      `has another schema: ${there[at] ?? 'fewer columns'} instead of ${wanted[at] ?? 'no more columns'}`,
    );
    return false;
  }
  const key = keys.find(pair => pair.key === 'huggingface');
  if (key?.value !== huggingfaceKey(table.columns))
    complain(null, 'has another huggingface key than its columns ask for');
  return true;
}

interface SchemaWords {
  name: string;
  type?: string;
  converted_type?: string;
  repetition_type?: string;
  num_children?: number;
}

function schemaWords(element: SchemaWords): string {
  const { name, type = '', converted_type = '', repetition_type = '', num_children = 0 } = element;
  return [name, type, converted_type, repetition_type, num_children].join(' ');
}

async function lintRows(
  { manifest, shard, handedOn, pictures }: Checked,
  { reader, table }: { reader: ParquetReader; table: Table },
  complain: ComplainAt,
): Promise<void> {
  const lint = table.lint({
    viewports: viewportsIn(manifest),
    hasPixels: manifest.render !== null,
    split: shard.split,
    episodes: shard.episodes,
    decode: pictures.add,
    shard: handedOn,
  });
  for (const group of reader.groups) {
    const rows = await reader.read(group);
    for (const [index, row] of rows.entries()) {
      await pictures.room();
      lint.check(row, reason => complain(group.start + index, reason));
    }
  }
  lint.end?.(reason => complain(null, reason));
}
