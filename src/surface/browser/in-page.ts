/**
 * What runs inside the page, in a world of its own: pages cannot see it, and it changes nothing that they
 * hold. Bundled into one script by `bundle.ts`; it may use nothing but the DOM.
 */

import type { ScreenNode } from '../../screen/observation.ts';
import { TEXT_TYPES } from '../../screen/text-fields.ts';
import { readScreen, readWhole } from '../../screen/tree.ts';
import type { PageState } from '../surface.ts';

/** What the page is asked for with every screen. */
export interface Reading {
  tree: ScreenNode;
  title: string;
  /** Whether the document is loaded and its fonts are. */
  isSettled: boolean;
}

/** The functions of the page's own world, under the name `iamRange`. */
export interface InPage {
  /** Whether all is loaded, once every task that an input left behind has run. */
  settled(): Promise<boolean>;
  read(): Reading;
  /** The whole page, in view or not. */
  whole(): ScreenNode;
  save(): Omit<PageState, 'url' | 'pointer'>;
  restore(page: PageState): void;
  /** Scrolls what lies under a point, as a wheel would. */
  scroll(act: { at: { x: number; y: number }; dx: number; dy: number }): void;
  /** The selected text of the focused field, or of the page. Empty for passwords. */
  selection(): string;
  /** Whether the focus is on a field that takes text: what is typed elsewhere goes nowhere. */
  isEditable(): boolean;
}

/**
 * Movement takes no time, and the caret stands still: a screen depends on what was done, never on when it
 * is looked at.
 */
const STILL = `*, *::before, *::after, ::backdrop {
  transition-duration: 0s !important; transition-delay: 0s !important;
  animation-duration: 0s !important; animation-delay: 0s !important; animation-iteration-count: 1 !important;
  scroll-behavior: auto !important; caret-animation: manual !important;
}`;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isSettled(): boolean {
  // Reading a size lays the page out, and only then does it know which fonts it needs.
  void document.documentElement.offsetHeight;
  return document.readyState === 'complete' && document.fonts.status === 'loaded';
}

function fields(): Field[] {
  return [...document.querySelectorAll<Field>('input, select, textarea')];
}

function isTicked(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const chosen = options.findIndex(option => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, chosen);
  }
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function save(): Omit<PageState, 'url' | 'pointer'> {
  const all = [...document.querySelectorAll('*')];
  const active = document.activeElement;
  return {
    scroll: { x: window.scrollX, y: window.scrollY },
    fields: fields().flatMap((field, index) =>
      isChanged(field) ? [{ index, value: field.value, checked: isTicked(field) && field.checked }] : [],
    ),
    focus: active === null || active === document.body ? -1 : all.indexOf(active),
    isFocusShown: active?.matches(':focus-visible') ?? false,
    popovers: all
      .filter(element => element.id && element.matches('[popover]:popover-open'))
      .map(({ id }) => id),
    dialogs: all.filter(element => element.id && element.matches('dialog[open]')).map(({ id }) => id),
    details: [...document.querySelectorAll('details')].flatMap((element, index) =>
      element.open ? [index] : [],
    ),
    focusBefore: [...document.querySelectorAll('dialog[open]')].map(dialog =>
      all.indexOf(focusBefore.get(dialog) as Element),
    ),
    openSelect: fields().findIndex(field => field.matches('select:open')),
    selection: selectedPart(),
  };
}

/** Where the focus was when a dialog opened: a dialog gives it back there. */
const focusBefore = new WeakMap<EventTarget, Element | null>();
addEventListener(
  'beforetoggle',
  event => {
    if (event.target instanceof HTMLDialogElement) focusBefore.set(event.target, document.activeElement);
  },
  { capture: true },
);

function selectedPart(): [number, number] | null {
  const field = focusedField();
  const from = field?.selectionStart ?? null;
  const to = field?.selectionEnd ?? null;
  return from === null || to === null ? null : [from, to];
}

function restore(page: PageState): void {
  document.querySelectorAll('details').forEach((element, index) => {
    element.open = page.details.includes(index);
  });
  const all = fields();
  for (const { index, value, checked } of page.fields) {
    const field = all[index];
    if (!field) continue;
    if (isTicked(field)) field.checked = checked;
    else field.value = value;
  }
  const elements = document.querySelectorAll<HTMLElement>('*');
  for (const [i, id] of page.dialogs.entries()) {
    const dialog = document.getElementById(id);
    elements[page.focusBefore[i] ?? -1]?.focus({ preventScroll: true });
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }
  for (const id of page.popovers) {
    const popover = document.getElementById(id);
    if (popover?.matches('[popover]:not(:popover-open)')) popover.showPopover();
  }
  focusAgain(elements[page.focus], page.isFocusShown);
  if (page.selection) focusedField()?.setSelectionRange(...page.selection);
  window.scrollTo(page.scroll.x, page.scroll.y);
  const select = all[page.openSelect];
  if (!(select instanceof HTMLSelectElement)) return;
  select.showPicker();
  focusAgain(elements[page.focus], page.isFocusShown);
}

/** Moves the focus and draws its ring as it was drawn: an element that has it already must lose it first. */
function focusAgain(element: HTMLElement | undefined, focusVisible: boolean): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const options: FocusOptions & { focusVisible: boolean } = { preventScroll: true, focusVisible };
  element?.focus(options);
}

function focusedField(): HTMLInputElement | HTMLTextAreaElement | undefined {
  const active = document.activeElement;
  return active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : undefined;
}

function selection(): string {
  const field = focusedField();
  if (!field) return document.getSelection()?.toString() ?? '';
  if (field.type === 'password' || field.selectionStart === null) return '';
  return field.value.slice(field.selectionStart, field.selectionEnd ?? undefined);
}

/** The innermost box around the point that can still move that way takes it all; else the page does. */
function scroll({ at, dx, dy }: { at: { x: number; y: number }; dx: number; dy: number }): void {
  for (let box = document.elementFromPoint(at.x, at.y); box; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (!/auto|scroll/.test(overflowX + overflowY) || box === document.body) continue;
    const before = [box.scrollLeft, box.scrollTop].join();
    box.scrollBy(dx, dy);
    if ([box.scrollLeft, box.scrollTop].join() !== before) return;
  }
  window.scrollBy(dx, dy);
}

const inPage: InPage = {
  settled: () => new Promise(done => setTimeout(() => done(isSettled()), 0)),
  read: () => ({
    tree: readScreen(document),
    title: document.title,
    isSettled: isSettled(),
  }),
  whole: () => readWhole(document),
  save,
  restore,
  scroll,
  selection,
  isEditable: () => {
    const field = focusedField();
    if (!field || field.readOnly || field.disabled) return false;
    return field instanceof HTMLTextAreaElement || TEXT_TYPES.has(field.type);
  },
};

/** A person here has one tab: what a page wants in a new window comes in this one. */
function stayInTab(event: Event): void {
  const element = event.target instanceof Element ? event.target.closest('a[target], form[target]') : null;
  element?.removeAttribute('target');
}
addEventListener('click', stayInTab, { capture: true });
addEventListener('submit', stayInTab, { capture: true });

const still = new CSSStyleSheet();
still.replaceSync(STILL);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
(globalThis as unknown as { iamRange: InPage }).iamRange = inPage;
