import { soughtAs } from '../../core/marked.ts';
import type { Action, Point, Target } from '../action.ts';
import { centre, findAll } from '../find.ts';
import type { Observation, ScreenNode } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import { SECRET } from '../secret.ts';
import { eachMove } from './map-script.ts';
import { isGlance, type Script } from './script.ts';
import { seenSoFar } from './seen-so-far.ts';
import { marksOf, nodesOf, targetsOf } from './sight.ts';

/** A script of acts alone: every glance has been answered. */
export type Acting<R = Outcome> = Generator<Action, R, Observation>;

type Scroll = Extract<Action, { kind: 'scroll' }>;

/** How far one turn of the wheel goes, in CSS pixels: four notches, less than any screen is high. */
export const SCROLL_PX = 480;
/** Longer pages than this many turns are none of ours. */
const TURNS_MAX = 60;

/**
 * A script with the hand and the memory of a person. It knows of a page what it has seen of it since its last act: where
 * the page is larger than the picture, scrolling adds to that. Before it aims at a control that is not in view it scrolls
 * until it is, down to the end and then up, turn by turn. Glances are answered with what has been seen.
 */
export function withHand<R>(script: Script<R>, first: Observation): Acting<R> {
  const page = begin(first);
  return eachMove(script, function* (move): Acting<Observation> {
    if (isGlance(move)) return page.seen;
    for (const target of targetsOf(move)) yield* bringIntoView(page, target, move);
    const view = yield move;
    if (move.kind === 'scroll') scrolled(page, view, move.dy);
    else Object.assign(page, begin(view));
    return page.seen;
  });
}

/** What is in the picture now, and what has been seen of the page. */
interface Looking {
  view: Observation;
  seen: Observation;
  /** How far the page was scrolled since it was first seen, and how far it was when each node was in view. */
  y: number;
  seenAt: Map<string, number>;
}

function begin(view: Observation): Looking {
  const seenAt = new Map(nodesOf(view.tree).map(({ ref }) => [ref, 0]));
  return { view, seen: view, y: 0, seenAt };
}

function scrolled(page: Looking, view: Observation, dy: number): void {
  page.y += dy;
  page.view = view;
  page.seen = seenSoFar(page.seen, view);
  for (const { ref } of nodesOf(view.tree)) page.seenAt.set(ref, page.y);
}

function* bringIntoView(page: Looking, target: Target, action: Action): Acting<void> {
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const found = findAll(page.seen.tree, target);
    if (found.length > 1 || found[0]?.hittable || found[0]?.disabled) return;
    const next = turnInList(page, target, found[0]) ?? turnTowards(page, found[0]);
    if (!next) return;
    const thought = thoughtOf(page.view, target, { known: found[0], turn });
    scrolled(page, yield { ...next, thought, ...marksOf(action) }, next.dy);
  }
}

/** What the picture ends with is said, too: no two turns of the wheel look at the same. */
function thoughtOf(
  view: Observation,
  { role, name }: Target,
  { known, turn }: { known: ScreenNode | undefined; turn: number },
): string {
  const edge = edgeOf(view);
  const here = edge ? `The picture ends at “${edge}”. ` : '';
  if (known)
    return `${here}I saw the ${role} “${known.name}” before; it is out of view now, so I go back to it.`;
  const [first, later] = [soughtAs(name, 'that I need'), soughtAs(name, 'of that kind')];
  return turn === 0
    ? `${here}The ${role} ${first} has to be somewhere else on this page.`
    : `${here}Still no ${role} ${later}.`;
}

/** The last words in the picture. */
function edgeOf({ tree }: Observation): string | undefined {
  const words = nodesOf(tree).filter(({ box, name, children }) => box && !children && name.length > 3);
  const low = words.reduce(
    (best, node) => ((node.box?.[3] ?? 0) > (best?.box?.[3] ?? 0) ? node : best),
    words[0],
  );
  return low && low.name.length <= EDGE_MAX && !SECRET.test(low.name) ? low.name : undefined;
}

const EDGE_MAX = 48;

/** The turn of the wheel that brings a node nearer that was seen before, or that shows what was not seen yet. */
function turnTowards(page: Looking, known: ScreenNode | undefined): Scroll | undefined {
  const { view, seen } = page;
  if (!known) return readingOn(seen) ?? turnInside(view);
  const isBelow = known.box ? centre(known.box).y > pageCentre(view).y : wasBelow(page, known);
  const can = isBelow ? view.tree.moreBelow : view.tree.moreAbove;
  return can ? turn(pageCentre(view), isBelow ? SCROLL_PX : -SCROLL_PX) : turnInside(view);
}

/** An option stands in the list of choices that is open: that is turned, not the page behind it. */
function turnInList(page: Looking, { role }: Target, known: ScreenNode | undefined): Scroll | undefined {
  if (role !== 'option') return undefined;
  const isOption = (node: ScreenNode): boolean => node.role === 'option' && node.box !== undefined;
  const { tree } = page.view;
  const list = nodesOf(tree).findLast(
    node => node !== tree && (node.moreBelow || node.moreAbove) && nodesOf(node).some(isOption),
  );
  const [first, last] = [list && nodesOf(list).find(isOption), list && nodesOf(list).findLast(isOption)];
  if (!list || !first?.box || !last?.box) return undefined;
  const isDown = list.moreBelow === true && (known === undefined || wasBelow(page, known));
  return turn(centre(isDown ? last.box : first.box), isDown ? SCROLL_PX : -SCROLL_PX);
}

/** Whether a node was last in view further down than the picture is now. */
function wasBelow({ y, seenAt }: Looking, { ref }: ScreenNode): boolean {
  return (seenAt.get(ref) ?? 0) > y;
}

/**
 * The scroll that shows more of the page in front than has been seen of it: down to its end, then up to its beginning.
 * Undefined where all was seen, and where there is no layout.
 */
export function readingOn(seen: Observation): Scroll | undefined {
  if (seen.tree.moreBelow) return turn(pageCentre(seen), SCROLL_PX);
  return seen.tree.moreAbove ? turn(pageCentre(seen), -SCROLL_PX) : undefined;
}

/** A turn in a part that scrolls by itself: a long menu, a list of choices. */
function turnInside(view: Observation): Scroll | undefined {
  if (view.tree.moreBelow || view.tree.moreAbove) return undefined;
  const part = nodesOf(view.tree).findLast(node => node !== view.tree && (node.moreBelow || node.moreAbove));
  const shown = part && nodesOf(part).findLast(node => node !== part && node.box);
  if (!shown?.box) return undefined;
  return turn(centre(shown.box), part?.moreBelow ? SCROLL_PX : -SCROLL_PX);
}

function pageCentre({ viewport }: Observation): Point {
  return { x: Math.floor(viewport.width / 2), y: Math.floor(viewport.height / 2) };
}

function turn(at: Point, dy: number): Scroll {
  return { kind: 'scroll', at, dx: 0, dy };
}
