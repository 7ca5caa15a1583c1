import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../../core/errors.ts';
import { digest } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import { createRng } from '../../core/rng.ts';
import type { Manifest } from '../card/manifest.ts';
import { hashFile, isThere, readIfThere } from '../commit/files.ts';
import type { Identity, ShardCommit } from '../commit/record.ts';
import { sidecarName } from '../commit/shard.ts';
import { openParquet, type ParquetReader } from '../parquet/read.ts';
import type { CatalogInfo } from '../plan/catalog-info.ts';
import { planShards } from '../plan/plan.ts';
import { parseRecipe, type Recipe } from '../plan/recipe.ts';
import { type ShardPlan, SPLITS } from '../plan/shard-plan.ts';
import type { Row, Table } from '../tables/define-table.ts';
import { tables as packageTables } from '../tables/index.ts';
import type { Problem } from './verify.ts';

/** The recipe that a dataset carries, checked like every recipe from outside. */
export function recipeOf({ config }: Manifest, tables: readonly Table[] = packageTables): Recipe {
  const known = tables.map(({ name }) => name);
  return parseRecipe(config.inline, 'manifest.json, field config.inline', known);
}

/** Refuses to derive a dataset again with other code or on another browser: it could only differ. `again` is the command. */
export function refuseOtherMaker(manifest: Manifest, here: Identity, again: string): void {
  const { version, sourceSha256 } = manifest.generator;
  if (version !== here.generator.version || sourceSha256 !== here.generator.sourceSha256) {
    throw new UsageError('The dataset was made by other code, so that nothing can be said of its bytes', {
      where: `iam-range ${version}, source ${sourceSha256}`,
      nearest: `here is iam-range ${here.generator.version}, source ${here.generator.sourceSha256}`,
      allowed: 'the iam-range that made it, and the folder of your own that it was made with, as it was then',
      repeat: again,
    });
  }
  const differing = differingFields(manifest.render ?? {}, here.render ?? {});
  if (differing.length > 0) {
    throw new UsageError('The dataset was drawn by another browser, so that its pictures may differ', {
      where: differing.map(([key, was]) => `${key} ${was}`).join(', '),
      nearest: `here: ${differing.map(([key, , is]) => `${key} ${is}`).join(', ')}`,
      repeat: 'the same command on the kind of machine that made it',
    });
  }
}

function differingFields(was: object, is: object): [key: string, was: string, is: string][] {
  const [before, now] = [was, is].map(fields => new Map<string, unknown>(Object.entries(fields)));
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .map((key): [string, string, string] => [key, text(before?.get(key)), text(now?.get(key))])
    .filter(([, a, b]) => a !== b);
}

function text(value: unknown): string {
  return value === undefined ? 'none' : typeof value === 'string' ? value : canonicalJson(value);
}

/** Some shards of the recipe's own plan, drawn by the manifest itself, in the order of the plan. */
export function pickShards(given: {
  manifest: Manifest;
  catalog: CatalogInfo;
  count: number;
  /** The tables that the recipe may name. */
  tables?: readonly Table[];
}): {
  picked: ShardPlan[];
  problems: Problem[];
} {
  const { manifest, catalog, count, tables } = given;
  const plans = planShards(recipeOf(manifest, tables), catalog);
  const planned = plans.map(plan => `${plan.shard} ${plan.split} ${plan.episodes.length}`);
  const asideOf = (shard: number): number =>
    (manifest.setAside ?? []).filter(episode => episode.shard === shard).length;
  const listed = manifest.shards.map(
    ({ shard, split, episodes }) => `${shard} ${split} ${episodes + asideOf(shard)}`,
  );
  const isPlanned = isDeepStrictEqual([...new Set(listed)].sort(), planned.sort());
  const rng = createRng(`${digest(manifest)}/regenerate`);
  const picked = rng.shuffle(plans).slice(0, count);
  const reason = `lists other shards than the recipe gives (${plans.length} in ${SPLITS.join(', ')})`;
  return {
    picked: picked.sort((a, b) => a.shard - b.shard),
    problems: isPlanned ? [] : [{ file: 'manifest.json', row: null, reason }],
  };
}

/** A file that was derived again. `problem` is null when its bytes are the same. */
export interface Compared {
  file: string;
  rows: number;
  bytes: number;
  problem: Problem | null;
}

/** Compares the files of a shard that was made again in another folder with those of the dataset. */
export async function compareShard(given: {
  folder: string;
  again: string;
  shard: number;
}): Promise<Compared[]> {
  const { folder, again, shard } = given;
  const sidecar = sidecarName(shard);
  const record = readIfThere(join(again, sidecar)) ?? '';
  const commit = JSON.parse(record) as ShardCommit;
  const compared: Compared[] = [];
  for (const { path, rows, bytes } of commit.files) {
    const problem = await differenceOf(path, join(folder, path), join(again, path));
    compared.push({ file: path, rows, bytes, problem });
  }
  const isSame = readIfThere(join(folder, sidecar)) === record;
  const problem = isSame ? null : { file: sidecar, row: null, reason: 'records something else' };
  return [...compared, { file: sidecar, rows: 1, bytes: Buffer.byteLength(record), problem }];
}

async function differenceOf(file: string, there: string, again: string): Promise<Problem | null> {
  if (!isThere(there)) return { file, row: null, reason: 'is missing' };
  const [was, is] = [hashFile(there), hashFile(again)];
  if (was.sha256 === is.sha256) return null;
  try {
    const [reader, other] = [await openParquet(there), await openParquet(again)];
    return { file, ...(await firstDifference(reader, other)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file, row: null, reason: `differs, and cannot be read: ${reason}` };
  }
}

async function firstDifference(
  there: ParquetReader,
  again: ParquetReader,
): Promise<{ row: number | null; reason: string }> {
  const shared = Math.min(there.rows, again.rows);
  for (let row = 0; row < shared; row++) {
    const range = { start: row, end: row + 1 };
    const [[was = {}], [is = {}]] = [await there.read(range), await again.read(range)];
    const columns = differingColumns(was, is);
    if (columns.length > 0)
      return { row, reason: `differs from the one made again in ${columns.join(', ')}` };
  }
  if (there.rows !== again.rows)
    return { row: shared, reason: `holds ${there.rows} rows, made again it has ${again.rows}` };
  return { row: null, reason: 'holds the same rows in other bytes' };
}

function differingColumns(was: Row, is: Row): string[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.filter(name => !isDeepStrictEqual(was[name], is[name]));
}
