import { descriptionOf, type NameReader, nameOf, tidy } from './names.ts';
import { INTERACTIVE, NAMED_FROM_CONTENT, roleOf } from './roles.ts';
import type { Box, ScreenNode } from './types.ts';

/** Where an element is: its box when any of it is in the viewport, and for controls whether a hand can hit it. */
export interface Layout {
  box?: Box;
  hittable?: boolean;
  scrollBy?: number;
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
  let count = 0;
  const nextRef = (node: N): string => {
    const ref = `e${++count}`;
    seen(ref, node);
    return ref;
  };
  const top: ScreenNode = { ref: nextRef(dom.root()), role: 'document', name: '' };
  const root = dom.root();
  const below = dom.tag(root) === 'dialog' ? elementNodes(root) : childNodes(root);
  if (below.length > 0) top.children = below;
  return top;

  function childNodes(node: N): ScreenNode[] {
    const out: ScreenNode[] = [];
    const children = dom.children(node);
    const closed = dom.tag(node) === 'details' && !dom.isOpen(node);
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as N;
      if (dom.tag(child) === '') {
        const text = tidy(dom.text(child));
        if (text && !closed) out.push(textNode(child, text, node));
      } else if (!(closed && dom.tag(child) !== 'summary') && dom.isShown(child)) {
        out.push(...elementNodes(child));
      }
    }
    return out;
  }

  function textNode(node: N, text: string, parent: N): ScreenNode {
    const word = dom.attr(parent, 'data-word');
    const found: ScreenNode = { ref: nextRef(node), role: 'text', name: text };
    if (word !== null && word !== text) found.canonical = word;
    return found;
  }

  function elementNodes(node: N): ScreenNode[] {
    const tag = dom.tag(node);
    const role = roleOf(dom, node);
    if (role === '') return tag === 'svg' ? [] : childNodes(node);
    const found: ScreenNode = { ref: nextRef(node), role, name: '' };
    const fromContent = NAMED_FROM_CONTENT.has(role);
    const name = nameOf(dom, node, fromContent);
    found.name = name.text;
    if (name.canonical !== name.text) found.canonical = name.canonical;
    describe(found, node, tag, role);
    const layout = dom.layout(node, INTERACTIVE.has(role));
    if (layout?.box) found.box = layout.box;
    if (layout?.hittable) found.hittable = true;
    else if (layout?.scrollBy) found.scrollBy = layout.scrollBy;
    const children = tag === 'select' ? optionsOf(node) : tag === 'textarea' ? [] : childNodes(node);
    // A name that is the text of the element says it once: only controls inside are worth a node of their own.
    const kept = fromContent ? children.flatMap(controlsIn) : children;
    if (kept.length > 0) found.children = kept;
    return [found];
  }

  /** The options of a select are on the screen only while it is open. */
  function optionsOf(select: N): ScreenNode[] {
    return dom.isOpen(select) ? childNodes(select) : [];
  }

  function describe(found: ScreenNode, node: N, tag: string, role: string): void {
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (role === 'heading') found.level = Number(dom.attr(node, 'aria-level') ?? level ?? 2);
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
    const flag = (name: string): boolean =>
      dom.attr(node, name) !== null || dom.attr(node, `aria-${name}`) === 'true';
    if (INTERACTIVE.has(role)) {
      if (flag('disabled')) found.disabled = true;
      if (flag('readonly') && role !== 'button') found.readonly = true;
      if (flag('required')) found.required = true;
      if (dom.attr(node, 'aria-invalid') === 'true') found.invalid = true;
      if (dom.isFocused(node)) found.focused = true;
      const description = descriptionOf(dom, node);
      if (description) found.description = description;
    }
    const current = dom.attr(node, 'aria-current');
    if (current !== null && current !== 'false') found.current = true;
  }
}

function controlsIn(node: ScreenNode): ScreenNode[] {
  return INTERACTIVE.has(node.role) ? [node] : (node.children ?? []).flatMap(controlsIn);
}
