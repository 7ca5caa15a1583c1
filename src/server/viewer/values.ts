import { clip } from '../../core/clip.ts';
import type { ChangeItem, VerdictPart } from './answers.ts';

/** Values out of files that nobody vouches for, brought to the type that is expected. */

const MAX_VALUE_CHARS = 4000;
const MAX_ITEMS = 2000;

/** Text, or null for anything else. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Text, empty for anything else. */
export function text(value: unknown): string {
  return textOrNull(value) ?? '';
}

/** A finite number, or null for anything else; whole numbers of 64 bits are taken too. */
export function numberOrNull(value: unknown): number | null {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A whole number from 0 on; 0 for anything else. */
export function count(value: unknown): number {
  const number = numberOrNull(value);
  return number !== null && Number.isInteger(number) && number >= 0 ? number : 0;
}

/** Four numbers, or null. */
export function boxOrNull(value: unknown): number[] | null {
  if (!value || typeof value !== 'object' || !(Symbol.iterator in value)) return null;
  const box = [...(value as Iterable<unknown>)].map(numberOrNull);
  return box.length === 4 && box.every(side => side !== null) ? box : null;
}

/** The elements of a list, not more than a page can hold; none of anything else. */
export function list(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_ITEMS).filter(item => item !== null && typeof item === 'object');
}

/** JSON from a text; null when it is none. */
export function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : null;
  } catch {
    return null;
  }
}

/** The changes of a `changes_json` column. */
export function changesIn(value: unknown): ChangeItem[] {
  return changesOf(parsed(value));
}

/** The changes of a list that is read already. */
export function changesOf(value: unknown): ChangeItem[] {
  return list(value).map(({ app, entity, field, before, after }) => ({
    entity: [text(app), text(entity)].filter(Boolean).join('/'),
    field: textOrNull(field),
    before: shown(before),
    after: shown(after),
  }));
}

/** The parts of a `verdict_json` column; null when there is none. */
export function verdictIn(value: unknown): VerdictPart[] | null {
  const parts = parsed(value);
  if (!Array.isArray(parts)) return null;
  return list(parts).map(({ name, is_ok, detail }) => ({
    name: text(name),
    isOk: is_ok === true,
    detail: text(detail),
  }));
}

/** A value as a person reads it: text bare, anything else as JSON, nothing as null. */
function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const whole = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return cut(whole, MAX_VALUE_CHARS);
}

/** Text of at most so many characters; what is cut off shows as an ellipsis. */
export function cut(whole: string, chars: number): string {
  return whole.length > chars ? `${clip(whole, chars)}…` : whole;
}
