import { defineCounterpart } from '#range';
import colleague from './colleague.ts';
import themselves from './themselves.ts';

/** How long after the first call they are back. */
const BACK_MS = 10 * 60_000;

/** Somebody who is away from the desk for some minutes: whoever calls once has not reached them yet. */
export default defineCounterpart({
  name: 'reached-later',
  summary: 'Nobody picks up at first, or a colleague does; ten minutes later it is the person, who did ask.',
  truth: { voice: 'own', hasAsked: true },
  share: 10,
  answers(asking, on) {
    if (asking.way === 'message' || on.waitedMs >= BACK_MS) return themselves.answers(asking, on);
    return on.rng.fork('away').chance(1, 2) ? colleague.answers(asking, on) : null;
  },
});
