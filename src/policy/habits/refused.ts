import type { Rng } from '../../core/rng.ts';
import type { Action, Target } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { focusedOn, isTextField, marksOf, nodeAt, nodesOf, targetOf } from '../../screen/script/sight.ts';
import { isSayable, placeOn, workOn } from '../thinking/glimpse.ts';
import type { Moment } from './moment.ts';

/** What a screen does not take: a form sent with a field left empty, a search in another spelling than the console's. */

/**
 * An act that the screen refuses or finds nothing for, before the one that was wanted; undefined where there is no occasion,
 * or the budget is spent.
 */
export function refusedFirst(action: Action, moment: Moment): Script<Observation> | undefined {
  if (moment.hand.refusals === 0) return undefined;
  const script = sentTooSoon(action, moment) ?? otherwiseSpelt(action, moment);
  if (script) moment.hand.refusals -= 1;
  return script;
}

/** Sends a form whose last required field is empty still, reads what is said at it, and fills it in. */
function sentTooSoon(action: Action, { screen, rng }: Moment): Script<Observation> | undefined {
  if (action.kind !== 'click' || !('role' in action.at)) return undefined;
  const field = nodeAt(screen, action.at);
  const send = field && sendOn(screen, field);
  if (!field || !send || !isOpen(field) || !rng.fork('soon').chance(2, 3)) return undefined;
  return sending(action, { send, rng });
}

function isOpen(field: ScreenNode): boolean {
  return field.role === 'textbox' && field.required === true && !field.value && !field.invalid;
}

/**
 * The button that sends the form of a field: the only one after it, on a page of its own. In a dialog the form would come back
 * as a page, and with several buttons nobody can tell which of them asks for the field.
 */
function sendOn(screen: Observation, field: ScreenNode): Target | undefined {
  const work = workOn(screen);
  const nodes = nodesOf(work);
  const buttons = nodes.filter(({ role, disabled }) => role === 'button' && !disabled);
  const open = nodes.filter(isOpen);
  const [only] = buttons;
  const isAfter = only !== undefined && nodes.indexOf(only) > nodes.indexOf(field);
  if (work.role !== 'main' || buttons.length !== 1 || !isAfter || open.length !== 1) return undefined;
  return targetOf(screen, only);
}

function* sending(action: Action, { send, rng }: { send: Target; rng: Rng }): Script<Observation> {
  const back = yield { kind: 'click', at: send, ...marksOf(action), label: 'failed' };
  const field = 'at' in action ? nodeAt(back, action.at) : undefined;
  const said = problemAt(field);
  const thought = rng.fork('soon').fork('words').pick(EMPTY)(field?.name ?? '', said);
  return yield { ...action, thought, label: 'recovery' };
}

/** What is said at a field that was not taken, without the hint that stood there before. */
function problemAt(field: ScreenNode | undefined): string {
  const said = /^.*?[.!?](?= |$)/.exec(field?.description ?? '')?.[0] ?? '';
  return isSayable(said, 130) ? said : 'It is marked as missing.';
}

const EMPTY = [
  (field: string, said: string) => `“${field}” is marked now. ${said} I had passed over it.`,
  (field: string, said: string) => `It was not taken. ${said} So “${field}” comes before anything is sent.`,
  (field: string, said: string) => `The form has come back. ${said} I fill in “${field}” and send it again.`,
  (field: string, said: string) => `${said} That is “${field}”, which I took for one that may stay empty.`,
  (field: string, said: string) => `Nothing was kept: ${said} I see “${field}” in red, and it is empty.`,
] as const;

/** Searches for a number as another console might write it, finds nothing, and writes it as it was given. */
function otherwiseSpelt(action: Action, { screen, rng }: Moment): Script<Observation> | undefined {
  const field = focusedOn(screen);
  if (action.kind !== 'type' || field?.role !== 'searchbox' || field.value || !isTextField(field))
    return undefined;
  const draw = rng.fork('spelt');
  const [, letters, figures] = /^([A-Z]{1,8})(\d{5,})$/.exec(action.text) ?? [];
  if (letters === undefined || figures === undefined || !draw.chance(1, 3)) return undefined;
  const other = draw
    .fork('way')
    .pick([`${letters}-${figures}`, `${letters}0${figures}`, `${letters}.${figures}`]);
  return searching(action, { other, rng: draw });
}

function* searching(
  action: Action & { kind: 'type' },
  { other, rng }: { other: string; rng: Rng },
): Script<Observation> {
  const marks = marksOf(action);
  const typed = yield { ...action, text: other, meant: action, label: 'slip' };
  const was = focusedOn(typed);
  const list = yield { kind: 'key', keys: 'enter', ...marks, label: 'failed' };
  const box = nodesOf(list.tree).find(({ role, name }) => role === 'searchbox' && name === was?.name);
  const at = box && targetOf(list, box);
  const thought = rng.fork('words').pick(UNKNOWN)(placeOn(list), other, action.text);
  if (at) yield { kind: 'click', at, thought, ...marks, label: 'recovery' };
  yield { kind: 'key', keys: 'ctrl+a', ...marks, label: 'recovery' };
  return yield { kind: 'type', text: action.text, ...marks, label: 'recovery' };
}

const UNKNOWN = [
  (place: string, other: string, right: string) =>
    `“${place}” has nothing for ${other}. As I was given it, it is ${right}.`,
  (_place: string, other: string, right: string) =>
    `No row for ${other}: that is how I am used to write it, and here it stands as ${right}.`,
  (place: string, other: string, right: string) =>
    `${other} finds nobody on “${place}”. I leave out what I put in and write ${right}.`,
  (place: string, other: string, right: string) =>
    `Empty. It cannot be that “${place}” does not know them; it is my ${other}, which should read ${right}.`,
] as const;
