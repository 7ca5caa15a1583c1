import { inflateSync } from 'node:zlib';
import type { Box } from '../../src/screen/observation.ts';

/** A picture as its colours, row by row. */
export interface Pixels {
  width: number;
  height: number;
  /** Bytes of one pixel: 3 or 4. */
  size: number;
  bytes: Uint8Array;
}

/** Unpacks a PNG of 8 bits a channel, with or without transparency. */
export function readPng(png: Uint8Array): Pixels {
  const view = Buffer.from(png);
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const size = { 2: 3, 6: 4 }[view[25] ?? 0];
  if (size === undefined || view[24] !== 8)
    throw new Error(`PNG of colour type ${view[25]}, depth ${view[24]}`);
  const packed: Buffer[] = [];
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at)) {
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)));
  }
  return {
    width,
    height,
    size,
    bytes: unfilter(inflateSync(Buffer.concat(packed)), { row: width * size, size, height }),
  };
}

function unfilter(
  raw: Uint8Array,
  { row, size, height }: { row: number; size: number; height: number },
): Uint8Array {
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x++) {
      const left = x >= size ? (out[y * row + x - size] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * row + x] ?? 0) : 0;
      const corner = y > 0 && x >= size ? (out[(y - 1) * row + x - size] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** How many pixels of two pictures differ by more than some levels of a channel, outside a box. */
export function countDifferent(
  one: Uint8Array,
  two: Uint8Array,
  options: { levels: number; outside?: Box },
): number {
  const [a, b] = [readPng(one), readPng(two)];
  if (a.width !== b.width || a.height !== b.height || a.size !== b.size) return a.width * a.height;
  const [x1, y1, x2, y2] = options.outside ?? [0, 0, 0, 0];
  let count = 0;
  for (let i = 0; i < a.width * a.height; i++) {
    const [x, y] = [i % a.width, Math.floor(i / a.width)];
    if (x >= x1 && x < x2 && y >= y1 && y < y2) continue;
    for (let c = 0; c < a.size; c++) {
      const at = i * a.size + c;
      if (Math.abs((a.bytes[at] ?? 0) - (b.bytes[at] ?? 0)) <= options.levels) continue;
      count++;
      break;
    }
  }
  return count;
}
