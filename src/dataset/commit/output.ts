import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { digest } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import { type CrashPoint, NO_CRASH } from './crash-point.ts';
import { errorCode, listFolder, makeNamedFolder, onDisk, putIfAbsent, readIfThere } from './files.ts';
import type { Identity } from './record.ts';

/** Names of the files and folders that a dataset folder has beside its tables. */
export const NAMES = {
  temp: '_tmp',
  commits: '_commits',
  identity: '_commits/identity.json',
  card: 'README.md',
  manifest: 'manifest.json',
  manifestSum: 'manifest.sha256',
} as const;

/** A folder that takes a dataset of one identity. */
export interface Output {
  folder: string;
  identity: Identity;
  /** Digest of the identity: what every shard of the dataset carries. */
  identitySha256: string;
  /** Names what this process has not published yet; see `takeLease`. */
  token: string;
  /** `new` holds nothing yet, `partial` some shards, `complete` a manifest. */
  state: 'new' | 'partial' | 'complete';
}

/**
 * Opens a folder for a dataset. Empty or absent: claims it. Of the same identity: goes on. Anything else is a
 * UsageError and stays untouched.
 */
export function openOutput(options: {
  folder: string;
  identity: Identity;
  token?: string;
  crashPoint?: CrashPoint;
}): Output {
  const { folder, identity, token = 'unnamed' } = options;
  const identitySha256 = digest(identity);
  const text = canonicalJson({ schema: 'iam-range/identity/v1', identity, sha256: identitySha256 });
  const path = join(folder, NAMES.identity);
  const names = namesIn(folder);
  const there = names ? readIfThere(path) : null;
  if (there === null) {
    // A run that was killed while it claimed the folder leaves nothing but these two.
    const foreign = (names ?? []).filter(name => name !== NAMES.temp && name !== NAMES.commits);
    if (foreign.length > 0) throw refusal(folder, `holds something else: ${foreign.slice(0, 5).join(', ')}`);
    makeNamedFolder(join(folder, NAMES.commits));
    putIfAbsent({
      path,
      text,
      tempFolder: join(folder, NAMES.temp),
      token,
      crashPoint: options.crashPoint ?? NO_CRASH,
    });
    return { folder, identity, identitySha256, token, state: 'new' };
  }
  if (there !== text) throw refusal(folder, `holds a dataset of another ${differingParts(there, identity)}`);
  const isComplete = names?.includes(NAMES.manifest);
  // A run that was killed right after its manifest leaves its temporary folder.
  const temp = join(folder, NAMES.temp);
  if (isComplete) onDisk('removing', temp, () => rmSync(temp, { recursive: true, force: true }));
  return { folder, identity, identitySha256, token, state: isComplete ? 'complete' : 'partial' };
}

/**
 * Gives a folder back in which nothing was published and nobody is at work, so that a run that failed at once
 * does not stand in the way of one with a mended recipe.
 */
export function releaseOutput({ folder }: Output): void {
  const [temp, commits] = [join(folder, NAMES.temp), join(folder, NAMES.commits)];
  const identity = join(folder, NAMES.identity);
  const isClaimOnly =
    listFolder(folder).every(name => name === NAMES.temp || name === NAMES.commits) &&
    listFolder(commits).every(name => join(commits, name) === identity) &&
    listFolder(temp).length === 0;
  if (!isClaimOnly) return;
  onDisk('removing', identity, () => rmSync(identity, { force: true }));
  for (const path of [temp, commits]) {
    try {
      rmdirSync(path);
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
    }
  }
}

function namesIn(folder: string): string[] | null {
  return onDisk('listing', folder, () => {
    try {
      return readdirSync(folder).sort((a, b) => (a < b ? -1 : 1));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      if (errorCode(error) === 'ENOTDIR') throw refusal(folder, 'is a file');
      throw error;
    }
  });
}

function refusal(folder: string, why: string): UsageError {
  return new UsageError(`The output folder ${why}`, {
    where: folder,
    allowed: 'an empty or absent folder, or one with a dataset of the same recipe, code and browser',
    repeat: 'name another folder, or remove this one yourself',
  });
}

/** Which parts of the identity differ, for the reader of the message. */
function differingParts(text: string, identity: Identity): string {
  const words: Record<keyof Identity, string> = { recipe: 'recipe', generator: 'code', render: 'browser' };
  try {
    const other = (JSON.parse(text) as { identity: Identity }).identity;
    const parts = (Object.keys(words) as (keyof Identity)[]).filter(
      part => canonicalJson(other[part]) !== canonicalJson(identity[part]),
    );
    return parts.map(part => words[part]).join(' and ') || 'kind';
  } catch {
    return 'kind';
  }
}
