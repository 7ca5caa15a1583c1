import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import { cachedFile } from '../../src/surface/browser/cache.ts';
import { withDeadline } from '../../src/surface/browser/deadline.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { DESK, makeSite } from './pages.ts';
import { profilesOf, type Watch, watchBrowsers } from '../support/processes.ts';

const VIEWPORT = { width: 1280, height: 800 };
const folder = mkdtempSync(join(tmpdir(), 'browser-trouble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What no browser may leave: processes, also those whose first one is gone, and folders. */
async function expectNothingLeft(watch: Watch): Promise<void> {
  // A process that was killed takes a moment to end.
  await vi.waitFor(() => expect(watch.living()).toEqual([]), { timeout: 5000 });
  expect(profilesOf([process.pid])).toEqual([]);
}

test('a browser that is killed is an InfraError, and the next session gets a new one', async () => {
  const watch = watchBrowsers([process.pid]);
  const factory = await browserSurfaces();
  const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await surface.open(`${DESK}/`);
  expect(watch.living().length).toBeGreaterThan(1);
  for (const { pid } of watch.roots()) process.kill(pid, 'SIGKILL');
  await expect(surface.look()).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_CRASH' });
  await surface.close();
  await expectNothingLeft(watch);
  const next = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  expect((await next.open(`${DESK}/`)).title).toBe('Desk');
  expect(watch.living().length).toBeGreaterThan(1);
  await factory.close();
  await expectNothingLeft(watch);
}, 60_000);

test('a page that crashes is an InfraError of its session', async () => {
  const watch = watchBrowsers([process.pid]);
  const pages = () => watch.living().filter(({ line }) => line.includes('--type=renderer'));
  const factory = await browserSurfaces();
  const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await surface.open(`${DESK}/`);
  for (const { pid } of pages()) process.kill(pid, 'SIGKILL');
  await expect(surface.look()).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_CRASH' });
  await surface.close();
  const next = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  expect((await next.open(`${DESK}/`)).title).toBe('Desk');
  // A page that was stopped does not see that its browser is gone, and ends only when it is ended, too.
  for (const { pid } of pages()) process.kill(pid, 'SIGSTOP');
  try {
    await withDeadline(factory.close(), 10_000, () => new Error('The browser did not close.'));
    await expectNothingLeft(watch);
  } finally {
    for (const { pid } of watch.living()) process.kill(pid, 'SIGKILL');
  }
}, 60_000);

test('a browser that cannot start says why', async () => {
  const path = join(folder, 'headless-shell');
  writeFileSync(path, '#!/bin/sh\necho "libthing.so: nowhere to be seen" >&2\nexit 127\n', { mode: 0o755 });
  const factory = await browserSurfaces({ browserPath: path });
  const opening = factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await expect(opening).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_START' });
  await expect(opening).rejects.toThrow('libthing.so: nowhere to be seen');
  await factory.close();
  await expect(browserSurfaces({ browserPath: join(folder, 'none') })).rejects.toThrow(join(folder, 'none'));
}, 60_000);

test('a part of the cache that is cut off or altered is made again', async () => {
  const path = join(folder, 'part');
  let made = 0;
  const make = async (): Promise<Uint8Array> => {
    made++;
    return Buffer.from('the whole part');
  };
  await Promise.all([cachedFile(path, make), cachedFile(path, make), cachedFile(path, make)]);
  expect(await cachedFile(path, make)).toBe(sha256('the whole part'));
  const before = made;
  writeFileSync(path, 'the wh');
  await cachedFile(path, make);
  expect(readFileSync(path, 'utf8')).toBe('the whole part');
  expect(made).toBe(before + 1);
  expect(readdirSync(folder).filter(name => name.startsWith('part.'))).toEqual(['part.sha256']);
  expect(existsSync(path)).toBe(true);
});
