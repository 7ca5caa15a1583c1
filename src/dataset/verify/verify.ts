import { join } from 'node:path';
import { InfraError } from '../../core/errors.ts';
import { digest } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Manifest, ManifestShard } from '../card/manifest.ts';
import { measureDataset } from '../card/measure.ts';
import { hashFile } from '../commit/files.ts';
import type { FileEntry } from '../commit/record.ts';
import { openParquet, type ParquetReader } from '../parquet/read.ts';
import type { Config } from '../tables/column.ts';
import { parquetSchema } from '../tables/column.ts';
import { CONFIGS, huggingfaceKey } from '../tables/columns.ts';
import { listAliens, readManifest, requireFolder } from './folder.ts';
import { checkTrajectory, createStepLint, type EpisodeFacts, type LintRules } from './lint.ts';
import { openPictureLint, type PictureLint } from './lint-pictures.ts';

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
  rows: number;
}

/** Problems told of one file; a damaged file has thousands that say the same. */
const MAX_TOLD = 20;

/**
 * Checks a dataset from its folder alone: manifest, every file by size and hash, nothing missing or alien,
 * every table read again, every row against its own promises, all counts. A damaged dataset is a report, not
 * an exception; only trouble of the disk is an InfraError, and no folder at all a UsageError.
 */
export async function verifyDataset(folder: string): Promise<VerifyReport> {
  const problems: Problem[] = [];
  const tell = (file: string, reason: string): number => problems.push({ file, row: null, reason });
  requireFolder(folder);
  const manifest = readManifest(folder, tell);
  if (!manifest) return report({ problems, warnings: [], manifest: null });
  const aliens = listAliens(folder, manifest);
  for (const { path, reason } of aliens) tell(path, reason);
  // What is missing or a link is not followed out of the folder.
  const skip = new Set(aliens.map(alien => alien.path));
  problems.push(...(await checkTables({ folder, manifest, skip })));
  for (const file of manifest.files) {
    if (!skip.has(file.path)) checkHash({ folder, file, tell });
  }
  checkDigests(manifest, tell);
  const warnings: string[] = [];
  if (problems.length === 0)
    await checkMeasures({ folder, manifest, tell, warn: text => warnings.push(text) });
  return report({ problems, warnings, manifest });
}

function report(given: { problems: Problem[]; warnings: string[]; manifest: Manifest | null }): VerifyReport {
  const { problems, warnings, manifest } = given;
  return {
    isOk: problems.length === 0,
    problems,
    warnings,
    files: manifest ? manifest.shards.length + manifest.files.length + 2 : 0,
    episodes: manifest?.measures.episodes ?? 0,
    rows: manifest?.measures.rows ?? 0,
  };
}

type Tell = (file: string, reason: string) => void;

/** Checks the tables by their bytes and by their rows. A table of other bytes than the manifest's is not read. */
async function checkTables(given: {
  folder: string;
  manifest: Manifest;
  skip: ReadonlySet<string>;
}): Promise<Problem[]> {
  const { folder, manifest, skip } = given;
  const facts = new Map<number, ReadonlyMap<string, EpisodeFacts>>();
  const pictures = openPictureLint(manifest.config.inline.viewport);
  const found: Problem[][] = [];
  for (const shard of manifest.shards.filter(({ path }) => !skip.has(path))) {
    // Complaints about pictures come in while later tables are read.
    const problems: Problem[] = [];
    found.push(problems);
    const tell = (file: string, reason: string): number => problems.push({ file, row: null, reason });
    if (!checkHash({ folder, file: shard, tell })) continue;
    await checkTable({ folder, manifest, shard, facts, pictures, problems });
  }
  await pictures.end();
  return found.flat();
}

/** Whether the bytes of a file are those of the manifest. */
function checkHash(given: { folder: string; file: Omit<FileEntry, 'rows'>; tell: Tell }): boolean {
  const { folder, tell } = given;
  const { path, sha256, bytes } = given.file;
  const now = hashFile(join(folder, path));
  if (now.bytes !== bytes) tell(path, `has ${now.bytes} bytes, the manifest says ${bytes}`);
  else if (now.sha256 !== sha256) tell(path, `has the sha256 ${now.sha256}, the manifest says ${sha256}`);
  return now.bytes === bytes && now.sha256 === sha256;
}

function checkDigests({ config, generator, render, identity }: Manifest, tell: Tell): void {
  if (digest(config.inline) !== config.sha256)
    tell('manifest.json', 'config.sha256 is not the digest of the recipe');
  const { version, sourceSha256 } = generator;
  const whole = { recipe: config.inline, generator: { version, sourceSha256 }, render };
  if (digest(whole) !== identity)
    tell('manifest.json', 'identity is not the digest of recipe, generator and browser');
}

