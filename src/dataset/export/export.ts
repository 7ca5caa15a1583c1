import { closeSync, fstatSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Manifest, ManifestShard } from '../card/manifest.ts';
import {
  atNamedPlace,
  errorCode,
  hashFile,
  listFolder,
  makeFolder,
  makeNamedFolder,
  onDisk,
  writeAll,
} from '../commit/files.ts';
import { openParquet } from '../parquet/read.ts';
import type { Row } from '../tables/define-table.ts';
import { readManifest, requireFolder } from '../verify/folder.ts';
import type { Exporter, Piece } from './exporter.ts';

/** What came of an export. */
export interface ExportReport {
  folder: string;
  rows: number;
  files: number;
  bytes: number;
}

/**
 * Makes the files of an exporter from a whole dataset, in a folder of their own beside it: what is exported is no part of
 * the dataset and of what its bytes depend on. The folder is there whole or not at all. Reads a row group at a time.
 */
export async function exportDataset(options: {
  dataset: string;
  exporter: Exporter;
  out: string;
}): Promise<ExportReport> {
  const { dataset, exporter } = options;
  const out = resolve(options.out);
  const manifest = takeManifest(dataset);
  refusePlace(resolve(dataset), out);
  const shards = shardsOf(manifest, exporter, dataset);
  makeNamedFolder(dirname(out));
  const temp = atNamedPlace(out, () => mkdtempSync(join(dirname(out), `.${basename(out)}-`)));
  try {
    const count = { rows: 0 };
    const written = await writePieces(temp, exporter.files(readRows({ dataset, shards, count })));
    const about = { schema: 'iam-range/export/v1', exporter: exporter.name, identity: manifest.identity };
    await writePieces(
      temp,
      only({ path: 'export.json', content: `${canonicalJson({ ...about, ...count })}\n` }),
    );
    onDisk('publishing', out, () => renameSync(temp, out));
    return { folder: out, ...count, ...written };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

async function* only(piece: Piece): AsyncIterable<Piece> {
  yield piece;
}

function takeManifest(dataset: string): Manifest {
  const problems: string[] = [];
  requireFolder(dataset);
  const manifest = readManifest(dataset, (file, reason) => problems.push(`${file} ${reason}`));
  if (manifest && problems.length === 0) return manifest;
  throw new UsageError(`Not a whole dataset: ${problems[0]}`, {
    where: dataset,
    allowed: 'a folder that `iam-range generate` has finished',
  });
}

/** Files of others in a dataset would make it another, and files that are there belong to somebody. */
function refusePlace(dataset: string, out: string): void {
  const allowed = 'a folder outside of the dataset that is absent or empty';
  if (out === dataset || out.startsWith(dataset + sep))
    throw new UsageError('An export cannot lie inside of the dataset', { where: out, allowed });
  try {
    if (listFolder(out).length > 0)
      throw new UsageError('The folder for the export is not empty', { where: out, allowed });
  } catch (error) {
    if (error instanceof Error && errorCode(error.cause) === 'ENOTDIR')
      throw new UsageError('A file stands where the export should go', { where: out, allowed });
    throw error;
  }
}

function shardsOf({ shards }: Manifest, { name, table }: Exporter, dataset: string): ManifestShard[] {
  const found = shards.filter(file => file.path.startsWith(`${table.name}/`));
  if (found.length > 0) return found;
  const there = [...new Set(shards.map(file => file.path.split('/')[0]))].join(', ');
  throw new UsageError(`The dataset has no table ${table.name}, which ${name} is made from`, {
    where: dataset,
    nearest: `it has ${there || 'none'}`,
  });
}

/** The rows of the files, in the order of shards. Other bytes than the manifest's are refused before they are read. */
async function* readRows(given: {
  dataset: string;
  shards: readonly ManifestShard[];
  count: { rows: number };
}): AsyncGenerator<Row> {
  const { dataset, shards, count } = given;
  for (const { path, sha256 } of shards) {
    const file = join(dataset, path);
    if (hashFile(file).sha256 !== sha256)
      throw new UsageError('A table is damaged: its bytes are not those of the manifest', {
        where: file,
        repeat: `npx iam-range verify ${dataset} names all that is wrong`,
      });
    const reader = await openParquet(file);
    for (const group of reader.groups) {
      for (const row of await reader.read(group)) {
        count.rows += 1;
        yield row;
      }
    }
  }
}

/** Names that stay inside of the folder, whatever a dataset calls its pictures. */
const SAFE_PATH = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;

async function writePieces(
  folder: string,
  pieces: AsyncIterable<Piece>,
): Promise<{ files: number; bytes: number }> {
  const files = openFiles(folder);
  let bytes = 0;
  try {
    for await (const { path, content } of pieces) {
      if (!SAFE_PATH.test(path))
        throw new UsageError(`An export cannot have a file named ${JSON.stringify(path)}`, { where: folder });
      const piece = typeof content === 'string' ? Buffer.from(content) : content;
      files.append(join(folder, path), piece);
      bytes += piece.length;
    }
  } finally {
    files.close();
  }
  return { files: files.count(), bytes };
}

/** Files that grow; the one that was written last is held open. */
function openFiles(folder: string) {
  const folders = new Set([folder]);
  let last = { path: '', fd: -1 };
  let count = 0;
  const close = (): void => {
    if (last.fd >= 0) closeSync(last.fd);
    last = { path: '', fd: -1 };
  };
  return {
    append: (path: string, bytes: Uint8Array): void => {
      if (!folders.has(dirname(path))) makeFolder(dirname(path));
      folders.add(dirname(path));
      if (last.path !== path) {
        close();
        last = { path, fd: onDisk('making', path, () => openSync(path, 'a', 0o644)) };
        if (fstatSync(last.fd).size === 0) count += 1;
      }
      writeAll(last, bytes);
    },
    close,
    count: () => count,
  };
}
