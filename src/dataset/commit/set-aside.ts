import { clip } from '../../core/clip.ts';
import { createRng } from '../../core/rng.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import { repeatLine } from '../../scenario/repeat.ts';
import { drawSkins } from '../../scenario/task.ts';
import { masked } from '../../screen/secret.ts';
import type { EpisodePlan } from '../plan/shard-plan.ts';
import type { SetAside } from './record.ts';

/** What a record keeps of a complaint; a broken row may be complained of on each of its columns. */
const CHECK_MAX = 2000;

/** The record of an episode of which nothing is written. Its seeds repeat it, so that no more of it is kept. */
export function setAsideOf(
  catalog: Catalog,
  { planned, people }: { planned: EpisodePlan; people: number },
  { policy, reason, check }: Pick<SetAside, 'policy' | 'reason' | 'check'>,
): SetAside {
  const { id, scenario, seed, worldSeed, edge, fault, viewport } = planned;
  const { folder: _, ...anywhere } = catalog;
  const how = { how: planned.skins, rng: createRng(seed) };
  const skins = drawSkins(catalog, Object.keys(planned.skins), how);
  const task = { scenario, seed, worldSeed, people, edge, fault, viewport, skins };
  const repeat = repeatLine(anywhere, task, { policy });
  return {
    ...{ id, scenario, seed, worldSeed, edge, fault, policy, reason },
    check: masked(clip(check, CHECK_MAX)),
    repeat,
  };
}

/** How many of so many episodes may be set aside before a run is called failed: one in fifty, of few at least one. */
export function mostSetAside(planned: number): number {
  return Math.max(1, Math.floor(planned / 50));
}
