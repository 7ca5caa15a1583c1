import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type FileMetaData, parquetMetadataAsync, parquetReadObjects, type RowGroup } from 'hyparquet';
import { onDisk } from '../commit/files.ts';
import type { Row } from '../tables/define-table.ts';
import { checkPages } from './pages.ts';

/** Sizes above which a file is refused before anything in it is decoded. */
export const CAPS = {
  fileBytes: 2 ** 31,
  footerBytes: 32 * 2 ** 20,
  groupBytes: 512 * 2 ** 20,
  groupRows: 100_000,
  groupValues: 20_000_000,
} as const;

/** An opened Parquet file; nothing is held open between reads. */
export interface ParquetReader {
  rows: number;
  metadata: FileMetaData;
  groups: { start: number; end: number }[];
  /** Rows from start to end (not included), all columns or some. Throws when the file is damaged. */
  read(range: { start: number; end: number }, columns?: string[]): Promise<Row[]>;
}

/** Opens a Parquet file and checks what its footer claims. Throws an Error whose message is the reason. */
export async function openParquet(path: string): Promise<ParquetReader> {
  const file = fileBuffer(path);
  checkTail(file);
  const metadata = await parquetMetadataAsync(file);
  let rows = 0;
  const groups = metadata.row_groups.map((group, index) => {
    checkClaims(group, index, file.byteLength);
    const start = rows;
    rows += Number(group.num_rows);
    return { start, end: rows };
  });
  if (rows !== Number(metadata.num_rows))
    throw new Error('its row groups do not add up to its number of rows');
  return {
    rows,
    metadata,
    groups,
    read: async ({ start, end }, columns) => {
      const kept = keepSlices(file);
      groups.forEach((group, index) => {
        if (group.start >= end || group.end <= start) return;
        checkGroupPages({ group: metadata.row_groups[index], file: kept, columns });
      });
      const some = columns ? { columns } : {};
      // Bytes stay bytes: text columns say by themselves that they are text.
      return parquetReadObjects({ file: kept, metadata, rowStart: start, rowEnd: end, utf8: false, ...some });
    },
  };
}

/** Re-reads every row group of a file and counts its rows. Throws when the file is not whole. */
export async function countRows(path: string): Promise<number> {
  const reader = await openParquet(path);
  let rows = 0;
  for (const group of reader.groups) rows += (await reader.read(group)).length;
  if (rows !== reader.rows) throw new Error(`holds ${rows} rows, but its footer says ${reader.rows}`);
  return rows;
}

interface FileBuffer {
  byteLength: number;
  slice(start: number, end?: number): ArrayBuffer;
}

function fileBuffer(path: string): FileBuffer {
  const byteLength = onDisk('reading', path, () => withFile(path, fd => fstatSync(fd).size));
  return {
    byteLength,
    slice: (start, end = byteLength) => {
      const length = Math.min(end, byteLength) - start;
      if (length < 0 || length > CAPS.fileBytes) throw new Error('points outside of itself');
      const bytes = new Uint8Array(length);
      return onDisk('reading', path, () =>
        withFile(path, fd => {
          for (let done = 0; done < length; ) {
            const got = readSync(fd, bytes, done, length - done, start + done);
            if (got === 0) throw new Error('ended while it was read');
            done += got;
          }
          return bytes.buffer;
        }),
      );
    },
  };
}

/** The same file, read once where it is asked twice: for the check of a column, and to decode it. */
function keepSlices({ byteLength, slice }: FileBuffer): FileBuffer {
  const kept = new Map<string, ArrayBuffer>();
  return {
    byteLength,
    slice: (start, end = byteLength) => {
      const key = `${start}-${end}`;
      const bytes = kept.get(key) ?? slice(start, end);
      kept.set(key, bytes);
      return bytes;
    },
  };
}

function withFile<T>(path: string, work: (fd: number) => T): T {
  const fd = openSync(path, 'r');
  try {
    return work(fd);
  } finally {
    closeSync(fd);
  }
}

function checkTail(file: FileBuffer): void {
  if (file.byteLength > CAPS.fileBytes)
    throw new Error(`has ${file.byteLength} bytes, more than ${CAPS.fileBytes}`);
  if (file.byteLength < 12) throw new Error('is too short to be Parquet');
  const tail = new DataView(file.slice(file.byteLength - 8));
  if (tail.getUint32(4, true) !== 0x31524150) throw new Error('does not end as Parquet does: cut short?');
  const footer = tail.getUint32(0, true);
  if (footer > CAPS.footerBytes || footer + 12 > file.byteLength)
    throw new Error(`claims a footer of ${footer} bytes`);
}

function checkClaims(group: RowGroup, index: number, fileBytes: number): void {
  const where = `row group ${index}`;
  const rows = Number(group.num_rows);
  if (!(rows >= 0 && rows <= CAPS.groupRows)) throw new Error(`${where} claims ${rows} rows`);
  let bytes = 0;
  let values = 0;
  for (const { meta_data: chunk } of group.columns) {
    if (!chunk) throw new Error(`${where} holds a column without a description`);
    if (chunk.codec !== 'SNAPPY' && chunk.codec !== 'UNCOMPRESSED')
      throw new Error(`${where} uses ${chunk.codec}`);
    const start = chunkStart(chunk);
    const size = Number(chunk.total_compressed_size);
    if (!(start >= 4 && size >= 0 && start + size <= fileBytes))
      throw new Error(`${where} points outside of the file`);
    bytes += Number(chunk.total_uncompressed_size);
    values += Number(chunk.num_values);
  }
  if (!(bytes >= 0 && bytes <= CAPS.groupBytes)) throw new Error(`${where} claims ${bytes} bytes`);
  if (!(values >= 0 && values <= CAPS.groupValues)) throw new Error(`${where} claims ${values} values`);
}

type Chunk = NonNullable<RowGroup['columns'][number]['meta_data']>;

function chunkStart(chunk: Chunk): number {
  return Number(chunk.dictionary_page_offset || chunk.data_page_offset);
}

function checkGroupPages(given: {
  group: RowGroup | undefined;
  file: FileBuffer;
  columns: string[] | undefined;
}): void {
  const { group, file, columns } = given;
  for (const { meta_data: chunk } of group?.columns ?? []) {
    const name = chunk?.path_in_schema[0] ?? '';
    if (!chunk || (columns && !columns.includes(name))) continue;
    const start = chunkStart(chunk);
    checkPages({
      column: chunk.path_in_schema.join('.'),
      bytes: new Uint8Array(file.slice(start, start + Number(chunk.total_compressed_size))),
      values: Number(chunk.num_values),
      uncompressedBytes: Number(chunk.total_uncompressed_size),
    });
  }
}
