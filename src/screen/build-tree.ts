import { descriptionOf, type NameReader, nameOf, tidy } from './names.ts';
import type { Box, ScreenNode } from './observation.ts';
import { INTERACTIVE, NAMED_FROM_CONTENT, roleOf } from './roles.ts';

/** Where an element is: its box when any of it is in the viewport, and for controls whether a hand can hit it. */
export interface Layout {
  box: Box;
  hittable: boolean;
}

/** Everything that the tree shows of a page, on either DOM: the live page in Chromium, or the in-process one. */
export interface PageReader<N> extends NameReader<N> {
  /** The element below which all is shown: the body, or the open modal dialog. */
  root(): N;
  value(node: N): string;
  isChecked(node: N): boolean;
  /** An open `details`, select picker or dialog, or an element whose popover target is open. */
  isOpen(node: N): boolean;
  isSelected(option: N): boolean;
  isFocused(node: N): boolean;
  /** Undefined without a layout. */
  layout(node: N, isInteractive: boolean): Layout | undefined;
}

/**
 * The accessibility tree of the page as it is: one function for both surfaces, so that their trees are equal by
 * construction. Elements without a role of their own hand their children up. `seen` learns which element each ref is.
 */
export function buildTree<N>(
  dom: PageReader<N>,
  seen: (ref: string, node: N) => void = () => {},
): ScreenNode {
  const root = dom.root();
  const walk: Walk<N> = { dom, seen, count: 0 };
  const top: ScreenNode = { ref: nextRef(walk, root), role: 'document', name: '' };
  const below: ScreenNode[] = [];
  if (dom.tag(root) === 'dialog') addElement(walk, root, below);
  else addChildren(walk, root, below);
  if (below.length > 0) top.children = below;
  return top;
}

/** One building of a tree. It is done after every act, so its parts are functions of their own, made once. */
interface Walk<N> {
  dom: PageReader<N>;
  seen(ref: string, node: N): void;
  count: number;
}

function nextRef<N>(walk: Walk<N>, node: N): string {
  const ref = `e${++walk.count}`;
  walk.seen(ref, node);
  return ref;
}

/** Adds the nodes of what is shown below an element. */
function addChildren<N>(walk: Walk<N>, node: N, out: ScreenNode[]): void {
  const { dom } = walk;
  const children = dom.children(node);
  const closed = dom.tag(node) === 'details' && !dom.isOpen(node);
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as N;
    const tag = dom.tag(child);
    if (tag === '') {
      const text = tidy(dom.text(child));
      if (text && !closed) out.push(textNode(walk, child, { text, parent: node }));
    } else if (!(closed && tag !== 'summary') && dom.isShown(child)) {
      addElement(walk, child, out);
    }
  }
}

function textNode<N>(walk: Walk<N>, node: N, { text, parent }: { text: string; parent: N }): ScreenNode {
  const word = walk.dom.attr(parent, 'data-word');
  const found: ScreenNode = { ref: nextRef(walk, node), role: 'text', name: text };
  if (word !== null && word !== text) found.canonical = word;
  return found;
}

/** Adds the node of an element, or those of its children when it has no role of its own. */
function addElement<N>(walk: Walk<N>, node: N, out: ScreenNode[]): void {
  const { dom } = walk;
  const tag = dom.tag(node);
  const role = roleOf(dom, node);
  if (role === '') {
    if (tag !== 'svg') addChildren(walk, node, out);
    return;
  }
  const found: ScreenNode = { ref: nextRef(walk, node), role, name: '' };
  const fromContent = NAMED_FROM_CONTENT.has(role);
  const name = nameOf(dom, node, fromContent);
  found.name = name.text;
  if (name.canonical !== name.text) found.canonical = name.canonical;
  describe(dom, node, found);
  const layout = dom.layout(node, INTERACTIVE.has(role));
  if (layout) found.box = layout.box;
  if (layout?.hittable) found.hittable = true;
  const children: ScreenNode[] = [];
  // The options of a select are on the screen only while it is open.
  if (tag === 'select' ? dom.isOpen(node) : tag !== 'textarea') addChildren(walk, node, children);
  // A name that is the text of the element says it once: only controls inside are worth a node of their own.
  const kept = fromContent ? children.flatMap(controlsIn) : children;
  if (kept.length > 0) found.children = kept;
  out.push(found);
}

function describe<N>(dom: PageReader<N>, node: N, found: ScreenNode): void {
  const { role } = found;
  const tag = dom.tag(node);
  if (role === 'heading') {
    const level = /^h([1-6])$/.exec(tag)?.[1];
    found.level = Number(dom.attr(node, 'aria-level') ?? level ?? 2);
  }
  if (role === 'checkbox' || role === 'radio' || role === 'switch') found.checked = dom.isChecked(node);
  if (role === 'textbox' || role === 'searchbox' || role === 'spinbutton' || role === 'combobox') {
    const value = dom.value(node);
    if (value) found.value = value;
  }
  if (role === 'option') found.selected = dom.isSelected(node);
  if (role === 'tab') found.selected = dom.attr(node, 'aria-selected') === 'true';
  const opens = tag === 'summary' || role === 'combobox' || dom.attr(node, 'popovertarget') !== null;
  const expanded = dom.attr(node, 'aria-expanded');
  if (opens) found.expanded = dom.isOpen(node);
  else if (expanded !== null) found.expanded = expanded === 'true';
  if (INTERACTIVE.has(role)) describeControl(dom, node, found);
  const current = dom.attr(node, 'aria-current');
  if (current !== null && current !== 'false') found.current = true;
}

function describeControl<N>(dom: PageReader<N>, node: N, found: ScreenNode): void {
  if (isFlagged(dom, node, 'disabled')) found.disabled = true;
  if (isFlagged(dom, node, 'readonly') && found.role !== 'button') found.readonly = true;
  if (isFlagged(dom, node, 'required')) found.required = true;
  if (dom.attr(node, 'aria-invalid') === 'true') found.invalid = true;
  if (dom.isFocused(node)) found.focused = true;
  const description = descriptionOf(dom, node);
  if (description) found.description = description;
}

function isFlagged<N>(dom: PageReader<N>, node: N, flag: 'disabled' | 'readonly' | 'required'): boolean {
  return dom.attr(node, flag) !== null || dom.attr(node, `aria-${flag}`) === 'true';
}

function controlsIn(node: ScreenNode): ScreenNode[] {
  return INTERACTIVE.has(node.role) ? [node] : (node.children ?? []).flatMap(controlsIn);
}
