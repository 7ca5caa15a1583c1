import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { InfraError, UsageError } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import type { CardFacts } from '../dataset/card/card.ts';
import type { Manifest } from '../dataset/card/manifest.ts';
import { finalizeDataset, missingShards } from '../dataset/commit/commit.ts';
import { isThere } from '../dataset/commit/files.ts';
import { RENEW_MS, sweepLeftovers, takeLease } from '../dataset/commit/lease.ts';
import { NAMES, type Output, openOutput, releaseOutput } from '../dataset/commit/output.ts';
import { catalogInfoOf } from '../dataset/plan/catalog-info.ts';
import type { Identity } from '../dataset/commit/record.ts';
import { planShards } from '../dataset/plan/plan.ts';
import { refuseSmallViewport } from '../dataset/plan/viewport.ts';
import type { ShardPlan } from '../dataset/plan/shard-plan.ts';
import { preflight } from '../eval/preflight.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import { identityOf } from './identity.ts';
import { listenForInterrupt } from './interrupt.ts';
import { crashPointOf } from './kill-point.ts';
import { seedText, withOption, wholeNumber } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { isCompiled, root } from './package.ts';
import { runPool } from './pool.ts';
import { print, printError } from './print.ts';
import { type Progress, startProgress } from './progress.ts';
import { recipeFor } from './recipe.ts';
import { tellSetAside } from './set-aside.ts';
import { openSurfaces, type SurfaceName, surfaceOption } from './surfaces.ts';

interface GenerateOptions {
  out?: string;
  episodes?: number;
  seed?: string;
  workers: number;
  surface: SurfaceName;
  with?: string;
  resume?: boolean;
  strict?: boolean;
  certify: boolean;
}

const HELP = `
Shards are published whole or not at all, and the manifest comes last. A run that was stopped anywhere
(Ctrl+C, kill -9, a full disk) goes on with the same command and --resume, and ends with the bytes of a run
that was never stopped. Without --resume a folder with an unfinished run is left alone, and the command says so.

An episode that breaks by itself what a dataset promises (its expert fails, its mistake passes, its rows are refused, it
cannot be acted out) is set aside: no row holds it, manifest and card say so, and the end of the run prints the line
that shows it. The exit code is 0 while these are no more than 2 % (one of fewer than 50), else 1; the dataset is
written all the same.

Examples:
  $ iam-range generate quickstart
  $ iam-range generate my-recipe.yaml --out /data/run-1 --episodes 2000 --workers 8
  $ iam-range generate my-recipe.yaml --out /data/run-1 --episodes 2000 --workers 8 --resume`;

/** `generate RECIPE`: a recipe becomes a dataset, whole or not at all. */
export function generateCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<recipe>', 'quickstart, held-out, or a path')
    .option('--out <dir>', 'where the dataset goes (default: out/ beside the recipe)')
    .option('--episodes <n>', 'how many episodes, instead of the recipe', wholeNumber(1, 1_000_000))
    .option('--seed <seed>', 'the seed, instead of the recipe', seedText)
    .option('--workers <n>', 'how many processes', wholeNumber(1, 64), Math.min(8, availableParallelism()))
    .addOption(withOption())
    .addOption(surfaceOption('browser'))
    .option('--no-certify', 'generate without trying the scenarios of the recipe first')
    .option('--resume', 'go on with a run that was stopped; starts one where there is none')
    .option('--strict', 'end with exit code 1 when any episode was set aside')
    .addHelpText('after', HELP)
    .action(async (name: string, options: GenerateOptions) => done(await generate(name, options)));
}

