import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodeAt, nodesOf, targetOf } from '../../screen/script/sight.ts';
import { placeOn, warningOn } from '../thinking/glimpse.ts';
import { cancel, type Lapse, wrongly } from './lapse.ts';

const KIND = 'wrong-entry';

/** Takes another entry of a menu, reads what its form would do, and leaves it. */
export const wrongEntry: Lapse = {
  name: KIND,
  summary: 'Another entry of a menu is taken; its form says what it would do, and is left.',
  begin: (action, { screen, last, rng }) => {
    if (action.kind !== 'click' || !('role' in action.at) || action.at.role !== 'menuitem') return undefined;
    const node = nodeAt(screen, action.at);
    const all = nodesOf(screen.tree).filter(each => each.role === 'menuitem' && !each.disabled);
    const place = node ? all.indexOf(node) : -1;
    const beside = [all[place + 1], all[place - 1]].filter(each => each !== undefined);
    if (last?.kind !== 'click' || place < 0 || beside.length === 0) return undefined;
    const at = targetOf(screen, rng.fork('beside').pick(beside));
    return at && taking(action, { wrong: { kind: 'click', at }, open: last, meant: node?.name ?? '' });
  },
};

function* taking(
  action: Action,
  { wrong, open, meant }: { wrong: Action; open: Action; meant: string },
): Script<Observation> {
  const form = yield* wrongly(wrong, KIND);
  const warning = warningOn(form);
  const says = warning ? `“${placeOn(form)}”: ${warning}` : `This is “${placeOn(form)}”.`;
  yield* cancel(form, `${says} That is not “${meant}”. I leave it; nothing was sent.`);
  yield { ...open, thought: `The menu again, for “${meant}”.`, label: 'repair' };
  return yield { ...action, thought: `“${meant}”: I read the entry before I take it.`, label: 'repair' };
}
