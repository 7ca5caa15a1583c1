import type { Box, ScreenNode } from '../../screen/observation.ts';
import { INTERACTIVE } from '../../screen/roles.ts';

/** One visible element that a hand can act on. */
export interface ElementRow {
  ref: string;
  role: string;
  name: string;
  bbox: number[];
}

/** The visible elements that a hand can act on, in document order; empty on surfaces without a layout. */
export function elementsOf(tree: ScreenNode): ElementRow[] {
  const out: ElementRow[] = [];
  const visit = (node: ScreenNode): void => {
    if (node.box && node.hittable && INTERACTIVE.has(node.role)) {
      out.push({ ref: node.ref, role: node.role, name: node.name, bbox: [...node.box] });
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
