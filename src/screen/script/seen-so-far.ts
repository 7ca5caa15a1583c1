import type { Observation, ScreenNode } from '../observation.ts';

/**
 * What somebody knows of a page who has scrolled in it: what is seen now, and what was seen of the same page before. Only
 * what is in view has a place. A part goes on above or below only as far as nobody has looked there yet.
 */
export function seenSoFar(before: Observation, now: Observation): Observation {
  return { ...now, tree: together(before.tree, now.tree) };
}

function together(before: ScreenNode, now: ScreenNode): ScreenNode {
  const merged: ScreenNode = { ...now };
  // A part that lies out of view now was named when it was seen.
  if (now.name === '' && before.name !== '') {
    merged.name = before.name;
    if (before.canonical !== undefined) merged.canonical = before.canonical;
  }
  if (!before.moreAbove) delete merged.moreAbove;
  if (!before.moreBelow) delete merged.moreBelow;
  const children = parts(before.children ?? [], now.children ?? []);
  if (children.length > 0) merged.children = children;
  return merged;
}

/** Parts in the order of the page, which is that of their refs. */
function parts(before: readonly ScreenNode[], now: readonly ScreenNode[]): ScreenNode[] {
  const known = new Map(before.map(node => [node.ref, node]));
  const merged = now.map(node => {
    const was = known.get(node.ref);
    known.delete(node.ref);
    return was ? together(was, node) : node;
  });
  merged.push(...[...known.values()].map(outOfView));
  return merged.sort((a, b) => orderOf(a) - orderOf(b));
}

function outOfView({ box: _box, hittable: _hittable, children, ...node }: ScreenNode): ScreenNode {
  return children ? { ...node, children: children.map(outOfView) } : node;
}

/** Where a node stands in its page. */
function orderOf({ ref }: ScreenNode): number {
  return Number(ref.slice(1));
}
