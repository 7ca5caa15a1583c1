import type { RenderFingerprint } from '../../surface/surface.ts';
import type { Recipe } from '../plan/recipe.ts';
import type { Split } from '../plan/shard-plan.ts';

/** A published file. `path` is relative to the dataset, with `/`. */
export interface FileEntry {
  path: string;
  /** Hexadecimal. */
  sha256: string;
  bytes: number;
  /** Rows of a Parquet file. */
  rows: number;
}

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

/** Why nothing of an episode is written. */
export type SetAsideFor = 'failed' | 'passed' | 'rows' | 'crash';

/** An episode that was planned, and broke by itself what a dataset promises: nothing of it is written but this. */
export interface SetAside {
  id: string;
  scenario: string;
  seed: string;
  worldSeed: string;
  edge: string | null;
  fault: string | null;
  /** Who acted, where it came so far. */
  policy: string;
  /** Whoever should have done it well failed, a mistake passed, its rows were refused, or it could not be acted out. */
  reason: SetAsideFor;
  /** What the check said. */
  check: string;
  /** The command that shows it, but for `--with`: a folder of one's own lies elsewhere on every machine. */
  repeat: string;
}

/** The record of one committed shard, `_commits/00007.json`. Written and set aside, its episodes are those of the plan. */
export interface ShardCommit {
  schema: 'iam-range/commit/v1';
  /** Digest of the identity of the run. */
  identity: string;
  shard: number;
  split: Split;
  /** Those that are written. */
  episodes: string[];
  setAside: SetAside[];
  files: FileEntry[];
}
