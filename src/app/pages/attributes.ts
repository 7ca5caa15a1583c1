import { wordFor } from '../../core/marked.ts';
import type { AppState } from '../app.ts';
import { paginate } from '../define-app.ts';
import type { Act } from './act.ts';
import type { Entity } from './entity.ts';
import type { Given } from './given.ts';
import {
  type CardOptions,
  type CardWidget,
  type Columns,
  facts,
  type Listed,
  listed,
  listCard,
  type TableParts,
  there,
  type Widget,
} from './tree.ts';
import type { Cell, FactsSpec } from './widgets.ts';

/** What records of one kind show, each thing by its label; nothing where a record has none of it. */
export type Told<S, R, C extends string> = Record<C, (record: R, given: Given<S>) => Cell | null>;

/** Labels in a row, each of them known: `Name, Mail, Location`. */
type Some<L extends string, C extends string> = Listed<L> extends C ? L : never;

/** A list of records that stands on a page. */
export interface ListParts<S, R, L> extends Omit<TableParts<R>, 'columns'> {
  /** The labels of its columns. */
  shows: L;
  /** In pages of the skin's size; `if long` leaves the line of pages out where there is but one. */
  paged?: true | 'if long';
  /** Whether states are printed as plain words. */
  isPlain?: boolean;
  /** What can be done to each row: offered in a last column; the dialogs go with the list to the end of the page. */
  acts?: readonly Pick<Act<S, R>, 'offer' | 'dialog'>[];
}

/** How facts are laid out. */
interface FactsOptions<L> extends Pick<FactsSpec, 'title' | 'columns'> {
  /** The labels of those that are shown. */
  shows: L;
  /** Whether states are printed as plain words. */
  isPlain?: boolean;
  /** Whether the first of them leads to the record: on pages that are not its own. */
  leads?: boolean;
  /** What stands where there is an empty text. */
  none?: string;
}

/** What records of one kind show: columns of lists and facts on pages are taken from the same table. */
export interface Attributes<S, R, C extends string> {
  /** The table itself, for another one over the same records that differs in some of it. */
  told: Told<S, R, C>;
  /** Columns of a list. Where the records have pages of their own, the first column leads there. */
  columns<const L extends string>(given: Given<S>, labels: Some<L, C>): Columns<R, Extract<Listed<L>, C>>;
  /** Facts of one record; what it does not have is left out. */
  facts<const L extends string>(record: R, given: Given<S>, options: FactsOptions<Some<L, C>>): Widget;
  /** A card with a list of the same name. */
  list<const L extends string>(
    given: Given<S>,
    parts: ListParts<S, R, Some<L, C>>,
    options?: CardOptions,
  ): CardWidget;
}

/** What a kind of record shows; see `shapes`, which binds the console's state. */
export function attributes<S extends AppState, R, C extends string>(
  of: Entity<S, R> | null,
  told: Told<S, R, C>,
): Attributes<S, R, C> {
  const columnsOf = (given: Given<S>, labels: string, isPlain = false): Columns<R> =>
    Object.fromEntries(
      (listed(labels) as C[]).map((label, i) => {
        const cellOf = (record: R): Cell => told[label](record, given) ?? '';
        const worded = isPlain ? (record: R) => inWords(cellOf(record)) : cellOf;
        return [label, of && i === 0 ? (record: R) => leading(worded(record), of.href(record)) : worded];
      }),
    );
  return {
    told,
    columns: (given, labels) => columnsOf(given, labels) as ReturnType<Attributes<S, R, C>['columns']>,
    facts: (record, given, { shows, leads, isPlain, none = '', ...options }) =>
      facts(
        (listed(shows) as C[]).map((label, i) => {
          const value = told[label](record, given);
          if (value === null) return null;
          const word = isPlain ? inWords(value) : value || none;
          return [label, of && leads && i === 0 ? leading(word, of.href(record)) : word] as const;
        }),
        options,
      ),
    list: (given, { shows, paged, isPlain, acts = [], ...parts }, options) => {
      const { rows, paging } = paginate(parts.rows, given.request);
      const isPaged = paged === true || (paged === 'if long' && paging.pages > 1);
      const shown = isPaged ? rows : parts.rows;
      const offers = (row: R): Cell => ({ actions: acts.flatMap(act => act.offer(row, given, 'secondary')) });
      const columns = { ...columnsOf(given, shows, isPlain), ...(acts.length > 0 ? { '': offers } : {}) };
      const list = listCard({ ...parts, columns, rows: shown, ...(isPaged ? { paging } : {}) }, options);
      const dialogs = shown.flatMap(row => acts.map(act => act.dialog(row, given)));
      return { ...list, body: [...list.body, ...there(dialogs)] };
    },
  };
}

/** A state without its capsule. */
function inWords(cell: Cell): Cell {
  return typeof cell === 'object' && 'pill' in cell ? wordFor(cell.pill.text) : cell;
}

/** A text as a link. */
function leading(cell: Cell, href: string): Cell {
  if (typeof cell === 'string' || 'day' in cell || 'time' in cell) return { text: cell, href };
  return 'text' in cell ? { ...cell, href } : cell;
}
