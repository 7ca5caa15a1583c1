import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { must } from '../core/assert.ts';
import { asWord } from '../core/shell.ts';
import { openOutput } from '../dataset/commit/output.ts';
import { catalogInfoOf } from '../dataset/plan/catalog-info.ts';
import { readManifest } from '../dataset/verify/folder.ts';
import {
  type Compared,
  compareShard,
  pickShards,
  recipeOf,
  refuseOtherMaker,
} from '../dataset/verify/regenerate.ts';
import type { Problem } from '../dataset/verify/verify.ts';
import { identityOf } from './identity.ts';
import { listenForInterrupt } from './interrupt.ts';
import { type PoolOptions, runPool } from './pool.ts';
import { printError } from './print.ts';
import { startProgress } from './progress.ts';
import { loadCatalog } from './own-folder.ts';
import type { SurfaceName } from './surfaces.ts';

/** What came of deriving shards again. */
export interface RegenerateReport {
  isSame: boolean;
  isInterrupted: boolean;
  /** Numbers of the shards that were drawn. */
  shards: number[];
  compared: Compared[];
  problems: Problem[];
}

/**
 * Derives shards of an intact dataset again from its manifest, in a temporary folder, and compares the bytes.
 */
export async function regenerate(
  folder: string,
  options: { count: number; workers: number; with?: string },
): Promise<RegenerateReport> {
  const manifest = must(
    readManifest(folder, () => {}),
    'the manifest of an intact dataset',
  );
  const { catalog, sha256: added } = await loadCatalog(options.with);
  const surface: SurfaceName = manifest.render === null ? 'dom' : 'browser';
  const identity = await identityOf(recipeOf(manifest, catalog.tables), { surface, added });
  refuseOtherMaker(manifest, identity, againFor(folder, options));
  const { picked, problems } = pickShards({
    manifest,
    catalog: catalogInfoOf(catalog),
    count: options.count,
    tables: catalog.tables,
  });
  const again = mkdtempSync(join(tmpdir(), 'iam-range-verify-'));
  try {
    openOutput({ folder: again, identity });
    const { workers } = options;
    const own = options.with === undefined ? {} : { with: resolve(options.with) };
    const job = { kind: 'job' as const, folder: again, token: 'again', identity, surface, ...own };
    const isInterrupted = await derive({ job, workers, shards: picked });
    const shards = picked.map(plan => plan.shard);
    if (isInterrupted) return { isSame: false, isInterrupted, shards, compared: [], problems: [] };
    const compared: Compared[] = [];
    for (const shard of shards) compared.push(...(await compareShard({ folder, again, shard })));
    const all = [...problems, ...compared.flatMap(({ problem }) => (problem ? [problem] : []))];
    return { isSame: all.length === 0, isInterrupted, shards, compared, problems: all };
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

/** The command once more, with the place for a folder of one's own where none was named. */
function againFor(folder: string, { count, with: own }: { count: number; with?: string }): string {
  const option = own === undefined ? '[--with DIR]' : `--with ${asWord(own)}`;
  return `npx iam-range verify ${asWord(folder)} --regenerate ${count} ${option}`;
}

/** Acts the shards out again. Gives whether the user interrupted it. */
async function derive(given: Pick<PoolOptions, 'job' | 'workers' | 'shards'>): Promise<boolean> {
  const interrupt = listenForInterrupt();
  const total = given.shards.reduce((sum, plan) => sum + plan.episodes.length, 0);
  const progress = startProgress(total, 'episodes again');
  const done = new Set<string>();
  try {
    await runPool({
      ...given,
      signal: interrupt.signal,
      onEpisode: ({ id }) => progress.step(done.add(id).size, id),
      onTrouble: text => printError(`note: ${text}`),
    });
  } finally {
    progress.end();
    interrupt.done();
  }
  return interrupt.signal.aborted;
}
