import type { Rng } from '../../core/rng.ts';
import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodeAt, nodesOf, targetOf } from '../../screen/script/sight.ts';
import { placeOn, warningOn } from '../thinking/glimpse.ts';
import { cancel, type Lapse, repair, wrongly } from './lapse.ts';

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
    return at && taking(action, { wrong: { kind: 'click', at }, open: last, meant: node?.name ?? '', rng });
  },
};

function* taking(
  action: Action,
  { wrong, open, meant, rng }: { wrong: Action; open: Action; meant: string; rng: Rng },
): Script<Observation> {
  const form = yield* wrongly(wrong, KIND);
  const warning = warningOn(form);
  const says = warning ? `“${placeOn(form)}”: ${warning}` : `This is “${placeOn(form)}”.`;
  yield* cancel(form, `${says} ${rng.fork('words').pick(WORDS)(meant)}`);
  yield* repair(open, rng.fork('again').pick(AGAIN)(meant));
  return yield* repair(action, rng.fork('read').pick(READ)(meant));
}

const WORDS = [
  (meant: string) => `That is not “${meant}”. I leave it; nothing was sent.`,
  (meant: string) => `I came for “${meant}” and touch nothing here.`,
  (meant: string) => `The entry beside it was “${meant}”. Away from this, before anything is sent.`,
] as const;

const AGAIN = [
  (meant: string) => `The menu again, for “${meant}”.`,
  (meant: string) => `“${meant}” is in the same menu; I open that once more.`,
  (meant: string) => `Where I took the wrong entry stands “${meant}”, too.`,
] as const;

const READ = [
  (meant: string) => `“${meant}”: I read the entry before I take it.`,
  (meant: string) => `This one says “${meant}”, word for word.`,
  (meant: string) => `Between its neighbours stands “${meant}”; now the pointer is on it.`,
] as const;
