import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import type { ShardCommit } from '../../src/dataset/commit/record.ts';
import type { RecipeInput } from '../../src/dataset/plan/recipe.ts';

/** Runs of the real command in processes of their own, which die as processes do. */

/** Compiled where all is tried: a process starts in a third of the time, and gives the same bytes (see `package.test.ts`). */
const BIN = inject('compiledCommand') ?? new URL('../../src/cli/bin.mjs', import.meta.url).pathname;

/** Three short episodes, a shard each. */
export const TINY: RecipeInput = {
  name: 'tiny',
  seed: 'crash',
  episodes: 3,
  people: 50,
  worlds: 1,
  scenarios: ['authentication/mfa-reset', 'questions/who-approved', 'requests/add-to-group'],
  edgeShare: 0,
  faultShare: 0,
  policies: { expert: 1 },
  shardEpisodes: 1,
};

const folders: string[] = [];
const children = new Set<ChildProcess>();
afterAll(() => {
  // A run that a failed test left: its workers end with it.
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder of its own, removed when the tests end. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iam-range-crash-'));
  folders.push(folder);
  return folder;
}

/** A recipe as a file in a new folder. */
export function recipeFile(changes: Partial<RecipeInput> = {}): string {
  const file = join(tempFolder(), 'recipe.json');
  writeFileSync(file, JSON.stringify({ ...TINY, ...changes }));
  return file;
}

/** How a command ended. */
export interface Ended {
  /** The exit code, or the signal that ended it. */
  code: number | string;
  out: string;
  err: string;
}

export interface Started {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves once what was said on the error output matches. */
  said(pattern: RegExp): Promise<void>;
}

/** Starts `iam-range` with these words; detached, in a process group of its own, as under a terminal. */
export function start(
  words: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; isDetached?: boolean } = {},
): Started {
  const { env = {}, cwd, isDetached = false } = options;
  const child = spawn(process.execPath, [BIN, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isDetached,
    ...(cwd === undefined ? {} : { cwd }),
  });
  children.add(child);
  let [out, err] = ['', ''];
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    for (const look of waiting) look();
  });
  const ended = new Promise<Ended>(resolve => {
    child.once('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? signal ?? 'unknown', out, err });
    });
  });
  const said = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(err)) resolve();
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`Ended without saying ${pattern}:\n${err}`)));
    });
  return { child, ended, said };
}

/** Runs `iam-range generate` without a browser, by one worker unless told otherwise; it fails where an episode is set aside. */
export function generate(
  recipe: string,
  out: string,
  options: { words?: readonly string[]; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<Ended> {
  const { words = [], ...rest } = options;
  const by = words.includes('--workers') ? [] : ['--workers', '1'];
  const on = words.includes('--surface') ? [] : ['--surface', 'dom'];
  return start(['generate', recipe, '--out', out, '--no-certify', '--strict', ...on, ...by, ...words], rest)
    .ended;
}

/** Every file of a folder by its digest. */
export function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter(file => statSync(join(folder, file)).isFile())
      .map(file => [file, sha256(readFileSync(join(folder, file)))]),
  );
}

/** What is published: all but the temporary folder. */
export function published(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(snapshot(folder)).filter(([file]) => !file.startsWith('_tmp')));
}

/** What readers see that is not as in the undisturbed dataset: nothing, at any time. */
export function strangers(folder: string, clean: Record<string, string>): string[] {
  return Object.entries(published(folder))
    .filter(([file, digest]) => clean[file] !== digest)
    .map(([file]) => file);
}

/** What an interrupted run must not leave: files that belong to no shard that is done. */
export function leavings(folder: string): string[] {
  const files = Object.keys(snapshot(folder));
  const records = files.filter(file => /^_commits\/\d+\.json$/.test(file));
  const told = records.flatMap(file => {
    const { files: tables } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ShardCommit;
    return tables.map(({ path }) => path);
  });
  const kept = new Set(['_commits/identity.json', ...records, ...told]);
  return files.filter(file => !kept.has(file));
}

/** Waits until something holds; other processes take their time. */
export async function until(what: string, holds: () => boolean, ms = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Not within ${ms} ms: ${what}`);
    await new Promise(done => setTimeout(done, 20));
  }
}
