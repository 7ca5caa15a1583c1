/**
 * Orders by what is made of each item, the least first: texts letter by letter, whatever the locale, or numbers.
 *
 * @example
 * people.sort(by(person => `${person.name}\n${person.id}`));
 */
export function by<T>(keyOf: (item: T) => string | number): (a: T, b: T) => number {
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}

/**
 * What comes after something, step by step, as long as there is a next. Stops at a circle, which is in data now and then.
 *
 * @example
 * const managers = chain(worker, each => state.workers[each.manager ?? '']);
 */
export function chain<T>(start: T, next: (item: T) => T | undefined): T[] {
  const seen = new Set<T>([start]);
  for (let at = next(start); at !== undefined && !seen.has(at); at = next(at)) seen.add(at);
  return [...seen].slice(1);
}

/** How many values there are of each. */
export function tally<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** `1 day`, `2 days`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
