import type { Rng } from '../../core/rng.ts';
import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { focusedOn, marksOf } from '../../screen/script/sight.ts';
import type { Moment } from './moment.ts';

/** Keys beside one another, row by row, as a finger confuses them. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LENGTH_MIN = 5;

const SEEN_AT_ONCE = [
  'I hit the wrong key; I take the letter back.',
  'A typing error: I delete the last character.',
  'That was the wrong key, one step back.',
];
const SEEN_LATE = [
  'I look at what I typed and find an error in it; I select it all and type it again.',
  'The field does not read as it should: I mistyped. I mark it and write it anew.',
];

/** A character beside this one on the keyboard, in the same case; undefined for what is on no such row. */
export function besideOnKeyboard(character: string, rng: Rng): string | undefined {
  const lower = character.toLowerCase();
  const row = ROWS.find(keys => keys.includes(lower));
  if (!row) return undefined;
  const at = row.indexOf(lower);
  const beside = rng.pick([row[at - 1], row[at + 1]].filter(key => key !== undefined));
  return character === lower ? beside : beside.toUpperCase();
}

/**
 * Types a text with an error that is seen and corrected: at once by one backspace, or at the end by typing it all again.
 * Undefined where the text is too short for it, or holds line breaks.
 */
export function mistyped(action: Action, moment: Moment): Script<Observation> | undefined {
  if (action.kind !== 'type' || moment.hand.slips === 0) return undefined;
  const characters = [...action.text];
  if (characters.length < LENGTH_MIN || action.text.includes('\n')) return undefined;
  const place = moment.rng.fork('place').int(2, characters.length - 1);
  const wrong = besideOnKeyboard(characters[place] ?? '', moment.rng.fork('key'));
  if (wrong === undefined) return undefined;
  const before = characters.slice(0, place).join('');
  const after = characters.slice(place + 1).join('');
  moment.hand.slips -= 1;
  // Selecting all is right only where the field holds nothing else.
  const isEmpty = !focusedOn(moment.screen)?.value;
  const isLate = isEmpty && characters.length <= 40 && moment.rng.fork('late').chance(1, 2);
  return isLate
    ? correctedLate(action, { wrong: before + wrong + after, rng: moment.rng })
    : correctedAtOnce(action, { before, wrong, rng: moment.rng });
}

type Typing = Action & { kind: 'type' };

function* correctedAtOnce(
  action: Typing,
  { before, wrong, rng }: { before: string; wrong: string; rng: Rng },
): Script<Observation> {
  const marks = marksOf(action);
  yield { ...action, text: before + wrong, label: 'slip' };
  const thought = rng.fork('thought').pick(SEEN_AT_ONCE);
  yield { kind: 'key', keys: 'backspace', thought, ...marks, label: 'recovery' };
  return yield { kind: 'type', text: action.text.slice(before.length), ...marks };
}

function* correctedLate(action: Typing, { wrong, rng }: { wrong: string; rng: Rng }): Script<Observation> {
  const marks = marksOf(action);
  yield { ...action, text: wrong, label: 'slip' };
  const thought = rng.fork('thought').pick(SEEN_LATE);
  yield { kind: 'key', keys: 'ctrl+a', thought, ...marks, label: 'recovery' };
  return yield { kind: 'type', text: action.text, ...marks, label: 'recovery' };
}
