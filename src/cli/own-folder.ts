import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { catalog } from '../catalog.ts';
import { UsageError } from '../core/errors.ts';
import { oneOf, sayMisfit, valuesLike } from '../core/form.ts';
import { asWord } from '../core/shell.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import { filesBelow } from './code-digest.ts';
import { loadOwn } from './load-own.ts';
import { isFolder } from './own-files.ts';
import { type Broken, mergeOwn } from './own-kinds.ts';
import { NEEDS, type Needs } from './own-needs.ts';
import { lineOf, refuse } from './own-part.ts';
import { readTypeScriptAt } from './own-typescript.ts';

/** The package's things and those of somebody's own beside them. */
export interface LoadedCatalog {
  catalog: DatasetCatalog;
  /** Names of the scenarios that came from the folder. */
  own: readonly string[];
  /** Files of the folder that were left out, since nothing needed them: to be said at the end. */
  broken: readonly Broken[];
  /** Digest of the folder's code; empty without a folder. */
  sha256: string;
}

/** The folders of a folder of one's own: what may lie there. */
export const OWN_FOLDERS = [
  'scenarios',
  'apps-sim',
  'edges',
  'faults',
  'rules',
  'skins',
  'tables',
  'exporters',
] as const;

/**
 * The package's catalog with what a folder holds: `scenarios/family/name.ts` (its goals in `name.goals.ts`),
 * `apps-sim/name/app.ts`, `apps-sim/kits/name/kit.ts`, and one file each in `edges/`, `faults/`, `rules/`, `skins/`, `tables/`, `exporters/`; TypeScript as it stands. All
 * import from `iam-range/authoring`, `iam-range/apps-sim/…` and `iam-range/scenarios/…`, wherever the folder lies.
 * `scenarios/splits.ts` may say what a new family is for; else it is trained on. UsageError where a part that is needed is
 * not what its place says, or takes a name of the package; other such parts are left out.
 */
export async function loadCatalog(
  folder: string | undefined,
  needs: Needs = NEEDS.everything,
): Promise<LoadedCatalog> {
  if (folder === undefined) return { catalog, own: [], broken: [], sha256: '' };
  const home = resolve(folder);
  if (!isFolder(home)) throw new UsageError(`There is no folder ${home}`);
  if (!OWN_FOLDERS.some(name => isFolder(join(home, name)))) {
    throw new UsageError(`Nothing of one's own in ${folder}`, {
      allowed: `folders ${OWN_FOLDERS.join(', ')}`,
      repeat: `npx iam-range init ${asWord(folder)}`,
    });
  }
  await readTypeScriptAt(`${home}/`);
  const { catalog: merged, scenarios, broken } = await mergeOwn(catalog, home);
  const missing = broken.find(needs);
  if (missing) throw missing.error;
  const splits = await splitsOf(home, scenarios);
  const all = { ...merged, splits: { ...splits, ...catalog.splits }, folder };
  return { catalog: all, own: scenarios, broken, sha256: digestOf(home) };
}

const SPLITS = valuesLike(oneOf(['train', 'test_template']), "{ family: 'train' }");

/** What the folder's families are for. */
async function splitsOf(home: string, scenarios: readonly string[]): Promise<DatasetCatalog['splits']> {
  const file = join(home, 'scenarios/splits.ts');
  const given = existsSync(file)
    ? ((await loadOwn(file)) as { splits?: DatasetCatalog['splits'] }).splits
    : {};
  const misfit = given && SPLITS(given);
  if (misfit) refuse(file + lineOf(file, misfit.path), sayMisfit('The list', misfit), misfit.allowed);
  const trained = scenarios.map(name => [name.split('/')[0] ?? '', 'train'] as const);
  return { ...Object.fromEntries(trained), ...given };
}

/** What a scenario or console is made of: code, partials, styles, pictures. */
const CODE_FILE = /\.(ts|mts|js|mjs|json|ejs|css|svg|txt)$/;

function digestOf(home: string): string {
  const hash = createHash('sha256');
  for (const file of OWN_FOLDERS.flatMap(name => filesBelow(join(home, name)))) {
    if (!CODE_FILE.test(file)) continue;
    hash.update(`${relative(home, file).replaceAll('\\', '/')}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
