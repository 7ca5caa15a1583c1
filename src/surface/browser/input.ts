import { explain } from '../../core/errors.ts';
import type { Act, Point } from '../../screen/action.ts';
import { typedParts } from '../../screen/typed-parts.ts';
import { problemOfLength } from '../../screen/wire.ts';
import { type Chord, readChord, unknownKeys } from '../../screen/keys.ts';
import type { Tab } from './tab.ts';

/** An act whose aims are points. */
export type PlacedAct = Exclude<Act, { at: unknown } | { from: unknown }> | PlacedPointing;
type PlacedPointing =
  | { kind: 'click' | 'double_click' | 'right_click' | 'hover'; at: Point }
  | { kind: 'scroll'; at: Point; dx: number; dy: number }
  | { kind: 'drag'; from: Point; to: Point };

/** The hand of one session: what it copied stays its own, whatever other sessions of the browser copy. */
export interface Hand {
  tab: Tab;
  clipboard: string;
}

/**
 * Does an act with the browser's native input. Answers what was wrong with it, if anything; then nothing
 * was done.
 */
export async function doAct(hand: Hand, act: PlacedAct): Promise<string | undefined> {
  switch (act.kind) {
    case 'click':
    case 'double_click':
    case 'right_click':
      await click(hand.tab, act.at, act.kind);
      return undefined;
    case 'hover':
      await hand.tab.input(() => [move(hand.tab, act.at)]);
      return undefined;
    case 'drag':
      await drag(hand.tab, act.from, act.to);
      return undefined;
    case 'scroll':
      await scroll(hand.tab, act);
      return undefined;
    case 'type':
      return type(hand.tab, act.text);
    case 'key':
      return pressKeys(hand, act.keys);
    case 'wait':
      return undefined;
  }
}

function move(tab: Tab, at: Point, buttons = 0): Promise<unknown> {
  tab.pointer = at;
  const button = buttons === 0 ? 'none' : 'left';
  return tab.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at, button, buttons });
}

interface Press {
  at: Point;
  button: 'left' | 'right';
  clickCount: number;
}

function press(tab: Tab, { at, button, clickCount }: Press): Promise<unknown> {
  const buttons = button === 'left' ? 1 : 2;
  return tab.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at, button, buttons, clickCount });
}

function release(tab: Tab, { at, button, clickCount }: Press): Promise<unknown> {
  return tab.send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    ...at,
    button,
    buttons: 0,
    clickCount,
  });
}

async function click(tab: Tab, at: Point, kind: 'click' | 'double_click' | 'right_click'): Promise<void> {
  const once: Press = { at, button: kind === 'right_click' ? 'right' : 'left', clickCount: 1 };
  await tab.input(() => [move(tab, at), press(tab, once), release(tab, once)]);
  // When the first of two clicks leaves the page, the second hits nothing: it must not depend on who is
  // faster.
  if (kind !== 'double_click' || (await tab.isLeaving())) return;
  const twice: Press = { ...once, clickCount: 2 };
  await tab.input(() => [press(tab, twice), release(tab, twice)]);
}

async function drag(tab: Tab, from: Point, to: Point): Promise<void> {
  const start: Press = { at: from, button: 'left', clickCount: 1 };
  const middle = { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
  await tab.input(() => [move(tab, from), press(tab, start)]);
  await tab.input(() => [move(tab, middle, 1), move(tab, to, 1)]);
  await tab.input(() => [release(tab, { ...start, at: to })]);
}

/**
 * Scrolls by the page's own script, not by a wheel: a wheel moves the compositor's picture at once and lets
 * it show parts that are not painted yet, and how many depends on the load of the machine.
 */
async function scroll(tab: Tab, act: { at: Point; dx: number; dy: number }): Promise<void> {
  await tab.input(() => [move(tab, act.at)]);
  await tab.call('scroll', act);
}

/**
 * Text goes in as if typed; line breaks and tabs are keys. The browser would put text into the field that had the focus
 * last, which no keyboard does.
 */
async function type(tab: Tab, text: string): Promise<string | undefined> {
  const problem = problemOfLength(text);
  if (problem) return explain(problem.what, problem);
  for (const part of typedParts(text)) {
    const chord = 'keys' in part ? readChord(part.keys) : undefined;
    if (chord) {
      await strike(tab, chord);
      await tab.settle();
    } else if ('text' in part && (await tab.call('isEditable'))) {
      await tab.input(() => [tab.send('Input.insertText', { text: part.text })]);
    }
  }
  return undefined;
}

async function pressKeys(hand: Hand, keys: string): Promise<string | undefined> {
  const chord = readChord(keys);
  if (!chord) return unknownKeys(keys);
  if (chord.name === 'ctrl+c' || chord.name === 'ctrl+x') await copy(hand, chord.name === 'ctrl+x');
  else if (chord.name === 'ctrl+v') return type(hand.tab, hand.clipboard);
  else await strike(hand.tab, chord);
  return undefined;
}

/** The browser has one clipboard for all its sessions, so it is left alone. */
async function copy(hand: Hand, isCut: boolean): Promise<void> {
  const text = await hand.tab.call('selection');
  if (!text) return;
  hand.clipboard = text;
  const chord = readChord('delete');
  if (isCut && chord && (await hand.tab.call('isEditable'))) await strike(hand.tab, chord);
}

function strike(tab: Tab, chord: Chord): Promise<void> {
  const { key, code, keyCode, text } = chord.key;
  const facts = {
    key,
    code,
    windowsVirtualKeyCode: keyCode,
    nativeVirtualKeyCode: keyCode,
    modifiers: chord.modifiers,
  };
  return tab.input(() => [
    tab.send('Input.dispatchKeyEvent', {
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...facts,
      ...(text === undefined ? {} : { text, unmodifiedText: text }),
      ...(chord.command ? { commands: [chord.command] } : {}),
    }),
    tab.send('Input.dispatchKeyEvent', { type: 'keyUp', ...facts }),
  ]);
}
