import type { AppState } from '../app/app.ts';
import { isUntouched } from '../app/host/initial.ts';
import { canonicalJson } from '../core/json.ts';
import type { Change, RangeState } from './scenario.ts';

/** Collections that record work rather than hold it: never part of a difference. */
const BOOKKEEPING = new Set(['audit', 'counters']);

/** Every difference between two states of a range, in the order of consoles, collections and ids. */
export function diffStates(before: RangeState, after: RangeState): Change[] {
  return Object.keys(after)
    .sort()
    .flatMap(app => {
      if (isUntouched(before, after, app)) return [];
      const [was, is] = [before[app], after[app]];
      return was === is || !was || !is ? [] : diffApp(app, was, is);
    });
}

function diffApp(app: string, was: AppState, is: AppState): Change[] {
  const out: Change[] = [];
  const collections = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  for (const collection of collections) {
    if (BOOKKEEPING.has(collection)) continue;
    const [old, now] = [member(was, collection), member(is, collection)];
    if (old === now) continue;
    if (isRecord(old) && isRecord(now)) out.push(...diffCollection({ app, collection }, old, now));
    else if (!isSame(old, now)) out.push({ app, entity: collection, field: null, before: old, after: now });
  }
  return out;
}

type Entities = Record<string, unknown>;

function diffCollection(
  { app, collection }: { app: string; collection: string },
  was: Entities,
  is: Entities,
): Change[] {
  const out: Change[] = [];
  // Nearly all entities are the very same ones: only the others are worth putting in order.
  const ids = new Set(Object.keys(is).filter(id => was[id] !== is[id]));
  for (const id of Object.keys(was)) if (was[id] !== is[id]) ids.add(id);
  for (const id of [...ids].sort()) {
    const [old, now] = [was[id], is[id]];
    const entity = `${collection}/${id}`;
    if (!isRecord(old) || !isRecord(now)) {
      if (!isSame(old, now)) out.push({ app, entity, field: null, before: old ?? null, after: now ?? null });
      continue;
    }
    for (const field of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
      if (isSame(old[field], now[field])) continue;
      out.push({ app, entity, field, before: old[field] ?? null, after: now[field] ?? null });
    }
  }
  return out;
}

function member(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}

function isRecord(value: unknown): value is Entities {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
