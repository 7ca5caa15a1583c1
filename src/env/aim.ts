import type { Rng } from '../core/rng.ts';
import type { Act, Aim, Point } from '../screen/action.ts';
import { brief, findTarget, TargetError } from '../screen/find.ts';
import type { Box, Observation, ScreenNode } from '../screen/observation.ts';

/** An act made ready for a surface: with a layout, the target has become a point on it. */
export interface Aimed {
  act: Act;
  node: ScreenNode | null;
  point: Point | null;
}

/** Resolves what an act aims at on the screen; the point lies somewhere in the middle half of the box, as hands do. */
export function takeAim(act: Act, screen: Observation, options: { layout: boolean; rng: Rng }): Aimed {
  if (act.kind === 'drag') {
    const from = resolve(act.from, screen, options);
    const to = resolve(act.to, screen, { ...options, rng: options.rng.fork('to') });
    return { act: { ...act, from: from.aim, to: to.aim }, node: from.node, point: from.point };
  }
  if (!('at' in act)) return { act, node: null, point: null };
  const { aim, node, point } = resolve(act.at, screen, options);
  return { act: { ...act, at: aim }, node, point };
}

function resolve(
  aim: Aim,
  screen: Observation,
  { layout, rng }: { layout: boolean; rng: Rng },
): { aim: Aim; node: ScreenNode | null; point: Point | null } {
  if (!('role' in aim)) return { aim, node: nodeAt(screen.tree, aim), point: layout ? aim : null };
  const node = findTarget(screen.tree, aim);
  if (!layout) return { aim, node, point: null };
  if (!node.box || !node.hittable) {
    throw new TargetError(
      `${brief(aim)} can't be reached where the page stands: scroll, or close what covers it`,
    );
  }
  const point = pointIn(node.box, rng);
  return { aim: point, node, point };
}

function pointIn([x1, y1, x2, y2]: Box, rng: Rng): Point {
  const inner = (low: number, high: number): number => {
    const quarter = Math.floor((high - low) / 4);
    return rng.int(low + quarter, high - 1 - quarter);
  };
  return { x: inner(x1, x2), y: inner(y1, y2) };
}

/** The smallest control whose box holds a point. */
export function nodeAt(tree: ScreenNode, { x, y }: Point): ScreenNode | null {
  let best: ScreenNode | null = null;
  const visit = (node: ScreenNode): void => {
    const box = node.box;
    if (node.hittable && box && x >= box[0] && x < box[2] && y >= box[1] && y < box[3]) {
      if (!best?.box || area(box) <= area(best.box)) best = node;
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return best;
}

function area([x1, y1, x2, y2]: Box): number {
  return (x2 - x1) * (y2 - y1);
}
