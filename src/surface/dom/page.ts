import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { PageReader } from '../../screen/build-tree.ts';
import { tidy } from '../../screen/names.ts';
import { UNSEEN } from '../../screen/roles.ts';
import type { PageState } from '../surface.ts';

export type DomNode = ChildNode | Document;

/** What the HTML of a page says. Nothing changes it, so visits of the same page share it. */
export interface ParsedPage {
  document: Document;
  body: Element;
  title: string;
  byId: ReadonlyMap<string, Element>;
  labelsOf: ReadonlyMap<Element, Element[]>;
  /** Input, select and textarea elements in document order. */
  controls: readonly Element[];
  /** In document order. */
  details: readonly Element[];
}

/** A parsed page with all that a hand can change on it before the next request. */
export interface Page extends ParsedPage {
  /** Without the part that it leads to. */
  url: string;
  /** The part that the address led to, until something else has the focus. */
  part: Element | null;
  values: Map<Element, string>;
  checked: Map<Element, boolean>;
  openPopovers: Element[];
  openDialogs: Element[];
  openDetails: Set<Element>;
  openSelect: Element | null;
  focused: Element | null;
  /** Where the caret of the focused field stands, and where its selection began; null for the end of the text. */
  caret: Caret | null;
  /** Focus before each open dialog, given back when it closes. */
  focusBefore: (Element | null)[];
}

/** Positions in the text of a field, in UTF-16 units. */
export interface Caret {
  anchor: number;
  at: number;
}

const CONTROLS = new Set(['input', 'select', 'textarea']);

export function parseHtml(html: string): ParsedPage {
  const document = parseDocument(html);
  const byId = new Map<string, Element>();
  const labelsOf = new Map<Element, Element[]>();
  const parsed = { document, body: undefined as unknown as Element, title: '', byId, labelsOf };
  const controls: Element[] = [];
  const details: Element[] = [];
  const labels: Element[] = [];
  eachElement(document, element => {
    const { name, attribs } = element;
    const { id } = attribs;
    if (id && !byId.has(id)) byId.set(id, element);
    if (name === 'body') parsed.body = element;
    else if (name === 'title' && parsed.title === '') parsed.title = tidy(textIn(element));
    else if (name === 'label') labels.push(element);
    else if (name === 'details') details.push(element);
    else if (CONTROLS.has(name)) controls.push(element);
  });
  for (const label of labels) {
    const control = labelled({ byId }, label);
    if (control) labelsOf.set(control, [...(labelsOf.get(control) ?? []), label]);
  }
  return { ...parsed, controls, details };
}

/** A page as HTML says that it opens: its controls filled, its details open or not. */
export function openPage(parsed: ParsedPage, url: string): Page {
  return {
    ...parsed,
    url,
    part: null,
    values: new Map(),
    checked: new Map(),
    openPopovers: [],
    openDialogs: [],
    openDetails: new Set(parsed.details.filter(element => element.attribs.open !== undefined)),
    openSelect: null,
    focused: null,
    caret: null,
    focusBefore: [],
  };
}

/** Parses a page and opens it. */
export function parsePage(html: string, url: string): Page {
  return openPage(parseHtml(html), url);
}

/** The control that a label names: by `for`, or the first control inside. */
export function labelled(page: Pick<ParsedPage, 'byId'>, label: Element): Element | undefined {
  const id = label.attribs.for;
  if (id) return page.byId.get(id);
  return find(label, element => CONTROLS.has(element.name));
}

export function eachElement(root: ParentNode, visit: (element: Element) => void): void {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    visit(child);
    eachElement(child, visit);
  }
}

/** The first element below a node that fits, in document order. */
export function find(root: ParentNode, fits: (element: Element) => boolean): Element | undefined {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    if (fits(child)) return child;
    const inner = find(child, fits);
    if (inner) return inner;
  }
  return undefined;
}

/** The nearest element around a node, itself included, that fits. */
export function closest(node: DomNode | null, fits: (element: Element) => boolean): Element | undefined {
  for (let at = node; at; at = at.parent as DomNode | null) if (isTag(at) && fits(at)) return at;
  return undefined;
}

export function textIn(node: DomNode): string {
  if (isText(node)) return node.data;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}

export function optionsOf(select: Element): Element[] {
  const options: Element[] = [];
  eachElement(select, element => {
    if (element.name === 'option') options.push(element);
  });
  return options;
}

export function optionValue(option: Element): string {
  return option.attribs.value ?? tidy(textIn(option));
}

/** Controls that hold what the page gave them as it is; all others are fields of one line. */
const UNEDITED = new Set(['hidden', 'checkbox', 'radio', 'submit', 'button']);

/** What the page gave an input. A field of one line holds no line breaks. */
function givenValue({ attribs }: Element): string {
  const { value = '', type = 'text' } = attribs;
  return /[\r\n]/.test(value) && !UNEDITED.has(type) ? value.replace(/[\r\n]/g, '') : value;
}

/** What a control holds now: typed text, or what the page gave it. */
export function heldValue(page: Page, control: Element): string {
  const live = page.values.get(control);
  if (live !== undefined) return live;
  if (control.name === 'textarea') return textIn(control).replace(/^\n/, '');
  if (control.name !== 'select') return givenValue(control);
  const options = optionsOf(control);
  const chosen = options.findLast(option => option.attribs.selected !== undefined) ?? options[0];
  return chosen ? optionValue(chosen) : '';
}

