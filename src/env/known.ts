import { comparable, holderOf } from '../core/facts.ts';
import type { Observation } from '../screen/observation.ts';
import { type ReadScreen, readScreen } from './screen-lines.ts';

/** What whoever acts has read by now: the goal, the briefing, and each screen that was in front. */
export interface Known {
  see(screen: Observation): void;
  /** Whether a text stood in any of it. */
  holds(text: string): boolean;
}

export function knownFrom(given: readonly string[]): Known {
  const told = given.map(comparable);
  const seen: ReadScreen[] = [];
  return {
    see: screen => void seen.push(readScreen(screen)),
    holds: text => {
      const isIn = holderOf(text);
      return told.some(isIn) || seen.some(screen => isIn(screen.all()));
    },
  };
}
