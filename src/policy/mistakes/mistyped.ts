import { focusedOn } from '../../screen/script/sight.ts';
import { besideOnKeyboard } from '../habits/typing.ts';
import { carelessly, wrongly } from './carelessly.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'mistyped';

/** What stands for one thing alone: a number, a user name, a day. In free text an error does no harm. */
const IDENTIFIER = /^(?=.*\d|.*@)[\w.@:/+-]{5,}$/;

/** Types an identifier with one wrong character into a form and does not read it again. */
export const mistyped: Mistake = {
  name: KIND,
  summary: 'A number, user name or day is mistyped into a form and left so.',
  begin: ({ script, rng }) => {
    let left = rng.fork('which').int(1, 2);
    return carelessly(script, {
      kind: KIND,
      twist: (action, screen) => {
        const isForm = action.kind === 'type' && focusedOn(screen)?.role === 'textbox';
        if (!isForm || !IDENTIFIER.test(action.text) || --left !== 0) return undefined;
        const characters = [...action.text];
        const places = [...characters.keys()].filter(i => /[a-z0-9]/i.test(characters[i] ?? ''));
        const place = rng.fork('place').pick(places);
        const key = besideOnKeyboard(characters[place] ?? '', rng.fork('key'));
        characters[place] = key ?? '';
        return wrongly({ ...action, text: characters.join('') }, KIND, action);
      },
    });
  },
};
