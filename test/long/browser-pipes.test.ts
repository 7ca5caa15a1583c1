import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { DESK, makeSite } from '../browser/pages.ts';
import { processes, profilesOf, watchBrowsers } from '../support/processes.ts';
import { tempFolder, until } from './runs.ts';

/** A browser that ends while somebody who left its group holds its pipes open, and would for an hour. */

const VIEWPORT = { width: 1280, height: 800 };
/** Far more than it takes to let go of the pipes, far less than the deadline of a call. */
const SOON_MS = 10_000;

let holder = 0;
afterEach(() => {
  if (holder > 0) process.kill(holder, 'SIGKILL');
  holder = 0;
});

/** A browser that first starts the holder, waits until that has a group of its own, and then does as told. */
function holdingShell(then: string): { path: string; isHeld(): boolean } {
  const folder = tempFolder();
  const [path, note] = [join(folder, 'headless-shell'), join(folder, 'holder')];
  const hold = `setsid sh -c 'echo $$ > ${note}.new; mv ${note}.new ${note}; exec sleep 3600'`;
  writeFileSync(path, `#!/bin/sh\n${hold} &\nwhile [ ! -e ${note} ]; do sleep 0.01; done\n${then}\n`, {
    mode: 0o755,
  });
  const isHeld = (): boolean => {
    if (existsSync(note)) holder = Number(readFileSync(note, 'utf8'));
    return processes().some(
      ({ pid, line, isZombie }) => pid === holder && line.startsWith('sleep') && !isZombie,
    );
  };
  return { path, isHeld };
}

/** A browser of the package behind a holder, with a page open. */
async function openHeld() {
  const { path } = await findBrowser({ cache: openCache(), needsFull: false });
  const shell = holdingShell(`exec ${path} "$@"`);
  const watch = watchBrowsers([process.pid]);
  const factory = await browserSurfaces({ browserPath: shell.path });
  const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  expect((await surface.open(`${DESK}/`)).title).toBe('Desk');
  expect(shell.isHeld()).toBe(true);
  expect(watch.living().length).toBeGreaterThan(1);
  const expectGone = async (): Promise<void> => {
    await until('nothing is left of the browser', () => watch.living().length === 0);
    expect(shell.isHeld()).toBe(true);
    expect(profilesOf([process.pid])).toEqual([]);
  };
  return { factory, surface, watch, expectGone };
}

test('a start that fails is reported with what was said', async () => {
  const shell = holdingShell('echo "libthing.so: nowhere to be seen" >&2; exit 127');
  const factory = await browserSurfaces({ browserPath: shell.path });
  const asked = performance.now();
  const opening = factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await expect(opening).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_START' });
  await expect(opening).rejects.toThrow('libthing.so: nowhere to be seen');
  expect(performance.now() - asked).toBeLessThan(SOON_MS);
  expect(shell.isHeld()).toBe(true);
  await factory.close();
  expect(profilesOf([process.pid])).toEqual([]);
}, 60_000);

test('a browser that is closed is closed soon', async () => {
  const { factory, expectGone } = await openHeld();
  const asked = performance.now();
  await factory.close();
  expect(performance.now() - asked).toBeLessThan(SOON_MS);
  await expectGone();
}, 60_000);

test('a browser that is killed is missed soon', async () => {
  const { factory, surface, watch, expectGone } = await openHeld();
  const struck = performance.now();
  for (const { pid } of watch.roots()) process.kill(pid, 'SIGKILL');
  await expect(surface.look()).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_CRASH' });
  expect(performance.now() - struck).toBeLessThan(SOON_MS);
  await factory.close();
  await expectGone();
}, 60_000);

test('a browser that is killed while its page is stopped takes the page with it', async () => {
  const watch = watchBrowsers([process.pid]);
  const factory = await browserSurfaces();
  const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await surface.open(`${DESK}/`);
  const pages = watch.living().filter(({ line }) => line.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThan(0);
  for (const { pid } of pages) process.kill(pid, 'SIGSTOP');
  const struck = performance.now();
  for (const { pid } of watch.roots()) process.kill(pid, 'SIGKILL');
  await expect(surface.look()).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_CRASH' });
  expect(performance.now() - struck).toBeLessThan(SOON_MS);
  await until('the stopped page is gone', () => watch.living().length === 0);
  await factory.close();
  expect(profilesOf([process.pid])).toEqual([]);
}, 60_000);
