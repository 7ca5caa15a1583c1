// A thread that unpacks the pixels of pictures. Plain JavaScript, so that it starts without the loader of TypeScript.
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';

/** What is wrong with the pixels of a picture, or null. */
function problemOf({ rowBytes, height, packed }) {
  const size = rowBytes * height;
  try {
    const pixels = inflateSync(packed, { maxOutputLength: size + 1, chunkSize: size + 1 });
    if (pixels.length !== size) return `holds ${pixels.length} bytes of pixels instead of ${size}`;
    return isPlain(pixels, rowBytes) ? 'is blank' : null;
  } catch (error) {
    return error.message;
  }
}

/** Filtered rows of a plain area are the same from the third on, and hold few values. */
function isPlain(pixels, rowBytes) {
  const third = pixels.subarray(2 * rowBytes, 3 * rowBytes);
  const values = new Set();
  for (const value of third) if (values.add(value).size > 4) return false;
  for (let at = 3 * rowBytes; at + rowBytes <= pixels.length; at += rowBytes) {
    if (!pixels.subarray(at, at + rowBytes).equals(third)) return false;
  }
  return pixels.length >= 3 * rowBytes;
}

parentPort.on('message', pictures => parentPort.postMessage(pictures.map(problemOf)));
