import type { Rng } from '../../core/rng.ts';
import type { Action } from '../../screen/action.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { focusedOn, marksOf } from '../../screen/script/sight.ts';
import { SECRET } from '../../screen/secret.ts';
import { isSayable } from '../thinking/glimpse.ts';
import type { Moment } from './moment.ts';

/** Keys beside one another, row by row, as a finger confuses them. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LENGTH_MIN = 5;

/** Seen by what the field shows: those of the field alone, and those that name the last word in it. */
interface Seeing {
  field: readonly ((field: string) => string)[];
  word: readonly ((word: string, field: string) => string)[];
}

const SEEN_AT_ONCE: Seeing = {
  field: [
    field => `The last letter in “${field}” is not the one that I meant; one step back.`,
    field => `I hit two keys at once or the wrong one: what “${field}” shows now has a letter too many.`,
    field => `“${field}” does not show what I have in my head. I delete as far as it is right.`,
  ],
  word: [
    (word, field) => `“${field}” ends in ${word}, and the last letter of it is none of mine: I take it back.`,
    word => `${word}? My finger was beside the key. That one letter goes.`,
    word => `With ${word} it would be another word. The end of it goes again.`,
  ],
};
const SEEN_LATE: Seeing = {
  field: [
    field => `Held against where I took it from, “${field}” is off by a letter. I write it anew.`,
    field => `Before it is used I look at “${field}” again: there is a slip in it. I select it all.`,
  ],
  word: [
    (word, field) => `“${field}” shows ${word}. One letter is another than it should be, so all of it goes.`,
    (word, field) => `I read ${word} back letter by letter, and it is not the same: I mark “${field}” whole.`,
    word => `${word} does not exist as far as I know; I typed it wrong and replace it.`,
  ],
};

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
 * Undefined where the text is too short for it, or holds line breaks. A secret is taken over whole: the pieces of one that
 * is typed with an error bear no mark by which they could be kept out of what is written down.
 */
export function mistyped(action: Action, moment: Moment): Script<Observation> | undefined {
  if (action.kind !== 'type' || moment.hand.slips === 0) return undefined;
  const characters = [...action.text];
  if (characters.length < LENGTH_MIN || /\n/.test(action.text) || SECRET.test(action.text)) return undefined;
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
  const typed = yield { ...action, text: before + wrong, meant: action, label: 'slip' };
  const thought = saySeen(typed, SEEN_AT_ONCE, rng.fork('thought'));
  yield { kind: 'key', keys: 'backspace', thought, ...marks, label: 'recovery' };
  return yield { kind: 'type', text: action.text.slice(before.length), ...marks };
}

function* correctedLate(action: Typing, { wrong, rng }: { wrong: string; rng: Rng }): Script<Observation> {
  const marks = marksOf(action);
  const typed = yield { ...action, text: wrong, meant: action, label: 'slip' };
  const thought = saySeen(typed, SEEN_LATE, rng.fork('thought'));
  yield { kind: 'key', keys: 'ctrl+a', thought, ...marks, label: 'recovery' };
  return yield { kind: 'type', text: action.text, ...marks, label: 'recovery' };
}

function saySeen(screen: Observation, seeing: Seeing, rng: Rng): string {
  const { name = '', value = '' } = focusedOn(screen) ?? {};
  const field = isSayable(name) ? name : 'this field';
  // A piece of a telephone number is no word of its own.
  const word = /\+\d/.test(value) ? '' : (value.split(/\s+/).at(-1) ?? '');
  const ways = [
    ...seeing.field.map(say => say(field)),
    ...(isSayable(word) ? seeing.word.map(say => say(word, field)) : []),
  ];
  return rng.pick(ways);
}
