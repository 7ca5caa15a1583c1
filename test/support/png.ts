import { crc32, deflateSync } from 'node:zlib';

/** A small valid PNG, RGB, whose pixels depend on the tint. */
export function makePng(width: number, height: number, tint = 0): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    const start = y * (1 + width * 3) + 1;
    for (let x = 0; x < width; x++) {
      rows[start + x * 3] = (x * 7) % 256;
      rows[start + x * 3 + 1] = (y >> 5) % 256;
      rows[start + x * 3 + 2] = x < 8 ? (tint >>> x) % 256 : 0;
    }
  }
  return packPng(width, height, rows);
}

/** A valid PNG of one plain colour. */
export function makeBlankPng(width: number, height: number): Uint8Array {
  return packPng(width, height, Buffer.alloc(height * (1 + width * 3)));
}

/** Packs raw rows (each with its filter byte) into a PNG; the header may claim other sizes than the rows have. */
export function packPng(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]));
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), 4 + named.length);
  return out;
}
