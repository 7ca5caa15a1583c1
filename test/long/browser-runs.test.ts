import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { descendants, type Process, processes, profilesOf, watchBrowsers } from '../support/processes.ts';
import { generate, leavings, recipeFile, snapshot, start, tempFolder, until } from './runs.ts';

/** Whole runs of the command with real browsers. */

const isWorker = ({ line }: Process): boolean => line.includes('worker.mjs');
const isPage = ({ line }: Process): boolean => line.includes('--type=renderer');

const BY_BROWSER = ['--surface', 'browser', '--workers', '2'];

/** Starts a run in a group of its own and comes back once both its workers draw. */
async function startTwo(folder: string, recipe: string) {
  const words = ['generate', recipe, '--out', folder, '--no-certify', ...BY_BROWSER];
  const run = start(words, { isDetached: true });
  const group = run.child.pid ?? 0;
  const below = () => descendants(group);
  await until(
    'both workers draw',
    () => below().filter(isWorker).length === 2 && below().filter(isPage).length >= 2,
    90_000,
  );
  const workers = below().filter(isWorker);
  const makers = [group, ...workers.map(({ pid }) => pid)];
  const watch = watchBrowsers(makers);
  expect(watch.roots().length).toBeGreaterThanOrEqual(2);
  expect(watch.living().filter(isPage).length).toBeGreaterThanOrEqual(2);
  /** What lives of the run: its processes are one group, and each browser is another. */
  const living = () => [
    ...processes().filter(found => found.group === group && !found.isZombie),
    ...watch.living(),
  ];
  return { ...run, group, workers, living, profiles: () => profilesOf(makers) };
}

describe('a run with browsers', () => {
  for (const isWhole of [false, true]) {
    const whom = isWhole ? 'its group is interrupted in the midst of a shard' : 'it is interrupted';
    it(`ends them all when ${whom}`, async () => {
      const folder = join(tempFolder(), 'set');
      const recipe = recipeFile({ episodes: 200, shardEpisodes: 100 });
      const { child, ended, said, group, living, profiles } = await startTwo(folder, recipe);
      if (isWhole) await said(/^\d+\/200 episodes/m);
      const asked = performance.now();
      if (isWhole) process.kill(-group, 'SIGINT');
      else child.kill('SIGINT');
      const { code, err } = await ended;
      expect([code, err]).toEqual([130, expect.stringContaining('--resume')]);
      expect(err).not.toContain('note:');
      expect(performance.now() - asked).toBeLessThan(10_000);
      await until('every process is gone', () => living().length === 0);
      expect(profiles()).toEqual([]);
      expect(leavings(folder)).toEqual([]);
    }, 180_000);
  }

  it('leaves no browser behind when it is killed, and the next run sweeps and ends in the same bytes', async () => {
    const [folder, undisturbed] = [join(tempFolder(), 'set'), join(tempFolder(), 'set')];
    const recipe = recipeFile({ episodes: 4 });
    const { child, ended, workers, living, profiles } = await startTwo(folder, recipe);
    const committed = () =>
      readdirSync(join(folder, '_commits'))
        .filter(name => name !== 'identity.json')
        .sort();
    await until('a shard is committed', () => committed().length > 0, 60_000);
    child.kill('SIGKILL');
    for (const { pid } of workers) process.kill(pid, 'SIGKILL');
    expect(await ended).toMatchObject({ code: 'SIGKILL' });
    await until('every process is gone', () => living().length === 0);
    expect(profiles().length).toBeGreaterThanOrEqual(2);
    expect(committed().length).toBeLessThan(4);
    expect(await generate(recipe, folder, { words: ['--resume', ...BY_BROWSER] })).toMatchObject({ code: 0 });
    expect(profiles()).toEqual([]);
    expect(await generate(recipe, undisturbed, { words: BY_BROWSER })).toMatchObject({ code: 0 });
    expect(snapshot(folder)).toEqual(snapshot(undisturbed));
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
