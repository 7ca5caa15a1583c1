import { canonicalJson } from '../core/json.ts';
import { isNumberOf } from '../core/phone.ts';
import { says } from './record/asking.ts';
import type { Change, WantedChange } from './scenario.ts';

/** Whether a change is the wanted one, among those that came about with it. */
export function fitsChange(wanted: WantedChange, change: Change, beside: readonly Change[] = []): boolean {
  if (wanted.app !== change.app || !fitsEntity(wanted.entity, change.entity)) return false;
  if ((wanted.field ?? null) !== change.field) return false;
  if (!('to' in wanted)) return wanted.field !== undefined || change.before === null;
  return includes(change.after, wanted.to) && (!wanted.says || says(textsOf(change, beside), wanted.says));
}

/** All that an added record says, and the one that it hangs on: the conversation of a message has its subject. */
function textsOf({ app, after }: Change, beside: readonly Change[]): string {
  const own = stringsOf(after);
  const under = beside.filter(each => each.app === app && own.some(id => each.entity.endsWith(`/${id}`)));
  return [...under.flatMap(each => stringsOf(each.after)), ...own].join('\n');
}

function stringsOf(record: unknown): string[] {
  if (typeof record !== 'object' || record === null) return [];
  return Object.values(record).filter((value): value is string => typeof value === 'string' && value !== '');
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
const PHONE = /^\+\d[\d ()-]{6,}\d(?: ?(?:ext\.?|x) ?\d+)?$/i;

/** Equality, but an object need hold no more than the wanted members. */
function includes(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'string' && typeof actual === 'string' && PHONE.test(wanted)) {
    return isNumberOf(actual, wanted);
  }
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
    return canonicalJson(actual ?? null) === canonicalJson(wanted ?? null);
  }
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    includes((actual as Record<string, unknown>)[key], value),
  );
}
