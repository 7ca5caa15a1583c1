import { accessSync, constants, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { packageFolder, packagesOf } from '../app/looks/assets.ts';
import { catalog } from '../catalog.ts';
import { sha256 } from '../core/hash.ts';
import { createEnv } from '../env/env.ts';
import { buildTask } from '../scenario/task.ts';
import { ENOUGH_BYTES, hasSharedMemory, SHARED_MEMORY } from '../surface/browser/shared-memory.ts';
import { withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { NEEDS } from './own-needs.ts';
import { print, printJson, table } from './print.ts';
import { openSurfaces } from './surfaces.ts';

/** What a check found, and what to do when it is not as it should be. */
interface Finding {
  found: string;
  /** Absent when all is well. */
  remedy?: string;
  /** Whether nothing works without it; else it is merely slow or tight. */
  isFatal?: boolean;
}

const GIB = 1024 ** 3;
const WORKER_BYTES = 1.5 * GIB;

const CHECKS: Readonly<Record<string, () => Finding | Promise<Finding>>> = {
  'Node.js': () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const isEnough = major > 20 || (major === 20 && minor >= 19);
    return {
      found: process.versions.node,
      ...(isEnough ? {} : { remedy: 'install Node.js 20.19 or newer', isFatal: true }),
    };
  },
  system: () => {
    const isKnown = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
    const remedy = 'the pinned browser is for Linux: set IAM_RANGE_BROWSER, or use --surface dom';
    return { found: `${process.platform} ${process.arch}`, ...(isKnown ? {} : { remedy }) };
  },
  processors: () => ({ found: String(availableParallelism()) }),
  memory: () => {
    const workers = Math.floor(totalmem() / WORKER_BYTES);
    const found = `${(totalmem() / GIB).toFixed(1)} GiB, enough for ${workers} workers`;
    return { found, ...(workers >= 1 ? {} : { remedy: 'use --workers 1, or --surface dom' }) };
  },
  'temporary folder': () => {
    const folder = tmpdir();
    try {
      rmSync(mkdtempSync(join(folder, 'iam-range-doctor-')), { recursive: true });
    } catch {
      return {
        found: `${folder} cannot be written`,
        remedy: 'set TMPDIR to a folder of yours',
        isFatal: true,
      };
    }
    const free = freeBytes(folder);
    const found = `${folder}, ${(free / GIB).toFixed(1)} GiB free`;
    return { found, ...(free > GIB ? {} : { remedy: 'free 1 GiB there, or set TMPDIR' }) };
  },
  'shared memory': () => {
    if (hasSharedMemory())
      return { found: `${SHARED_MEMORY}, ${(freeBytes(SHARED_MEMORY) / GIB).toFixed(1)} GiB free` };
    const found = `${SHARED_MEMORY} has less than ${ENOUGH_BYTES / GIB} GiB free: pictures go through the temporary folder`;
    return { found, remedy: 'for more speed give it more: docker run --shm-size=2g' };
  },
  fonts: () => installed(catalog.range.fontPackages, name => join(packageFolder(name), 'files')),
  styles: () => installed(stylePackages(), packageFolder),
  'current folder': () => {
    try {
      accessSync('.', constants.W_OK);
      return { found: `writable, ${(freeBytes('.') / GIB).toFixed(1)} GiB free` };
    } catch {
      return { found: 'not writable', remedy: 'generate into another folder with --out DIR' };
    }
  },
  browser: findBrowser,
};

/** `doctor`: looks whether everything that a run needs is there, and says what to do if not. */
export function doctorCommand(command: Command, done: (code: number) => void): void {
  command
    .addOption(withOption())
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', '\nExamples:\n  $ iam-range doctor\n  $ iam-range doctor --with my-range')
    .action(async (options: DoctorOptions) => done(await doctor(options)));
}

interface DoctorOptions {
  json?: boolean;
  with?: string;
}

async function doctor({ json: isJson, with: folder }: DoctorOptions): Promise<number> {
  const findings: (Finding & { check: string })[] = [];
  if (folder !== undefined) findings.push({ check: 'own folder', ...(await lookAt(folder)) });
  for (const [check, look] of Object.entries(CHECKS)) findings.push({ check, ...(await look()) });
  if (isJson) printJson(findings);
  else {
    print(
      table(findings.map(({ check, found, remedy }) => [remedy === undefined ? 'ok' : '!!', check, found])),
    );
    for (const { check, remedy } of findings) if (remedy !== undefined) print(`\n${check}: ${remedy}`);
  }
  return findings.some(({ isFatal }) => isFatal) ? 1 : 0;
}

/** A folder of one's own: all that is broken in it, at once. */
async function lookAt(folder: string): Promise<Finding> {
  const { own, broken } = await loadCatalog(folder, NEEDS.nothing);
  const found = `${folder}, ${own.length} scenarios, ${broken.length} broken files`;
  if (broken.length === 0) return { found };
  return { found, remedy: broken.map(({ error }) => `\n${error.message}`).join('\n'), isFatal: true };
}

/** Packages that consoles draw with beside the fonts of every page. */
function stylePackages(): string[] {
  return packagesOf(catalog.range).filter(name => !catalog.range.fontPackages.includes(name));
}

function installed(packages: readonly string[], folderOf: (name: string) => string): Finding {
  const missing = packages.filter(name => !existsSync(folderOf(name)));
  if (missing.length > 0) return { found: `${missing.join(', ')} missing`, remedy: 'npm ci', isFatal: true };
  return { found: packages.map(name => name.replace(/^@fontsource\//, '')).join(', ') };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Starts it twice on the first screen of a task: it has to draw the same bytes. */
async function findBrowser(): Promise<Finding> {
  const [scenario = ''] = Object.keys(catalog.scenarios);
  const task = buildTask(catalog, { scenario, seed: 'doctor', people: 50 });
  const seen: string[] = [];
  try {
    for (let launch = 0; launch < 2; launch++) {
      const surfaces = await openSurfaces('browser');
      const env = createEnv({ catalog, surfaces });
      try {
        const { screenshot = '' } = await env.reset(task);
        seen.push(sha256(screenshot));
        if (launch === 0) seen.push((await surfaces.fingerprint())?.browser ?? '');
      } finally {
        await env.close();
        await surfaces.close();
      }
    }
  } catch (error) {
    const [what = '', ...advice] = (error as Error).message.split('\n');
    const remedy = advice.map(line => line.trim()).join('; ') || 'use --surface dom';
    return { found: what, remedy, isFatal: true };
  }
  const [first, version = '', second] = seen;
  if (first === second) return { found: `${version}, the same picture in two launches` };
  return {
    found: version,
    remedy: 'two launches drew two different pictures: datasets made here cannot be repeated',
    isFatal: true,
  };
}
