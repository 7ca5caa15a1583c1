import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';

/** What a column chunk claims in the footer, and its bytes. */
export interface ChunkClaim {
  column: string;
  bytes: Uint8Array;
  /** Values of all its data pages, nulls counted. */
  values: number;
  uncompressedBytes: number;
}

/**
 * Walks the page headers of a column chunk without decoding a page. Throws when they claim more than the
 * footer does: a few hundred bytes can ask a decoder for gigabytes.
 */
export function checkPages(claim: ChunkClaim): void {
  const { column, bytes } = claim;
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let values = 0;
  let uncompressed = 0;
  while (reader.offset < bytes.length) {
    const start = reader.offset;
    const header = deserializeTCompactProtocol(reader) as Record<string, unknown>;
    const [unpacked, packed] = [sizeOf(header.field_2, column), sizeOf(header.field_3, column)];
    values += dataValues(header, column);
    uncompressed += reader.offset - start + unpacked;
    if (values > claim.values) throw new Error(`pages of ${column} hold more values than the footer says`);
    if (uncompressed > claim.uncompressedBytes)
      throw new Error(`pages of ${column} are larger than the footer says`);
    reader.offset += packed;
    if (reader.offset > bytes.length) throw new Error(`a page of ${column} runs past its column`);
  }
  if (values !== claim.values) throw new Error(`pages of ${column} hold fewer values than the footer says`);
}

/** Values of a data page; a dictionary page counts none, but must not claim more than its bytes hold. */
function dataValues(header: Record<string, unknown>, column: string): number {
  const data = (header.field_8 ?? header.field_5) as Record<string, unknown> | undefined;
  if (data) return sizeOf(data.field_1, column);
  const dictionary = header.field_7 as Record<string, unknown> | undefined;
  const entries = sizeOf(dictionary?.field_1, column);
  if (entries > sizeOf(header.field_2, column))
    throw new Error(`the dictionary of ${column} claims too many entries`);
  return 0;
}

function sizeOf(value: unknown, column: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Error(`a page header of ${column} is malformed`);
}
