import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { catalog } from '../catalog.ts';
import { finalizeDataset, missingShards } from '../dataset/commit.ts';
import { loadRecipe } from '../dataset/load-recipe.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { openOutput } from '../dataset/output.ts';
import { planShards } from '../dataset/plan.ts';
import { catalogInfoOf } from '../dataset/produce.ts';
import { parseRecipe } from '../dataset/recipe.ts';
import type { Identity } from '../dataset/types.ts';
import { wholeNumber } from './options.ts';
import { root, sourceSha256, version } from './package.ts';
import { runPool } from './pool.ts';
import { print, printError } from './print.ts';
import { startProgress } from './progress.ts';
import { openSurfaces, type SurfaceName, surfaceOption } from './surfaces.ts';

interface GenerateOptions {
  out?: string;
  episodes?: number;
  seed?: string;
  workers: number;
  surface: SurfaceName;
}

/** `generate RECIPE`: a recipe becomes a dataset, whole or not at all. */
export function generateCommand(program: Command, done: (code: number) => void): void {
  program
    .command('generate')
    .description('Generate a dataset from a recipe: a name in datasets/, or a .ts, .json or .yaml file.')
    .argument('<recipe>', 'quickstart, or a path')
    .option('--out <dir>', 'where the dataset goes (default: out/ beside the recipe)')
    .option('--episodes <n>', 'how many episodes, instead of the recipe', wholeNumber(1, 1_000_000))
    .option('--seed <seed>', 'the seed, instead of the recipe')
    .option('--workers <n>', 'how many processes', wholeNumber(1, 64), Math.min(8, availableParallelism()))
    .addOption(surfaceOption('browser'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ iam-range generate quickstart\n  $ iam-range generate my-recipe.yaml --out /data/run-1 --episodes 2000 --workers 8',
    )
    .action(async (name: string, options: GenerateOptions) => done(await generate(name, options)));
}

async function generate(name: string, options: GenerateOptions): Promise<number> {
  const loaded = await loadRecipe(name, { datasetsFolder: join(root, 'datasets') });
  const { episodes, seed } = options;
  const recipe = parseRecipe(
    {
      ...loaded.recipe,
      ...(episodes === undefined ? {} : { episodes }),
      ...(seed === undefined ? {} : { seed }),
    },
    name,
  );
  const folder = resolve(options.out ?? join(dirname(loaded.file), 'out'));
  const shown = relative(process.cwd(), folder) || '.';
  const shards = planShards(recipe, catalogInfoOf(catalog));
  const identity: Identity = {
    recipe,
    generator: { version: version(), sourceSha256: sourceSha256() },
    render: await fingerprintOf(options.surface),
  };
  const output = openOutput({ folder, identity });
  if (output.state === 'complete') {
    print(`${shown} already holds this very dataset. Nothing to do.`);
    return 0;
  }
  const missing = new Set(missingShards(output, shards));
  const todo = shards.filter(plan => missing.has(plan.shard));
  const total = todo.reduce((sum, plan) => sum + plan.episodes.length, 0);
  print(
    `Generating ${total} episodes in ${todo.length} shards with ${options.workers} workers into ${shown}`,
  );
  const code = await produce({ folder, identity, todo, total, options });
  if (code !== 0) return code;
  const manifest = await finalizeDataset({ output, shards, card: cardFacts(name, options) });
  report(shown, manifest);
  return 0;
}

async function fingerprintOf(surface: SurfaceName): Promise<Identity['render']> {
  const surfaces = await openSurfaces(surface);
  try {
    return await surfaces.fingerprint();
  } finally {
    await surfaces.close();
  }
}

async function produce(given: {
  folder: string;
  identity: Identity;
  todo: ReturnType<typeof planShards>;
  total: number;
  options: GenerateOptions;
}): Promise<number> {
  const { folder, identity, todo, total, options } = given;
  const { surface, workers } = options;
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  const progress = startProgress(total, 'episodes');
  let count = 0;
  try {
    await runPool({
      workers,
      job: { kind: 'job', folder, identity, surface },
      shards: todo,
      signal: interrupt.signal,
      onEpisode: ({ id }) => progress.step(++count, id),
    });
  } finally {
    progress.end();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
  if (!interrupt.signal.aborted) return 0;
  printError(
    'Interrupted. Finished shards are kept, nothing is half written: run the same command again to go on.',
  );
  return 130;
}

function cardFacts(name: string, options: GenerateOptions): Parameters<typeof finalizeDataset>[0]['card'] {
  const { apps, kits } = catalog.range;
  const changes = [
    ...(options.episodes === undefined ? [] : [`--episodes ${options.episodes}`]),
    ...(options.seed === undefined ? [] : [`--seed ${options.seed}`]),
    ...(options.surface === 'browser' ? [] : [`--surface ${options.surface}`]),
  ];
  return {
    apps: Object.values(apps).map(({ title, summary }) => ({ title, summary })),
    looks: Object.values(kits).map(kit => `${kit.title}: ${kit.summary}`),
    regenerate: ['npx iam-range generate', name.replace(/^.*[\\/]/, ''), ...changes].join(' '),
  };
}

function report(shown: string, manifest: Manifest): void {
  print(`\nDataset ready: ${shown}`);
  const { measures } = manifest;
  print(`  ${measures.episodes} episodes, ${measures.rows} rows, ${(measures.bytes / 1e6).toFixed(1)} MB`);
  for (const part of ['splits', 'outcomes', 'edges', 'faults', 'policies', 'apps'] as const) {
    print(`  ${part.padEnd(9)} ${sayCounts(measures[part])}`);
  }
  print(`\nLook at it:
  npx iam-range verify ${shown}
  python -c "from datasets import load_dataset; print(load_dataset('${shown}')['train'][0]['goal'])"`);
}

function sayCounts(counts: Record<string, number | { episodes: number }>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${typeof count === 'number' ? count : count.episodes}`)
    .join(' · ');
}
