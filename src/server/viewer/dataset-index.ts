import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../core/assert.ts';
import { UsageError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import { type Manifest, type ManifestShard, manifestText } from '../../dataset/card/manifest.ts';
import { onDisk } from '../../dataset/commit/files.ts';
import { openParquet, type ParquetReader } from '../../dataset/parquet/read.ts';
import type { DatasetCatalog } from '../../dataset/catalog.ts';
import type { Row, Table } from '../../dataset/tables/define-table.ts';
import { readManifest, requireFolder } from '../../dataset/verify/folder.ts';
import type { DatasetFacts, EpisodeItem } from './answers.ts';
import { count, numberOrNull, text, textOrNull } from './values.ts';

/** The tables of one shard, as paths below the dataset. */
export interface ShardFiles {
  /** One of the two is there. */
  steps: string | null;
  trajectories: string | null;
  /** All other tables, of which an episode's rows are shown as they are. */
  others: readonly { table: Table; path: string }[];
}

/** An episode in the index, and where the rest of it lies. */
export interface IndexEntry extends EpisodeItem {
  shard: ShardFiles;
  /** Its row in `trajectories`; -1 without that table. */
  row: number;
}

/** All episodes of a dataset without their steps: what is kept in memory. */
export interface ViewIndex {
  /** Where the dataset lies. */
  folder: string;
  facts: DatasetFacts;
  episodes: readonly IndexEntry[];
  byId: ReadonlyMap<string, IndexEntry>;
}

/** The small columns that the list is made of, the same in both tables. */
const SHARED_COLUMNS = [
  'goal',
  'template',
  'split',
  'policy',
  'edge',
  'fault',
  'wanted_outcome',
  'wanted_reason',
  'outcome',
  'outcome_reason',
  'success',
  'is_truncated',
  'reward',
  'n_steps',
];

/**
 * Checks every table against the manifest and reads the small columns of every episode. A folder that holds
 * no whole dataset is a UsageError. Hashes are left to `verify`: they would read every picture.
 */
export async function loadIndex(folder: string, catalog: ViewCatalog): Promise<ViewIndex> {
  const manifest = takeManifest(folder);
  const episodes: IndexEntry[] = [];
  for (const files of shardsOf(folder, manifest)) {
    const steps = files.steps && (await openTable(folder, files.steps));
    const trajectories = files.trajectories && (await openTable(folder, files.trajectories));
    const others = othersOf(manifest, files.number, catalog.tables);
    for (const { file } of others) await openTable(folder, file);
    const shard = {
      steps: files.steps?.path ?? null,
      trajectories: files.trajectories?.path ?? null,
      others: others.map(({ table, file }) => ({ table, path: file.path })),
    };
    const table = must(trajectories ?? steps, 'a table of episodes');
    episodes.push(...(await entriesOf({ folder, shard, table })));
  }
  return makeIndex({ folder, facts: factsOf(manifest, catalog), episodes });
}

/** An index of episodes that are at hand; an episode that is named twice is taken once. */
export function makeIndex(given: {
  folder: string;
  facts: Omit<DatasetFacts, 'episodes' | 'steps'>;
  episodes: readonly IndexEntry[];
}): ViewIndex {
  const { folder, facts } = given;
  const byId = new Map(given.episodes.map(entry => [entry.id, entry]));
  const episodes = [...byId.values()];
  const steps = episodes.reduce((sum, entry) => sum + entry.steps, 0);
  return { folder, facts: { ...facts, episodes: episodes.length, steps }, episodes, byId };
}

function takeManifest(folder: string): Manifest {
  const problems: string[] = [];
  requireFolder(folder);
  const manifest = readManifest(folder, (file, reason) => problems.push(`${file} ${reason}`));
  if (problems.length > 0 || !manifest) throw refusal(folder, `Not a whole dataset: ${problems[0]}`);
  return manifest;
}

/** What the trouble of episodes is explained by. */
/** What the viewer must know of a catalog: words for edges and faults, and the tables that a dataset may have. */
type ViewCatalog = Pick<DatasetCatalog, 'edges' | 'faults' | 'tables'>;

function factsOf(
  manifest: Manifest,
  { edges, faults }: ViewCatalog,
): Omit<DatasetFacts, 'episodes' | 'steps'> {
  const { name, title, license } = manifest.dataset ?? {};
  const known = [...Object.values(edges), ...Object.values(faults)];
  return {
    name: text(name),
    title: text(title) || text(name),
    license: text(license),
    version: text(manifest.generator.version),
    revision: sha256(manifestText(manifest)).slice(0, 16),
    glossary: Object.fromEntries(known.map(entry => [entry.name, entry.summary])),
  };
}

interface ShardPaths {
  number: number;
  steps: ManifestShard | null;
  trajectories: ManifestShard | null;
}

/** The tables of each shard, in the order of shards. */
function shardsOf(folder: string, manifest: Manifest): ShardPaths[] {
  const of = (format: string): Map<number, ManifestShard> =>
    new Map(
      manifest.shards
        .filter(file => file.path.startsWith(`${format}/`) && file.path.endsWith('.parquet'))
        .map(file => [file.shard, file]),
    );
  const [steps, trajectories] = [of('steps'), of('trajectories')];
  const numbers = [...new Set([...steps.keys(), ...trajectories.keys()])].sort((a, b) => a - b);
  const found = numbers.map(number => ({
    number,
    steps: steps.get(number) ?? null,
    trajectories: trajectories.get(number) ?? null,
  }));
  if (found.length > 0) return found;
  const formats = [...new Set(manifest.shards.map(file => file.path.split('/')[0] ?? ''))];
  throw refusal(
    folder,
    `The dataset has no table of steps or trajectories, only: ${formats.join(', ') || 'nothing'}`,
  );
}

/** The tables of a shard that the viewer knows no more of than their columns. */
function othersOf(
  { shards }: Manifest,
  shard: number,
  tables: readonly Table[],
): { table: Table; file: ManifestShard }[] {
  return tables
    .filter(({ name }) => name !== 'steps' && name !== 'trajectories')
    .flatMap(table =>
      shards
        .filter(file => file.shard === shard && file.path.startsWith(`${table.name}/`))
        .map(file => ({ table, file })),
    );
}

/** A table, once its size and its footer agree with the manifest. Links are not followed. */
async function openTable(folder: string, file: ManifestShard): Promise<ParquetReader> {
  const path = join(folder, file.path);
  const stat = onDisk('looking at', path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (!stat) throw damage(path, 'is missing');
  if (!stat.isFile()) throw damage(path, 'is not a plain file');
  if (stat.size !== file.bytes)
    throw damage(path, `has ${stat.size} bytes, but the manifest says ${file.bytes}`);
  const reader = await openParquet(path).catch(error => {
    throw damage(path, (error as Error).message);
  });
  if (reader.rows !== file.rows)
    throw damage(path, `has ${reader.rows} rows, but the manifest says ${file.rows}`);
  return reader;
}

/** The episodes of a shard, out of its `trajectories`, or of the first steps in `steps`. */
async function entriesOf(given: {
  folder: string;
  shard: ShardFiles;
  table: ParquetReader;
}): Promise<IndexEntry[]> {
  const { folder, shard, table } = given;
  const isWhole = shard.trajectories !== null;
  const idColumn = isWhole ? 'id' : 'episode_id';
  const columns = [idColumn, ...SHARED_COLUMNS, ...(isWhole ? [] : ['step'])];
  const entries: IndexEntry[] = [];
  try {
    for (const group of table.groups) {
      const rows = await table.read(group, columns);
      rows.forEach((row, i) => {
        if (!isWhole && row.step !== 0) return;
        const id = text(row[idColumn]);
        if (id === '') throw new Error(`has no name of an episode in row ${group.start + i}`);
        entries.push({ id, ...itemOf(row), shard, row: isWhole ? group.start + i : -1 });
      });
    }
    return entries;
  } catch (error) {
    throw damage(join(folder, shard.trajectories ?? shard.steps ?? ''), (error as Error).message);
  }
}

function itemOf(row: Row): Omit<EpisodeItem, 'id'> {
  return {
    goal: text(row.goal),
    scenario: text(row.template),
    split: text(row.split),
    policy: text(row.policy),
    edge: textOrNull(row.edge),
    fault: textOrNull(row.fault),
    wantedOutcome: text(row.wanted_outcome),
    wantedReason: textOrNull(row.wanted_reason),
    outcome: textOrNull(row.outcome),
    outcomeReason: textOrNull(row.outcome_reason),
    success: row.success === true,
    isTruncated: row.is_truncated === true,
    reward: numberOrNull(row.reward),
    steps: count(row.n_steps),
  };
}

function damage(path: string, reason: string): UsageError {
  return new UsageError(`The dataset is damaged: a table ${reason}`, {
    where: path,
    repeat: 'npx iam-range verify <dir> names all that is wrong',
  });
}

function refusal(folder: string, what: string): UsageError {
  return new UsageError(what, {
    where: folder,
    allowed: 'a folder that `iam-range generate` has finished',
    repeat: 'npx iam-range generate quickstart, then npx iam-range view datasets/quickstart/out',
  });
}
