import type { Element } from 'domhandler';
import type { HttpRequest } from '../../app/host/http.ts';
import { defaultButton, formOf, isSubmitButton, submission } from './forms.ts';
import {
  closest,
  eachElement,
  find,
  heldValue,
  isChecked,
  isOpen,
  isShown,
  labelled,
  optionValue,
  type Page,
} from './page.ts';

/** What an act leads to: a request, or nothing beyond the page. */
export type Effect = HttpRequest | null;

const TEXT_TYPES = new Set(['text', 'search', 'password', 'email', 'tel', 'url', 'number', 'date']);

export function isTextField(element: Element): boolean {
  if (element.name === 'textarea') return true;
  return element.name === 'input' && TEXT_TYPES.has(element.attribs.type ?? 'text');
}

/** Clicks an element, as a hand would on what it sees. */
export function click(page: Page, element: Element): Effect {
  dismissPopovers(page, element);
  if (page.openSelect && !closest(element, e => e === page.openSelect)) page.openSelect = null;
  if (isDisabled(element)) return null;
  if (element.name === 'label') {
    const control = labelled(page, element);
    return control ? click(page, control) : null;
  }
  page.focused = closest(element, isFocusable) ?? null;
  page.isAllSelected = false;
  if (element.name === 'option') return choose(page, element);
  if (element.name === 'select') {
    page.openSelect = page.openSelect === element ? null : element;
    return null;
  }
  return activate(page, element);
}

/** Clicks twice. What the first click brought, a page, a dialog or a closed list, takes the second: it is lost there. */
export function doubleClick(page: Page, element: Element): Effect {
  const dialogs = page.openDialogs.length;
  const effect = click(page, element);
  const isCovered = page.openDialogs.length !== dialogs || element.name === 'option';
  return effect ?? (isCovered ? null : click(page, element));
}

function choose(page: Page, option: Element): Effect {
  const select = closest(option, e => e.name === 'select');
  if (!select) return null;
  page.values.set(select, optionValue(option));
  page.openSelect = null;
  page.focused = select;
  return null;
}

/** What a click, or Enter on a focused control, sets off. */
export function activate(page: Page, element: Element): Effect {
  const { attribs } = element;
  if (element.name === 'summary') {
    const details = element.parent as Element;
    if (!page.openDetails.delete(details)) page.openDetails.add(details);
    return null;
  }
  if (element.name === 'a') return follow(page, element);
  if (element.name === 'input' && attribs.type === 'checkbox') {
    page.checked.set(element, !isChecked(page, element));
    return null;
  }
  if (element.name === 'input' && attribs.type === 'radio') {
    for (const other of page.controls) {
      const isSameGroup = other.attribs.type === 'radio' && other.attribs.name === attribs.name;
      if (isSameGroup && formOf(page, other) === formOf(page, element))
        page.checked.set(other, other === element);
    }
    return null;
  }
  return press(page, element);
}

function press(page: Page, element: Element): Effect {
  const { attribs } = element;
  const popover = attribs.popovertarget && page.byId.get(attribs.popovertarget);
  if (popover) {
    togglePopover(page, popover);
    return null;
  }
  const target = attribs.commandfor && page.byId.get(attribs.commandfor);
  if (target) {
    if (attribs.command === 'show-modal') openDialog(page, target);
    if (attribs.command === 'close') closeDialog(page, target);
    return null;
  }
  const form = isSubmitButton(element) ? formOf(page, element) : undefined;
  return form ? submission(page, form, element) : null;
}

function follow(page: Page, link: Element): Effect {
  const href = link.attribs.href;
  if (href === undefined || href.startsWith('#')) return null;
  return { method: 'GET', url: new URL(href, page.url).href, form: [] };
}

function togglePopover(page: Page, popover: Element): void {
  if (page.openPopovers.includes(popover)) page.openPopovers = page.openPopovers.filter(p => p !== popover);
  else page.openPopovers = [...page.openPopovers, popover];
}

