import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { register } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalog } from '../catalog.ts';
import { CODE_ENDING } from '../core/code-ending.ts';
import { UsageError } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import type { ScenarioDefinition } from '../scenario/define-scenario.ts';
import { nameScenario } from '../scenario/name-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { filesBelow } from './code-digest.ts';
import { loadOwn } from './load-own.ts';
import { isCompiled, root } from './package.ts';

/** Scenarios of somebody else's, beside those of the package. */
export interface LoadedCatalog {
  catalog: DatasetCatalog;
  /** Names of those that came from the folder. */
  own: readonly string[];
  /** Digest of the folder's code; empty without a folder. */
  sha256: string;
}

/**
 * The package's catalog with the scenarios of a folder: `DIR/family/name.ts`, TypeScript as it stands. They import from
 * `iam-range/authoring` and `iam-range/apps-sim/…`, wherever the folder lies. `DIR/splits.ts` may say what a new family is
 * for; else it is trained on. UsageError when a file is no scenario or a name is taken.
 */
export async function loadCatalog(folder: string | undefined): Promise<LoadedCatalog> {
  if (folder === undefined) return { catalog, own: [], sha256: '' };
  const home = resolve(folder);
  const files = scenarioFiles(home);
  if (files.length === 0) {
    throw new UsageError(`No scenarios in ${folder}`, {
      allowed: 'files family/name.ts',
      repeat: `npx iam-range new scenario family/name --in ${asWord(folder)}`,
    });
  }
  // The compiled package reads no TypeScript by itself.
  if (isCompiled) (await import('tsx/esm/api')).register();
  register('./own-imports.mjs', import.meta.url, {
    data: {
      root: pathToFileURL(root).href,
      home: pathToFileURL(`${home}/`).href,
      ending: CODE_ENDING,
    },
  });
  const scenarios: Record<string, Scenario> = {};
  for (const name of files) scenarios[name] = await loadScenario(home, name);
  const splitsFile = join(home, 'splits.ts');
  const given = existsSync(splitsFile)
    ? ((await loadOwn(splitsFile)) as { splits?: DatasetCatalog['splits'] }).splits
    : {};
  const families = files.map(name => [name.split('/')[0] ?? '', 'train'] as const);
  const all = { ...catalog.scenarios, ...scenarios };
  return {
    catalog: {
      ...catalog,
      scenarios: Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))),
      splits: { ...Object.fromEntries(families), ...given, ...catalog.splits },
      folder,
    },
    own: files,
    sha256: digestOf(home),
  };
}

async function loadScenario(home: string, name: string): Promise<Scenario> {
  const file = join(home, `${name}.ts`);
  const where = relative(process.cwd(), file);
  if (Object.hasOwn(catalog.scenarios, name)) {
    throw new UsageError(`The package has a scenario ${name} of its own.`, { where });
  }
  const { default: definition } = (await loadOwn(file)) as { default?: ScenarioDefinition };
  if (!definition?.form) {
    throw new UsageError('The file is no scenario.', { where, allowed: 'export default scenario({ … })' });
  }
  return nameScenario(name, definition, catalog);
}

/** Folders beside those of the families: what several scenarios share. */
const SHARED: readonly string[] = ['draws', 'node_modules', 'procedures'];

function scenarioFiles(home: string): string[] {
  if (!isFolder(home)) throw new UsageError(`There is no folder ${home}`);
  return sorted(home)
    .filter(name => !name.includes('.') && !SHARED.includes(name) && isFolder(join(home, name)))
    .flatMap(family =>
      sorted(join(home, family))
        .filter(file => file.endsWith('.ts'))
        .map(file => `${family}/${file.slice(0, -'.ts'.length)}`),
    );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function sorted(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** What a scenario or console is made of: code, views, styles, pictures. */
const CODE_FILE = /\.(ts|mts|js|mjs|json|ejs|css|svg|txt)$/;

function digestOf(home: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(home)) {
    const path = relative(home, file).replaceAll('\\', '/');
    if (!CODE_FILE.test(path) || /(^|\/)(node_modules|out)\//.test(path)) continue;
    hash.update(`${path}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
