import type { Action, Target } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { pressedButton } from '../../screen/script/sight.ts';
import { button, offers } from '../../screen/script/verbs.ts';
import { appAt } from '../../world/find.ts';
import { fieldsOn, messageOn } from '../thinking/glimpse.ts';
import { isDialog, type Lapse, repair, wrongly } from './lapse.ts';

const KIND = 'wrong-button';

/** Presses the button beside the right one on the ticket; the console says why that does not do, and nothing is kept. */
export const wrongButton: Lapse = {
  name: KIND,
  summary: 'The button beside the right one is pressed on the ticket; the record says that it is not done.',
  begin: (action, { screen, consoles, rng }) => {
    const pressed = pressedButton(action);
    const there = appAt({ consoles }, screen.url);
    const saves = there?.kind === 'desk' ? (there.buttons.save ?? []) : [];
    const other = saves.map(button).find(each => offers(screen, each));
    const isWritten = fieldsOn(screen).some(({ value = '' }) => value.length > NOTE_MIN) && !isDialog(screen);
    if (pressed === undefined || !other || !isWritten) return undefined;
    if (saves.includes(pressed) || there?.buttons.lookUp?.includes(pressed)) return undefined;
    return pressing(action, { other, rest: rng.fork('words').pick(RESTS) });
  },
};

/** Longer than any value: somebody wrote a note. */
const NOTE_MIN = 20;

const RESTS = [
  'That keeps the words and ends nothing: I look for the button that does.',
  'The page is still the same, and nothing says closed. I pressed the one next to it.',
  'My words are kept, but the state has not moved, so it was another button that I needed.',
  'That was the wrong button: the ticket is still open, and what I wrote stands in the fields.',
  'So the work is not closed yet. The button for it is the one beside.',
] as const;

function* pressing(action: Action, { other, rest }: { other: Target; rest: string }): Script<Observation> {
  const page = yield* wrongly({ ...action, at: other } as Action, KIND);
  const message = messageOn(page);
  return yield* repair(action, message === undefined ? rest : `It answers “${message}” ${rest}`);
}
