import type { Box } from './observation.ts';

/**
 * Where a part of a page lies to whoever looks at it: in the picture, or out of view in a direction in which one could
 * scroll, or nowhere to be seen: clipped, covered, or not drawn at all.
 */
export type Place = 'seen' | 'above' | 'below' | 'hidden';

/** Edges of a part in CSS pixels of the viewport, not clipped to it. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How much of a part must be in the picture to count as seen. */
const ENOUGH = 0.75;
/** A part taller than this many pixels is read piece by piece: it is seen when its end is. */
const TALL_PX = 200;

/** Runs inside the page: where an element, or a run of text in it, lies. */
export function placeOf(element: Element, edges: Edges): Place {
  const { innerWidth, innerHeight } = window;
  const [width, height] = [edges.right - edges.left, edges.bottom - edges.top];
  if (width <= 1 || height <= 1) return 'hidden';
  const inView = clipped(edges, [0, 0, innerWidth, innerHeight]);
  const isSeenAcross = inView[2] - inView[0] >= ENOUGH * width;
  const seenDown = inView[3] - inView[1];
  const isEndSeen = seenDown >= TALL_PX && edges.bottom <= innerHeight;
  if (seenDown < ENOUGH * height && !isEndSeen) return edges.bottom > innerHeight ? 'below' : 'above';
  if (!isSeenAcross) return 'hidden';
  return covered(element, edges, inView);
}

/** What of the edges is inside a box; empty where nothing is. */
function clipped({ left, top, right, bottom }: Edges, [x1, y1, x2, y2]: Box): Box {
  const [low, high] = [Math.max(left, x1), Math.max(top, y1)];
  return [low, high, Math.max(low, Math.min(right, x2)), Math.max(high, Math.min(bottom, y2))];
}

/** Asks the page what lies on top in the middle of the part. */
function covered(element: Element, edges: Edges, [x1, y1, x2, y2]: Box): Place {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const { ownerDocument: document } = element;
  const top = document.elementFromPoint(x, y);
  if (!top || element.contains(top)) return 'seen';
  const clip = clipOf(element, { x, y });
  if (clip) return outsideOf(clip, edges);
  // Between the lines of a part lies what holds it; and what takes no clicks is not found at a point.
  if (top.contains(element)) return 'seen';
  const stack = document.elementsFromPoint(x, y);
  const own = stack.findIndex(at => element.contains(at) || at.contains(element));
  const cover = stack.slice(0, own < 0 ? 0 : own).find(isOpaque);
  if (!cover) return 'seen';
  if (cover.closest('[popover], dialog')) return 'hidden';
  return y < window.innerHeight / 2 ? 'above' : 'below';
}

/** The box around a part, or its own, that cuts it off at a point, if any does. */
function clipOf(element: Element, { x, y }: { x: number; y: number }): Element | null {
  for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflow === 'visible') continue;
    const { left, top, right, bottom } = box.getBoundingClientRect();
    if (x < left || x >= right || y < top || y >= bottom) return box;
  }
  return null;
}

function isOpaque(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
}

/** The direction in which a box that cuts a part off can be scrolled to show it. */
function outsideOf(clip: Element, { top, bottom }: Edges): Place {
  if (scrollerOf(clip) !== clip) return 'hidden';
  const box = clip.getBoundingClientRect();
  if (bottom > box.bottom) return 'below';
  return top < box.top ? 'above' : 'hidden';
}

/** The innermost box around an element that can scroll, if any but the page itself. */
export function scrollerOf(element: Element | null): Element | null {
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight + 1) continue;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
