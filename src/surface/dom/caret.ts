import type { Element } from 'domhandler';
import { TEXT_TYPES } from '../../screen/text-fields.ts';
import { heldValue, type Page } from './page.ts';

/** The caret of a text field: where typing goes, what is selected. */

/** Whether an element takes text. */
export function isTextField(element: Element): boolean {
  if (element.name === 'textarea') return true;
  return element.name === 'input' && TEXT_TYPES.has(element.attribs.type ?? 'text');
}

interface Part {
  value: string;
  from: number;
  to: number;
}

/** What of a field is selected; both ends are where the caret stands when nothing is. */
export function selectedPart(page: Page, field: Element): Part {
  const value = heldValue(page, field);
  const { anchor, at } = page.caret ?? { anchor: value.length, at: value.length };
  const [from, to] = [Math.min(anchor, at), Math.max(anchor, at)];
  return { value, from: Math.min(from, value.length), to: Math.min(to, value.length) };
}

/** The selected text; that of a password is not given away. */
export function selectedText(page: Page, field: Element): string {
  const { value, from, to } = selectedPart(page, field);
  return field.attribs.type === 'password' ? '' : value.slice(from, to);
}

export function selectAll(page: Page, field: Element): void {
  page.caret = { anchor: 0, at: heldValue(page, field).length };
}

/** Puts a text in place of what is selected. */
export function insert(page: Page, field: Element, text: string): void {
  const { value, from, to } = selectedPart(page, field);
  page.values.set(field, value.slice(0, from) + text + value.slice(to));
  page.caret = { anchor: from + text.length, at: from + text.length };
}

/** Takes away what is selected, or the character before or after the caret. */
export function erase(page: Page, field: Element, side: 'before' | 'after'): void {
  const { value, from, to } = selectedPart(page, field);
  const other = side === 'before' ? stepFrom(value, from, -1) : stepFrom(value, to, 1);
  const [start, end] = from < to ? [from, to] : [Math.min(from, other), Math.max(to, other)];
  page.values.set(field, value.slice(0, start) + value.slice(end));
  page.caret = { anchor: start, at: start };
}

/** Where a key for moving leads. */
export type Move = 'left' | 'right' | 'home' | 'end';

/** Moves the caret; with shift held the selection grows or shrinks. */
export function moveCaret(
  page: Page,
  field: Element,
  { move, isHeld }: { move: Move; isHeld: boolean },
): void {
  const { value, from, to } = selectedPart(page, field);
  const caret = page.caret ?? { anchor: value.length, at: value.length };
  const isSelected = from < to && !isHeld;
  const targets: Record<Move, number> = {
    left: isSelected ? from : stepFrom(value, caret.at, -1),
    right: isSelected ? to : stepFrom(value, caret.at, 1),
    home: 0,
    end: value.length,
  };
  const at = targets[move];
  page.caret = { anchor: isHeld ? caret.anchor : at, at };
}

/** One character on, never into the middle of one. */
function stepFrom(value: string, at: number, by: 1 | -1): number {
  return by === 1 ? at + lengthAfter(value, at) : at - lengthBefore(value, at);
}

function lengthAfter(value: string, at: number): number {
  if (at >= value.length) return 0;
  return (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function lengthBefore(value: string, at: number): number {
  if (at <= 0) return 0;
  return at >= 2 && (value.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1;
}
