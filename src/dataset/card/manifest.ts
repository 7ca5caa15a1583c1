import { digest } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Viewport } from '../../screen/observation.ts';
import type { RenderFingerprint } from '../../surface/surface.ts';
import type { FileEntry, Identity, SetAside, ShardCommit } from '../commit/record.ts';
import type { Recipe } from '../plan/recipe.ts';
import { screensOf } from '../plan/viewport.ts';
import type { Split } from '../plan/shard-plan.ts';
import type { Measures } from './measure.ts';

/** The record by which a dataset exists, `manifest.json`. Holds no clock, host or path of the machine. */
export interface Manifest {
  /** Version 1 counted from the steps alone, under other names. */
  schema: 'iam-range/manifest/v1' | 'iam-range/manifest/v2';
  dataset: { name: string; title: string; license: string };
  generator: { package: string; version: string; sourceSha256: string };
  config: { sha256: string; inline: Recipe };
  /** Digest over recipe, generator and render fingerprint, as in every sidecar. */
  identity: string;
  render: RenderFingerprint | null;
  /** Data from outside that went in: none, ever. */
  inputs: [];
  shards: ManifestShard[];
  /** Planned episodes that no table holds, each with its shard; older manifests say nothing of them. */
  setAside?: ShardSetAside[];
  /** Every other file of the folder, the manifest and its checksum apart. */
  files: Omit<FileEntry, 'rows'>[];
  measures: Measures;
  regenerate: string;
}

/** The sizes and scales that screens of a dataset have; before version 0.4 all had one size, in the scale 1. */
export function viewportsIn({ config }: Manifest): readonly Viewport[] {
  const {
    viewports,
    viewport,
    scales = { 1: 1 },
  } = config.inline as Partial<Recipe> & { viewport?: Viewport };
  return screensOf({ viewports: viewports ?? (viewport ? [viewport] : []), scales });
}

/** A table file of a shard. */
export interface ManifestShard extends FileEntry {
  shard: number;
  split: Split;
  /** Those that are written. */
  episodes: number;
}

/** An episode that was set aside, and the shard that it is missing from. */
export interface ShardSetAside extends SetAside {
  shard: number;
}

/** What was set aside of committed shards, in their order. */
export function setAsideIn(commits: readonly ShardCommit[]): ShardSetAside[] {
  return commits.flatMap(({ shard, setAside }) => setAside.map(episode => ({ ...episode, shard })));
}

/** The table files of committed shards, in the order of shards and formats. */
export function shardFiles(commits: readonly ShardCommit[]): ManifestShard[] {
  return commits.flatMap(({ shard, split, episodes, files }) =>
    files.map(file => ({ ...file, shard, split, episodes: episodes.length })),
  );
}

/** The manifest of a dataset. */
export function makeManifest(given: {
  identity: Identity;
  commits: readonly ShardCommit[];
  files: readonly Omit<FileEntry, 'rows'>[];
  measures: Measures;
  regenerate: string;
}): Manifest {
  const { identity, commits, files, measures, regenerate } = given;
  const { recipe, generator, render } = identity;
  return {
    schema: 'iam-range/manifest/v2',
    dataset: { name: recipe.name, title: recipe.title ?? recipe.name, license: recipe.license },
    generator: { package: 'iam-range', ...generator },
    config: { sha256: digest(recipe), inline: recipe },
    identity: digest(identity),
    render,
    inputs: [],
    shards: shardFiles(commits),
    setAside: setAsideIn(commits),
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    measures,
    regenerate,
  };
}

/** The manifest as it is written: keys in code unit order, two spaces. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(manifest)), null, 2)}\n`;
}
