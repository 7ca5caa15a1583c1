import { promisify } from 'node:util';
import { crc32, inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** What a decoded PNG is. */
export interface PngFacts {
  width: number;
  height: number;
  /** Whether it is one plain area, as a page that was not drawn. */
  isBlank: boolean;
}

const SIGNATURE = '89504e470d0a1a0a';
const MAX_SIDE = 8192;
/**
 * Rows are unpacked in one piece, since putting many small ones together takes as long again; but no more is
 * set aside on the word of a header alone.
 */
const MAX_PIECE_BYTES = 16 * 2 ** 20;
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Decodes a PNG whole: signature, every checksum, all rows, which are unpacked on a thread of their own.
 * Throws an Error whose message is the reason.
 */
export async function checkPng(bytes: Uint8Array): Promise<PngFacts> {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('is not PNG');
  const chunks = readChunks(png);
  const header = chunks[0];
  if (header?.type !== 'IHDR' || header.body.length !== 13) throw new Error('has no PNG header');
  if (chunks.at(-1)?.type !== 'IEND') throw new Error('has no PNG end');
  const { body } = header;
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
    throw new Error(`claims ${width} x ${height} pixels`);
  const [depth, colour, interlace] = [body.readUInt8(8), body.readUInt8(9), body.readUInt8(12)];
  const channels = CHANNELS[colour];
  if (!channels || ![1, 2, 4, 8, 16].includes(depth) || interlace !== 0)
    throw new Error('is of a strange PNG kind');
  const rowBytes = 1 + Math.ceil((width * channels * depth) / 8);
  const size = rowBytes * height;
  const packed = Buffer.concat(chunks.filter(chunk => chunk.type === 'IDAT').map(chunk => chunk.body));
  const chunkSize = Math.min(size + 1, MAX_PIECE_BYTES);
  const pixels = await unpack(packed, { maxOutputLength: size + 1, chunkSize });
  if (pixels.length !== size) throw new Error(`holds ${pixels.length} bytes of pixels instead of ${size}`);
  return { width, height, isBlank: isPlain(pixels, rowBytes) };
}

interface Chunk {
  type: string;
  body: Buffer;
}

function readChunks(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 8;
  while (at < png.length) {
    if (at + 12 > png.length) throw new Error('is cut short');
    const length = png.readUInt32BE(at);
    if (at + 12 + length > png.length) throw new Error('is cut short');
    const body = png.subarray(at + 8, at + 8 + length);
    if (crc32(png.subarray(at + 4, at + 8 + length)) !== png.readUInt32BE(at + 8 + length)) {
      throw new Error('has a PNG part with a wrong checksum');
    }
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body });
    at += 12 + length;
  }
  return chunks;
}

/** Filtered rows of a plain area are the same from the third on, and hold few values. */
function isPlain(pixels: Buffer, rowBytes: number): boolean {
  const third = pixels.subarray(2 * rowBytes, 3 * rowBytes);
  if (new Set(third).size > 4) return false;
  for (let at = 3 * rowBytes; at + rowBytes <= pixels.length; at += rowBytes) {
    if (!pixels.subarray(at, at + rowBytes).equals(third)) return false;
  }
  return pixels.length >= 3 * rowBytes;
}
