import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../src/catalog.ts';
import { sha256 } from '../../src/core/hash.ts';
import { listFolder } from '../../src/dataset/commit/files.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import { produceShard } from '../../src/dataset/commit/produce.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import type { RecipeInput } from '../../src/dataset/plan/recipe.ts';
import { tables } from '../../src/dataset/tables/index.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import { makeDataset, makeIdentity } from './dataset.ts';
import { makeFolder } from './folders.ts';

/** Episodes of the catalog, acted in several ways: one shard to learn from, one to test with. */
const REAL: Partial<RecipeInput> = {
  name: 'golden',
  seed: 'golden',
  episodes: 6,
  people: 50,
  worlds: 1,
  scenarios: ['authentication/mfa-reset', 'questions/who-has-access', 'requests/add-to-group'],
  edgeShare: 50,
  faultShare: 50,
  policies: { expert: 1, 'with-noise': 1, 'with-mistake': 1 },
  shardEpisodes: 6,
};

/**
 * The record of the golden bytes: the version, then the SHA-256 of every table of two corpora. One is made up,
 * and moves with the columns alone; the other is real, and moves with worlds, consoles, scenarios and policies
 * too. Both are without pictures, since Node packs those of the tests, and not every Node in the same way.
 */
export async function goldenBytes(version: string): Promise<string> {
  const madeUp = await makeDataset({ episodes: 8, shardEpisodes: 3 }, { hasPixels: false });
  const lines = [...tablesOf('made-up', madeUp.folder), ...tablesOf('real', await makeRealShards())];
  return `iam-range ${version}\n${lines.join('')}`;
}

async function makeRealShards(): Promise<string> {
  const folder = join(makeFolder(), 'set');
  const output = openOutput({ folder, identity: makeIdentity(REAL, false) });
  const { recipe } = output.identity;
  const surfaces = domSurfaces();
  for (const plan of planShards(recipe, catalogInfoOf(catalog)))
    await produceShard({ catalog, surfaces, recipe, output, plan });
  return folder;
}

function tablesOf(corpus: string, folder: string): string[] {
  return tables.flatMap(({ name: format }) =>
    listFolder(join(folder, format)).map(
      name => `${sha256(readFileSync(join(folder, format, name)))}  ${corpus}/${format}/${name}\n`,
    ),
  );
}

/** What to do about golden bytes that are not as recorded; empty when they are. */
export function adviceOn(recorded: string, now: string): string {
  if (now === recorded) return '';
  const update = 'UPDATE=1 npx vitest run test/golden.test.ts';
  if (mayReplace(recorded, now))
    return `The golden bytes of this version are not recorded: ${update}, commit it`;
  const [version = ''] = now.split('\n');
  return (
    `The same episodes are other bytes than ${version} gave before. If that is meant, raise the version in ` +
    `package.json, then ${update}, and commit both`
  );
}

/** Whether a record may be written over: never with other bytes of the same version. */
export function mayReplace(recorded: string, now: string): boolean {
  return recorded === now || recorded.split('\n')[0] !== now.split('\n')[0];
}
