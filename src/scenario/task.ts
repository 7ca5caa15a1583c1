import { createDraft, finishDraft } from 'immer';
import type { App, Skin } from '../app/app.ts';
import { must } from '../core/assert.ts';
import { drawOne } from '../core/draw.ts';
import { UsageError, unknownName } from '../core/errors.ts';
import {
  type Check,
  closed,
  type Form,
  listOf,
  maybe,
  refuseMisfit,
  such,
  text,
  wholeNumber,
} from '../core/form.ts';
import { refuseNoSeed } from '../core/seed.ts';
import { createRng, type Rng } from '../core/rng.ts';
import { hint } from '../core/suggest.ts';
import type { Viewport } from '../screen/observation.ts';
import { isWholePicture, SCALES, VIEWPORT } from '../screen/viewport.ts';
import { generateWorld } from '../world/generate.ts';
import { begunLater } from '../world/moments.ts';
import { inOrder } from '../world/population.ts';
import type { AppName, World } from '../world/world.ts';
import { briefingText } from './briefing-text.ts';
import { type Catalog, edgeNamed, scenarioNamed } from './catalog.ts';
import type { Scenario, Task } from './scenario.ts';

export interface TaskRequest {
  scenario: string;
  /** Of the instance: everything of the task is drawn from it, but for the world. */
  seed: string;
  worldSeed?: string;
  people?: number;
  edge?: string | null;
  fault?: string | null;
  /** `home` or `drawn`, the index of a skin for every console, or the name of a skin by console (else `home`). */
  skins?: SkinChoice;
  /** The consoles that the bar shows, those of the scenario among them; all of the catalog when absent. */
  consoles?: readonly AppName[];
  /** The size of its screens, and how many pixels a CSS pixel is, where they are drawn; 1280 x 800 when absent. */
  viewport?: Viewport;
}

/** Looked at where it is used. */
const later: Check = () => undefined;

const CONSOLES = maybe(listOf(text('the name of a console'), { allowed: 'a list of names of consoles' }));

const PIXELS = wholeNumber(1, 10_000);
const SCALE = such(value => SCALES.some(scale => scale === value), SCALES.join(', '));
const SIZE = closed({ width: PIXELS, height: PIXELS, scale: maybe(SCALE) } satisfies Form<keyof Viewport>);
const WHOLE = such(value => isWholePicture(value as Viewport), 'a size and a scale that make whole pixels');
const SCREEN = maybe(value => SIZE(value) ?? WHOLE(value));

const TASK = closed({
  scenario: text('the name of a scenario'),
  ...{
    seed: later,
    worldSeed: later,
    people: later,
    edge: later,
    fault: later,
    skins: later,
    consoles: CONSOLES,
    viewport: SCREEN,
  },
} satisfies Form<keyof TaskRequest>);

export type SkinChoice = 'home' | 'drawn' | number | Readonly<Record<AppName, string>>;

/** A scenario with everything drawn: whom it is about, the edge laid into the world, the words of the goal, the skins. */
export function buildTask(catalog: Catalog, request: TaskRequest): Task {
  refuseMisfit('buildTask: the request', TASK, request);
  const { seed, worldSeed = seed, people = 250 } = request;
  checkRequest(catalog, request);
  return drawTask(catalog, request, worldOf(catalog, { seed: worldSeed, people }));
}

function checkRequest(
  catalog: Catalog,
  { scenario: name, seed, edge = null, fault = null }: TaskRequest,
): void {
  const scenario = scenarioNamed(catalog, name);
  checkListed(scenario, 'edge', edge);
  checkListed(scenario, 'fault', fault);
  refuseNoSeed(seed);
}

/** The same over a clean world that is at hand. */
export function drawTask(catalog: Catalog, request: TaskRequest, clean: World): Task {
  const scenario = scenarioNamed(catalog, request.scenario);
  const { seed, worldSeed = seed, people = 250, edge = null, fault = null } = request;
  const rng = createRng(seed);
  const begun: World = Object.freeze({ ...clean, nowMs: begunLater(clean.nowMs, seed) });
  const draft = createDraft(begun) as World;
  const params = scenario.params({ world: begun, draft, rng: rng.fork('params') });
  if (edge) {
    const focus = scenario.focus(params);
    const consoles = allApps(catalog);
    edgeNamed(catalog, edge).lay({ draft, focus, rng: rng.fork(`edges/${edge}`), consoles });
  }
  const world = finishDraft(draft) as World;
  const [goalRegister, goal] = rng.fork('goal').pick(Object.entries(scenario.goals(params)));
  const estate = estateOf(catalog, scenario, request.consoles);
  const how = request.skins ?? 'home';
  const skins = drawSkins(catalog, estate, { how, rng: createRng(seed).fork('skins') });
  const briefing = briefingText(world, { estate, rules: Object.values(catalog.rules) });
  return {
    scenario: scenario.name,
    seed,
    worldSeed,
    people,
    edge,
    fault,
    skins,
    viewport: request.viewport ?? VIEWPORT,
    goal,
    goalRegister,
    briefing,
    params,
    world,
  };
}

