import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { nodesOf } from '../../screen/script/sight.ts';
import { isSayable, searchedOn } from './glimpse.ts';
import { isGiven, type Moment } from './moment.ts';
import { type Cell, cellRowsIn } from './printed.ts';

/** A row that something is done on, with the other rows of its table. */
interface Among {
  caption: string;
  own: readonly Cell[];
  rows: readonly (readonly Cell[])[];
}

/** The row of a table that a node belongs to, if it belongs to one. */
function amongRows(screen: Observation, node: ScreenNode): Among | undefined {
  const table = nodesOf(screen.tree).find(each => each.role === 'table' && nodesOf(each).includes(node));
  if (!table) return undefined;
  const rows = cellRowsIn(table);
  const own = rows.find(cells => cells.some(cell => nodesOf(cell.node).includes(node)));
  return own && { caption: table.name, own, rows };
}

/** Whether something is done on a row of a table. */
export function isOnRow({ node, screen }: Moment): boolean {
  return node !== undefined && amongRows(screen, node) !== undefined;
}

/** What tells the row that is taken from those beside it: what the request names, what another page said, what it alone has. */
export function ofRow(moment: Moment): string[] {
  const among = moment.node && amongRows(moment.screen, moment.node);
  if (!among) return [];
  const told = among.own.filter(cell => isTold(cell, moment));
  if (among.rows.length === 1) return ofOnlyRow(moment, told);
  const given = told
    .filter(({ text }) => isGiven(moment, text))
    .sort((a, b) => alike(among, a) - alike(among, b));
  if (given[0]) return ofGivenRow(among, given[0], told);
  return ofKnownRow(moment, among, told);
}

function isTold({ text, column, node: cell }: Cell, { node }: Moment): boolean {
  // What a button says is no property of its row.
  const isButton = node?.role === 'button' && text === node.name;
  const isBox = nodesOf(cell).some(({ role }) => role === 'checkbox');
  return isSayable(text) && !isBox && column !== '' && !/^[-–—]/.test(text) && !isButton;
}

/** How many rows say the same in the same column. */
function alike({ rows }: Among, { column, text }: Cell): number {
  return rows.filter(cells => cells.some(cell => cell.column === column && cell.text === text)).length;
}

/** What stands beside a cell that tells something of it. */
function besides(told: readonly Cell[], cell?: Cell): string {
  return told
    .filter(each => each !== cell)
    .slice(0, 2)
    .map(({ column, text }) => `${column} ${text}`)
    .join(', ');
}

function ofOnlyRow({ screen, node }: Moment, told: readonly Cell[]): string[] {
  const held = searchedOn(screen);
  const beside = besides(told.filter(({ text }) => text !== node?.name && text !== held));
  if (beside === '') return [];
  if (held === undefined) return [`A single row, with ${beside}: there is no other to take it for.`];
  return [
    `The search for ${held} has left one row, with ${beside}.`,
    `One hit for ${held}: ${beside}.`,
    `${held} belongs to one row only, and that says ${beside}.`,
    `No second row has ${held}; this one says ${beside}.`,
  ];
}

function ofGivenRow(among: Among, cell: Cell, told: readonly Cell[]): string[] {
  const { caption, rows } = among;
  const { text, column } = cell;
  const count = alike(among, cell);
  const beside = besides(told, cell);
  const rest = beside === '' ? '' : ` Beside it stands ${beside}.`;
  if (count === 1) {
    return [
      `Of ${rows.length} rows one has ${text}, which the request names.${rest}`,
      `The request names ${text}; in “${caption}” one row alone has it as ${column}.${rest}`,
      `${text} is what I was asked about, and none of the other ${rows.length - 1} rows says it.${rest}`,
    ];
  }
  const apart = told.find(each => each !== cell && alike(among, each) === 1);
  if (!apart) return [];
  return [
    `${count} rows have ${text}, which the request names; ${apart.column} ${apart.text} has this one only.`,
    `${text} stands in ${count} rows of “${caption}”. What tells them apart is ${apart.column}: ${apart.text}.`,
  ];
}

/** A row that the request does not name is known from another page, or by what it alone has. */
function ofKnownRow({ memory, screen, node }: Moment, among: Among, told: readonly Cell[]): string[] {
  const { caption, rows } = among;
  const own = told.filter(cell => alike(among, cell) === 1);
  for (const cell of own) {
    const source = memory.sourceOf(cell.text, { screen, node: undefined });
    if (source && source.kind !== 'text' && source.place !== caption)
      return [
        `${cell.text} I know from “${source.place}”; of ${rows.length} rows here one has it.`,
        `“${source.place}” had ${cell.text}, and in “${caption}” a single row of ${rows.length} says so.`,
        `Among ${rows.length} rows I go by ${cell.text}, as “${source.place}” has it: it stands in one.`,
      ];
  }
  const telling = besides(own.filter(({ text }) => text !== node?.name));
  if (telling === '') return [];
  return [
    `Of ${rows.length} rows in “${caption}” only this one has ${telling}.`,
    `${telling}: among ${rows.length} rows of “${caption}” that is said of one.`,
    `What sets this row apart from ${rows.length - 1} others is ${telling}.`,
  ];
}
