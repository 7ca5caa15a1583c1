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
