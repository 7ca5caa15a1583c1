import type { Element } from 'domhandler';
import { TargetError } from '../../screen/find.ts';
import type { Chord } from '../../screen/keys.ts';
import { erase, insert, isTextField, type Move, moveCaret, selectAll, selectedText } from './caret.ts';
import { defaultButton, formOf, submission } from './forms.ts';
import type { Effect } from './going.ts';
import { activate, click, closeDialog, isDisabled, isFocusable } from './hand.ts';
import { eachElement, heldValue, isChecked, isOpen, isShown, type Page } from './page.ts';

/** The field that typing goes to, if it takes any. */
function writable(page: Page): Element | undefined {
  const field = page.focused;
  const isWritable =
    field && isTextField(field) && field.attribs.readonly === undefined && !isDisabled(field);
  return isWritable ? field : undefined;
}

/** Puts text into the focused field; elsewhere it goes nowhere. */
export function type(page: Page, text: string): void {
  const field = writable(page);
  if (field) insert(page, field, text);
}

/** Keys that only scroll where no control has the focus: without a layout there is nothing to scroll. */
const SCROLLING = /^(shift\+)?(up|down|left|right|home|end|pageup|pagedown|space)$/;

/** Keys that do nothing where nothing is written. */
const ERASING = /^(backspace|delete)$/;

/** Whether a key does nothing on what takes no text and offers no choice. */
function isIdle({ name, key: { text } }: Chord): boolean {
  return text !== undefined || SCROLLING.test(name) || ERASING.test(name);
}

/**
 * Presses a combination of keys: what HTML does with it on the focused element. What a browser would do and this surface
 * cannot is refused in words.
 */
export function key(page: Page, chord: Chord, clipboard: Clipboard): Effect {
  const { name } = chord;
  const field = page.focused;
  if (name === 'tab' || name === 'shift+tab') return tab(page, name === 'tab' ? 1 : -1);
  if (name === 'escape') return leave(page);
  if (field === null) {
    if (isIdle(chord) || name === 'enter' || name === 'ctrl+a') return null;
    throw cannot(name, 'on a page');
  }
  if (isTextField(field)) return keyInField(page, field, { chord, clipboard });
  if (name === 'enter') return enter(page, field);
  if (name === 'space') return isDisabled(field) || field.name === 'a' ? null : click(page, field);
  const hasChoices = field.name === 'select' || field.attribs.type === 'radio';
  if (ERASING.test(name) || (!hasChoices && isIdle(chord))) return null;
  throw cannot(name, `on a ${field.name === 'input' ? field.attribs.type : field.name}`);
}

/** What was copied on this surface alone. */
export interface Clipboard {
  text: string;
}

function cannot(keys: string, where: string): TargetError {
  return new TargetError(`This surface cannot press ${keys} ${where}\n  allowed  a surface with a browser`);
}

function keyInField(
  page: Page,
  field: Element,
  { chord, clipboard }: { chord: Chord; clipboard: Clipboard },
): Effect {
  const { name } = chord;
  const move = /^(shift\+)?(left|right|home|end)$/.exec(name);
  const isLine = field.name === 'input';
  // Where a line of a larger field begins is for a layout to know.
  if (move && (isLine || move[2] === 'left' || move[2] === 'right')) {
    moveCaret(page, field, { move: move[2] as Move, isHeld: move[1] !== undefined });
    return null;
  }
  const target = writable(page);
  switch (name) {
    case 'enter':
      return enter(page, field);
    case 'ctrl+a':
      selectAll(page, field);
      return null;
    case 'backspace':
    case 'delete':
      if (target) erase(page, target, name === 'delete' ? 'after' : 'before');
      return null;
    case 'ctrl+c':
    case 'ctrl+x':
      return copy(page, field, { clipboard, isCut: name === 'ctrl+x' });
    default:
      if (chord.key.text === undefined) throw cannot(name, 'in a field');
      type(page, chord.key.text);
      return null;
  }
}

function copy(
  page: Page,
  field: Element,
  { clipboard, isCut }: { clipboard: Clipboard; isCut: boolean },
): null {
  const text = selectedText(page, field);
  if (text === '') return null;
  clipboard.text = text;
  if (isCut && writable(page)) erase(page, field, 'before');
  return null;
}

function tab(page: Page, by: 1 | -1): null {
  page.focused = nextFocus(page, by);
  page.part = null;
  page.caret = null;
  if (page.focused?.name === 'input' && isTextField(page.focused)) selectAll(page, page.focused);
  return null;
}

function enter(page: Page, field: Element): Effect {
  if (field.name === 'textarea') {
    type(page, '\n');
    return null;
  }
  if (
    field.name === 'input' &&
    (isTextField(field) || ['checkbox', 'radio'].includes(field.attribs.type ?? ''))
  ) {
    const form = formOf(page, field);
    if (!form) return null;
    const button = defaultButton(page, form);
    if (button) return isDisabled(button) ? null : submission(page, form, button);
    return submission(page, form, undefined);
  }
  return isDisabled(field) || field.name === 'select' ? null : activate(page, field);
}

/** Empties a search field that holds something, as browsers do; else closes what was opened last. */
function leave(page: Page): null {
  const field = writable(page);
  if (field?.attribs.type === 'search' && heldValue(page, field) !== '') {
    page.values.set(field, '');
    page.caret = null;
  } else closeTop(page);
  return null;
}

function closeTop(page: Page): void {
  if (page.openSelect) {
    page.openSelect = null;
    return;
  }
  if (page.openPopovers.length > 0) {
    page.openPopovers = page.openPopovers.slice(0, -1);
    return;
  }
  const dialog = page.openDialogs[page.openDialogs.length - 1];
  if (dialog) closeDialog(page, dialog);
}

function nextFocus(page: Page, by: 1 | -1): Element | null {
  const root = page.openDialogs[page.openDialogs.length - 1] ?? page.body;
  const stops: Element[] = [];
  let before = -1;
  eachElement(root, element => {
    if (element === page.part) before = stops.length;
    if (isFocusable(element) && !isDisabled(element) && isReachable(page, element)) stops.push(element);
  });
  const at = page.focused ? stops.indexOf(page.focused) : -1;
  if (at < 0 && before >= 0) return stops[by === 1 ? before : before - 1] ?? null;
  if (at < 0) return (by === 1 ? stops[0] : stops[stops.length - 1]) ?? null;
  return stops[at + by] ?? null;
}

/** Shown, with all that is around it. Of a radio group only the checked one (or the first) is a stop. */
function isReachable(page: Page, element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent as Element | null) {
    if (at.attribs === undefined) break;
    if (at !== element && at.name === 'details' && !isOpen(page, at) && element.name !== 'summary')
      return false;
    if (!isShown(page, at)) return false;
  }
  if (element.attribs.type !== 'radio') return true;
  const group = page.controls.filter(
    c => c.attribs.type === 'radio' && c.attribs.name === element.attribs.name,
  );
  return element === (group.find(c => isChecked(page, c)) ?? group[0]);
}
