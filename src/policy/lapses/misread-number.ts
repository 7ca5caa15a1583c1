import type { Target } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { focusedOn, pressedButton, targetOf } from '../../screen/script/sight.ts';
import { offers } from '../../screen/script/verbs.ts';
import { placeOn, tableOn } from '../thinking/glimpse.ts';
import { sayRows } from '../thinking/moment.ts';
import { type Follow, type Lapse, type LapseMoment, repair, unaware, wrongly } from './lapse.ts';

const KIND = 'misread-number';

/** Two figures of a number change places; the list has nobody by it, or somebody else. */
export const misreadNumber: Lapse = {
  name: KIND,
  summary: 'A number is read wrongly and searched for; the list is empty, or shows another record.',
  begin: (action, { screen, then, rng }) => {
    const field = focusedOn(screen);
    if (action.kind !== 'type' || field?.role !== 'searchbox' || field.value) return undefined;
    const at = targetOf(screen, field);
    const wrong = swapped(action.text);
    if (!at || wrong === undefined) return undefined;
    then(correcting({ at, right: action.text, wrong, rng }));
    return wrongly({ ...action, text: wrong }, KIND, action);
  },
};

/** The last two figures that differ, one for the other. */
function swapped(text: string): string | undefined {
  if (!/^[\w-]*\d{4,}$/.test(text)) return undefined;
  for (let i = text.length - 2; i > text.length - 4; i--) {
    const [a = '', b = ''] = [text[i], text[i + 1]];
    if (a !== b) return text.slice(0, i) + b + a + text.slice(i + 2);
  }
  return undefined;
}

function correcting(given: { at: Target; right: string; wrong: string; rng: LapseMoment['rng'] }): Follow {
  const { at, right, wrong, rng } = given;
  return function* follow(action, then): Script<Observation> {
    const isSent = pressedButton(action) !== undefined || (action.kind === 'key' && action.keys === 'enter');
    const found = yield* unaware(action);
    if (!isSent) then(follow);
    if (!isSent || !offers(found, at)) return found;
    const thought = rng.fork('words').pick(WORDS)(sayFound(found), wrong, right);
    yield* repair({ kind: 'click', at }, thought);
    yield* repair({ kind: 'key', keys: 'ctrl+a' });
    yield* repair({ kind: 'type', text: right });
    return yield action;
  };
}

const WORDS = [
  (found: string, wrong: string, right: string) =>
    `${found}. I compare: ${wrong} is in the field, ${right} is what the work is about.`,
  (found: string, wrong: string, right: string) =>
    `For ${wrong} ${found}, which I did not reckon with. The number should read ${right}.`,
  (found: string, wrong: string, right: string) =>
    `${found}. Before I doubt the list I doubt my typing, and rightly: ${wrong} instead of ${right}.`,
  (found: string, wrong: string, right: string) =>
    `${found} for ${wrong}. I read the number again: it is ${right}, two figures changed places.`,
  (found: string, wrong: string, right: string) =>
    `${found}. No wonder: I searched for ${wrong}, and what I was given is ${right}.`,
] as const;

function sayFound(screen: Observation): string {
  const table = tableOn(screen);
  const rows = table?.count ?? 0;
  return rows === 0
    ? `“${placeOn(screen)}” shows nothing`
    : `“${placeOn(screen)}” shows ${sayRows(rows)} that I did not expect`;
}
