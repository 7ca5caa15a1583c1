import { isSayable, workOn } from '../policy/thinking/glimpse.ts';
import { textOf } from '../screen/find.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import { nodesOf } from '../screen/script/sight.ts';

/** A table in front: what its columns are called, and its rows as one reads them across. */
interface TableOn {
  columns: string;
  rows: readonly string[];
}

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

/** Without boxes to tick and times of the day. */
function sayRow(row: ScreenNode): string {
  return nodesOf(row)
    .filter(({ role }) => role === 'cell' || role === 'rowheader')
    .filter(cell => !nodesOf(cell).some(({ role }) => role === 'checkbox' || role === 'radio'))
    .map(cell => (cell.name || textOf(cell)).replace(/\s+/g, ' ').replace(TIME, ''))
    .filter(text => text !== '')
    .join(' ');
}

const TIME = /,? ?\d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?/g;
