import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { catalog } from '../../src/catalog.ts';
import { createEnv } from '../../src/env/env.ts';
import { runEpisode } from '../../src/env/episode.ts';
import { expert } from '../../src/policy/expert.ts';
import { buildTask } from '../../src/scenario/task.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';

const EPISODES = 2000;
/** Caches fill in the first part of a run; what is looked for is what goes on growing. */
const WARM = 500;
const EVERY = 100;

/** Bytes of heap that each further episode leaves behind, over a long run in a process of its own. */
export function bytesPerEpisode(): number {
  const file = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  });
  if (status !== 0) throw new Error(`The long run failed: ${stderr}`);
  return Number(stdout);
}

async function run(): Promise<number> {
  const env = createEnv({ catalog, surfaces: domSurfaces() });
  const names = Object.keys(catalog.scenarios);
  const points: [episode: number, bytes: number][] = [];
  for (let n = 1; n <= EPISODES; n++) {
    const scenario = names[n % names.length] ?? '';
    const task = buildTask(catalog, {
      scenario,
      seed: `memory/${n}`,
      worldSeed: `memory/${n % 5}`,
      people: 80,
    });
    await runEpisode({ id: 'memory', catalog, env, task, policy: expert });
    if (n < WARM || n % EVERY !== 0) continue;
    globalThis.gc?.();
    points.push([n, process.memoryUsage().heapUsed]);
  }
  await env.close();
  return slopeOf(points);
}

/** Of the line that lies nearest to the points. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, bytes]) => bytes))];
  const over = points.reduce((sum, [at, bytes]) => sum + (at - x) * (bytes - y), 0);
  return over / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(String(await run()));
