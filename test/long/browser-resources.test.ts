import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { framedDriver } from '../../src/surface/browser/framed.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Stage } from '../../src/surface/browser/stage.ts';
import { DESK, makeSite } from '../browser/pages.ts';
import { descendants, profilesOf, watchBrowsers } from '../support/processes.ts';
import type { Sample } from './browser-episodes.ts';
import { until } from './runs.ts';

/** What browsers take of a machine, and give back. How memory grows is the bench's to measure: it hangs on the load. */

const SCRIPT = fileURLToPath(new URL('browser-episodes.ts', import.meta.url));
const EPISODES = 240;
const EVERY = 5;
/** A page is renewed after so many episodes. */
const PAGE_LIFE = 25;

/** A worker of its own. Its heap for young objects is kept small: how full that is says nothing. */
async function samples(): Promise<Sample[]> {
  const flags = ['--expose-gc', '--max-semi-space-size=1', '--import', 'tsx'];
  const words = [...flags, SCRIPT, ...[EPISODES, EVERY, PAGE_LIFE].map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Sample);
}

describe('a worker with a browser', () => {
  it('has one browser all along, and leaves nothing', async () => {
    const taken = await samples();
    const end = taken.pop();
    expect(taken).toHaveLength(EPISODES / EVERY);
    const [first] = taken;
    expect(first?.browserKb).toBeGreaterThan(10_000);
    expect(first?.workerKb).toBeGreaterThan(10_000);
    for (const { browserProcesses, zombies, folders } of taken) {
      expect([zombies, folders]).toEqual([0, 1]);
      // The page before may not have ended yet.
      expect(browserProcesses).toBeLessThanOrEqual((first?.browserProcesses ?? 0) + 1);
    }
    expect(taken.at(-1)?.browserProcesses).toBe(first?.browserProcesses);
    expect(end).toMatchObject({ browserKb: 0, browserProcesses: 0, zombies: 0, folders: 0 });
  }, 300_000);
});

describe('a browser', () => {
  it('that has had its share of pages ends with the last of them', async () => {
    const cache = openCache();
    const binary = await findBrowser({ cache, needsFull: false });
    const driver = framedDriver({ binary, cache, childEnv: {}, pictures: 'fast' });
    onTestFinished(() => driver.close());
    const watch = watchBrowsers([process.pid]);
    const open = (): Promise<Stage> => driver.open({ viewport: { width: 640, height: 400 }, port: 9 });
    const count = (): [browsers: number, folders: number] => [
      watch.roots().length,
      profilesOf([process.pid]).length,
    ];
    const lasting = await open();
    for (let page = 2; page <= 20; page++) await (await open()).close();
    expect(count()).toEqual([1, 1]);
    const next = await open();
    expect(count()).toEqual([2, 2]);
    await lasting.close();
    expect(count()).toEqual([1, 1]);
    await next.close();
    expect(count()).toEqual([1, 1]);
    for (let page = 2; page <= 20; page++) await (await open()).close();
    expect(count()).toEqual([0, 0]);
    await (await open()).close();
    expect(count()).toEqual([1, 1]);
    await driver.close();
    await until('nothing is left', () => watch.living().length === 0);
    expect(count()).toEqual([0, 0]);
  }, 120_000);

  for (const mode of ['framed', 'playwright'] as const) {
    it(`is one for all sessions that come at once, ${mode}`, async () => {
      const factory = await browserSurfaces({ mode });
      onTestFinished(() => factory.close());
      const browsers = () =>
        descendants(process.pid).filter(
          ({ pid, group, line, isZombie }) =>
            pid === group && line.includes('--remote-debugging-pipe') && !isZombie,
        );
      expect(browsers()).toEqual([]);
      const request = { exchange: makeSite().exchange, viewport: { width: 640, height: 400 } };
      const surfaces = await Promise.all([1, 2, 3, 4].map(() => factory.open(request)));
      expect(browsers()).toHaveLength(1);
      const screens = await Promise.all(surfaces.map(surface => surface.open(`${DESK}/`)));
      expect(screens.map(({ title }) => title)).toEqual(['Desk', 'Desk', 'Desk', 'Desk']);
      await factory.close();
      await until('nothing is left', () => browsers().length === 0);
      expect(profilesOf([process.pid])).toEqual([]);
    }, 60_000);
  }
});
