import { isSayable, workOn } from '../policy/thinking/glimpse.ts';
import { statedOn } from '../policy/thinking/printed.ts';
import { textOf } from '../screen/find.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import { nodesOf } from '../screen/script/sight.ts';

/** A table in front: what its columns are called, and its rows as one reads them across. */
interface TableOn {
  columns: string;
  rows: readonly string[];
}

/** A list in front: what it is called, and the cells of each row. */
export interface ListOn {
  caption: string;
  rows: readonly (readonly string[])[];
}

/** The tables that are worked in and called something, with all that their rows say. */
export function listsOn(screen: Observation): readonly ListOn[] {
  const read = listed.get(screen.tree);
  if (read) return read;
  const lists = nodesOf(workOn(screen))
    .filter(({ role, name }) => role === 'table' && isSayable(name))
    .map(table => {
      const rows = nodesOf(table).filter(({ role }) => role === 'row');
      // One cell across several columns says that there is nothing to show.
      const read = rows.map(row => cellsOf(row, isSaying)).filter(cells => cells.length > 1);
      return { caption: table.name, rows: read };
    });
  listed.set(screen.tree, lists);
  return lists;
}

const listed = new WeakMap<ScreenNode, readonly ListOn[]>();

const known = new WeakMap<ScreenNode, readonly TableOn[]>();

/** The tables that are worked in. Every deed asks for those of the screens before it: a screen is read once. */
export function tablesOn(screen: Observation): readonly TableOn[] {
  const read = known.get(screen.tree);
  if (read) return read;
  const tables = nodesOf(workOn(screen))
    .filter(({ role }) => role === 'table')
    .map(table => {
      const nodes = nodesOf(table);
      const headers = nodes.filter(({ role }) => role === 'columnheader').map(({ name }) => name);
      const rows = nodes.filter(({ role }) => role === 'row').map(sayRow);
      return { columns: headers.join(' '), rows: rows.filter(text => isSayable(text, ROW_MAX)) };
    });
  known.set(screen.tree, tables);
  return tables;
}

const ROW_MAX = 130;

/** The rows of all tables that are worked in. */
export function rowsOn(screen: Observation): string[] {
  return tablesOn(screen).flatMap(({ rows }) => rows);
}

/** Without times of the day, too. */
function sayRow(row: ScreenNode): string {
  const cells = cellsOf(row).map(text => text.replace(TIME, ''));
  return cells.filter(text => text !== '').join(' ');
}

/** What stands beside labels in front, as rows of two. */
export function factRowsOn(screen: Observation): readonly (readonly string[])[] {
  const read = stated.get(screen.tree);
  if (read) return read;
  const inWork = new Set(nodesOf(workOn(screen)));
  const rows = statedOn(screen)
    .filter(({ node, value }) => inWork.has(node) && value.length <= FACT_MAX && !NOTHING.test(value))
    .map(({ label, value }) => [`${label}: ${value}`]);
  stated.set(screen.tree, rows);
  return rows;
}

const stated = new WeakMap<ScreenNode, readonly (readonly string[])[]>();
const FACT_MAX = 120;
const NOTHING = /^(?:[-–—]|None)?$/;

/** Neither is a cell that only offers something to press, nor one that has nothing to say. */
function isSaying(cell: ScreenNode): boolean {
  const text = (cell.name || textOf(cell)).trim();
  return !NOTHING.test(text) && !nodesOf(cell).some(({ role, name }) => role === 'button' && name === text);
}

/** Without boxes to tick. */
function cellsOf(row: ScreenNode, isMeant = (_cell: ScreenNode): boolean => true): string[] {
  return nodesOf(row)
    .filter(({ role }) => role === 'cell' || role === 'rowheader')
    .filter(
      cell => !nodesOf(cell).some(({ role }) => role === 'checkbox' || role === 'radio') && isMeant(cell),
    )
    .map(cell => (cell.name || textOf(cell)).replace(/\s+/g, ' '))
    .filter(text => text !== '');
}

const TIME = /,? ?\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?/g;
