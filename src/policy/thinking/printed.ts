import { textOf } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { nodesOf } from '../../screen/script/sight.ts';

/** What a screen states in tables and beside labels: as it is printed, and by the console's own words. */

/** A cell with the word that stands over it. */
export interface Cell {
  /** The word over it, as it is printed. */
  column: string;
  /** The console's own word over it. */
  word: string;
  /** What it says, as it is printed. */
  text: string;
  /** The console's own word for what it says, where it has one. */
  meaning: string;
  node: ScreenNode;
}

const CELLS: ReadonlySet<string> = new Set(['cell', 'rowheader']);

const read = new WeakMap<ScreenNode, readonly (readonly Cell[])[]>();

/** The rows of all tables on a screen. Memory asks for them at every step: a tree is read once. */
export function cellRowsOn({ tree }: Observation): readonly (readonly Cell[])[] {
  const known = read.get(tree);
  if (known) return known;
  const rows = nodesOf(tree)
    .filter(({ role }) => role === 'table')
    .flatMap(cellRowsIn);
  read.set(tree, rows);
  return rows;
}

/** The rows of one table. */
export function cellRowsIn(table: ScreenNode): Cell[][] {
  const nodes = nodesOf(table);
  const heads = nodes.filter(({ role }) => role === 'columnheader');
  return nodes
    .filter(({ role }) => role === 'row')
    .map(row => (row.children ?? []).filter(({ role }) => CELLS.has(role)))
    .filter(cells => cells.length > 1)
    .map(cells => cells.map((node, i) => cellOf(node, heads[i])));
}

function cellOf(node: ScreenNode, head: ScreenNode | undefined): Cell {
  const column = head?.name ?? '';
  const { name: text, canonical: meaning = text } = node;
  return { column, word: head?.canonical ?? column, text, meaning, node };
}

/** The cell below a column, by the console's own word for it. */
export function cellBelow(cells: readonly Cell[], word: RegExp): Cell | undefined {
  return cells.find(cell => word.test(cell.word) && cell.text !== '');
}

/** What stands beside a label. */
export interface Stated {
  label: string;
  /** The console's own word for the label. */
  word: string;
  value: string;
  /** The console's own word for the value, where it has one. */
  meaning: string;
  node: ScreenNode;
}

const stated = new WeakMap<ScreenNode, readonly Stated[]>();

/** All that stands beside labels on a screen. */
export function statedOn({ tree }: Observation): readonly Stated[] {
  const known = stated.get(tree);
  if (known) return known;
  const facts: Stated[] = [];
  let term: ScreenNode | undefined;
  for (const node of nodesOf(tree)) {
    if (node.role === 'term') term = node;
    if (node.role !== 'definition' || !term) continue;
    const [label, value] = [textOf(term).trim(), textOf(node).trim().replace(/\s+/g, ' ')];
    facts.push({ label, value, word: wordIn(term) ?? label, meaning: wordIn(node) ?? value, node });
  }
  stated.set(tree, facts);
  return facts;
}

function wordIn(node: ScreenNode): string | undefined {
  return nodesOf(node).find(({ canonical }) => canonical !== undefined)?.canonical;
}
