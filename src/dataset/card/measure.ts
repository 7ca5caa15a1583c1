import { join } from 'node:path';
import { openParquet } from '../parquet/read.ts';
import { SPLITS, type Split } from '../plan/shard-plan.ts';
import type { Table } from '../tables/define-table.ts';
import type { Tally } from '../tables/tally.ts';
import type { ManifestShard } from './manifest.ts';
import { type Following, type Foretold, foretoldIn, noteFollowing } from './foretold.ts';
import { noteRange, type Overlap, overlapsOf, type Sightings, sightingsOf } from './overlap.ts';

/** How often each word occurs, in code unit order of the words. */
export type Counts = Record<string, number>;

/** What a dataset holds: its episodes by the plan of its shards, all else counted from its published rows. */
export interface Measures {
  episodes: number;
  steps: number;
  /** Of all tables. */
  rows: number;
  bytes: number;
  splits: Record<
    string,
    { episodes: number; steps: number; configs: Record<string, { rows: number; bytes: number }> }
  >;
  /** What tables counted, by heading. */
  counts: Record<string, Counts>;
  overlap: Overlap[];
  /** How much of the steps the step before foretells. */
  foretold: Foretold[];
}

/** A dataset as it was counted. */
export interface Survey {
  measures: Measures;
  /** What each split shows, of what a recipe may hold out. */
  shown: ReadonlyMap<Split, Sightings['shown']>;
}

/** Reads every published table and counts. `files` are paths with their folder, as the shards list them. */
export async function surveyDataset(
  folder: string,
  { files, tables }: { files: readonly ManifestShard[]; tables: readonly Table[] },
): Promise<Survey> {
  const counts = new Map<string, Map<string, number>>();
  const sightings = new Map<Split, Sightings>();
  const following = new Map<Split, Following>();
  const splits = splitsOf(files);
  let shard = -1;
  let known = new Set<string>();
  for (const file of files) {
    const table = tables.find(({ name }) => file.path.startsWith(`${name}/`));
    if (!table || table.tally.columns.length === 0) continue;
    // Several tables of a shard hold the same episodes, other shards others.
    if (file.shard !== shard) [shard, known] = [file.shard, new Set()];
    const own = following.get(file.split) ?? new Map();
    following.set(file.split, own);
    const follows = noteFollowing(own);
    const tally = tallyOf({ file, known, counts, seen: sightingsOf(sightings, file.split), splits, follows });
    const reader = await openParquet(join(folder, file.path));
    for (const group of reader.groups)
      for (const row of await reader.read(group, [...table.tally.columns])) table.tally.add(row, tally);
  }
  const sum = (of: (file: ManifestShard) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const measures = {
    episodes: Object.values(splits).reduce((total, { episodes }) => total + episodes, 0),
    steps: Object.values(splits).reduce((total, { steps }) => total + steps, 0),
    rows: sum(({ rows }) => rows),
    bytes: sum(({ bytes }) => bytes),
    splits,
    counts: Object.fromEntries([...counts].sort(byKey).map(([heading, words]) => [heading, sorted(words)])),
    overlap: overlapsOf(sightings),
    foretold: foretoldIn(following),
  };
  return { measures, shown: new Map([...sightings].map(([split, { shown }]) => [split, shown])) };
}

/** The splits in their order: episodes once for each shard, rows and bytes for each file. */
function splitsOf(files: readonly ManifestShard[]): Measures['splits'] {
  const splits: Measures['splits'] = {};
  const known = new Set<number>();
  for (const split of SPLITS) {
    for (const file of files) {
      if (file.split !== split) continue;
      splits[split] ??= { episodes: 0, steps: 0, configs: {} };
      const { configs } = splits[split];
      const name = file.path.split('/')[0] ?? '';
      configs[name] ??= { rows: 0, bytes: 0 };
      configs[name].rows += file.rows;
      configs[name].bytes += file.bytes;
      if (!known.has(file.shard)) splits[split].episodes += file.episodes;
      known.add(file.shard);
    }
  }
  return splits;
}

function tallyOf(given: {
  file: ManifestShard;
  known: Set<string>;
  counts: Map<string, Map<string, number>>;
  seen: Sightings;
  splits: Measures['splits'];
  follows: Tally['follows'];
}): Tally {
  const { file, known, counts, seen, splits, follows } = given;
  const tally: Tally = {
    count: (heading, word) => {
      const words = counts.get(heading) ?? new Map<string, number>();
      counts.set(heading, words.set(String(word), (words.get(String(word)) ?? 0) + 1));
    },
    episode: (id, add) => {
      const key = String(id);
      if (!known.has(key)) add(tally);
      known.add(key);
    },
    follows,
    steps: count => {
      const split = splits[file.split];
      if (split) split.steps += Number(count);
    },
    seen: (kind, thing) => void seen.things[kind].add(String(thing)),
    shows: (kind, thing) => void seen.shown[kind].add(String(thing)),
    ranges: range => noteRange(seen, range),
  };
  return tally;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sorted(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(byKey));
}
