import { createHash } from 'node:crypto';
import { canonicalJson } from './json.ts';

/** Lower-case hexadecimal SHA-256 of text (as UTF-8) or bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a plain value through its canonical JSON: equal for equal values, whatever the key order. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value));
}
