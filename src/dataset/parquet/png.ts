import { crc32 } from 'node:zlib';

/** A PNG taken apart, its pixels still packed. */
export interface Png {
  width: number;
  height: number;
  /** Bytes of a row of pixels with the filter in front. */
  rowBytes: number;
  packed: Uint8Array<ArrayBuffer>;
}

const SIGNATURE = '89504e470d0a1a0a';
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Takes a PNG apart: signature, header, every checksum. Throws an Error whose message is the reason. */
export function readPng(bytes: Uint8Array): Png {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('is not PNG');
  const chunks = readChunks(png);
  const header = chunks[0];
  if (header?.type !== 'IHDR' || header.body.length !== 13) throw new Error('has no PNG header');
  if (chunks.at(-1)?.type !== 'IEND') throw new Error('has no PNG end');
  const { body } = header;
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  const [depth, colour, interlace] = [body.readUInt8(8), body.readUInt8(9), body.readUInt8(12)];
  const channels = CHANNELS[colour];
  if (!channels || ![1, 2, 4, 8, 16].includes(depth) || interlace !== 0)
    throw new Error('is of a strange PNG kind');
  const rowBytes = 1 + Math.ceil((width * channels * depth) / 8);
  const packed = joined(chunks.filter(chunk => chunk.type === 'IDAT').map(chunk => chunk.body));
  return { width, height, rowBytes, packed };
}

/** Pieces in memory of their own, that can be handed to another thread. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
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
