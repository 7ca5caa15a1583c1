import { canonicalJson } from '../core/json.ts';
import { dialled } from '../core/phone.ts';
import type { Change, WantedChange } from './scenario.ts';

/** Whether a change is the wanted one. */
export function fitsChange(wanted: WantedChange, change: Change): boolean {
  if (wanted.app !== change.app || !fitsEntity(wanted.entity, change.entity)) return false;
  if ((wanted.field ?? null) !== change.field) return false;
  if (!('to' in wanted)) return wanted.field !== undefined || change.before === null;
  return includes(change.after, wanted.to);
}

/** Whether an entity is the one that a pattern names. */
export function fitsEntity(pattern: string, entity: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === entity;
  const [first = '', ...rest] = parts;
  const last = rest[rest.length - 1] ?? '';
  return entity.startsWith(first) && entity.endsWith(last) && entity.length >= first.length + last.length;
}

/** A telephone number is the same however its figures are grouped. */
const PHONE = /^\+\d[\d ()-]{6,}\d$/;

/** Equality, but an object need hold no more than the wanted members. */
function includes(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'string' && typeof actual === 'string' && PHONE.test(wanted)) {
    return dialled(actual) === dialled(wanted);
  }
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    return canonicalJson(actual ?? null) === canonicalJson(wanted ?? null);
  }
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    includes((actual as Record<string, unknown>)[key], value),
  );
}
