/** Lists of frozen records: asked again, they need not be put in order again. */
const known = new WeakMap<object, readonly unknown[]>();

/** The members of a record in the order of their keys: what is drawn from them hangs on no order in which they came in. */
export function sortedValues<T>(records: Readonly<Record<string, T>>): readonly T[] {
  const before = known.get(records) as readonly T[] | undefined;
  if (before) return before;
  const keys = Object.keys(records);
  const isSorted = keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key);
  const values = isSorted ? Object.values(records) : keys.sort().map(key => records[key] as T);
  if (Object.isFrozen(records)) known.set(records, values);
  return values;
}
