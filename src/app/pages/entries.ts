/** The member of a collection with that id, whatever the id is spelled like. */
export function entry<T>(collection: Readonly<Record<string, T>>, id: string | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(collection, id) ? collection[id] : undefined;
}

const listed = new WeakMap<object, readonly unknown[]>();

/**
 * All members of a collection. A page asks again and again: the list of one that cannot change is kept.
 *
 * @example
 * const staged = all(state.users).filter(user => user.status === 'Staged').sort(by(user => user.displayName));
 */
export function all<T>(collection: Readonly<Record<string, T>>): readonly T[] {
  const known = listed.get(collection) as readonly T[] | undefined;
  if (known) return known;
  const members = Object.values(collection);
  if (Object.isFrozen(collection)) listed.set(collection, members);
  return members;
}
