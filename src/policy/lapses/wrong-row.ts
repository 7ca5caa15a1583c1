import type { Rng } from '../../core/rng.ts';
import type { Action, Target } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodeAt, nodesOf } from '../../screen/script/sight.ts';
import {
  alikeFirst,
  cancel,
  goBack,
  type Lapse,
  rowOfMany,
  sayPage,
  sayRow,
  targetInRow,
  wrongly,
} from './lapse.ts';

const KIND = 'wrong-row';

/** Takes the row beside the right one in a list of look-alikes: a record is opened, or a form over it, and left again. */
export const wrongRow: Lapse = {
  name: KIND,
  summary: 'The row beside the right one is taken; the page that opens shows another name.',
  begin: (action, { screen, isCalm, rng }) => {
    if (action.kind !== 'click' || !('role' in action.at)) return undefined;
    const { role } = action.at;
    const node = nodeAt(screen, action.at);
    const rows = node && rowOfMany(screen, node);
    if (!node || !rows || (role === 'link' ? !isCalm : role !== 'button')) return undefined;
    const taken = alikeFirst(rows)
      .slice(0, 3)
      .flatMap(row => {
        const at = sameIn(screen, row, { node, own: rows.own });
        return at ? [{ at, row }] : [];
      })[0];
    if (!taken) return undefined;
    const [meant, read] = [sayRow(rows.own), sayRow(taken.row)];
    return mistaking(action, { at: taken.at, meant, read, word: rng.fork('words').pick(WORDS), rng });
  },
};

interface Taken {
  at: Target;
  meant: string;
  read: string;
  word: (read: string) => string;
  rng: Rng;
}

/** What was meant is named where it stands: on the list again. On the page of another nobody could read it. */
const WORDS = [
  (read: string) => `What I have here is ${read}: one line off.`,
  (read: string) => `I compare the name: ${read}. That is not the one that I wanted.`,
  (read: string) => `By its line it was ${read}, beside the right one. I go back to the list.`,
  (read: string) => `I took the row of ${read}, and meant another.`,
  (read: string) => `The row that I wanted is another; this belongs to ${read}.`,
  (read: string) => `I slipped into the line of ${read}, so I leave it.`,
] as const;

const SEEN = [
  (page: string) => `Here stands ${page}.`,
  (page: string) => `${page}, the heading says.`,
  (page: string) => `What has opened is ${page}.`,
  (page: string) => `I read ${page}.`,
] as const;

const AGAIN = [
  (meant: string) => `This time I compare the whole row before I go on: ${meant}.`,
  (meant: string) => `Now with a finger on the line: ${meant}.`,
  (meant: string) => `${meant}: I read the line from its beginning to its end, and this is it.`,
  (meant: string) => `The lines look alike, but only one of them says ${meant}.`,
] as const;

function* mistaking(action: Action, { at, meant, read, word, rng }: Taken): Script<Observation> {
  const page = yield* wrongly({ ...action, at } as Action, KIND);
  const isLink = at.role === 'link';
  const thought = `${rng.fork('seen').pick(SEEN)(sayPage(page))} ${word(read)} Nothing was changed.`;
  yield* isLink ? goBack(thought) : cancel(page, thought);
  const again = rng.fork('again').pick(AGAIN)(meant);
  return yield { ...action, thought: again };
}

/** The control of another row that stands where the right one stands in its own. */
function sameIn(
  screen: Observation,
  row: ScreenNode,
  { node, own }: { node: ScreenNode; own: ScreenNode },
): Target | undefined {
  const alike = (each: ScreenNode): ScreenNode[] => nodesOf(each).filter(({ role }) => role === node.role);
  const same = alike(row)[alike(own).indexOf(node)];
  const name = same && (same.canonical ?? same.name);
  return name ? targetInRow(screen, row, { role: node.role, name }) : undefined;
}
