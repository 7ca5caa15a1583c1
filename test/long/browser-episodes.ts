import { catalog } from '../../src/catalog.ts';
import { createEnv } from '../../src/env/env.ts';
import { runEpisode } from '../../src/env/episode.ts';
import { doNothing } from '../../src/policy/do-nothing.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { makeTask, SCENARIOS } from '../support/fixtures.ts';
import { memoryKb, processes, profilesOf, watchBrowsers } from '../support/processes.ts';

/** What a worker and its browser were made of after some episodes. */
export interface Sample {
  episode: number;
  /** What the worker's own objects and buffers take, garbage left out. */
  usedKb: number;
  /** What the worker takes of the machine's memory. */
  workerKb: number;
  browserKb: number;
  browserProcesses: number;
  zombies: number;
  folders: number;
}

/**
 * A worker that acts out short episodes, one after the other, and says every few of them what it is made of; last, when
 * it has closed its browser. Usage: browser-episodes.ts EPISODES EVERY PAGE_LIFE
 */
async function work([episodes = '', every = '', life = '']: string[]): Promise<void> {
  const watch = watchBrowsers([process.pid]);
  const surfaces = await browserSurfaces();
  const env = createEnv({ catalog, surfaces });
  const say = (episode: number): void => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    const living = watch.living().map(({ pid }) => pid);
    const sample: Sample = {
      episode,
      usedKb: Math.round((heapUsed + external) / 1024),
      workerKb: memoryKb([process.pid]),
      browserKb: memoryKb(living),
      browserProcesses: living.length,
      zombies: processes().filter(({ parent, isZombie }) => isZombie && parent === process.pid).length,
      folders: profilesOf([process.pid]).length,
    };
    process.stdout.write(`${JSON.stringify(sample)}\n`);
  };
  const viewport = { width: 640, height: 400 };
  for (let episode = 1; episode <= Number(episodes); episode++) {
    // Each life of a page sees the same work: what it has grown to is compared with others of its age.
    const scenario = SCENARIOS[(episode % Number(life)) % SCENARIOS.length] ?? '';
    const task = makeTask({ scenario, seed: `worker/${episode}`, people: 50, viewport });
    await runEpisode({ id: 'test', catalog, env, task, policy: doNothing() });
    if (episode % Number(every) === 0) say(episode);
  }
  await env.close();
  await surfaces.close();
  say(Number(episodes));
}

await work(process.argv.slice(2));
