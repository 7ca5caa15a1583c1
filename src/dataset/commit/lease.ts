import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CONFLICT_ENDING, listFolder, makeFolder, onDisk } from './files.ts';
import { NAMES } from './output.ts';

/** Begins the name of a lease, which ends with the token of its run. */
const PREFIX = 'lease-';

/** A lease is renewed this often … */
export const RENEW_MS = 10_000;
/** … and is over when it was not for so long. */
const OVER_AFTER_MS = 12 * RENEW_MS;

/** What a run holds while it is at work in a folder, so that no other takes what it has half done for a leftover. */
export interface Lease {
  /** Names the run in all that it has not published yet; no other run in the folder has the same. */
  token: string;
  /** Says that the run still lives. Has to be called every `RENEW_MS`. */
  renew(): void;
  /** Gives it back; harmless when the folder is gone. */
  release(): void;
}

/**
 * Takes a lease in a dataset folder. The file system draws the token, so that two machines on one folder draw two; a number
 * of a process says nothing on another machine.
 */
export function takeLease(folder: string): Lease {
  const temp = join(folder, NAMES.temp);
  makeFolder(temp);
  const path = onDisk('making', temp, () => mkdtempSync(join(temp, PREFIX)));
  const renew = (): void => {
    try {
      writeFileSync(join(path, MARK), '');
    } catch {
      // A run that is done takes the temporary folder away, and a disk in trouble stops the work itself.
    }
  };
  renew();
  return {
    token: basename(path).slice(PREFIX.length),
    renew,
    release: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** What a run left unpublished is named after it: `00003.a1B2c3.0` a shard, `0f3a….a1B2c3-2.0.part` a small file. */
const LEFT_BY = /^[0-9a-f]+\.([A-Za-z0-9]+)(-\d+)?\.\d+(\.part)?$/;

/** Removes what one process of a run left unpublished; its token is that of the run, a hyphen and a number. */
export function sweepProcess(folder: string, token: string): void {
  const temp = join(folder, NAMES.temp);
  for (const name of listFolder(temp)) {
    const [, run, process = ''] = LEFT_BY.exec(name) ?? [];
    if (run !== undefined && run + process === token) remove(join(temp, name));
  }
}

/**
 * Removes what runs left unpublished whose lease is over. Two deliveries that differ stay, for somebody to look at. All
 * times are those of the file system's own clock: `own` was renewed just now.
 */
export function sweepLeftovers(folder: string, own: Lease): void {
  const temp = join(folder, NAMES.temp);
  own.renew();
  const nowMs = touchedMs(join(temp, PREFIX + own.token)) ?? 0;
  const isOver = (path: string): boolean => nowMs - (touchedMs(path) ?? nowMs) > OVER_AFTER_MS;
  for (const name of listFolder(temp)) {
    const path = join(temp, name);
    const run = LEFT_BY.exec(name)?.[1];
    const lease = run === undefined ? path : join(temp, PREFIX + run);
    if (run === undefined && !name.startsWith(PREFIX)) continue;
    // Without a lease, as in the moment when a folder is claimed, a thing's own age counts.
    if (isOver(touchedMs(lease) === null ? path : lease)) remove(path);
  }
}

function remove(path: string): void {
  if (!path.endsWith('.part') && listFolder(path).some(file => file.endsWith(CONFLICT_ENDING))) return;
  onDisk('removing', path, () => rmSync(path, { recursive: true, force: true }));
}

const MARK = 'alive';

/** When something was last changed; a lease when it was last renewed. Null when there is no such thing. */
function touchedMs(path: string): number | null {
  const mark = basename(path).startsWith(PREFIX) ? join(path, MARK) : path;
  return onDisk('looking at', mark, () => statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? null);
}
