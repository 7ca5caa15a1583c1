import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import { type CardFacts, cardText } from '../card/card.ts';
import { type Manifest, makeManifest, manifestText, setAsideIn, shardFiles } from '../card/manifest.ts';
import { type Measures, surveyDataset } from '../card/measure.ts';
import type { ShardPlan } from '../plan/shard-plan.ts';
import { type Table, tablesNamed } from '../tables/define-table.ts';
import { DeterminismError } from './errors.ts';
import { type CrashPoint, NO_CRASH } from './crash-point.ts';
import { CONFLICT_ENDING, hashFile, isThere, listFolder, onDisk, putIfAbsent, readIfThere } from './files.ts';
import { NAMES, type Output } from './output.ts';
import type { FileEntry, ShardCommit } from './record.ts';
import { sidecarName } from './shard.ts';

/** A file that others add to the dataset, such as a licence text. */
export interface ExtraFile {
  path: string;
  text: string;
}

/** Numbers of the planned shards that are not committed yet: what a resumed run has to do. */
export function missingShards(output: Output, shards: readonly ShardPlan[]): number[] {
  return shards.map(plan => plan.shard).filter(shard => !isThere(join(output.folder, sidecarName(shard))));
}

/**
 * Makes the dataset exist: checks every committed shard again, writes the card, and the manifest last.
 * Refuses while shards are missing or doubtful. Harmless when done before.
 */
export async function finalizeDataset(options: {
  output: Output;
  shards: readonly ShardPlan[];
  card: CardFacts;
  /** What there is to choose from: the recipe says which were written. */
  tables: readonly Table[];
  extras?: readonly ExtraFile[];
  /** More files that are made from what was measured. */
  extrasOf?(measures: Measures): readonly ExtraFile[];
  crashPoint?: CrashPoint;
}): Promise<Manifest> {
  const { output, shards, card, extras = [], extrasOf = () => [], crashPoint = NO_CRASH } = options;
  refuseConflicts(output);
  refuseMissing(output, shards);
  const commits = shards.map(plan => readCommit(output, plan));
  for (const commit of commits) for (const file of commit.files) proveUnchanged(output, file);
  const files = shardFiles(commits);
  const { identity } = output;
  const tables = tablesNamed(options.tables, identity.recipe.formats);
  const { measures } = await surveyDataset(output.folder, { files, tables });
  const setAside = setAsideIn(commits);
  const text = cardText({ tables, identity, files, measures, setAside, facts: card });
  const written = [{ path: NAMES.card, text }, ...extras, ...extrasOf(measures)];
  const put = (file: ExtraFile): void =>
    putIfAbsent({
      path: join(output.folder, file.path),
      text: file.text,
      tempFolder: join(output.folder, NAMES.temp),
      token: output.token,
      crashPoint,
    });
  for (const file of written) put(file);
  const sidecars = [NAMES.identity, ...shards.map(plan => sidecarName(plan.shard))];
  const listed = [
    ...written.map(file => ({
      path: file.path,
      sha256: sha256(file.text),
      bytes: Buffer.byteLength(file.text),
    })),
    ...sidecars.map(path => ({ path, ...hashFile(join(output.folder, path)) })),
  ];
  const { regenerate } = card;
  const manifest = makeManifest({ identity, commits, files: listed, measures, regenerate });
  const body = manifestText(manifest);
  crashPoint('manifest.before');
  put({ path: NAMES.manifestSum, text: `${sha256(body)}  ${NAMES.manifest}\n` });
  put({ path: NAMES.manifest, text: body });
  crashPoint('manifest.after');
  const temp = join(output.folder, NAMES.temp);
  onDisk('removing', temp, () => rmSync(temp, { recursive: true, force: true }));
  return manifest;
}

/** Two different deliveries of a shard lie side by side: somebody has to look. */
function refuseConflicts(output: Output): void {
  const temp = join(output.folder, NAMES.temp);
  for (const staging of listFolder(temp)) {
    if (staging.endsWith('.part')) continue;
    const names = staging.endsWith(CONFLICT_ENDING) ? [staging] : listFolder(join(temp, staging));
    const conflict = names.find(name => name.endsWith(CONFLICT_ENDING));
    if (conflict) {
      throw new DeterminismError('A shard was made twice with different bytes', {
        where: `${NAMES.temp}/${staging}/${conflict}`,
        allowed: 'no such file: find out why the runs differ, then remove the output folder',
      });
    }
  }
}

function refuseMissing(output: Output, shards: readonly ShardPlan[]): void {
  const missing = missingShards(output, shards);
  if (missing.length === 0) return;
  const shown = missing.slice(0, 20).join(', ');
  throw new UsageError(`${missing.length} of ${shards.length} shards are missing: ${shown}`, {
    where: output.folder,
    repeat: 'npx iam-range generate --resume with the same recipe and output',
  });
}

function readCommit(output: Output, plan: ShardPlan): ShardCommit {
  const path = sidecarName(plan.shard);
  const commit = parseCommit(readIfThere(join(output.folder, path)) ?? '', path);
  const isAside = new Set(commit.setAside.map(({ id }) => id));
  const ids = plan.episodes.map(({ id }) => id);
  const isPlanned =
    ids.filter(id => !isAside.has(id)).join() === commit.episodes.join() &&
    ids.filter(id => isAside.has(id)).length === commit.setAside.length;
  if (commit.identity !== output.identitySha256 || !isPlanned) {
    throw new DeterminismError('A committed shard belongs to another recipe, code or browser', {
      where: path,
    });
  }
  return commit;
}

function parseCommit(text: string, path: string): ShardCommit {
  try {
    const commit = JSON.parse(text) as ShardCommit;
    if (commit.schema === 'iam-range/commit/v1' && [commit.files, commit.setAside].every(Array.isArray))
      return commit;
  } catch {
    // Falls through to the same complaint: damaged is damaged.
  }
  throw new DeterminismError('The record of a committed shard is damaged', { where: path });
}

function proveUnchanged(output: Output, file: FileEntry): void {
  const path = join(output.folder, file.path);
  if (!isThere(path)) throw new DeterminismError('A committed file is gone', { where: file.path });
  const now = hashFile(path);
  if (now.sha256 === file.sha256 && now.bytes === file.bytes) return;
  throw new DeterminismError('A committed file changed after it was committed', { where: file.path });
}
