import type { Box, ScreenNode } from '../../screen/observation.ts';
import { INTERACTIVE } from '../../screen/roles.ts';
import { nodesOf } from '../../screen/script/sight.ts';

/** One visible element that a hand can act on. */
export interface ElementRow {
  ref: string;
  role: string;
  name: string;
  /** Null on surfaces without a layout. */
  bbox: number[] | null;
}

/** The visible elements that a hand can act on, in document order: all there are on surfaces without a layout. */
export function elementsOf(tree: ScreenNode): ElementRow[] {
  const out: ElementRow[] = [];
  const hasLayout = nodesOf(tree).some(({ box }) => box !== undefined);
  const visit = ({ ref, role, name, ...node }: ScreenNode): void => {
    const isInReach = !hasLayout || (node.box && node.hittable);
    if (isInReach && INTERACTIVE.has(role)) {
      out.push({ ref, role, name, bbox: node.box ? [...node.box] : null });
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return out;
}

/** A node as a line of `treeText` names it, without its place and states: `button "Save"`. */
export function nodeText(node: { role: string; name: string }): string {
  return node.name ? `${node.role} ${JSON.stringify(node.name)}` : node.role;
}

/** A tree as indented text, one node a line: ref, role, name, value, states. Only what one could perceive. */
export function treeText(tree: ScreenNode): string {
  const lines: string[] = [];
  const visit = (node: ScreenNode, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}[${node.ref}] ${nodeText(node)}${detailsOf(node)}`);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree, 0);
  return lines.join('\n');
}

const STATES = [
  'checked',
  'selected',
  'expanded',
  'disabled',
  'readonly',
  'required',
  'focused',
  'current',
  'invalid',
] as const;

function detailsOf(node: ScreenNode): string {
  const parts: string[] = [];
  if (node.value !== undefined) parts.push(`value=${JSON.stringify(node.value)}`);
  if (node.description) parts.push(`description=${JSON.stringify(node.description)}`);
  if (node.level !== undefined) parts.push(`level=${node.level}`);
  for (const state of STATES) {
    const value = node[state];
    if (value === true) parts.push(state);
    else if (value === false && (state === 'checked' || state === 'expanded')) parts.push(`${state}=false`);
  }
  if (node.box) parts.push(boxText(node.box));
  return parts.length > 0 ? ` ${parts.join(' ')}` : '';
}

const boxText = (box: Box): string => `(${box.join(',')})`;
