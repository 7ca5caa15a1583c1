import type { Observation } from '../observation.ts';
import { readingOn } from './hand.ts';
import { GLANCE, type Script } from './script.ts';

/** Where a page is read upward, the words of whoever reads it for going on do not fit. */
const UPWARD = 'Below that I have seen all there is; what stands above is left to read.';
const STILL_UPWARD = 'The beginning is out of view still; I read on above.';

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
  let upward = UPWARD;
  for (;;) {
    const found = find(seen);
    if (found !== undefined) return found;
    const scroll = readingOn(seen);
    if (!scroll) return undefined;
    const isUp = scroll.dy < 0;
    seen = yield { ...scroll, thought: isUp ? upward : thought };
    if (isUp) upward = STILL_UPWARD;
  }
}
