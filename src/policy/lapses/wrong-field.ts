import type { Target } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { isTextField, nodeAt, nodesOf, targetOf } from '../../screen/script/sight.ts';
import { workOn } from '../thinking/glimpse.ts';
import { type Follow, type Lapse, repair, wrongly } from './lapse.ts';

const KIND = 'wrong-field';

const WORDS = [
  (wrong: string, right: string) =>
    `“${wrong}” is filled now, where nothing of mine belongs; it was meant for “${right}”.`,
  (wrong: string, right: string) =>
    `I see my words under “${wrong}”. They should stand under “${right}”, so out with them.`,
  (wrong: string, right: string) => `One field too far: “${right}” has nothing, “${wrong}” has it all.`,
  (wrong: string, right: string) =>
    `The text stands in “${wrong}”, and “${right}” is empty still. I take it out again.`,
  (wrong: string, right: string) =>
    `I meant “${right}”; the cursor was in “${wrong}”. It has to go from there.`,
] as const;

/** Types into the field beside the right one, sees it there, and moves it. */
export const wrongField: Lapse = {
  name: KIND,
  summary: 'A value is typed into the field beside the right one, seen there, and moved.',
  begin: (action, { screen, rng, then }) => {
    if (action.kind !== 'click' || !('role' in action.at) || action.at.role !== 'textbox') return undefined;
    const node = nodeAt(screen, action.at);
    const fields = nodesOf(workOn(screen)).filter(each => each.role === 'textbox' && isTextField(each));
    const at = node ? fields.indexOf(node) : -1;
    if (!node || node.value || at < 0) return undefined;
    const beside = [fields[at + 1], fields[at - 1]].find(each => each && !each.value && !isDay(each));
    const other = beside && targetOf(screen, beside);
    if (!beside || !other) return undefined;
    const thought = rng.fork('words').pick(WORDS)(beside.name, node.name);
    const right = { target: action.at, name: node.name };
    then(moving({ other, right, thought }));
    return wrongly({ ...action, at: other }, KIND);
  },
};

/** Fields of days take nothing else. */
function isDay({ description = '', name }: ScreenNode): boolean {
  return /\d{4}|date|day/i.test(`${name} ${description}`);
}

function moving({
  other,
  right,
  thought,
}: {
  other: Target;
  right: { target: Target; name: string };
  thought: string;
}): Follow {
  return function* (action): Script<Observation> {
    const isTyped = action.kind === 'type';
    if (isTyped) {
      yield* wrongly(action, KIND);
      yield* repair({ kind: 'key', keys: 'ctrl+a' }, thought);
      yield* repair({ kind: 'key', keys: 'delete' });
    }
    const there = `The cursor belongs in “${right.name}” and not in “${other.name}”.`;
    yield* repair({ kind: 'click', at: right.target }, isTyped ? `Now “${right.name}”.` : there);
    return yield action;
  };
}
