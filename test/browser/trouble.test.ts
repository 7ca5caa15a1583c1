import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import { cachedFile } from '../../src/surface/browser/cache.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { DESK, makeSite } from './pages.ts';

const VIEWPORT = { width: 1280, height: 800 };
const folder = mkdtempSync(join(tmpdir(), 'browser-trouble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The processes of the browsers that this process started: pid and command line. */
function processes(): { pid: number; line: string }[] {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .sort()
    .flatMap(name => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const [state, , group] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ');
        return [{ pid: Number(name), group: Number(group), line, isZombie: state === 'Z' }];
      } catch {
        return [];
      }
    });
  const roots = all.filter(
    ({ line }) => line.includes(`iam-range-browser-${process.pid}-`) && !line.includes('--type='),
  );
  return all.filter(({ group, isZombie }) => !isZombie && roots.some(({ pid }) => pid === group));
}

const profiles = (): string[] =>
  readdirSync(tmpdir()).filter(name => name.startsWith(`iam-range-browser-${process.pid}-`));

test('a browser that is killed is an InfraError, and the next session gets a new one', async () => {
  const factory = await browserSurfaces();
  const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await surface.open(`${DESK}/`);
  const root = processes().find(({ line }) => !line.includes('--type='));
  process.kill(root?.pid ?? 0, 'SIGKILL');
  await expect(surface.look()).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_CRASH' });
  await surface.close();
  const next = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  expect((await next.open(`${DESK}/`)).title).toBe('Desk');
  await factory.close();
  expect(processes()).toEqual([]);
  expect(profiles()).toEqual([]);
}, 60_000);

test('a page that crashes is an InfraError of its session', async () => {
  const factory = await browserSurfaces();
  const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  await surface.open(`${DESK}/`);
  for (const { pid, line } of processes()) if (line.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
  await expect(surface.look()).rejects.toMatchObject({ name: 'InfraError', code: 'BROWSER_CRASH' });
  await surface.close();
  const next = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
  expect((await next.open(`${DESK}/`)).title).toBe('Desk');
  await factory.close();
  expect(profiles()).toEqual([]);
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
