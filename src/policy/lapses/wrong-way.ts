import type { Action, Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodeAt, nodesOf } from '../../screen/script/sight.ts';
import { tableOn } from '../thinking/glimpse.ts';
import { type LapseMoment, repair, sayPage, wrongly } from './lapse.ts';

/** What the three lapses of going the wrong way have in common: the right way stays within reach. */

/** What stands beside the right way in the same part of the screen. */
export function besideIn(
  { screen, rng }: LapseMoment,
  action: Action,
  isOther: (node: ScreenNode) => boolean,
): Target | undefined {
  if (action.kind !== 'click' || !('role' in action.at) || !action.at.within) return undefined;
  const { within, role } = action.at;
  const node = nodeAt(screen, action.at);
  const [part] = findAll(screen.tree, within);
  if (!node || !part) return undefined;
  const all = nodesOf(part).filter(each => each.role === role && each.name !== '');
  const at = all.indexOf(node);
  // A hand goes wrong by a place or two.
  const near = all.filter(
    (each, i) => Math.abs(i - at) <= 2 && each !== node && !each.current && isOther(each),
  );
  if (near.length === 0) return undefined;
  const { canonical, name } = rng.fork('beside').pick(near);
  return { ...action.at, name: canonical ?? name };
}

/** Goes the wrong way, sees where it led, and goes the right one from there. */
export function* astray(
  action: Action,
  { at, kind, word }: { at: Target; kind: string; word: (seen: string, meant: string) => string },
): Script<Observation> {
  const meant = 'at' in action && 'role' in action.at ? action.at.name : '';
  const there = yield* wrongly({ ...action, at } as Action, kind);
  const table = tableOn(there);
  const seen = table ? `${sayPage(there)}, and below it “${table.caption}”` : sayPage(there);
  return yield* repair(action, word(seen, meant));
}
