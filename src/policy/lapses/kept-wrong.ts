import type { Action, Target } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { nodesOf, targetOf } from '../../screen/script/sight.ts';
import { button, offers, option, seek } from '../../screen/script/verbs.ts';
import { appAt } from '../../world/find.ts';
import { fieldsOn, isUnset } from '../thinking/glimpse.ts';
import { type Lapse, repair, wrongly } from './lapse.ts';

const KIND = 'kept-wrong';

const WORDS = [
  (field: string, took: string, was: string) =>
    `“${field}” has changed to ${took} by my own hand. Nobody asked for that; ${was} was right.`,
  (field: string, took: string, was: string) =>
    `The page has come back with ${took} in “${field}”. I wanted nothing but to keep it, and it was ${was}.`,
  (field: string, took: string, was: string) =>
    `Saved, and the record now says ${took} beside “${field}”. I meant another list: it goes back to ${was}.`,
  (field: string, took: string, was: string) =>
    `Reading the record after saving I find ${took} in “${field}”, where ${was} stood. That is my doing, so I set it right.`,
] as const;

const AGAIN = [
  (field: string, was: string) => `“${field}” reads ${was} again; this is kept, too.`,
  (field: string, was: string) => `Back to ${was} in “${field}”, and saved, so that the record is as it was.`,
  (field: string, was: string) => `With ${was} in “${field}” the record says again what is so.`,
] as const;

/**
 * Takes the wrong list in the operator's own record, the ticket, and saves it; reads it back and corrects it there. Nobody's
 * access hangs on it, and the history keeps both.
 */
export const keptWrong: Lapse = {
  name: KIND,
  summary: 'A wrong word is saved with the ticket, read back, and corrected in the record.',
  begin: (action, { screen, consoles, rng }) => {
    if (action.kind !== 'click' || !('role' in action.at) || action.at.role !== 'combobox') return undefined;
    const there = appAt({ consoles }, screen.url);
    const save = (there?.buttons.save ?? []).map(button).find(each => offers(screen, each));
    const list = fieldsOn(screen).find(
      ({ role, value = '' }) => role === 'combobox' && value && !isUnset(value),
    );
    const at = list && targetOf(screen, list);
    if (there?.kind !== 'desk' || !save || !list || !at || list.value === undefined) return undefined;
    if (at.name === action.at.name) return undefined;
    const word = rng.fork('words').pick(WORDS);
    const again = rng.fork('again').pick(AGAIN);
    return keeping(action, { list, at, save, was: list.value, word, again });
  },
};

interface Keeping {
  list: ScreenNode;
  at: Target;
  save: Target;
  was: string;
  word: (typeof WORDS)[number];
  again: (typeof AGAIN)[number];
}

function* keeping(action: Action, { list, at, save, was, word, again }: Keeping): Script<Observation> {
  const open = yield* wrongly({ kind: 'click', at, ...thoughtOf(action) }, KIND);
  const options = nodesOf(open.tree).filter(({ role, name }) => role === 'option' && !isUnset(name));
  const place = options.findIndex(({ name }) => name === was);
  const taken = options[place - 1] ?? options[place + 1];
  if (!taken) return yield action;
  yield* wrongly({ kind: 'click', at: option(taken.canonical ?? taken.name) }, KIND);
  const kept = yield* wrongly({ kind: 'click', at: save }, KIND);
  const now = seek(kept, at)?.value ?? taken.name;
  yield* repair({ kind: 'click', at }, word(list.name, now, was));
  yield* repair({ kind: 'click', at: option(canonicalOf(options, was)) });
  yield* repair({ kind: 'click', at: save }, again(list.name, was));
  return yield action;
}

function canonicalOf(options: readonly ScreenNode[], printed: string): string {
  const found = options.find(({ name }) => name === printed);
  return found?.canonical ?? printed;
}

function thoughtOf({ thought }: Action): { thought?: string } {
  return thought === undefined ? {} : { thought };
}
