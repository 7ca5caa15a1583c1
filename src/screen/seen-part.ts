import type { ScreenNode } from './observation.ts';
import type { Place } from './place.ts';
import { INTERACTIVE, NAMED_FROM_CONTENT } from './roles.ts';

/** In which directions something goes on out of view. */
export interface More {
  above: boolean;
  below: boolean;
}

/** A node with what is seen of it, if anything, and where the rest of it lies. */
interface Kept {
  node?: ScreenNode;
  rest: More;
}

/**
 * What a picture shows of a page: the nodes that lie in it, and those that hold any. A node of which a part is out of
 * view says in which direction; the page itself says whether it goes on.
 */
export function seenPart(tree: ScreenNode, placeOf: (node: ScreenNode) => Place, page: More): ScreenNode {
  const kept = (tree.children ?? []).map(child => keep(child, placeOf));
  const children = kept.flatMap(({ node }) => node ?? []);
  const { children: _all, ...top } = tree;
  return flagged(children.length > 0 ? { ...top, children } : top, page);
}

function keep(whole: ScreenNode, placeOf: (node: ScreenNode) => Place): Kept {
  const { children: parts = [], ...node } = whole;
  const kept = parts.map(child => keep(child, placeOf));
  const children = kept.flatMap(each => each.node ?? []);
  const rest = {
    above: kept.some(each => each.rest.above),
    below: kept.some(each => each.rest.below),
  };
  if (parts.length === 0 || isPlaced(node)) {
    const place = placeOf(whole);
    if (place === 'above' || place === 'below') rest[place] = true;
    if (place !== 'seen') {
      if (children.length === 0) return { rest };
      node.name = '';
      delete node.canonical;
    }
  } else if (children.length === 0) {
    return { rest };
  }
  return { node: flagged(children.length > 0 ? { ...node, children } : node, rest), rest };
}

/** Whether a node is seen by itself: others are seen when anything in them is. */
function isPlaced({ role }: ScreenNode): boolean {
  return role === 'text' || INTERACTIVE.has(role) || NAMED_FROM_CONTENT.has(role);
}

function flagged(node: ScreenNode, { above, below }: More): ScreenNode {
  if (above) node.moreAbove = true;
  if (below) node.moreBelow = true;
  return node;
}
