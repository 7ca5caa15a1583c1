import type { Action, Aim } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import type { Script } from '../../screen/script/script.ts';
import { controlsOf, focusedOn, marksOf, nodeAt, targetOf } from '../../screen/script/sight.ts';
import type { Moment } from './moment.ts';

/** Roles that the keyboard works on as the mouse does, and the key that does what a click does; fields only take focus. */
const KEY_OF: Readonly<Record<string, string | null>> = {
  textbox: null,
  searchbox: null,
  checkbox: 'space',
  button: 'enter',
  link: 'enter',
};

/**
 * Does a click or a key press with the other hand where the screen allows it: Tab to the control that comes next, Enter in
 * a search box for its button and its button for Enter. Undefined when there is no other way here.
 */
export function otherHand(action: Action, moment: Moment): Script<Observation> | undefined {
  if (action.kind === 'key') return clickForEnter(action, moment);
  if (action.kind !== 'click') return undefined;
  const node = nodeAt(moment.screen, action.at);
  if (!node || node.disabled) return undefined;
  if (isSearchButton(node) && isSearchFocused(moment.screen)) return enterForClick(action);
  if (!moment.rng.chance(3, 4) || !isNext(moment.screen, node)) return undefined;
  return tabTo(action, action.at);
}

function* enterForClick(action: Action): Script<Observation> {
  return yield { kind: 'key', keys: 'enter', ...thoughtOf(action), ...marksOf(action) };
}

function clickForEnter(action: Action, { screen, rng }: Moment): Script<Observation> | undefined {
  if (action.kind !== 'key' || action.keys !== 'enter' || !isSearchFocused(screen)) return undefined;
  const controls = controlsOf(screen.tree);
  const from = controls.findIndex(node => node.focused);
  const button = controls.slice(from + 1).find(isSearchButton);
  const at = button && targetOf(screen, button);
  if (!at || !rng.chance(1, 3)) return undefined;
  return one({ kind: 'click', at, ...thoughtOf(action), ...marksOf(action) });
}

function* one(action: Action): Script<Observation> {
  return yield action;
}

/** Tab, and then the key for it; the mouse after all where Tab came out somewhere else. */
function* tabTo(action: Action, at: Aim): Script<Observation> {
  const marks = marksOf(action);
  const screen = yield { kind: 'key', keys: 'tab', ...thoughtOf(action), ...marks };
  const node = nodeAt(screen, at);
  if (!node?.focused) return yield { kind: 'click', at, ...marks };
  const keys = KEY_OF[node.role];
  return keys ? yield { kind: 'key', keys, ...marks } : screen;
}

/** Whether a control is the next one after the focus. Radio buttons and lists have their own ways and are left alone. */
function isNext(screen: Observation, node: ScreenNode): boolean {
  if (!Object.hasOwn(KEY_OF, node.role)) return false;
  const controls = controlsOf(screen.tree);
  const from = controls.findIndex(control => control.focused);
  return from >= 0 && controls[from + 1] === node;
}

function isSearchButton(node: ScreenNode): boolean {
  return node.role === 'button' && (node.canonical ?? node.name) === 'Search';
}

function isSearchFocused(screen: Observation): boolean {
  return focusedOn(screen)?.role === 'searchbox';
}

function thoughtOf({ thought }: Action): { thought?: string } {
  return thought === undefined ? {} : { thought };
}
