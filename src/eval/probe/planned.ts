import { civil, dayOf } from '../../core/calendar.ts';
import type { Recipe } from '../../dataset/plan/recipe.ts';
import type { EpisodePlan } from '../../dataset/plan/shard-plan.ts';
import { createEnv } from '../../env/env.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import type { Task } from '../../scenario/scenario.ts';
import { buildTask } from '../../scenario/task.ts';
import { textOf } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import { viewportName } from '../../screen/viewport.ts';
import type { SurfaceFactory } from '../../surface/surface.ts';
import type { Idle } from './constants.ts';
import { wordsOf } from './instance.ts';

/** The episodes of a plan, their tasks made and their first screens opened; nothing is acted out but the right ending. */
export async function instancesOf(
  { catalog, surfaces }: { catalog: Catalog; surfaces: SurfaceFactory },
  { people }: Pick<Recipe, 'people'>,
  episodes: readonly EpisodePlan[],
): Promise<Idle[]> {
  const env = createEnv({ catalog, surfaces });
  const instances: Idle[] = [];
  // Episodes of a company one after another: it is made once.
  const inTurn = [...episodes].sort((a, b) =>
    a.worldSeed === b.worldSeed ? (a.id < b.id ? -1 : 1) : a.worldSeed < b.worldSeed ? -1 : 1,
  );
  try {
    for (const episode of inTurn) {
      const { scenario, seed, worldSeed, edge, fault, skins, viewport } = episode;
      const consoles = Object.keys(skins);
      const request = { scenario, seed, worldSeed, edge, fault, skins, viewport, people, consoles };
      const task = buildTask(catalog, request);
      const screen = await env.reset(task);
      const [{ outcome: kind, reason, values }] = env.wanted;
      const outcome = { kind, ...(reason ? { reason } : {}), ...(values ? { values } : {}), note: 'Done.' };
      const { verdict } = await env.step(outcome);
      instances.push({
        ...{ scenario, edge, fault, clues: cluesOf(episode, task, screen) },
        ending: reason ? `${kind} ${reason}` : kind,
        said: JSON.stringify([kind, reason ?? null, values ?? null]),
        isPaid: verdict?.success === true,
      });
    }
  } finally {
    await env.close();
  }
  return instances;
}

function cluesOf(episode: EpisodePlan, task: Task, screen: Observation): Record<string, string[]> {
  const { nowMs } = task.world;
  const { hour, minute } = civil(nowMs);
  const { index, split, worldSeed, skins, viewport } = episode;
  return {
    goal: wordsOf(task.goal),
    'first screen': wordsOf(textOf(screen.tree)),
    company: [worldSeed],
    time: [`${hour}:${minute - (minute % 15)}`],
    date: [dayOf(nowMs)],
    ticket: ticketClues(task),
    place: [String(index % 8)],
    split: [split],
    skins: Object.entries(skins).map(([app, skin]) => `${app}=${skin}`),
    viewport: [viewportName(viewport)],
  };
}

/** The ticket that a goal names: how it stands among those of its kind, when it came, and with whom it is. */
function ticketClues({ goal, world }: Task): string[] {
  const named = Object.values(world.tickets).find(({ number }) => goal.includes(number));
  if (!named) return ['none'];
  const own = Object.values(world.tickets).filter(({ kind }) => kind === named.kind);
  const newer = own.filter(({ number }) => number > named.number).length;
  const hours = Math.floor((world.nowMs - named.openedMs) / 3_600_000);
  return [
    `newer ${Math.min(newer, 9)}`,
    `hours ${Math.min(hours, 24)}`,
    `state ${named.state}`,
    `assigned ${named.assignee !== null}`,
    `comments ${named.comments.length}`,
  ];
}
