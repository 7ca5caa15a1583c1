import { clip } from './clip.ts';

/** The most of a wrong value that a message says back. */
export const ECHO_MAX = 80;

/** A value as a message says it back: JSON where it has any, in short. Whatever it is, this throws nothing. */
export function echo(value: unknown): string {
  return value === undefined ? 'nothing' : clip(jsonOf(value), ECHO_MAX);
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, bigAsText) ?? String(value);
  } catch {
    return 'a value that JSON cannot hold';
  }
}

function bigAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
