import type { Viewport } from '../../screen/observation.ts';
import type { PolicyName } from '../../env/recorded.ts';

/** Who may see a row: learners, or one kind of test. The order here is the order of shards. */
export const SPLITS = ['train', 'validation', 'test_task', 'test_template', 'test_app', 'test_skin'] as const;
export type Split = (typeof SPLITS)[number];

/** One episode to be acted out: everything that it depends on beside recipe and code. */
export interface EpisodePlan {
  /** `joiner-create-account-000017`. */
  id: string;
  /** Counts the episodes of one scenario, from 0. */
  index: number;
  scenario: string;
  split: Split;
  /** Hexadecimal SHA-256 of `${recipe.seed}/${scenario}/${index}`. */
  seed: string;
  worldSeed: string;
  edge: string | null;
  fault: string | null;
  policy: PolicyName;
  /** Kind of mistake of a `with-mistake` episode. */
  mistake: string | null;
  /** By console that the bar shows, how it looks. */
  skins: Readonly<Record<string, string>>;
  /** The size of its screens. */
  viewport: Viewport;
}

/** A shard: the episodes that are committed together, all of one split. */
export interface ShardPlan {
  /** Counts all shards of the dataset, from 0. */
  shard: number;
  split: Split;
  /** Place among the shards of this split, and how many those are: the numbers in the file name. */
  index: number;
  count: number;
  episodes: EpisodePlan[];
}