async function generate(name: string, options: GenerateOptions): Promise<number> {
  const interrupt = listenForInterrupt();
  try {
    const job = await prepare(name, options);
    if (job.output.state === 'complete') {
      print(`${job.shown} already holds this very dataset. Nothing to do.`);
      return tellSetAside(job.output.folder, options);
    }
    refuseUnasked(job, options);
    const code = await carryOut(job, async held => {
      if (options.certify) await certified(held);
      const produced = await produce({ ...held, options, signal: interrupt.signal });
      if (produced === 0) await finish(held, cardFacts(name, options, job.catalog), options.with);
      return produced;
    });
    return code === 0 ? tellSetAside(job.output.folder, options) : code;
  } finally {
    interrupt.done();
  }
}

/**
 * Works under a lease, and gives the folder back when nothing came of the work. Two runs may work on one folder, on one
 * machine or on two: then one is done first.
 */
async function carryOut(job: GenerateJob, work: (held: GenerateJob) => Promise<number>): Promise<number> {
  const { output, shown } = job;
  const lease = takeLease(output.folder);
  const renewal = setInterval(lease.renew, RENEW_MS).unref();
  let code: number | undefined;
  try {
    if (output.state === 'partial') sweepLeftovers(output.folder, lease);
    code = await work({ ...job, output: { ...output, token: lease.token } });
  } catch (error) {
    if (!(error instanceof InfraError && isThere(join(output.folder, NAMES.manifest)))) throw error;
    print(`Another run has finished ${shown} meanwhile: it holds this very dataset.`);
    code = 0;
  } finally {
    clearInterval(renewal);
    lease.release();
    if (code !== 0) releaseOutput(output);
  }
  return code;
}

async function finish(
  { catalog, output, shards, shown }: GenerateJob,
  card: CardFacts,
  own: string | undefined,
): Promise<void> {
  const { tables } = catalog;
  const crashPoint = crashPointOf('main');
  const manifest = await finalizeDataset({ output, shards, card, tables, crashPoint });
  report(manifest, {
    ...{ folder: output.folder, shown },
    option: own === undefined ? '' : ` --with ${asWord(own)}`,
  });
}

/** A dataset to be made: what it depends on, where it goes, and what is there already. */
interface GenerateJob {
  catalog: DatasetCatalog;
  identity: Identity;
  output: Output;
  /** The output folder as messages name it. */
  shown: string;
  shards: ShardPlan[];
  todo: ShardPlan[];
}

async function prepare(name: string, options: GenerateOptions): Promise<GenerateJob> {
  const { catalog, sha256: added } = await loadCatalog(options.with);
  const { recipe, file } = await recipeFor(name, { ...options, catalog });
  if (options.surface === 'browser') refuseSmallViewport(recipe, name);
  const folder = resolve(options.out ?? join(homeOf(file), 'out'));
  const shards = planShards(recipe, catalogInfoOf(catalog), name);
  const identity = await identityOf(recipe, { surface: options.surface, added });
  const output = openOutput({ folder, identity, crashPoint: crashPointOf('main') });
  const missing = new Set(missingShards(output, shards));
  const todo = shards.filter(plan => missing.has(plan.shard));
  const shown = relative(process.cwd(), folder) || '.';
  return { catalog, identity, output, shown, shards, todo };
}

/** Where a recipe's dataset goes: beside it, but for a recipe of the installed package, which takes no files. */
function homeOf(recipeFile: string): string {
  const home = dirname(recipeFile);
  return isCompiled && recipeFile.startsWith(root) ? relative(root, home) : home;
}

/**
 * Refuses scenarios that their own expert fails, or that a mistake passes, before hours are spent on them.
 */
async function certified({ catalog, identity, todo }: GenerateJob): Promise<void> {
  const planned = todo.flatMap(({ episodes }) => episodes);
  const surfaces = await openSurfaces('dom');
  const names = new Set(planned.map(({ scenario }) => scenario));
  print(`Certifying ${names.size} scenarios of the recipe before anything is generated`);
  let progress: Progress | undefined;
  try {
    await preflight({
      ...{ catalog, surfaces, planned, people: identity.recipe.people },
      onSetting: (done, total, scenario) => {
        progress ??= startProgress(total, 'settings');
        progress.step(done, scenario);
      },
    });
  } finally {
    progress?.end();
  }
}

