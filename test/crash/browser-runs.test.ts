import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  descendants,
  generate,
  type Process,
  processes,
  recipeFile,
  snapshot,
  start,
  tempFolder,
  until,
} from './runs.ts';

/** Whole runs of the command with real browsers. */

/** The folders of browsers that were started by any of these processes. */
const profilesOf = (pids: readonly number[]): string[] =>
  readdirSync(tmpdir())
    .sort()
    .filter(name => pids.some(pid => name.startsWith(`iam-range-browser-${pid}-`)));

const isBrowser = ({ line }: Process): boolean => line.includes('iam-range-browser-');
const isWorker = ({ line }: Process): boolean => line.includes('worker.mjs');

/** Starts a run and gives its workers and browsers once a picture has been taken by all of them. */
async function startTwo(folder: string) {
  const recipe = recipeFile({ episodes: 6, shardEpisodes: 3 });
  const run = start(['generate', recipe, '--out', folder, '--workers', '2', '--no-certify']);
  const below = () => descendants(run.child.pid ?? 0);
  const isDrawing = (): boolean => below().filter(({ line }) => line.includes('--type=renderer')).length >= 2;
  await until('both workers draw', () => below().filter(isWorker).length === 2 && isDrawing(), 90_000);
  const found = below();
  return { ...run, workers: found.filter(isWorker), browsers: found.filter(isBrowser), recipe };
}

const stillThere = (those: readonly Process[]): Process[] =>
  processes().filter(({ pid, line }) => those.some(was => was.pid === pid && was.line === line));

describe('a run with browsers', () => {
  it('ends them all when it is interrupted', async () => {
    const folder = join(tempFolder(), 'set');
    const { child, ended, workers, browsers } = await startTwo(folder);
    expect(browsers.length).toBeGreaterThanOrEqual(2);
    const asked = performance.now();
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('--resume') });
    expect(performance.now() - asked).toBeLessThan(10_000);
    await until('every process is gone', () => stillThere([...workers, ...browsers]).length === 0);
    expect(profilesOf(workers.map(({ pid }) => pid))).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual([]);
  }, 180_000);

  it('leaves no browser behind when it is killed, and the next run sweeps the folders', async () => {
    const folder = join(tempFolder(), 'set');
    const { child, ended, workers, browsers, recipe } = await startTwo(folder);
    child.kill('SIGKILL');
    for (const { pid } of workers) process.kill(pid, 'SIGKILL');
    expect(await ended).toMatchObject({ code: 'SIGKILL' });
    await until('every process is gone', () => stillThere([...workers, ...browsers]).length === 0);
    const words = ['--resume', '--surface', 'browser', '--workers', '2'];
    expect(await generate(recipe, folder, { words })).toMatchObject({ code: 0 });
    expect(profilesOf(workers.map(({ pid }) => pid))).toEqual([]);
  }, 240_000);

  it('starts three times at once on an empty cache, and draws the same pictures', async () => {
    const home = join(tempFolder(), 'home');
    mkdirSync(home);
    const recipe = recipeFile({ episodes: 1 });
    const env = { HOME: home, XDG_CACHE_HOME: '' };
    const words = ['--surface', 'browser'];
    const folders = [1, 2, 3].map(() => join(tempFolder(), 'set'));
    const runs = await Promise.all(folders.map(folder => generate(recipe, folder, { words, env })));
    expect(runs.map(({ code, err }) => [code, /note:/.test(err)])).toEqual(runs.map(() => [0, false]));
    const [first, ...others] = folders.map(snapshot);
    for (const other of others) expect(other).toEqual(first);
    const cached = readdirSync(join(home, '.cache', 'iam-range'), {
      recursive: true,
      encoding: 'utf8',
    }).sort();
    expect(cached.some(name => name.endsWith('/chromium'))).toBe(true);
    expect(cached.filter(name => /\.\d+-\d+$/.test(name))).toEqual([]);
  }, 240_000);
});
