import type { Element } from 'domhandler';
import { formOf, isSubmitButton, submission } from './forms.ts';
import { type Effect, goTo } from './going.ts';
import { closest, find, isChecked, isShown, labelled, optionValue, type Page } from './page.ts';

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
  page.part = null;
  page.caret = null;
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
  return href === undefined ? null : goTo(page, new URL(href, page.url));
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

export function closeDialog(page: Page, dialog: Element): void {
  const at = page.openDialogs.indexOf(dialog);
  if (at < 0) return;
  page.focused = page.focusBefore[at] ?? null;
  page.openDialogs = page.openDialogs.filter(d => d !== dialog);
  page.focusBefore = page.focusBefore.filter((_, i) => i !== at);
}

/** Whether Tab stops at an element. */
export function isFocusable(element: Element): boolean {
  if (element.attribs.tabindex !== undefined) return element.attribs.tabindex !== '-1';
  if (element.name === 'a') return element.attribs.href !== undefined;
  if (element.name === 'input') return element.attribs.type !== 'hidden';
  return ['button', 'select', 'textarea', 'summary'].includes(element.name);
}

/** Whether an element, or what is around it, takes no input. */
export function isDisabled(element: Element): boolean {
  return closest(element, e => e.attribs.disabled !== undefined && e.name !== 'option') !== undefined;
}
