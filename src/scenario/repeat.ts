import { asWord } from '../core/shell.ts';
import { VIEWPORT, viewportName } from '../screen/viewport.ts';
import type { Catalog } from './catalog.ts';
import type { Task } from './scenario.ts';
import { createRng } from '../core/rng.ts';
import { appsBefore, allApps, drawSkins, type SkinChoice } from './task.ts';

/** What an episode is repeated by. */
type Repeated = Pick<
  Task,
  'scenario' | 'seed' | 'worldSeed' | 'people' | 'edge' | 'fault' | 'viewport' | 'skins'
>;

/** The shortest command line that shows an episode again, up to a step where one is given (the first is 1). */
export function repeatLine(
  catalog: Catalog,
  task: Repeated,
  { policy = 'expert', until }: { policy?: string; until?: number } = {},
): string {
  const { scenario, seed, worldSeed, people, edge, fault, viewport } = task;
  const options: Record<string, string | null> = {
    seed,
    'world-seed': worldSeed === seed ? null : worldSeed,
    people: people === 250 ? null : String(people),
    edge,
    fault,
    consoles: appsWord(catalog, task),
    skins: skinsWord(catalog, task),
    viewport: viewportName(viewport) === viewportName(VIEWPORT) ? null : viewportName(viewport),
    policy: policy === 'expert' ? null : policy,
    until: until === undefined ? null : String(until),
    with: catalog.folder ?? null,
  };
  const given = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name} ${asWord(value)}`],
  );
  return ['npx iam-range replay', scenario, ...given].join(' ');
}

/** Nothing where the bar shows all consoles. */
function appsWord(catalog: Catalog, task: Repeated): string | null {
  const shown = appsBefore(task);
  return allApps(catalog).length === shown.length ? null : shown.join(',');
}

/** Nothing for home skins; else `drawn` where the seed draws just these, or the consoles that do not look as at home. */
function skinsWord(catalog: Catalog, task: Repeated): string | null {
  const skinsBy = (how: SkinChoice): Task['skins'] =>
    drawSkins(catalog, appsBefore(task), { how, rng: createRng(task.seed).fork('skins') });
  const differing = differingSkins(task, skinsBy('home'));
  if (differing.length === 0) return null;
  return differingSkins(task, skinsBy('drawn')).length === 0 ? 'drawn' : differing.join(',');
}

function differingSkins({ skins }: Repeated, others: Task['skins']): string[] {
  return Object.entries(skins).flatMap(([app, { name }]) =>
    others[app]?.name === name ? [] : [`${app}=${name}`],
  );
}
