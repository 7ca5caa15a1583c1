import { join } from 'node:path';
import { digest } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Manifest } from '../card/manifest.ts';
import { surveyDataset } from '../card/measure.ts';
import { asVersion1 } from '../card/measures-v1.ts';
import { hashFile } from '../commit/files.ts';
import type { FileEntry } from '../commit/record.ts';
import type { Table } from '../tables/define-table.ts';
import { tables as packageTables } from '../tables/index.ts';
import type { LintedFile } from '../tables/lint.ts';
import { listAliens, readManifest, requireDataset } from './folder.ts';
import { openPictureLint } from './lint-pictures.ts';
import { misplaced, sayOverlap } from './overlap.ts';
import { checkSetAside } from './set-aside.ts';
import { isShort, SHARE_LEAST, type Share, sayShare, sharesIn } from './shares.ts';
import { checkTable } from './table.ts';

/** One thing wrong with a dataset. `row` counts from 0 within the file; null when the whole file is meant. */
export interface Problem {
  file: string;
  row: number | null;
  reason: string;
}

/** What a check of a dataset found. */
export interface VerifyReport {
  isOk: boolean;
  problems: Problem[];
  /** Worth a look, but no broken promise. */
  warnings: string[];
  files: number;
  episodes: number;
  /** Planned episodes that are not written, as the manifest says. */
  setAside: number;
  rows: number;
  /** How much of what texts tell the rows themselves hold. */
  shares: Share[];
}

/**
 * Checks a dataset from its folder alone: manifest, every file by size and hash, nothing missing or alien,
 * every table read again, every row against its own promises, all counts. A damaged dataset is a report, not
 * an exception; only trouble of the disk is an InfraError, and what is no dataset at all a UsageError.
 */
export async function verifyDataset(
  folder: string,
  tables: readonly Table[] = packageTables,
): Promise<VerifyReport> {
  const problems: Problem[] = [];
  const report = (file: string, reason: string): number => problems.push({ file, row: null, reason });
  requireDataset(
    folder,
    tables.map(({ name }) => name),
  );
  const manifest = readManifest(folder, report);
  if (!manifest) return reportOf({ problems, warnings: [], manifest: null });
  const aliens = listAliens(folder, manifest);
  for (const { path, reason } of aliens) report(path, reason);
  // What is missing or a link is not followed out of the folder.
  const skip = new Set(aliens.map(alien => alien.path));
  problems.push(...(await checkTables({ folder, tables, manifest, skip })));
  for (const file of manifest.files) {
    if (!skip.has(file.path)) checkHash({ folder, file, report });
  }
  checkDigests(manifest, report);
  const warnings: string[] = [];
  if (problems.length === 0) checkSetAside(folder, manifest, report);
  if (problems.length === 0)
    await checkMeasures({ folder, tables, manifest, report, warn: text => warnings.push(text) });
  return reportOf({ problems, warnings, manifest });
}

function reportOf(given: {
  problems: Problem[];
  warnings: string[];
  manifest: Manifest | null;
}): VerifyReport {
  const { problems, warnings, manifest } = given;
  return {
    isOk: problems.length === 0,
    problems,
    warnings,
    files: manifest ? manifest.shards.length + manifest.files.length + 2 : 0,
    episodes: manifest?.measures.episodes ?? 0,
    setAside: manifest?.setAside?.length ?? 0,
    rows: manifest?.measures.rows ?? 0,
    shares: manifest ? sharesIn(manifest.measures) : [],
  };
}

type Report = (file: string, reason: string) => void;

/** Checks the tables by their bytes and by their rows. A table of other bytes than the manifest's is not read. */
async function checkTables(given: {
  folder: string;
  tables: readonly Table[];
  manifest: Manifest;
  skip: ReadonlySet<string>;
}): Promise<Problem[]> {
  const { folder, tables, manifest, skip } = given;
  const shards = new Map<number, LintedFile['shard']>();
  const pictures = openPictureLint();
  const found: Problem[][] = [];
  for (const shard of manifest.shards.filter(({ path }) => !skip.has(path))) {
    // Complaints about pictures come in while later tables are read.
    const problems: Problem[] = [];
    found.push(problems);
    const report = (file: string, reason: string): number => problems.push({ file, row: null, reason });
    if (!checkHash({ folder, file: shard, report })) continue;
    const handedOn = shards.get(shard.shard) ?? { facts: null };
    shards.set(shard.shard, handedOn);
    await checkTable({
      path: join(folder, shard.path),
      tables,
      manifest,
      shard,
      handedOn,
      pictures,
      problems,
    });
  }
  await pictures.end();
  return found.flat();
}

/** Whether the bytes of a file are those of the manifest. */
function checkHash(given: { folder: string; file: Omit<FileEntry, 'rows'>; report: Report }): boolean {
  const { folder, report } = given;
  const { path, sha256, bytes } = given.file;
  const now = hashFile(join(folder, path));
  if (now.bytes !== bytes) report(path, `has ${now.bytes} bytes, the manifest says ${bytes}`);
  else if (now.sha256 !== sha256) report(path, `has the sha256 ${now.sha256}, the manifest says ${sha256}`);
  return now.bytes === bytes && now.sha256 === sha256;
}

function checkDigests({ config, generator, render, identity }: Manifest, report: Report): void {
  if (digest(config.inline) !== config.sha256)
    report('manifest.json', 'config.sha256 is not the digest of the recipe');
  const { version, sourceSha256 } = generator;
  const whole = { recipe: config.inline, generator: { version, sourceSha256 }, render };
  if (digest(whole) !== identity)
    report('manifest.json', 'identity is not the digest of recipe, generator and browser');
}

/** Counts everything again, and looks for what a test split shares with the training split. */
async function checkMeasures(given: {
  folder: string;
  tables: readonly Table[];
  manifest: Manifest;
  report: Report;
  warn(text: string): void;
}): Promise<void> {
  const { folder, tables, manifest, report, warn } = given;
  const { measures, shown } = await surveyDataset(folder, { files: manifest.shards, tables });
  const counted = manifest.schema === 'iam-range/manifest/v1' ? asVersion1(measures) : measures;
  if (canonicalJson(counted) !== canonicalJson(manifest.measures)) {
    report('manifest.json', 'its counts are not those of the tables');
  }
  for (const share of sharesIn(measures))
    if (isShort(share)) report('manifest.json', `${sayShare(share)}, and ${SHARE_LEAST} % must be held`);
  for (const overlap of measures.overlap)
    for (const { text, isForbidden } of sayOverlap(overlap))
      if (isForbidden) report('manifest.json', text);
      else warn(text);
  for (const text of misplaced(manifest.config.inline, shown)) report('manifest.json', text);
}
