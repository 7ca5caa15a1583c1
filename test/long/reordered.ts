import type { Rng } from '../../src/core/rng.ts';

/** The same value with the keys of every object put in in another order: backwards, or as it comes. */
export function reordered<T>(value: T, rng?: Rng): T;
export function reordered(value: unknown, rng?: Rng): unknown {
  if (Array.isArray(value)) return value.map(item => reordered(item, rng));
  if (typeof value !== 'object' || value === null) return value;
  const entries = rng ? rng.shuffle(Object.entries(value)) : Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reordered(member, rng)]));
}
