import { execFile, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/app/looks/assets.ts';
import { sha256 } from '../../src/core/hash.ts';
import type { Found } from './browser-unpack.ts';
import { snapshot, tempFolder } from './runs.ts';

/** The packed browser, unpacked by many processes at once and over whatever lies in the cache. */

const SCRIPT = fileURLToPath(new URL('browser-unpack.ts', import.meta.url));

/** Lets that many processes find the browser at once, and the first few of them start it. */
async function findAtOnce(cache: string, how: { count: number; starting: number }): Promise<Found[]> {
  const running = Array.from({ length: how.count }, (_, at) => {
    const words = [SCRIPT, cache, at < how.starting ? 'start' : 'find'];
    return promisify(execFile)(process.execPath, ['--import', 'tsx', ...words]);
  });
  try {
    return (await Promise.all(running)).map(({ stdout }) => JSON.parse(stdout) as Found);
  } finally {
    for (const { child } of running) child.kill('SIGKILL');
  }
}

/** The digest of what the package holds, by another way than the browser's own finder. */
let pinned = '';
/** A cache that one process filled. */
let whole = '';
let path = '';
beforeAll(async () => {
  const packed = readFileSync(join(packageFolder('@sparticuz/chromium'), 'bin', 'chromium.br'));
  const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 };
  pinned = sha256(brotliDecompressSync(packed, { params }));
  whole = join(tempFolder(), 'cache');
  const [found] = await findAtOnce(whole, { count: 1, starting: 1 });
  path = found?.path ?? '';
}, 120_000);

/** Whether all found the pinned bytes, and those that were to start them did. */
function expectPinned(found: readonly Found[], starting: number): void {
  expect(found.map(({ told, sha256: lies }) => [told, lies])).toEqual(found.map(() => [pinned, pinned]));
  expect(found.map(({ title }) => title)).toEqual(found.map((_, at) => (at < starting ? 'Desk' : null)));
}

describe('the packed browser', () => {
  it('is unpacked by 16 processes at once into an empty cache, and each gets the pinned bytes', async () => {
    const cache = join(tempFolder(), 'cache');
    const found = await findAtOnce(cache, { count: 16, starting: 3 });
    expectPinned(found, 3);
    expect(snapshot(cache)).toEqual(snapshot(whole));
  }, 240_000);

  const damages = {
    'is cut off': (file: string): void => truncateSync(file, 1_000_000),
    'was being written when its writer was killed': (file: string): void => {
      rmSync(`${file}.sha256`);
      renameSync(file, `${file}.${spawnSync('true').pid}-1`);
    },
    'has a byte changed': (file: string): void => changeByte(file, 100_000_000),
    'has a note of its digest that is cut off': (file: string): void => truncateSync(`${file}.sha256`, 20),
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`that ${what} is unpacked anew by each of two that find it so`, async () => {
      const cache = copyOf(whole);
      const file = join(cache, basename(dirname(path)), basename(path));
      damage(file);
      expectPinned(await findAtOnce(cache, { count: 2, starting: 1 }), 1);
      expect(snapshot(cache)).toEqual(snapshot(whole));
    }, 120_000);
  }

  it('is not taken from what an older version left, and that is left alone', async () => {
    const cache = join(tempFolder(), 'cache');
    const older = join(cache, basename(dirname(path)).replace(/-\d+\.\d+\.\d+-/, '-100.0.0-'));
    expect(older).not.toContain(basename(dirname(path)));
    mkdirSync(older, { recursive: true });
    const stale = '#!/bin/sh\necho stale >&2\nexit 1\n';
    writeFileSync(join(older, 'chromium'), stale, { mode: 0o700 });
    writeFileSync(join(older, 'chromium.sha256'), sha256(stale));
    expectPinned(await findAtOnce(cache, { count: 2, starting: 1 }), 1);
    expect(readFileSync(join(older, 'chromium'), 'utf8')).toBe(stale);
    expect(readdirSync(older).sort()).toEqual(['chromium', 'chromium.sha256']);
  }, 120_000);

  it('that cannot be written is reported, and nothing runs', async () => {
    const cache = copyOf(whole);
    const file = join(cache, basename(dirname(path)), basename(path));
    rmSync(file);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    const finding = findAtOnce(cache, { count: 1, starting: 1 });
    await expect(finding).rejects.toThrow(/InfraError.*A part of the browser cannot be unpacked/s);
    await expect(finding).rejects.toThrow(file);
  }, 60_000);
});

function copyOf(cache: string): string {
  const copy = join(tempFolder(), 'cache');
  cpSync(cache, copy, { recursive: true, mode: 0, preserveTimestamps: true });
  return copy;
}

function changeByte(file: string, at: number): void {
  const open = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(open, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(open, byte, 0, 1, at);
  closeSync(open);
}
