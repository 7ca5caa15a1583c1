import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalog } from '../../src/catalog.ts';
import { runPool } from '../../src/cli/pool.ts';
import { print, printError, printJson, table } from '../../src/cli/print.ts';
import { openSurfaces } from '../../src/cli/surfaces.ts';
import { must } from '../../src/core/assert.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { parseRecipe } from '../../src/dataset/plan/recipe.ts';
import { createEnv } from '../../src/env/env.ts';
import { runEpisode } from '../../src/env/episode.ts';
import { expert } from '../../src/policy/expert.ts';
import type { Task } from '../../src/scenario/scenario.ts';
import { buildTask } from '../../src/scenario/task.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { recordFramed, replayPlain, timeFloor, timeSteps } from './browser.ts';
import { timeDataset } from './dataset.ts';
import { median } from './median.ts';
import { bytesPerEpisode } from './memory.ts';

/** One measured figure and what it should be. */
interface Figure {
  name: string;
  value: number;
  unit: string;
  target: string;
  met: boolean;
}

const ROUNDS = 3;
/** Views and code are compiled while they are new; a run of hours is what counts. */
const WARM_ROUNDS = 1;
const HELP = `Usage: npm run bench [-- --json]

Measures, in one run: the framed browser against a plain loop of Playwright's calls, a step against the
bare floor, two workers against one, writing and verifying, steps a second without a browser, the time of a reset, and
the memory that episodes leave behind. Exits with 1 when a figure is missed. Ratios compare runs of this very invocation; quote those. Takes about five minutes.`;

function atLeast(name: string, value: number, unit: string, target: number): Figure {
  return { name, value, unit, target: `≥ ${target}`, met: value >= target };
}

function atMost(name: string, value: number, unit: string, target: number): Figure {
  return { name, value, unit, target: `≤ ${target}`, met: value <= target };
}

function taskOf(scenario: string, n: number): Task {
  return buildTask(catalog, { scenario, seed: `bench/${n}`, worldSeed: 'bench', skins: n });
}

/** The same episode framed and by Playwright's calls, in turn; and single pages against the floor. */
async function browserFigures(): Promise<Figure[]> {
  const ratios: number[] = [];
  const overFloor: number[] = [];
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
    const recording = await recordFramed(catalog, taskOf('requests/add-to-group', round));
    const plainMs = await replayPlain(catalog, recording);
    if (round < WARM_ROUNDS) continue;
    printError(`framed ${recording.msPerStep.toFixed(1)} ms a step, plain loop ${plainMs.toFixed(1)} ms`);
    ratios.push(plainMs / recording.msPerStep);
    const times = [await timeFloor(catalog, recording), await timeSteps(catalog, recording)];
    const [floor = 0, step = 0] = times.map(median);
    printError(`bare floor ${floor.toFixed(1)} ms a page, step ${step.toFixed(1)} ms`);
    overFloor.push(step / floor);
  }
  return [
    atLeast('framed steps/s over a plain Playwright loop', median(ratios), 'ratio', 2.5),
    atMost('step over the bare floor', median(overFloor), 'ratio', 1.4),
  ];
}

/** How fast workers are together, and how many cores they keep busy meanwhile, all programs of the machine included. */
interface Pace {
  stepsPerS: number;
  busyCores: number;
}

/**
 * The same shards by one worker and by two, each into a folder of its own. More than the cores allow is not to be had:
 * how many one worker keeps busy is told.
 */
async function workerFigure(): Promise<Figure> {
  const [one, two] = [await paceOf(1), await paceOf(2)];
  for (const [workers, { stepsPerS, busyCores }] of [
    ['one worker', one],
    ['two workers', two],
  ] as const) {
    const busy = `${busyCores.toFixed(2)} of ${availableParallelism()} cores busy`;
    printError(`${workers} ${stepsPerS.toFixed(1)} steps a second, ${busy}`);
  }
  return atLeast('two workers over one', two.stepsPerS / one.stepsPerS, 'ratio', 1.7);
}

/**
 * Shards of one short episode of one scenario, so that no worker waits for a longer one; timed from the end of the
 * first, when all have started.
 */
