/** What occurs in a split, to be compared with the split for learning. */
export const SEEN_KINDS = [
  'seeds',
  'worlds',
  'goals',
  'parameters',
  'screens',
  'templates',
  'families',
] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];

/** What an episode shows, which a recipe may hold out; looks go by `console/skin`. */
export const SHOWN_KINDS = ['consoles', 'looks', 'kits', 'edges'] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];

/** Takes what tables count of their rows. */
export interface Tally {
  /** Counts a word under a heading. */
  count(heading: string, word: unknown): void;
  /** Takes an episode once, whatever the number of rows and tables that count it. */
  episode(id: unknown, add: (tally: Tally) => void): void;
  /** Takes what was done in an episode, step by step: how much of it the step before foretells in the same template. */
  follows(of: { episode_id: unknown; template: unknown }, what: string): void;
  /** Adds to the number of steps. */
  steps(count: unknown): void;
  /** Notes a thing that occurs in the split at hand. */
  seen(kind: SeenKind, thing: unknown): void;
  /** Notes what the split at hand shows. */
  shows(kind: ShownKind, thing: unknown): void;
  /** Notes what one episode has before it: its consoles, all their looks. Both are noted as shown. */
  ranges(given: { consoles: readonly string[]; looks: readonly string[] }): void;
}
