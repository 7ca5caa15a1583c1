import { createHash } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { InfraError } from '../../core/errors.ts';
import { isProcessOver } from '../../core/process-over.ts';

let attempts = 0;

/** A folder that is ours alone: the one named, else the user's cache, else one in the temporary folder. */
export function openCache(folder?: string): string {
  if (folder !== undefined) return own(folder);
  try {
    return own(join(homedir(), '.cache', 'iam-range'));
  } catch {
    return own(join(tmpdir(), `iam-range-${process.getuid?.() ?? 'user'}`));
  }
}

/** Another user who could write there could have us run his program. */
function own(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    if (!isOurs) throw new Error('it belongs to, or can be written by, somebody else');
    writeFileSync(join(folder, 'README'), 'Unpacked parts of the browser of iam-range. Safe to delete.\n');
    return folder;
  } catch (error) {
    throw new InfraError('BROWSER_START', `The browser's cache folder cannot be used: ${messageOf(error)}.`, {
      where: folder,
      allowed: 'a folder that only this user can write to',
    });
  }
}

/**
 * A file of the cache with the content that `make` gives, made once. What is there already is believed only
 * when its digest is the one noted beside it. Several processes may do this at once: each replaces the file
 * whole.
 */
export async function cachedFile(
  path: string,
  make: () => Promise<Uint8Array>,
  mode = 0o600,
): Promise<string> {
  const noted = await readFile(`${path}.sha256`, 'utf8').catch(() => undefined);
  const found = noted === undefined ? undefined : await fileSha256(path).catch(() => undefined);
  if (found !== undefined && found === noted) return found;
  const body = await make();
  const sha256 = createHash('sha256').update(body).digest('hex');
  replaceFile(path, body, mode);
  if ((await fileSha256(path)) !== sha256) {
    throw new InfraError('BROWSER_START', 'A part of the browser was not written whole. Is the disk full?', {
      where: path,
    });
  }
  replaceFile(`${path}.sha256`, sha256, 0o600);
  return sha256;
}

/** Writes a file in one step: readers see the old one or the new one. */
function replaceFile(path: string, body: string | Uint8Array, mode: number): void {
  const partial = `${path}.${process.pid}-${++attempts}`;
  try {
    sweepPartials(path);
    writeFileSync(partial, body, { mode });
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new InfraError('BROWSER_START', `A part of the browser cannot be unpacked: ${messageOf(error)}.`, {
      where: path,
    });
  }
}

/** A process that was killed while it wrote left what it had. */
function sweepPartials(path: string): void {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path)).sort()) {
    const pid = name.startsWith(start) ? Number(/^(\d+)-\d+$/.exec(name.slice(start.length))?.[1]) : 0;
    if (pid && isProcessOver(pid)) rmSync(join(dirname(path), name), { force: true });
  }
}

/** SHA-256 of a file's bytes, read in pieces. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
