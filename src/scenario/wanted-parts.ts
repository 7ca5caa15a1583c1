import type { Endings, Wanted, WantedPart } from './scenario.ts';

/** An ending with what else must and may have changed when it is reached. */
export function withParts(ending: Wanted, parts: readonly WantedPart[]): Wanted {
  const whole = parts.map(part => (isList(part) ? { must: part } : part));
  return {
    ...ending,
    must: [...whole.flatMap(({ must = [] }) => must), ...ending.must],
    may: [...ending.may, ...whole.flatMap(({ may = [] }) => may)],
  };
}

function isList(part: WantedPart): part is Exclude<WantedPart, { must?: unknown }> {
  return Array.isArray(part);
}

/**
 * Every ending that is open: one for each problem that was found, any of which may be named, and what is done where there is
 * none.
 *
 * @example
 * wanted: ({ world, ticket, request }) => unless([desk.unapproved(world, ticket, { request })], () => desk.completed(ticket));
 */
export function unless(
  problems: readonly (Wanted | readonly Wanted[] | undefined)[],
  done: () => Wanted,
): Endings {
  const [first, ...others] = problems.flatMap(problem => problem ?? []);
  return first ? [first, ...others] : [done()];
}