async function paceOf(workers: number): Promise<Pace> {
  const scenarios = ['requests/add-to-group'];
  const recipe = parseRecipe(
    { name: 'bench', seed: 'bench', episodes: 16, shardEpisodes: 1, people: 80, scenarios, faultShare: 0 },
    'bench',
  );
  const folder = mkdtempSync(join(tmpdir(), 'iam-range-bench-'));
  const identity: Identity = { recipe, generator: { version: 'bench', sourceSha256: '' }, render: null };
  openOutput({ folder, identity });
  const ends: { atMs: number; cpuMs: number; steps: number }[] = [];
  await runPool({
    workers,
    job: { kind: 'job', token: 'bench', folder, identity, surface: 'browser' },
    shards: planShards(recipe, catalogInfoOf(catalog)),
    signal: new AbortController().signal,
    onEpisode: ({ steps }) => void ends.push({ atMs: performance.now(), cpuMs: busyMs(), steps }),
    onTrouble: printError,
  });
  rmSync(folder, { recursive: true, force: true });
  const [first, last] = [must(ends[0], 'an episode'), must(ends.at(-1), 'an episode')];
  const ms = last.atMs - first.atMs;
  const steps = ends.reduce((sum, end) => sum + end.steps, -first.steps);
  return { stepsPerS: (1000 * steps) / ms, busyCores: (last.cpuMs - first.cpuMs) / ms };
}

/** Milliseconds that all cores together have worked since the machine started. */
function busyMs(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}

/** As often as each task is done anew, where `check` tries it a dozen times. */
const TRIES = 4;

/** Expert episodes end to end without a browser: judged and recorded, as `check` runs them. */
async function domFigure(): Promise<Figure> {
  const surfaces = await openSurfaces('dom');
  const env = createEnv({ catalog, surfaces });
  const rates: number[] = [];
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
    const tasks = Object.keys(catalog.scenarios).map(name => taskOf(name, round));
    const started = performance.now();
    let steps = 0;
    for (const task of tasks.flatMap(each => Array<Task>(TRIES).fill(each))) {
      const episode = await runEpisode({ id: 'bench', catalog, env, task, policy: expert });
      steps += episode?.steps.length ?? 0;
    }
    if (round >= WARM_ROUNDS) rates.push((steps / (performance.now() - started)) * 1000);
  }
  await env.close();
  return atLeast('dom steps a second on one core', median(rates), '1/s', 1000);
}

/** A reset from a built task over a cached world, all scenarios in turn. */
async function resetFigure(surfaces: SurfaceFactory, target: number): Promise<Figure> {
  const env = createEnv({ catalog, surfaces });
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of Object.keys(catalog.scenarios)) {
      const task = taskOf(name, round);
      const started = performance.now();
      await env.reset(task);
      if (round > 0) times.push(performance.now() - started);
    }
  }
  await env.close();
  return atMost(`reset, ${surfaces.name}`, median(times), 'ms', target);
}

async function datasetFigures(surfaces: SurfaceFactory): Promise<Figure[]> {
  const { writingShare, verifyBytesPerMs } = await timeDataset(catalog, surfaces);
  return [
    atMost('writing as a part of a browser run', writingShare * 100, '%', 5),
    atLeast('verify', verifyBytesPerMs / 1000, 'MB/s', 200),
  ];
}

/** Gives the exit code: 1 when a figure was missed. */
async function bench(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    print(HELP);
    return 0;
  }
  const figures: Figure[] = [];
  const dom = await openSurfaces('dom');
  figures.push(await domFigure(), await resetFigure(dom, 5));
  const browser = await openSurfaces('browser');
  figures.push(await resetFigure(browser, 60), ...(await datasetFigures(browser)));
  await browser.close();
  figures.push(...(await browserFigures()), await workerFigure());
  figures.push(atMost('memory kept by an episode', bytesPerEpisode() / 1000, 'kB', 20));
  if (argv.includes('--json')) printJson({ figures });
  else report(figures);
  return figures.every(({ met }) => met) ? 0 : 1;
}

function report(figures: readonly Figure[]): void {
  const rows = figures.map(({ name, value, unit, target, met }) => [
    name,
    value.toFixed(unit === '1/s' ? 0 : 2),
    unit,
    target,
    met ? 'met' : 'missed',
  ]);
  print(table([['figure', 'value', 'unit', 'target', ''], ...rows]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await bench(process.argv.slice(2));
