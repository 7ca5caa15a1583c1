import type { Rng } from '../../core/rng.ts';
import type { Observation } from '../../screen/observation.ts';

/** What a habit decides on: the screen, chance of this step alone, and what the hand did before. */
export interface Moment {
  screen: Observation;
  rng: Rng;
  hand: Hand;
}

/** What is remembered of an episode's acts so far. */
export interface Hand {
  /** Slips and steps aside that may still be made: an episode has a budget of them. */
  slips: number;
  detours: number;
  /** Acts that the screen refuses which may still be made. */
  refusals: number;
  /** Whether the page in front was fetched by a link and nothing was done on it since: it can be left and found again. */
  isCalm: boolean;
}
