import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { Session } from '../../app/host/session.ts';
import { UsageError } from '../../core/errors.ts';
import { digest } from '../../core/hash.ts';
import { NO_CRASH } from '../../dataset/commit/crash-point.ts';
import { onDisk, readIfThere, syncAndClose, writeAll } from '../../dataset/commit/files.ts';
import type { Seen } from '../../env/session.ts';
import type { RangeState } from '../../scenario/scenario.ts';
import type { Outcome } from '../../screen/outcome.ts';
import type { Hub, Progress } from './hub.ts';
import type { Setting } from './lay.ts';
import { readAs, SETTING } from './setting.ts';

const FORMAT = 'iam-range/serve/v1';

/** What a state file holds: the setting, and all that happened since it was laid. */
export interface SavedHub {
  version: string;
  /**
   * Of every console's state right after laying: another version of the consoles or the company has another.
   */
  beginning: string;
  setting: Setting;
  /** Of the hub when it was written; older files have none. */
  revision?: number;
  progress: Progress;
}

/** What was asked for on the command line; undefined takes what the file says. */
export interface Asked {
  version: string;
  seed?: string;
  people?: number;
}

const SAVED = z.object({
  format: z.literal(FORMAT),
  version: z.string(),
  beginning: z.string(),
  setting: SETTING,
  revision: z.number().int().min(1).optional(),
  progress: z.object({
    nowMs: z.number().int(),
    apps: z.record(z.string(), z.looseObject({ audit: z.array(z.unknown()) })),
    session: z.looseObject({
      history: z.array(z.string()),
      count: z.number(),
      posts: z.number(),
      saves: z.number(),
    }),
    armed: z.array(z.object({ name: z.string(), nth: z.number().int(), strikesBefore: z.number().int() })),
    armings: z.record(z.string(), z.number().int()),
    pages: z.array(z.looseObject({ typed: z.string() })),
    outcome: z.looseObject({ kind: z.string(), note: z.string() }).nullable(),
  }),
});

/**
 * The state kept in a file; undefined when there is no such file. Throws UsageError for a file that is
 * damaged, or of another seed, size or version than asked for.
 */
export function readState(path: string, asked: Asked): SavedHub | undefined {
  const text = readIfThere(path);
  if (text === null) return undefined;
  const saved = readAs(SAVED, parse(text, path), path);
  const { version, setting } = saved;
  refuseOther('version', { path, kept: version, asked: asked.version });
  refuseOther('seed', { path, kept: setting.seed, asked: asked.seed });
  refuseOther('people', { path, kept: String(setting.people), asked: asked.people?.toString() });
  const { apps, session, pages, outcome, ...rest } = saved.progress;
  const progress = {
    ...rest,
    apps: apps as unknown as RangeState,
    session: session as unknown as Session,
    pages: pages as unknown as Seen[],
    outcome: outcome as Outcome | null,
  };
  const { beginning, revision } = saved;
  return { version, beginning, setting, progress, ...(revision === undefined ? {} : { revision }) };
}

/**
 * Brings a hub that was laid with the saved setting to the saved state. Throws UsageError when it began
 * otherwise.
 */
export function resumeState(hub: Hub, { beginning, progress, revision }: SavedHub, path: string): void {
  if (beginningOf(hub) !== beginning) {
    throw new UsageError('The state belongs to other consoles or another company than these.', {
      where: path,
      allowed: 'the code that wrote it, or another --state file',
    });
  }
  hub.resume(progress, revision);
}

/** Writes the state whole or not at all: a new file beside it takes its name. */
export function writeState(hub: Hub, { path, version }: { path: string; version: string }): void {
  const saved = {
    format: FORMAT,
    version,
    beginning: beginningOf(hub),
    setting: hub.laid.setting,
    revision: hub.revision,
    progress: hub.progress(),
  };
  const temp = `${path}.${process.pid}.part`;
  const fd = onDisk('making', temp, () => openSync(temp, 'w', 0o600));
  try {
    writeAll({ fd, path: temp }, Buffer.from(`${JSON.stringify(saved)}\n`));
  } catch (error) {
    closeSync(fd);
    rmSync(temp, { force: true });
    throw error;
  }
  syncAndClose({ fd, path: temp }, NO_CRASH);
  onDisk('renaming', path, () => renameSync(temp, path));
}

/** Keeps a hub's state in a file. */
export interface Keeper {
  /** Writes the state soon, if it has changed since it was last written. */
  note(): void;
  /** Writes it now, visits included. Throws InfraError when the disk refuses. */
  write(): void;
}

/**
 * A keeper of the state in a file; `onTrouble` is called when the disk refuses, and the next change tries
 * again.
 */
export function keepState(
  hub: Hub,
  file: { path: string; version: string; onTrouble: (error: Error) => void },
): Keeper {
  let written = -1;
  let isDue = false;
  const write = (): void => {
    writeState(hub, file);
    written = hub.revision;
  };
  const writeIfChanged = (): void => {
    isDue = false;
    if (hub.revision === written) return;
    try {
      write();
    } catch (error) {
      file.onTrouble(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return {
    note: () => {
      if (isDue || hub.revision === written) return;
      isDue = true;
      // After the answer has gone out: nobody waits for the disk.
      setImmediate(writeIfChanged);
    },
    write,
  };
}

const beginnings = new WeakMap<RangeState, string>();

/** The digest of a beginning takes a while and is always the same. */
function beginningOf(hub: Hub): string {
  const known = beginnings.get(hub.session.beginning) ?? digest(hub.session.beginning);
  beginnings.set(hub.session.beginning, known);
  return known;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('The state file is damaged: it is no JSON.', {
      where: path,
      allowed: 'a file that `iam-range serve --state` wrote, or a name that is not taken',
    });
  }
}

function refuseOther(
  what: string,
  { path, kept, asked }: { path: string; kept: string; asked: string | undefined },
): void {
  if (asked === undefined || asked === kept) return;
  throw new UsageError(`The state is of ${what} ${kept}, not ${asked}.`, {
    where: path,
    allowed: what === 'version' ? 'the version that wrote it' : `--${what} ${kept}, or another --state file`,
  });
}