/** A click outside closes open popovers, unless it is on the button that opened one. */
function dismissPopovers(page: Page, element: Element): void {
  page.openPopovers = page.openPopovers.filter(
    popover =>
      closest(element, e => e === popover) !== undefined ||
      closest(element, e => e.attribs.popovertarget === popover.attribs.id) !== undefined,
  );
}

function openDialog(page: Page, dialog: Element): void {
  if (page.openDialogs.includes(dialog)) return;
  page.openDialogs = [...page.openDialogs, dialog];
  page.openPopovers = [];
  page.focusBefore = [...page.focusBefore, page.focused];
  const wanted = find(dialog, e => e.attribs.autofocus !== undefined);
  page.focused = wanted ?? find(dialog, e => isFocusable(e) && !isDisabled(e) && isShown(page, e)) ?? dialog;
}

function closeDialog(page: Page, dialog: Element): void {
  const at = page.openDialogs.indexOf(dialog);
  if (at < 0) return;
  page.focused = page.focusBefore[at] ?? null;
  page.openDialogs = page.openDialogs.filter(d => d !== dialog);
  page.focusBefore = page.focusBefore.filter((_, i) => i !== at);
}

/** Types into the focused field; text elsewhere goes nowhere. A line break is the Enter key. */
export function type(page: Page, text: string): Effect {
  const field = page.focused;
  if (!field || !isTextField(field) || field.attribs.readonly !== undefined || isDisabled(field)) return null;
  const [line = '', ...rest] = field.name === 'textarea' ? [text] : text.split('\n');
  page.values.set(field, (page.isAllSelected ? '' : heldValue(page, field)) + line);
  page.isAllSelected = false;
  return rest.length > 0 ? key(page, 'enter') : null;
}

/** Presses a key or a chord: what HTML does with it on the focused element. */
export function key(page: Page, keys: string): Effect {
  const field = page.focused;
  const isText = field !== null && isTextField(field);
  switch (keys) {
    case 'enter':
      return field ? enter(page, field) : null;
    case 'space':
      if (isText) return type(page, ' ');
      return field && !isDisabled(field) && field.name !== 'a' ? click(page, field) : null;
    case 'escape':
      closeTop(page);
      return null;
    case 'tab':
    case 'shift+tab':
      page.focused = nextFocus(page, keys === 'tab' ? 1 : -1);
      page.isAllSelected =
        page.focused !== null && page.focused.name === 'input' && isTextField(page.focused);
      return null;
    case 'ctrl+a':
      if (isText) page.isAllSelected = true;
      return null;
    case 'backspace':
    case 'delete':
      if (isText && field.attribs.readonly === undefined) erase(page, field, keys);
      return null;
    default:
      return null;
  }
}

function erase(page: Page, field: Element, keys: 'backspace' | 'delete'): void {
  const value = heldValue(page, field);
  if (page.isAllSelected) page.values.set(field, '');
  else if (keys === 'backspace') page.values.set(field, [...value].slice(0, -1).join(''));
  page.isAllSelected = false;
}

function enter(page: Page, field: Element): Effect {
  if (field.name === 'textarea') {
    page.values.set(field, `${page.isAllSelected ? '' : heldValue(page, field)}\n`);
    page.isAllSelected = false;
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
  eachElement(root, element => {
    if (isFocusable(element) && !isDisabled(element) && isReachable(page, element)) stops.push(element);
  });
  const at = page.focused ? stops.indexOf(page.focused) : -1;
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

function isFocusable(element: Element): boolean {
  if (element.attribs.tabindex !== undefined) return element.attribs.tabindex !== '-1';
  if (element.name === 'a') return element.attribs.href !== undefined;
  if (element.name === 'input') return element.attribs.type !== 'hidden';
  return ['button', 'select', 'textarea', 'summary'].includes(element.name);
}

function isDisabled(element: Element): boolean {
  return closest(element, e => e.attribs.disabled !== undefined && e.name !== 'option') !== undefined;
}
