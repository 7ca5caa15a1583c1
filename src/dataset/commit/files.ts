import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolders } from '../../core/disk.ts';
import { InfraError, UsageError } from '../../core/errors.ts';
import { sha256 } from '../../core/hash.ts';
import { DeterminismError } from './errors.ts';
import type { CrashPoint } from './crash-point.ts';

const READ_BYTES = 1 << 20;

/** Ends the name of an unpublished file whose bytes differ from the published ones. */
export const CONFLICT_ENDING = '.conflict';

/** The code of a system error, such as `ENOENT`, or '' of anything else. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Does something on the disk; trouble becomes an InfraError that names the path. */
export function onDisk<T>(doing: string, path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = errorCode(error);
    if (!/^E[A-Z0-9]+$/.test(code)) throw error;
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    const what = isFull ? 'The disk is full' : `The disk answered ${code}`;
    const repeat = 'free the cause and run the same command again; what is finished is kept';
    throw new InfraError(isFull ? 'DISK_FULL' : 'DISK', `${what} when ${doing} ${path}`, {
      repeat,
      cause: error,
    });
  }
}

/** Makes a folder and those above it, one after another: Node's own way to make them all never ends in `/proc`. */
export function makeFolder(path: string): void {
  onDisk('making', path, () => makeFolders(path));
}

/** What is answered where the place is wrong, not the machine ill. */
const NO_PLACE = ['ENOENT', 'ENOTDIR', 'EEXIST', 'EACCES', 'EPERM', 'EROFS'];

/** Makes a folder that somebody named. A place that takes none is a UsageError. */
export function makeNamedFolder(path: string): void {
  atNamedPlace(path, () => makeFolders(path), 'No folder can be made there');
}

/** Writes where somebody said. A place that takes nothing is a UsageError. */
export function atNamedPlace<T>(path: string, write: () => T, what = 'Nothing can be written there'): T {
  try {
    return write();
  } catch (error) {
    const code = errorCode(error);
    if (!NO_PLACE.includes(code)) throw error;
    const allowed = 'a folder that you may write to';
    throw new UsageError(`${what} (${code})`, { where: path, allowed, cause: error });
  }
}

/** Writes all bytes at the end of an open file. */
export function writeAll(file: { fd: number; path: string }, bytes: Uint8Array): void {
  onDisk('writing', file.path, () => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file.fd, bytes, done, bytes.length - done);
  });
}

/** Brings an open file to the disk and closes it, also when bringing it fails. */
export function syncAndClose(file: { fd: number; path: string }, crashPoint: CrashPoint): void {
  try {
    crashPoint('file.fsync');
    onDisk('syncing', file.path, () => fsyncSync(file.fd));
    crashPoint('file.close');
  } finally {
    closeSync(file.fd);
  }
}

/** Brings the names in a folder to the disk. Systems that cannot are let be. */
export function syncFolder(path: string): void {
  onDisk('syncing', path, () => {
    const fd = openSync(path, 'r');
    try {
      fsyncSync(fd);
    } catch (error) {
      if (!['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP'].includes(errorCode(error))) throw error;
    } finally {
      closeSync(fd);
    }
  });
}

/** Size and hexadecimal SHA-256 of a file, read in pieces. */
export function hashFile(path: string): { sha256: string; bytes: number } {
  return onDisk('reading', path, () => {
    const fd = openSync(path, 'r');
    try {
      const hash = createHash('sha256');
      const piece = Buffer.alloc(READ_BYTES);
      let bytes = 0;
      for (let got = readSync(fd, piece); got > 0; got = readSync(fd, piece)) {
        hash.update(piece.subarray(0, got));
        bytes += got;
      }
      return { sha256: hash.digest('hex'), bytes };
    } finally {
      closeSync(fd);
    }
  });
}

/** Names in a folder in code unit order; none when there is no such folder. */
export function listFolder(path: string): string[] {
  try {
    return readdirSync(path).sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    return onDisk('listing', path, () => {
      throw error;
    });
  }
}

/** Whether there is anything of that name, a dangling link included. */
export function isThere(path: string): boolean {
  return onDisk('looking at', path, () => {
    try {
      return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    } catch (error) {
      if (NO_SUCH_NAME.includes(errorCode(error))) return false;
      throw error;
    }
  });
}

/** Below a file, or longer than names can be: there is nothing of that name. */
const NO_SUCH_NAME = ['ENOTDIR', 'ENAMETOOLONG'];

/**
 * Gives a finished temporary file its name, unless the name is taken. A taken name with equal bytes is
 * success, with other bytes a DeterminismError; then both stay. A link cannot overwrite, as a rename would.
 */
export function publish(temp: string, path: string, crashPoint: CrashPoint): void {
  makeFolder(dirname(path));
  crashPoint('publish.before');
  const isNew = onDisk('publishing', path, () => {
    try {
      linkSync(temp, path);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    }
  });
  crashPoint('publish.after');
  if (!isNew) refuseOtherBytes(temp, path);
  crashPoint('dir.fsync');
  syncFolder(dirname(path));
  onDisk('removing', temp, () => unlinkSync(temp));
}

function refuseOtherBytes(temp: string, path: string): void {
  const [there, made] = [hashFile(path), hashFile(temp)];
  if (there.sha256 === made.sha256) return;
  const kept = `${temp}${CONFLICT_ENDING}`;
  onDisk('keeping', kept, () => renameSync(temp, kept));
  throw new DeterminismError('The same file was made twice with different bytes', {
    where: `${path} (sha256 ${there.sha256}), the other kept as ${kept} (sha256 ${made.sha256})`,
    allowed: 'equal bytes in every run of the same recipe, code and browser',
  });
}

/** Publishes a small text under a name, unless it is there. Same promises as `publish`. */
export function putIfAbsent(options: {
  path: string;
  text: string;
  tempFolder: string;
  /** Of whoever writes: names what is not published yet. */
  token: string;
  crashPoint: CrashPoint;
}): void {
  const { path, text, tempFolder, token, crashPoint } = options;
  makeFolder(tempFolder);
  const file = openNew(join(tempFolder, `${sha256(path).slice(0, 16)}.${token}`));
  try {
    writeAll(file, Buffer.from(text));
  } catch (error) {
    closeSync(file.fd);
    unlinkSync(file.path);
    throw error;
  }
  syncAndClose(file, crashPoint);
  publish(file.path, path, crashPoint);
}

/** A new temporary file. Never one that is there: it may be a second name of a published file. */
function openNew(stem: string): { fd: number; path: string } {
  for (let attempt = 0; ; attempt++) {
    const path = `${stem}.${attempt}.part`;
    const fd = onDisk('making', path, () => {
      try {
        return openSync(path, 'wx', 0o644);
      } catch (error) {
        if (errorCode(error) === 'EEXIST') return null;
        throw error;
      }
    });
    if (fd !== null) return { fd, path };
  }
}

/** The text of a file, or null when there is none. */
export function readIfThere(path: string): string | null {
  return onDisk('reading', path, () => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  });
}
