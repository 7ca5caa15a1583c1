import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import type { Manifest } from '../card/manifest.ts';
import { isThere, listFolder, onDisk } from '../commit/files.ts';
import { NAMES } from '../commit/output.ts';
import { CAPS } from '../parquet/read.ts';
import { SPLITS } from '../plan/shard-plan.ts';

const MAX_MANIFEST_BYTES = 64 * 2 ** 20;
const MAX_DEPTH = 4;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const path = z
  .string()
  .regex(/^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/)
  .max(200);
const size = z.looseObject({ width: count, height: count });
const file = z.looseObject({ path, sha256: hash, bytes: count.max(CAPS.fileBytes) });

/** As much of a manifest as a check leans on before it believes anything. */
const MANIFEST = z.looseObject({
  schema: z.enum(['iam-range/manifest/v1', 'iam-range/manifest/v2']),
  generator: z.looseObject({ version: z.string(), sourceSha256: z.string() }),
  config: z.looseObject({
    sha256: hash,
    inline: z.union([
      z.looseObject({ viewports: z.array(size).min(1), scales: z.record(z.string(), count).optional() }),
      z.looseObject({ viewport: size, scales: z.undefined() }),
    ]),
  }),
  identity: hash,
  render: z.looseObject({}).nullable(),
  inputs: z.array(z.never()).length(0),
  shards: z.array(file.extend({ rows: count, episodes: count, shard: count, split: z.enum(SPLITS) })),
  files: z.array(file),
  setAside: z.array(z.looseObject({ id: z.string(), shard: count })).optional(),
  measures: z.looseObject({ episodes: count, rows: count }),
});

type Report = (file: string, reason: string) => void;

/** UsageError where there is no folder that could hold a dataset: nothing can be said of its files. */
export function requireFolder(folder: string): void {
  const stat = isThere(folder)
    ? onDisk('looking at', folder, () => statSync(folder, { throwIfNoEntry: false }))
    : undefined;
  if (stat?.isDirectory()) return;
  throw new UsageError(stat ? 'This is no folder, so it holds no dataset' : 'There is no such folder', {
    where: folder,
    allowed: 'a folder that `iam-range generate` has finished',
    repeat: 'npx iam-range generate quickstart makes one in datasets/quickstart/out',
  });
}

/** UsageError where a folder holds nothing that a dataset has: what is no dataset is not a damaged one. */
export function requireDataset(folder: string, tables: readonly string[]): void {
  requireFolder(folder);
  const own: readonly string[] = [NAMES.manifest, NAMES.manifestSum, NAMES.commits, NAMES.temp, ...tables];
  if (listFolder(folder).some(name => own.includes(name))) return;
  throw new UsageError('This folder holds no dataset', {
    where: folder,
    allowed: `a folder that \`iam-range generate\` has finished: it has a ${NAMES.manifest}`,
    repeat: 'npx iam-range generate quickstart makes one in datasets/quickstart/out',
  });
}

/** The manifest, proven against its checksum; null when there is nothing to go on. */
export function readManifest(folder: string, report: Report): Manifest | null {
  const text = readSmall(folder, NAMES.manifest, report);
  const sum = readSmall(folder, NAMES.manifestSum, report);
  if (text === null) return null;
  if (sum !== null && sum.toString('latin1') !== `${sha256(text)}  ${NAMES.manifest}\n`) {
    report(NAMES.manifestSum, `is not the checksum of ${NAMES.manifest}: one of the two was changed`);
  }
  try {
    const result = MANIFEST.safeParse(JSON.parse(text.toString('utf8')));
    if (result.success) return result.data as unknown as Manifest;
    const issue = result.error.issues[0];
    report(NAMES.manifest, `is malformed at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`);
  } catch {
    report(NAMES.manifest, 'is not JSON');
  }
  return null;
}

function readSmall(folder: string, name: string, report: Report): Buffer | null {
  const at = join(folder, name);
  const stat = onDisk('looking at', at, () => lstatSync(at, { throwIfNoEntry: false }));
  if (!stat) report(name, 'is missing: the dataset is not complete');
  else if (!stat.isFile()) report(name, 'is not a plain file');
  else if (stat.size > MAX_MANIFEST_BYTES)
    report(name, `has ${stat.size} bytes, more than ${MAX_MANIFEST_BYTES}`);
  else return onDisk('reading', at, () => readFileSync(at));
  return null;
}

/** What the folder holds beyond the manifest, what it lacks, and what is no plain file. */
export function listAliens(folder: string, manifest: Manifest): { path: string; reason: string }[] {
  const listed = [...manifest.shards, ...manifest.files].map(entry => entry.path);
  const known = new Set([...listed, NAMES.manifest, NAMES.manifestSum]);
  const folders = new Set([...known].flatMap(name => parents(name)));
  const found = new Set<string>();
  const aliens: { path: string; reason: string }[] = [];
  const visit = (under: string, depth: number): void => {
    for (const name of listFolder(join(folder, under))) {
      const at = under ? `${under}/${name}` : name;
      const stat = lstatSync(join(folder, at), { throwIfNoEntry: false });
      if (stat?.isSymbolicLink()) aliens.push({ path: at, reason: 'is a link' });
      else if (at === NAMES.temp) aliens.push({ path: at, reason: 'is left over from a stopped run' });
      else if (stat?.isDirectory() && folders.has(at) && depth < MAX_DEPTH) visit(at, depth + 1);
      else if (stat?.isFile() && known.has(at)) found.add(at);
      else aliens.push({ path: at, reason: 'is not in the manifest' });
    }
  };
  visit('', 0);
  const reported = new Set(aliens.map(alien => alien.path));
  for (const name of known)
    if (!found.has(name) && !reported.has(name)) aliens.push({ path: name, reason: 'is missing' });
  if (new Set(listed).size !== listed.length)
    aliens.push({ path: NAMES.manifest, reason: 'lists a file twice' });
  return aliens;
}

function parents(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
