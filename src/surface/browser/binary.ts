import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, constants } from 'node:zlib';
import { packageFolder } from '../../app/looks/assets.ts';
import { InfraError } from '../../core/errors.ts';
import { cachedFile, fileSha256, messageOf } from './cache.ts';
import { readTar } from './tar.ts';

const PACKAGE = '@sparticuz/chromium';
const SYSTEM_PATHS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser that can be started. */
export interface Binary {
  path: string;
  source: 'option' | 'package' | 'playwright' | 'system';
  sha256: string;
  /** Whether it is a headless shell, whose frames a program can issue. */
  isShell: boolean;
}

/** Unpacks a compressed file of the browser's package. */
async function unpack(name: string): Promise<Uint8Array> {
  const file = join(packageFolder(PACKAGE), 'bin', name);
  try {
    return await promisify(brotliDecompress)(await readFile(file), {
      params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 },
    });
  } catch (error) {
    throw new InfraError('BROWSER_START', `The packed browser cannot be read: ${messageOf(error)}.`, {
      where: file,
      repeat: 'npm ci',
    });
  }
}

/**
 * The folder of a packed file's unpacked parts: named by version and digest, so that another version never
 * hits it.
 */
async function folderOf(cache: string, name: string): Promise<string> {
  const folder = packageFolder(PACKAGE);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const sha256 = await fileSha256(join(folder, 'bin', name));
  const target = join(cache, `${basename(name).replace(/\..*$/, '')}-${version}-${sha256.slice(0, 16)}`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  return target;
}

/** The parts of a packed archive, unpacked into the cache. Gives their folder. */
async function unpackAll(cache: string, name: string): Promise<string> {
  const folder = await folderOf(cache, name);
  const listed = await readFile(join(folder, 'files.json'), 'utf8').catch(() => undefined);
  const names = listed === undefined ? undefined : (JSON.parse(listed) as string[]);
  const parts = names === undefined ? readTar(await unpack(name)) : undefined;
  for (const part of parts?.map(({ name: file }) => file) ?? names ?? []) {
    const path = join(folder, basename(part));
    const body = async (): Promise<Uint8Array> => {
      const found = (parts ?? readTar(await unpack(name))).find(file => file.name === part);
      if (!found) throw new InfraError('BROWSER_START', `The package has no ${part}.`, { where: name });
      return found.body;
    };
    await cachedFile(path, body);
  }
  if (parts)
    await cachedFile(join(folder, 'files.json'), async () =>
      Buffer.from(JSON.stringify(parts.map(p => p.name))),
    );
  return folder;
}

/** Libraries that the packed browser needs and small systems lack, unpacked. Gives their folder. */
export function unpackLibraries(cache: string): Promise<string> {
  return unpackAll(cache, 'al2023.tar.br');
}

/** The one font family that the browser falls back to, unpacked. Gives its folder. */
export function unpackFonts(cache: string): Promise<string> {
  return unpackAll(cache, 'fonts.tar.br');
}

/**
 * The browser to use: the one named, the pinned package, Playwright's own, one of the system. Throws when
 * there is none.
 */
export async function findBrowser(options: {
  browserPath?: string;
  cache: string;
  needsFull: boolean;
}): Promise<Binary> {
  const { browserPath, cache, needsFull } = options;
  if (browserPath !== undefined) {
    if (!existsSync(browserPath)) {
      throw new InfraError('BROWSER_START', 'There is no browser where one was named.', {
        where: browserPath,
        allowed: 'the file of a Chromium, or none named: then the one of the package runs',
      });
    }
    return known(browserPath, 'option');
  }
  // The package holds a headless shell for Linux on x64. A window needs a whole browser.
  if (!needsFull && process.platform === 'linux' && process.arch === 'x64') {
    const path = join(await folderOf(cache, 'chromium.br'), 'chromium');
    const sha256 = await cachedFile(path, () => unpack('chromium.br'), 0o700);
    return { path, source: 'package', sha256, isShell: true };
  }
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  if (own && existsSync(own)) return known(own, 'playwright');
  const path = SYSTEM_PATHS.find(candidate => existsSync(candidate));
  if (path) return known(path, 'system');
  throw new InfraError('BROWSER_START', 'No browser is installed that could be used here.', {
    allowed: `the path of a Chromium in IAM_RANGE_BROWSER, or one of ${SYSTEM_PATHS.join(', ')}`,
    repeat: 'npx playwright-core install chromium',
  });
}

async function known(path: string, source: Binary['source']): Promise<Binary> {
  const isShell = /headless.shell/.test(basename(path)) || basename(dirname(path)).startsWith('chromium-');
  return { path, source, sha256: await fileSha256(path), isShell };
}
