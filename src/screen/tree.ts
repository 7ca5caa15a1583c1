import { buildTree, type Layout, type PageReader } from './build-tree.ts';
import { tidy } from './names.ts';
import type { Box, ScreenNode } from './observation.ts';
import { type Edges, type Place, placeOf, scrollerOf } from './place.ts';
import { UNSEEN } from './roles.ts';
import { type More, seenPart } from './seen-part.ts';

/**
 * The accessibility tree of a live page, all of it, whatever is in view. Runs inside the page, so it may use nothing but
 * the DOM. Each element has its box in integer CSS pixels of the viewport, clipped to it.
 */
export function readWhole(document: Document): ScreenNode {
  return buildTree(liveReader(document));
}

/** The accessibility tree of what the picture of a live page shows. */
export function readScreen(document: Document): ScreenNode {
  const drawn = new Map<string, Node>();
  const tree = buildTree(liveReader(document), (ref, node) => void drawn.set(ref, node));
  return seenPart(tree, ({ ref }) => placeOfNode(drawn.get(ref)), moreOf(document));
}

function placeOfNode(node: Node | undefined): Place {
  const isText = node?.nodeType === 3;
  const element = isText ? node.parentElement : ((node ?? null) as Element | null);
  if (!node || !element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return 'hidden';
  const drawn = isText ? element : drawnElement(element);
  return placeOf(drawn, isText ? edgesOfText(node) : drawn.getBoundingClientRect());
}

function edgesOfText(text: Node): Edges {
  const range = new Range();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

/** Whether the page in front, or the dialog over it, goes on above or below what is in view. */
function moreOf(document: Document): More {
  const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
  const page = scrollerOf(openModal(document) ?? middle) ?? document.documentElement;
  const { scrollTop, clientHeight, scrollHeight } = page;
  return { above: scrollTop > 0, below: scrollTop + clientHeight < scrollHeight - 1 };
}

function liveReader(document: Document): PageReader<Node> {
  const element = (node: Node): Element | null => (node.nodeType === 1 ? (node as Element) : null);
  const input = (node: Node): HTMLInputElement => node as HTMLInputElement;
  return {
    root: () => openModal(document) ?? document.body,
    tag: node => (node.nodeType === 1 ? (node as Element).localName : ''),
    text: node => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''),
    attr: (node, name) => element(node)?.getAttribute(name) ?? null,
    parent: node => node.parentElement,
    children: node => node.childNodes as unknown as ArrayLike<Node>,
    byId: id => document.getElementById(id),
    labels: node => input(node).labels ?? [],
    isShown: node => isShown(node as Element),
    value: node => heldValue(node as HTMLElement),
    isChecked: node => (node instanceof HTMLInputElement ? node.checked : input(node).ariaChecked === 'true'),
    isOpen: node => isOpen(node as Element, document),
    isSelected: node => (node as HTMLOptionElement).selected ?? false,
    isFocused: node => document.activeElement === node,
    layout: (node, isInteractive) => layoutOf(node as Element, isInteractive),
  };
}

function openModal(document: Document): Element | null {
  const open = document.querySelectorAll('dialog:modal');
  return open[open.length - 1] ?? null;
}

function isShown(element: Element): boolean {
  if (UNSEEN.has(element.localName) || element.hasAttribute('hidden') || element.hasAttribute('inert'))
    return false;
  if (element.getAttribute('aria-hidden') === 'true') return false;
  if (element.localName === 'dialog') return (element as HTMLDialogElement).open;
  if (element.hasAttribute('popover')) return element.matches(':popover-open');
  return !(element.localName === 'input' && (element as HTMLInputElement).type === 'hidden');
}

function heldValue(element: HTMLElement): string {
  if (element instanceof HTMLSelectElement) return tidy(element.selectedOptions[0]?.label ?? '');
  const value = (element as HTMLInputElement).value ?? '';
  return (element as HTMLInputElement).type === 'password' ? '\u2022'.repeat(value.length) : value;
}

function isOpen(element: Element, document: Document): boolean {
  const target = element.getAttribute('popovertarget');
  if (target) return document.getElementById(target)?.matches(':popover-open') ?? false;
  if (element.localName === 'summary')
    return (element.parentElement as HTMLDetailsElement | null)?.open ?? false;
  if (element.localName === 'select') return element.matches(':open');
  return (element as HTMLDetailsElement).open ?? false;
}

/** A check box drawn by its label has a box of a pixel or none: then the label is what a hand aims at. */
function drawnElement(element: Element): Element {
  if (!(element instanceof HTMLInputElement) || (element.type !== 'checkbox' && element.type !== 'radio'))
    return element;
  const { width, height } = element.getBoundingClientRect();
  const isDrawn = width >= 8 && height >= 8 && getComputedStyle(element).opacity !== '0';
  return isDrawn ? element : (element.labels?.[0] ?? element);
}

function layoutOf(element: Element, isInteractive: boolean): Layout | undefined {
  const drawn = drawnElement(element);
  // What a sheet hides at this width, or draws in no colour at all, is nowhere that a hand could go.
  if (!drawn.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return undefined;
  const rects = drawn.getClientRects();
  // A link over two lines is aimed at on its longest line, which its outer box might miss.
  let rect = drawn.getBoundingClientRect();
  if (isInteractive && rects.length > 1) {
    rect = Array.from(rects).reduce((best, next) => (next.width > best.width ? next : best));
  }
  const { innerWidth, innerHeight } = window;
  const clip = (n: number, max: number): number => Math.min(max, Math.max(0, n));
  const box: Box = [
    clip(Math.round(rect.left), innerWidth),
    clip(Math.round(rect.top), innerHeight),
    clip(Math.round(rect.right), innerWidth),
    clip(Math.round(rect.bottom), innerHeight),
  ];
  if (box[2] <= box[0] || box[3] <= box[1]) return undefined;
  return { box, hittable: isInteractive && isHittable(drawn, element, box) };
}

/** Whether the middle half of the box is the element's own: points there are what hands aim at. */
function isHittable(drawn: Element, element: Element, [x1, y1, x2, y2]: Box): boolean {
  if (x2 - x1 < 4 || y2 - y1 < 4) return false;
  const owns = (x: number, y: number): boolean => {
    const hit = element.ownerDocument.elementFromPoint(x, y);
    return hit !== null && (drawn.contains(hit) || element.contains(hit));
  };
  const [dx, dy] = [Math.floor((x2 - x1) / 4), Math.floor((y2 - y1) / 4)];
  const [left, right, top, bottom] = [x1 + dx, x2 - 1 - dx, y1 + dy, y2 - 1 - dy];
  return owns(left, top) && owns(right, top) && owns(left, bottom) && owns(right, bottom);
}
