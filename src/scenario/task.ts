import { createDraft, finishDraft } from 'immer';
import type { Skin } from '../app/types.ts';
import { must } from '../core/assert.ts';
import { UsageError, unknownName } from '../core/errors.ts';
import { createRng } from '../core/rng.ts';
import { edges } from '../world/edges/index.ts';
import type { Edge } from '../world/edges/types.ts';
import { generateWorld } from '../world/generate.ts';
import type { AppName, World } from '../world/types.ts';
import type { Catalog } from './catalog-types.ts';
import type { Scenario, Task } from './types.ts';

export interface TaskRequest {
  scenario: string;
  /** Of the instance: everything of the task is drawn from it, but for the world. */
  seed: string;
  worldSeed?: string;
  people?: number;
  edge?: string | null;
  fault?: string | null;
  /** `home` or `drawn`, or the index of a skin for every console. */
  skins?: 'home' | 'drawn' | number;
}

/** A scenario with everything drawn: whom it is about, the edge laid into the world, the words of the goal, the skins. */
export function buildTask(catalog: Catalog, request: TaskRequest): Task {
  const scenario = scenarioNamed(catalog, request.scenario);
  const { seed, worldSeed = seed, people = 250, edge = null, fault = null } = request;
  checkListed(scenario, 'edge', edge, scenario.edges);
  checkListed(scenario, 'fault', fault, scenario.faults);
  const rng = createRng(seed);
  const clean = worldOf(worldSeed, people);
  const draft = createDraft(clean) as World;
  const params = scenario.params({ world: clean, draft, rng: rng.fork('params') });
  if (edge) edgeNamed(edge).lay(draft, scenario.focus(params), rng.fork(`edges/${edge}`));
  const world = finishDraft(draft) as World;
  const goal = rng.fork('goal').pick(scenario.goals)(params);
  const skins = drawSkins(catalog, scenario.apps, { how: request.skins ?? 'home', rng: rng.fork('skins') });
  return { scenario: scenario.name, seed, worldSeed, people, edge, fault, skins, goal, params, world };
}

export function scenarioNamed(catalog: Catalog, name: string): Scenario {
  const scenario = Object.hasOwn(catalog.scenarios, name) ? catalog.scenarios[name] : undefined;
  if (!scenario) throw unknownName('scenario', name, Object.keys(catalog.scenarios));
  return scenario;
}

export function edgeNamed(name: string): Edge {
  if (!Object.hasOwn(edges, name)) throw unknownName('edge', name, Object.keys(edges));
  return (edges as Record<string, Edge>)[name] as Edge;
}

function checkListed(
  scenario: Scenario,
  kind: 'edge' | 'fault',
  name: string | null,
  listed: readonly string[],
): void {
  if (name === null || listed.includes(name)) return;
  throw new UsageError(`Scenario ${scenario.name} does not go with ${kind} "${name}".`, {
    allowed: listed.length > 0 ? listed.join(', ') : `no ${kind}`,
  });
}

function drawSkins(
  catalog: Catalog,
  apps: readonly AppName[],
  { how, rng }: { how: 'home' | 'drawn' | number; rng: ReturnType<typeof createRng> },
): Record<AppName, Skin> {
  const entries = apps.map(name => {
    const skins = must(catalog.range.apps[name], `console ${name}`).skins;
    const skin =
      how === 'drawn' ? rng.fork(name).pick(skins) : skins[how === 'home' ? 0 : how % skins.length];
    return [name, must(skin, `skin of ${name}`)] as const;
  });
  return Object.fromEntries(entries);
}

const WORLDS_MAX = 8;
const worlds = new Map<string, World>();

/** A clean world, made once for each seed and size; the least recently used is forgotten first. */
export function worldOf(seed: string, people: number): World {
  const key = `${people}/${seed}`;
  const world = worlds.get(key) ?? generateWorld({ seed, people });
  worlds.delete(key);
  worlds.set(key, world);
  const [oldest] = worlds.keys();
  if (worlds.size > WORLDS_MAX && oldest !== undefined) worlds.delete(oldest);
  return world;
}
