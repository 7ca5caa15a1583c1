import type { Action, Target } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import type { Rng } from '../../core/rng.ts';
import { type Lapse, type LapseMoment, repair, wrongly } from './lapse.ts';

const KIND = 'wrong-choice';

const WORDS = [
  (field: string, took: string, meant: string) =>
    `${took}? I wanted ${meant} in “${field}”; the two stand one below the other.`,
  (field: string, took: string, meant: string) =>
    `Something is wrong with “${field}”: it shows ${took}, and the case calls for ${meant}.`,
  (field: string, took: string, meant: string) =>
    `I look at “${field}” a second time. ${took} is what it took, ${meant} is what I came for.`,
  (field: string, took: string, meant: string) =>
    `“${field}” reads ${took} now. It has to be ${meant}: I took the line beside it.`,
  (field: string, took: string, meant: string) =>
    `I read it over before it goes off: “${field}” says ${took}, which is not so. ${meant} it is.`,
  (field: string, took: string, meant: string) =>
    `${took} stands in “${field}”; what I have read bears out ${meant}. Nothing was sent yet.`,
] as const;

/** Takes the neighbour of the right option, reads the field and chooses again. */
export const wrongChoice: Lapse = {
  name: KIND,
  summary: 'The option beside the right one is chosen; the field shows it, and it is chosen again.',
  begin: (action, moment) => {
    const way = wayOf(action, moment);
    return way && choosing(action, way, moment.rng);
  },
};

/** How an option is chosen: the list that has to be opened, none for radio buttons, and what stands beside it. */
interface OptionWay {
  list: Target | undefined;
  /** What the field is called. */
  field: string;
  other: Target;
  /** What the screen prints for the option that is meant, and for the other. */
  printed: { meant: string; took: string };
}

/** The option beside the one that is clicked, where the field can be read afterwards. */
function wayOf(action: Action, { screen, last }: LapseMoment): OptionWay | undefined {
  if (action.kind !== 'click' || !('role' in action.at)) return undefined;
  const { role, within } = action.at;
  const opened =
    last?.kind === 'click' && 'role' in last.at && last.at.role === 'combobox' ? last.at : undefined;
  if (role !== 'radio' && (role !== 'option' || !opened)) return undefined;
  const [chosen] = findAll(screen.tree, action.at);
  const scopes = within ? findAll(screen.tree, within) : [screen.tree];
  const options = scopes
    .flatMap(nodesOf)
    .filter(node => node.role === role && node.name !== '' && !node.name.startsWith('--') && !node.checked);
  const at = chosen ? options.indexOf(chosen) : -1;
  const beside = at < 0 ? undefined : (options[at + 1] ?? options[at - 1]);
  const field = opened?.name ?? within?.name;
  if (!chosen || !beside || field === undefined) return undefined;
  const [shown] = opened ? findAll(screen.tree, opened) : [];
  const other = { ...action.at, name: beside.canonical ?? beside.name };
  const printed = { meant: chosen.name, took: beside.name };
  return findAll(screen.tree, other).length === 1
    ? { list: opened, field: shown?.name ?? field, other, printed }
    : undefined;
}

const AGAIN = [
  (field: string, meant: string) => `${meant}, and no other line of “${field}”.`,
  (field: string, meant: string) => `I read each line of “${field}” and stop at ${meant}.`,
  (_field: string, meant: string) => `Here it is: ${meant}. I wait until it is marked before I take it.`,
  (field: string, meant: string) => `Of all that “${field}” has, ${meant} is the one that is so.`,
] as const;

function* choosing(action: Action, way: OptionWay, rng: Rng): Script<Observation> {
  yield* wrongly({ ...action, at: way.other } as Action, KIND);
  return yield* chooseAgain(action, way, {
    word: rng.fork('words').pick(WORDS),
    again: rng.fork('again').pick(AGAIN),
  });
}

/** Opens the list again, where there is one, and takes the right option. */
function* chooseAgain(
  action: Action,
  { list, field, printed }: OptionWay,
  { word, again }: { word: (typeof WORDS)[number]; again: (typeof AGAIN)[number] },
): Script<Observation> {
  const { meant, took } = printed;
  const thought = word(field, took, meant);
  if (!list) return yield* repair(action, thought);
  yield* repair({ kind: 'click', at: list }, thought);
  return yield* repair(action, again(field, meant));
}
