import { el } from './dom.ts';

/** A line of the accessibility tree as the dataset writes it. */
export interface TreeLine {
  depth: number;
  ref: string;
  role: string;
  /** What follows the role: name, value, states. */
  rest: string;
  box: number[] | null;
  isFocused: boolean;
}

const LINE = /^( *)\[(\w+)\] (\S+)(.*?)(?: \((-?\d+),(-?\d+),(-?\d+),(-?\d+)\))?$/;

/** Reads the text of a tree. A line of another form is kept as it is. */
export function parseTree(text: string): TreeLine[] {
  return text.split('\n').map(line => {
    const match = LINE.exec(line);
    if (!match) return { depth: 0, ref: '', role: '', rest: line, box: null, isFocused: false };
    const [, indent = '', ref = '', role = '', rest = '', ...sides] = match;
    const box = sides[0] === undefined ? null : sides.map(Number);
    // States come after the last quoted text.
    const states = rest.slice(rest.lastIndexOf('"') + 1);
    return { depth: indent.length / 2, ref, role, rest, box, isFocused: / focused\b/.test(states) };
  });
}

/** The box that the keyboard goes to, or null. */
export function focusedBox(lines: readonly TreeLine[]): number[] | null {
  return lines.find(line => line.isFocused && line.box)?.box ?? null;
}

const MAX_LINES = 5000;

/** The tree as rows. Pointing at a row reports its box; the row of the target is marked. */
export function treeRows(
  lines: readonly TreeLine[],
  isTarget: (line: TreeLine) => boolean,
  onPoint: (box: number[] | null) => void,
): HTMLElement {
  const pane = el('div', { class: 'tree', role: 'tree' });
  let isMarked = false;
  for (const line of lines.slice(0, MAX_LINES)) {
    const isMine: boolean = !isMarked && isTarget(line);
    isMarked ||= isMine;
    const state = `${isMine ? ' is-target' : ''}${line.isFocused ? ' is-focused' : ''}`;
    const row = el(
      'div',
      { class: `tree-row${state}`, role: 'treeitem', title: line.box ? line.box.join(', ') : null },
      line.ref && el('span', { class: 'tree-ref' }, line.ref),
      line.role && el('span', { class: 'tree-role' }, line.role),
      el('bdi', { class: line.role ? 'tree-rest' : '' }, line.rest),
    );
    row.style.paddingInlineStart = `${8 + Math.min(line.depth, 24) * 10}px`;
    row.addEventListener('pointerenter', () => onPoint(line.box));
    pane.append(row);
  }
  pane.addEventListener('pointerleave', () => onPoint(null));
  return pane;
}