/** Somebody else may be at work there: going on has to be asked for. */
function refuseUnasked({ output, shards, todo, shown }: GenerateJob, { resume }: GenerateOptions): void {
  if (output.state === 'new' || resume) return;
  throw new UsageError('The output folder holds an unfinished run of this very recipe', {
    where: `${shown}, ${shards.length - todo.length} of ${shards.length} shards done`,
    allowed: '--resume to go on with it, when no other run is at work there',
    repeat: 'the same command with --resume',
  });
}

async function produce(
  given: GenerateJob & { options: GenerateOptions; signal: AbortSignal },
): Promise<number> {
  const { output, identity, todo, shown, options, signal } = given;
  const { surface, workers } = options;
  const total = todo.reduce((sum, plan) => sum + plan.episodes.length, 0);
  print(`Generating ${total} episodes in ${todo.length} shards with ${workers} workers into ${shown}`);
  const progress = startProgress(total, 'episodes');
  const done = new Set<string>();
  try {
    await runPool({
      workers,
      job: {
        kind: 'job',
        folder: output.folder,
        token: output.token,
        identity,
        surface,
        ...(options.with === undefined ? {} : { with: resolve(options.with) }),
      },
      shards: todo,
      signal,
      onEpisode: ({ id }) => progress.step(done.add(id).size, id),
      onTrouble: text => printError(`note: ${text}`),
    });
  } finally {
    progress.end();
  }
  if (!signal.aborted) return 0;
  printError('Interrupted. Finished shards are kept, nothing is half written: go on with --resume.');
  return 130;
}

function cardFacts(name: string, options: GenerateOptions, catalog: DatasetCatalog): CardFacts {
  const { apps, kits } = catalog.range;
  const changes = [
    ...(options.episodes === undefined ? [] : [`--episodes ${options.episodes}`]),
    ...(options.seed === undefined ? [] : [`--seed ${asWord(options.seed)}`]),
    ...(options.with === undefined ? [] : [`--with ${asWord(basename(options.with))}`]),
    ...(options.surface === 'browser' ? [] : [`--surface ${options.surface}`]),
    // A dataset of scenarios that were not certified says so.
    ...(options.certify ? [] : ['--no-certify']),
  ];
  return {
    apps: Object.values(apps).map(({ title, summary }) => ({ title, summary })),
    looks: Object.values(kits).map(kit => `${kit.title}: ${kit.summary}`),
    regenerate: ['npx iam-range generate', asWord(name.replace(/^.*[\\/]/, '')), ...changes].join(' '),
  };
}

function report(
  manifest: Manifest,
  { folder, shown, option }: { folder: string; shown: string; option: string },
): void {
  const word = asWord(shown);
  print(`\nDataset ready: ${shown}`);
  const { measures } = manifest;
  print(`  ${measures.episodes} episodes, ${measures.steps} steps, ${(measures.bytes / 1e6).toFixed(1)} MB`);
  print(`  splits    ${sayCounts(measures.splits)}`);
  for (const part of ['outcomes', 'edges', 'faults', 'policies', 'apps']) {
    const counts = measures.counts[part];
    if (counts) print(`  ${part.padEnd(9)} ${sayCounts(counts)}`);
  }
  print(`\nLook at it:
  npx iam-range view ${word}${option}
  npx iam-range verify ${word}${option}
  python -c "from datasets import load_dataset; print(load_dataset(${pythonText(folder)})['${Object.keys(measures.splits)[0]}'][0]['goal'])"`);
}

/** A text of Python within a word of a shell in double quotes. */
function pythonText(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&').replace(/["$`\\]/g, '\\$&')}'`;
}

function sayCounts(counts: Record<string, number | { episodes: number }>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${typeof count === 'number' ? count : count.episodes}`)
    .join(' · ');
}
