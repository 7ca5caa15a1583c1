import { clip } from '../core/clip.ts';
import { editDistance, nearest } from '../core/suggest.ts';
import type { Point, Target } from './action.ts';
import { tidy } from './names.ts';
import type { Box, ScreenNode } from './observation.ts';

/** The screen does not hold what was aimed at, or holds it twice. An observation for whoever acted, never a crash. */
export class TargetError extends Error {
  override name = 'TargetError';
}

/** Writes a target as a person would say it: `button "Save" in row "E104233"`. */
export function say(target: Target): string {
  return `${target.role} "${target.name}"${target.within ? ` in ${say(target.within)}` : ''}`;
}

/** A target as a message says it back: whoever aims may name anything, at any length. */
export function brief({ role, name, within, ref }: Target): string {
  if (ref !== undefined) return `ref "${clip(ref, NAME_MAX)}"`;
  return (
    say({ role: clip(role, NAME_MAX), name: clip(name, NAME_MAX) }) + (within ? ` in ${brief(within)}` : '')
  );
}

/** The most of a name that a message says back. */
const NAME_MAX = 80;

/** The one node that a target names, by the console's own words or by what the skin prints. */
export function findTarget(tree: ScreenNode, target: Target): ScreenNode {
  if (target.ref !== undefined) return findRef(tree, target.ref);
  const scopes = target.within ? findAll(tree, target.within) : [tree];
  if (target.within && scopes.length === 0) throw missing(tree, target.within, target);
  const found = scopes.flatMap(scope => findAll(scope, { role: target.role, name: target.name }));
  const first = found[0];
  if (!first) throw missing(tree, target, target);
  if (found.length > 1)
    throw new TargetError(`Target ambiguous: ${brief(target)} is there ${found.length} times`);
  return first;
}

/** All nodes that a target may mean. */
export function findAll(tree: ScreenNode, target: Target): ScreenNode[] {
  const scopes = target.within ? findAll(tree, target.within) : [tree];
  const found: ScreenNode[] = [];
  for (const scope of scopes) collect(scope, target, found);
  return found;
}

/** The nodes below one that fit. Scripts look for something at every step: a function of its own, made once. */
function collect({ children }: ScreenNode, target: Target, found: ScreenNode[]): void {
  if (!children) return;
  for (const child of children) {
    if (fits(child, target)) found.push(child);
    else collect(child, target, found);
  }
}

function fits(node: ScreenNode, target: Target): boolean {
  if (node.role !== target.role) return false;
  if (target.role === 'row') return holds(node, target.name);
  return (
    (node.canonical ?? node.name) === target.name ||
    node.name === target.name ||
    node.name === tidy(target.name)
  );
}

/** Whether a cell or control of a row is named by that text. */
function holds(row: ScreenNode, name: string): boolean {
  return (row.children ?? []).some(
    child => child.name === name || child.canonical === name || holds(child, name),
  );
}

function missing(tree: ScreenNode, part: Target, whole: Target): TargetError {
  const near = nearestNames(tree, part).map(name => brief({ role: part.role, name }));
  const lines = [`Target not found: ${brief(whole)}`];
  if (near.length > 0) lines.push(`  nearest  ${near.join(', ')}`);
  return new TargetError(lines.join('\n'));
}

function nearestNames(tree: ScreenNode, target: Target): string[] {
  const names = new Set<string>();
  const visit = (node: ScreenNode): void => {
    if (node.role === target.role && node.name) names.add(clip(node.name, NAME_MAX));
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  const wanted = clip(target.name, NAME_MAX).toLowerCase();
  const scored = [...names].map(name => ({
    name,
    distance: editDistance(name.toLowerCase(), wanted),
  }));
  scored.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return scored.slice(0, 3).map(({ name }) => name);
}

/** The middle of a box, as a whole pixel inside it. */
export function centre([x1, y1, x2, y2]: Box): Point {
  return { x: Math.floor((x1 + x2) / 2), y: Math.floor((y1 + y2) / 2) };
}

/** All text of a tree in reading order, one node a line: what a person could have read. */
export function textOf(node: ScreenNode): string {
  return linesOf(node, ({ name }) => name);
}

/** The same by the console's own words, where a skin prints others. */
export function ownTextOf(node: ScreenNode): string {
  return linesOf(node, ({ name, canonical }) => canonical ?? name);
}

function linesOf(node: ScreenNode, nameOf: (node: ScreenNode) => string): string {
  const lines: string[] = [];
  const visit = (at: ScreenNode): void => {
    const name = nameOf(at);
    if (name) lines.push(name);
    if (at.value) lines.push(at.value);
    if (at.description) lines.push(at.description);
    for (const child of at.children ?? []) visit(child);
  };
  visit(node);
  return lines.join('\n');
}

function findRef(tree: ScreenNode, ref: string): ScreenNode {
  const found = nodeByRef(tree, ref);
  if (found) return found;
  const near = nearest(clip(ref, NAME_MAX), refsOf(tree));
  const lines = [`Ref not found: "${clip(ref, NAME_MAX)}"`];
  if (near !== undefined) lines.push(`  nearest  ${near}`);
  throw new TargetError(lines.join('\n'));
}

function refsOf({ ref, children = [] }: ScreenNode): string[] {
  return [ref, ...children.flatMap(refsOf)];
}

/** The node with a ref, or undefined. */
export function nodeByRef(tree: ScreenNode, ref: string): ScreenNode | undefined {
  if (tree.ref === ref) return tree;
  for (const child of tree.children ?? []) {
    const found = nodeByRef(child, ref);
    if (found) return found;
  }
  return undefined;
}