export function isChecked(page: Page, control: Element): boolean {
  return page.checked.get(control) ?? control.attribs.checked !== undefined;
}

export function isOpen(page: Page, element: Element): boolean {
  const target = element.attribs.popovertarget;
  if (target) return page.openPopovers.some(popover => popover.attribs.id === target);
  if (element.name === 'summary') return page.openDetails.has(element.parent as Element);
  if (element.name === 'select') return page.openSelect === element;
  if (element.name === 'details') return page.openDetails.has(element);
  return page.openDialogs.includes(element);
}

export function isShown(page: Page, element: Element): boolean {
  const { name, attribs } = element;
  if (UNSEEN.has(name) || attribs.hidden !== undefined || attribs.inert !== undefined) return false;
  if (attribs['aria-hidden'] === 'true') return false;
  if (name === 'dialog') return attribs.open !== undefined || page.openDialogs.includes(element);
  if (attribs.popover !== undefined) return page.openPopovers.includes(element);
  return !(name === 'input' && attribs.type === 'hidden');
}

/** The tree builder's view of a page. */
export function pageReader(page: Page): PageReader<DomNode> {
  // Asked a hundred times for every node: without a look at the kind of node.
  const attr = (node: DomNode, name: string): string | null =>
    (node as Partial<Element>).attribs?.[name] ?? null;
  return {
    root: () => page.openDialogs[page.openDialogs.length - 1] ?? page.body,
    tag: node => (isTag(node) ? node.name : ''),
    text: node => (isText(node) ? node.data : ''),
    attr,
    parent: node => node.parent as DomNode | null,
    children: node => ('children' in node ? node.children : []),
    byId: id => page.byId.get(id) ?? null,
    labels: node => page.labelsOf.get(node as Element) ?? [],
    isShown: node => isShown(page, node as Element),
    value: node => shownValue(page, node as Element),
    isChecked: node =>
      CONTROLS.has((node as Element).name)
        ? isChecked(page, node as Element)
        : attr(node, 'aria-checked') === 'true',
    isOpen: node => isOpen(page, node as Element),
    isSelected: node => {
      const select = closest(node, element => element.name === 'select');
      return select !== undefined && heldValue(page, select) === optionValue(node as Element);
    },
    isFocused: node => focusedPart(page) === node,
    layout: () => undefined,
  };
}

/** The focused element. An open select hands its focus to the chosen option, as browsers do. */
function focusedPart(page: Page): Element | null {
  const { focused, openSelect } = page;
  if (focused === null || focused !== openSelect) return focused;
  const held = heldValue(page, focused);
  return optionsOf(focused).find(option => optionValue(option) === held) ?? focused;
}

function shownValue(page: Page, element: Element): string {
  if (!CONTROLS.has(element.name)) return '';
  const value = heldValue(page, element);
  if (element.name === 'select') {
    const chosen = optionsOf(element).find(option => optionValue(option) === value);
    return chosen ? tidy(textIn(chosen)) : '';
  }
  return element.attribs.type === 'password' ? '\u2022'.repeat(value.length) : value;
}

/** What the page holds beside its HTML, as plain JSON. */
export function savePage(page: Page): PageState {
  const all: Element[] = [];
  eachElement(page.document, element => all.push(element));
  return {
    url: page.part ? `${page.url}#${page.part.attribs.id}` : page.url,
    scroll: { x: 0, y: 0 },
    fields: page.controls.map((control, index) => ({
      index,
      value: heldValue(page, control),
      checked: isChecked(page, control),
    })),
    focus: page.focused ? all.indexOf(page.focused) : -1,
    isFocusShown: false,
    popovers: page.openPopovers.map(popover => popover.attribs.id ?? ''),
    dialogs: page.openDialogs.map(dialog => dialog.attribs.id ?? ''),
    details: page.details.flatMap((element, i) => (page.openDetails.has(element) ? [i] : [])),
    focusBefore: page.focusBefore.map(element => (element ? all.indexOf(element) : -1)),
    openSelect: page.openSelect ? page.controls.indexOf(page.openSelect) : -1,
    selection: page.caret && [page.caret.anchor, page.caret.at],
    pointer: null,
  };
}

/** Puts what a page held back onto the same page, freshly parsed. */
export function restorePage(page: Page, saved: PageState): void {
  const all: Element[] = [];
  eachElement(page.document, element => all.push(element));
  for (const { index, value, checked } of saved.fields) {
    const control = page.controls[index];
    if (!control) continue;
    page.values.set(control, value);
    page.checked.set(control, checked);
  }
  const byIds = (ids: string[]): Element[] => ids.flatMap(id => page.byId.get(id) ?? []);
  page.openPopovers = byIds(saved.popovers);
  page.openDialogs = byIds(saved.dialogs);
  page.focusBefore = saved.focusBefore.map(i => all[i] ?? null);
  page.openSelect = page.controls[saved.openSelect] ?? null;
  page.caret = saved.selection && { anchor: saved.selection[0], at: saved.selection[1] };
  page.openDetails = new Set(saved.details.flatMap(i => page.details[i] ?? []));
  page.focused = all[saved.focus] ?? null;
}
