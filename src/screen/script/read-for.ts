import type { Observation } from '../observation.ts';
import { readingOn } from './hand.ts';
import { GLANCE, type Script } from './script.ts';

/**
 * The first answer that the page in front gives, or undefined when it was read from end to end.
 *
 * @example
 * const locked = yield* readFor(seen => (shows(seen, 'Locked') ? seen : undefined));
 */
export function* readFor<T>(
  find: (seen: Observation) => T | undefined,
  thought = 'The page goes on; I read further down.',
): Script<T | undefined> {
  let seen = yield GLANCE;
  for (;;) {
    const found = find(seen);
    if (found !== undefined) return found;
    const scroll = readingOn(seen);
    if (!scroll) return undefined;
    seen = yield { ...scroll, thought };
  }
}