async function checkTable(given: {
  folder: string;
  manifest: Manifest;
  shard: ManifestShard;
  facts: Map<number, ReadonlyMap<string, EpisodeFacts>>;
  pictures: PictureLint;
  problems: Problem[];
}): Promise<void> {
  const { folder, manifest, shard, facts, pictures, problems } = given;
  const complain = (row: number | null, reason: string): void => {
    if (problems.length < MAX_TOLD) problems.push({ file: shard.path, row, reason });
  };
  try {
    const config = CONFIGS.find(known => shard.path.startsWith(`${known.name}/`));
    const reader = await openParquet(join(folder, shard.path));
    if (reader.rows !== shard.rows)
      complain(null, `holds ${reader.rows} rows, the manifest says ${shard.rows}`);
    if (!config) complain(null, 'is in the folder of no table');
    else if (checkSchema(reader, config, complain))
      await lintRows({ reader, config, manifest, shard, facts, pictures, complain });
  } catch (error) {
    if (error instanceof InfraError) throw error;
    complain(null, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

type ComplainAt = (row: number | null, reason: string) => void;

function checkSchema(reader: ParquetReader, config: Config, complain: ComplainAt): boolean {
  const { schema, key_value_metadata: keys = [] } = reader.metadata;
  const words = (elements: readonly unknown[]): string[] =>
    elements.map(element => schemaWords(element as SchemaWords));
  const [there, wanted] = [words(schema), words(parquetSchema(config.columns))];
  const at = wanted.findIndex((word, index) => word !== there[index]);
  if (at >= 0 || there.length !== wanted.length) {
    complain(
      null,
      `has another schema: ${there[at] ?? 'fewer columns'} instead of ${wanted[at] ?? 'no more columns'}`,
    );
    return false;
  }
  const key = keys.find(pair => pair.key === 'huggingface');
  if (key?.value !== huggingfaceKey(config))
    complain(null, 'has another huggingface key than its columns ask for');
  return true;
}

interface SchemaWords {
  name: string;
  type?: string;
  converted_type?: string;
  repetition_type?: string;
  num_children?: number;
}

function schemaWords(element: SchemaWords): string {
  const { name, type = '', converted_type = '', repetition_type = '', num_children = 0 } = element;
  return [name, type, converted_type, repetition_type, num_children].join(' ');
}

async function lintRows(given: {
  reader: ParquetReader;
  config: Config;
  manifest: Manifest;
  shard: ManifestShard;
  facts: Map<number, ReadonlyMap<string, EpisodeFacts>>;
  pictures: PictureLint;
  complain: ComplainAt;
}): Promise<void> {
  const { reader, config, manifest, shard, facts, pictures, complain } = given;
  const { viewport } = manifest.config.inline;
  const { split } = shard;
  const rules: LintRules = { viewport, hasPixels: manifest.render !== null, split, decode: pictures.add };
  const steps = createStepLint(rules);
  for (const group of reader.groups) {
    const rows = await reader.read(group);
    for (const [index, row] of rows.entries()) {
      const at = (reason: string): void => complain(group.start + index, reason);
      await pictures.room();
      if (config.name === 'steps') steps.check(row, at);
      else if (facts.has(shard.shard)) {
        checkTrajectory({ row, episode: facts.get(shard.shard)?.get(String(row.id)), rules, complain: at });
      }
    }
  }
  if (config.name !== 'steps') {
    if (reader.rows !== shard.episodes) complain(null, `holds ${reader.rows} of ${shard.episodes} episodes`);
    return;
  }
  steps.end(reason => complain(reader.rows - 1, reason));
  if (steps.episodes.size !== shard.episodes)
    complain(null, `holds ${steps.episodes.size} of ${shard.episodes} episodes`);
  facts.set(shard.shard, steps.episodes);
}

/** Counts everything again, and looks for what a test split shares with the training split. */
async function checkMeasures(given: {
  folder: string;
  manifest: Manifest;
  tell: Tell;
  warn(text: string): void;
}): Promise<void> {
  const { folder, manifest, tell, warn } = given;
  const measures = await measureDataset(folder, manifest.shards);
  if (canonicalJson(measures) !== canonicalJson(manifest.measures)) {
    tell('manifest.json', 'its counts are not those of the tables');
  }
  for (const { split, ...shared } of measures.overlap) {
    const isTemplateTest = split === 'test_template';
    const forbidden = ['seeds', 'worlds', ...(isTemplateTest ? ['templates', 'families'] : [])];
    for (const [kind, count] of Object.entries(shared)) {
      if (count === 0) continue;
      const text = `${count} ${kind} of ${split} are in train too`;
      if (forbidden.includes(kind)) tell('manifest.json', text);
      else if (kind !== 'templates' && kind !== 'families') warn(text);
    }
  }
}
