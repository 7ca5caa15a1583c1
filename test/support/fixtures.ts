import type { Skin } from '../../src/app/app.ts';
import { createHost, type Host, type Range } from '../../src/app/host/host.ts';
import { catalog } from '../../src/catalog.ts';
import { createEnv, type Env } from '../../src/env/env.ts';
import { runEpisode } from '../../src/env/episode.ts';
import type { Episode } from '../../src/env/recorded.ts';
import { expert } from '../../src/policy/expert.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import type { Task } from '../../src/scenario/scenario.ts';
import { buildTask, type TaskRequest, worldOf } from '../../src/scenario/task.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import type { World } from '../../src/world/world.ts';

/** A company large enough for every scenario and small enough to be made in a few milliseconds. */
export const PEOPLE = 80;

/** The names of all scenarios of the package, in order. */
export const SCENARIOS = Object.keys(catalog.scenarios).sort();

/** A clean company. */
export function makeWorld(options: { seed?: string; people?: number; range?: Range } = {}): World {
  return worldOf(
    { range: options.range ?? catalog.range },
    { seed: options.seed ?? 'test/1', people: options.people ?? PEOPLE },
  );
}

/** A task of a scenario: the first one unless told otherwise, in home skins, without trouble. */
export function makeTask(options: Partial<TaskRequest> & { catalog?: Catalog } = {}): Task {
  const { catalog: from = catalog, ...request } = options;
  return buildTask(from, {
    scenario: SCENARIOS[0] ?? '',
    seed: 'test/1',
    worldSeed: 'test/1',
    people: PEOPLE,
    ...request,
  });
}

/** An environment over the package's catalog, without a browser unless told otherwise. */
export function makeEnv(options: { surfaces?: SurfaceFactory; catalog?: Catalog } = {}): Env {
  return createEnv({ catalog, surfaces: domSurfaces(), ...options });
}

/** All consoles over a world at its own time, as an episode would start with them. */
export function makeHost(options: { world?: World; range?: Range; skin?: number } = {}): Host {
  const { range = catalog.range, world = makeWorld({ range }), skin = 0 } = options;
  const appNames = Object.keys(range.apps).sort();
  const skins: Record<string, Skin> = {};
  for (const name of appNames) {
    const all = range.apps[name]?.skins ?? [];
    const chosen = all[skin % all.length];
    if (chosen) skins[name] = chosen;
  }
  return createHost({ range, world, appNames, skins, nowMs: () => world.nowMs });
}

/** Acts a task out; the policy must apply to it. */
export async function act(
  task: Task,
  options: { env?: Env; policy?: Policy; catalog?: Catalog } = {},
): Promise<Episode> {
  const env = options.env ?? makeEnv(options.catalog ? { catalog: options.catalog } : {});
  const policy = options.policy ?? expert;
  const episode = await runEpisode({ id: 'test', catalog: options.catalog ?? catalog, env, task, policy });
  if (!options.env) await env.close();
  if (!episode) throw new Error(`Policy ${policy.name} does not apply to ${task.scenario}`);
  return episode;
}
