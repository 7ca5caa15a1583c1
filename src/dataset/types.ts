import type { Episode, PolicyName } from '../env/types.ts';
import type { RenderFingerprint } from '../surface/types.ts';
import type { Recipe } from './recipe.ts';

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
  /** Draws the looks; null for the home skins. */
  skinSeed: string | null;
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

/** A published file. `path` is relative to the dataset, with `/`. */
export interface FileEntry {
  path: string;
  /** Hexadecimal. */
  sha256: string;
  bytes: number;
  /** Rows of a Parquet file. */
  rows: number;
}

/** What rows say beyond what an episode holds. */
export interface Labels {
  /** The console that an address belongs to, or null for a page of none. */
  appOf(url: string): string | null;
  /** Entry of a scenario in the catalogue of workflows. */
  workflowOf(scenario: string): string;
}

/** Turns episodes of one shard into one file. Holds an open file until `finish` or `close`. */
export interface DatasetWriter {
  /** Name of the format; also the folder of its files and the config of its rows. */
  readonly format: string;
  write(episode: Episode): void | Promise<void>;
  /** Ends the file, brings it to the disk and says what it is. Nothing is published by it. */
  finish(): Promise<FileEntry[]>;
  /** Lets go of the open file without ending it; harmless after `finish`. */
  close(): void;
}

/** What a writer is made with. */
export interface WriterOptions {
  plan: Pick<ShardPlan, 'split' | 'index' | 'count'>;
  labels: Labels;
  /** Where the unpublished bytes of a published path go. */
  tempOf(path: string): string;
  faultPoint: FaultPoint;
}

/** A format: how its writer is made. */
export interface Format {
  name: string;
  open(options: WriterOptions): DatasetWriter;
}

/** Every place between two effects on the disk, in the order of a shard's life. */
export const FAULT_POINTS = [
  'file.open',
  'row.encode',
  'rowgroup.flush',
  'footer.write',
  'file.fsync',
  'file.close',
  'publish.before',
  'publish.after',
  'dir.fsync',
  'sidecar.before',
  'sidecar.after',
  'manifest.before',
  'manifest.after',
] as const;
export type FaultPointName = (typeof FAULT_POINTS)[number];

/** Called at each fault point; tests throw or kill there. */
export type FaultPoint = (name: FaultPointName) => void;

/** The fault point of a real run: does nothing. */
export const NO_FAULT: FaultPoint = () => {};

/** What a dataset's bytes depend on. */
export interface Identity {
  recipe: Recipe;
  generator: {
    version: string;
    /** Hexadecimal SHA-256 over the generator's own sources. */
    sourceSha256: string;
  };
  /** Null for datasets without pixels. */
  render: RenderFingerprint | null;
}

/** The record of one committed shard, `_commits/00007.json`. */
export interface ShardCommit {
  schema: 'iam-range/commit/v1';
  /** Digest of the identity of the run. */
  identity: string;
  shard: number;
  split: Split;
  episodes: string[];
  files: FileEntry[];
}
