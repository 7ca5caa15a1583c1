import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileMetaData } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { writeIndexes } from 'hyparquet-writer/src/indexes.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { assert } from '../../core/assert.ts';
import type { CrashPoint } from '../commit/crash-point.ts';
import { makeFolder, onDisk, syncAndClose, writeAll } from '../commit/files.ts';
import { type Column, holdsImages, huggingfaceKey, isRepeated, parquetSchema } from '../tables/column.ts';
import type { Row, Table } from '../tables/define-table.ts';

/** A Parquet file that grows by row groups; never more than one group is in memory. Holds an open file. */
export interface ParquetFile {
  append(row: Row): void;
  /** Ends the file and brings it to the disk. */
  finish(): { sha256: string; bytes: number; rows: number };
  /** Lets go of the file without ending it; harmless after `finish`. */
  close(): void;
}

/** A group is also cut when its pictures reach this size, so that readers of one row load little. */
const GROUP_BYTES = 24 * 1024 * 1024;

/** Opens a new Parquet file for a table. The file must not be there. */
export function openParquetFile(options: {
  path: string;
  table: Table;
  crashPoint: CrashPoint;
}): ParquetFile {
  const { path, table, crashPoint } = options;
  makeFolder(dirname(path));
  crashPoint('file.open');
  const file = { fd: onDisk('making', path, () => openSync(path, 'wx', 0o644)), path };
  const sink = fileSink(file);
  const parquet = new ParquetWriter({
    writer: sink,
    schema: parquetSchema(table.columns),
    kvMetadata: [{ key: 'huggingface', value: huggingfaceKey(table.columns) }],
    createdBy: 'iam-range',
  });
  const known = new Set(table.columns.map(column => column.name));
  let group: Row[] = [];
  let groupBytes = 0;
  let rows = 0;
  let isOpen = true;
  const flush = (): void => {
    if (group.length === 0 && rows > 0) return;
    crashPoint('rowgroup.flush');
    parquet.write({ columnData: columnData(table.columns, group), rowGroupSize: Math.max(1, group.length) });
    group = [];
    groupBytes = 0;
  };
  return {
    append: row => {
      crashPoint('row.encode');
      checkRow(row, table, known);
      group.push(row);
      rows += 1;
      groupBytes += imageBytes(row, table);
      if (group.length >= table.rowGroupRows || groupBytes >= GROUP_BYTES) flush();
    },
    finish: () => {
      flush();
      crashPoint('footer.write');
      writeFooter(parquet);
      isOpen = false;
      syncAndClose(file, crashPoint);
      return { ...sink.written(), rows };
    },
    close: () => {
      if (isOpen) closeSync(file.fd);
      isOpen = false;
    },
  };
}

/**
 * Ends the file with a footer of version 1: nothing of a later one is used, and plain readers open no other. The library
 * would write a 2.
 */
function writeFooter({
  writer,
  schema,
  row_groups,
  num_rows,
  kvMetadata,
  createdBy,
  pendingIndexes,
}: ParquetWriter): void {
  writeIndexes(writer, pendingIndexes);
  writeMetadata(writer, {
    version: 1,
    created_by: createdBy,
    schema,
    num_rows,
    row_groups,
    ...(kvMetadata ? { key_value_metadata: kvMetadata } : {}),
  } as FileMetaData);
  writer.appendUint32(MAGIC);
  writer.finish();
}

/** `PAR1`, read from the lowest byte on. */
const MAGIC = 0x31524150;

/**
 * What is gathered before it goes to the file. Longer pieces, such as pages of pictures, go there uncopied: fresh
 * memory is dear.
 */
const SINK_BYTES = 256 * 1024;

/** Hands bytes to the file. Knows size and hash of what it handed over. */
function fileSink(file: { fd: number; path: string }) {
  const sink = new ByteWriter(SINK_BYTES);
  const hash = createHash('sha256');
  const handOver = (bytes: Uint8Array): void => {
    writeAll(file, bytes);
    hash.update(bytes);
  };
  const flush = (): void => {
    handOver(new Uint8Array(sink.buffer, 0, sink.index));
    sink.index = 0;
  };
  const appendBytes = (bytes: Uint8Array): void => {
    if (sink.index + bytes.length > SINK_BYTES) flush();
    if (bytes.length <= SINK_BYTES) ByteWriter.prototype.appendBytes.call(sink, bytes);
    else {
      handOver(bytes);
      sink.offset += bytes.length;
    }
  };
  const written = () => ({ sha256: hash.digest('hex'), bytes: sink.offset });
  return Object.assign(sink, { appendBytes, flush, finish: flush, written });
}

function columnData(columns: readonly Column[], rows: readonly Row[]) {
  return columns.map(({ name, type }) => ({
    name,
    data: rows.map(row => row[name] ?? null),
    // Plain pages can be read by every reader; dictionaries would save next to nothing beside the pictures.
    encoding: 'PLAIN' as const,
    ...(holdsImages(type) ? { codec: 'UNCOMPRESSED' as const, statistics: false } : {}),
    // Pages of lists may begin within a row, which an offset index could not say.
    offsetIndex: !isRepeated(type),
  }));
}

function imageBytes(row: Row, table: Table): number {
  let bytes = 0;
  for (const column of table.columns) {
    if (holdsImages(column.type)) for (const image of imagesIn(row[column.name])) bytes += image.bytes.length;
  }
  return bytes;
}

type Image = { bytes: Uint8Array; path: string };

function imagesIn(value: unknown): Image[] {
  if (!value) return [];
  return (Array.isArray(value) ? value : [value]) as Image[];
}

/** Half of a surrogate pair, in a text or in one of a list or record, would be written as a replacement sign, in silence. */
function holdsHalfPair(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return Object.values(value).some(holdsHalfPair);
}

function checkRow(row: Row, table: Table, known: ReadonlySet<string>): void {
  for (const { name, type } of table.columns) {
    const value = row[name];
    assert(value !== undefined, `column ${name} of ${table.name} has no value`);
    assert(!holdsHalfPair(value), `column ${name} of ${table.name} holds half of a surrogate pair`);
    if (type === 'int32' && value !== null) {
      assert(
        Number.isInteger(value),
        `column ${name} of ${table.name} is not a whole number: ${String(value)}`,
      );
    }
  }
  for (const name of Object.keys(row)) assert(known.has(name), `column ${name} is not in ${table.name}`);
}