function checkListed(scenario: Scenario, kind: 'edge' | 'fault', name: string | null): void {
  const listed = scenario[`${kind}s`];
  if (name === null || listed.includes(name)) return;
  throw new UsageError(`Scenario ${scenario.name} does not go with ${kind} "${name}".${hint(name, listed)}`, {
    allowed: listed.length > 0 ? listed.join(', ') : `no ${kind}`,
  });
}

/**
 * The consoles that an episode has before it, in the order of their tabs: those that its scenario works in are among the
 * others, so that the bar does not show which they are. UsageError for a choice that leaves one of them out.
 */
function estateOf(catalog: Catalog, { name, apps }: Scenario, chosen?: readonly AppName[]): AppName[] {
  const all = allApps(catalog).map(app => app.name);
  if (chosen === undefined) return all;
  const unknown = chosen.find(app => !all.includes(app));
  if (unknown !== undefined) throw unknownName('console', unknown, { known: all });
  const missing = apps.find(app => !chosen.includes(app));
  if (missing === undefined) return all.filter(app => chosen.includes(app));
  throw new UsageError(`Scenario ${name} works in console "${missing}", which is not among the consoles.`, {
    where: `consoles ${chosen.join(', ')}`,
    allowed: `${apps.join(', ')}, and any others`,
  });
}

/** The consoles that a task has before it, in the order of their tabs. */
export function appsBefore({ skins }: Pick<Task, 'skins'>): AppName[] {
  return Object.keys(skins);
}

/** The skin of each console, as chosen or drawn. Throws UsageError for unknown consoles and skins. */
export function drawSkins(
  catalog: Catalog,
  apps: readonly AppName[],
  { how, rng }: { how: SkinChoice; rng: Rng },
): Record<AppName, Skin> {
  checkChoice(how, apps);
  const entries = apps.map(name => {
    const { skins } = must(catalog.range.apps[name], `console ${name}`);
    return [name, chooseSkin(name, skins, { how, rng })] as const;
  });
  return Object.fromEntries(entries);
}

function chooseSkin(
  name: AppName,
  skins: readonly Skin[],
  { how, rng }: { how: SkinChoice; rng: Rng },
): Skin {
  const names = skins.map(skin => skin.name);
  const drawn = how === 'drawn' ? drawOne(rng.fork(name).path, names) : null;
  const wanted = typeof how === 'object' ? (how[name] ?? null) : drawn;
  if (wanted === null)
    return must(skins[typeof how === 'number' ? how % skins.length : 0], `skin of ${name}`);
  const found = skins.find(skin => skin.name === wanted);
  if (!found) throw unknownName('skin', wanted, { known: names, where: name });
  return found;
}

/** Refuses what is no way to choose a look, whoever calls from plain JavaScript. */
function checkChoice(how: SkinChoice, apps: readonly AppName[]): void {
  if (typeof how === 'object' && how !== null) {
    const unknown = Object.keys(how).find(name => !apps.includes(name));
    if (unknown !== undefined) throw unknownName('console', unknown, { known: apps });
    return;
  }
  const isPlace = Number.isInteger(how) && Number(how) >= 0;
  if (how === 'home' || how === 'drawn' || isPlace) return;
  throw new UsageError(`No way to choose skins: ${JSON.stringify(how) ?? String(how)}.`, {
    allowed: '"home", "drawn", a whole number from 0, or the name of a skin by console',
  });
}

/** The consoles of a catalog in the one order in which worlds are made of them. */
export function allApps({ range }: Pick<Catalog, 'range'>): App[] {
  return inOrder(Object.values(range.apps));
}

/** Those of a split and some more, of companies of common size. */
const WORLDS_MAX = 16;
/** How many people they may have together. */
const PEOPLE_MAX = 200_000;
/** By the consoles that they are made of. */
const worlds = new WeakMap<Catalog['range']['apps'], Map<string, World>>();

/** A clean world, made once for each seed and size; the least recently used is forgotten first. */
export function worldOf(
  catalog: Pick<Catalog, 'range'>,
  { seed, people }: { seed: string; people: number },
): World {
  const { apps } = catalog.range;
  const known = worlds.get(apps) ?? new Map<string, World>();
  worlds.set(apps, known);
  const key = `${people}/${seed}`;
  const world = known.get(key) ?? generateWorld({ seed, people, consoles: allApps(catalog) });
  known.delete(key);
  known.set(key, world);
  const [oldest] = known.keys();
  if (known.size > roomFor(people) && oldest !== undefined) known.delete(oldest);
  return world;
}

function roomFor(people: number): number {
  return Math.min(WORLDS_MAX, Math.max(1, Math.floor(PEOPLE_MAX / people)));
}
