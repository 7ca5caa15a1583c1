import { InfraError } from '../../src/core/errors.ts';
import { sha256 } from '../../src/core/hash.ts';
import { readFileSync } from 'node:fs';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { DESK, makeSite } from '../browser/pages.ts';

/** What one process found, and saw of it. */
export interface Found {
  path: string;
  /** As it was told. */
  told: string;
  /** Of the bytes that lie there. */
  sha256: string;
  /** What the browser showed, where one was to be started. */
  title: string | null;
}

/** Finds the browser in a cache that others fill, too. Usage: browser-unpack.ts CACHE find|start */
async function unpack([cacheDir = '', what = '']: string[]): Promise<void> {
  const { path, sha256: told } = await findBrowser({ cache: openCache(cacheDir), needsFull: false });
  const found: Found = { path, told, sha256: sha256(readFileSync(path)), title: null };
  if (what === 'start') found.title = await titleShown(cacheDir);
  process.stdout.write(JSON.stringify(found));
}

/**
 * What a browser out of the cache shows. One that does not answer on a machine that is busy unpacking is ended and started
 * again, as a run does.
 */
async function titleShown(cacheDir: string, runs = 3): Promise<string> {
  const factory = await browserSurfaces({ cacheDir });
  try {
    const viewport = { width: 640, height: 400 };
    const surface = await factory.open({ exchange: makeSite().exchange, viewport });
    return (await surface.open(`${DESK}/`)).title;
  } catch (error) {
    if (runs === 1 || !(error instanceof InfraError)) throw error;
    return await titleShown(cacheDir, runs - 1);
  } finally {
    await factory.close();
  }
}

await unpack(process.argv.slice(2));
