import type { AppState } from '../app.ts';
import { paginate } from '../define-app.ts';
import type { Entity } from './entity.ts';
import type { Given } from './given.ts';
import {
  type CardOptions,
  type Columns,
  facts,
  type Listed,
  listed,
  listCard,
  type TableParts,
  type Widget,
} from './tree.ts';
import type { Cell, FactsSpec } from './widgets.ts';

/** What records of one kind tell, each thing by its label; nothing where a record has none of it. */
export type Told<S, R, C extends string> = Record<C, (record: R, given: Given<S>) => Cell | null>;

/** Labels in a row, each of them known: `Name, Mail, Location`. */
type Some<L extends string, C extends string> = Listed<L> extends C ? L : never;

/** A list of records that stands on a page. */
export interface ListParts<R, L> extends Omit<TableParts<R>, 'columns'> {
  /** The labels of its columns. */
  shows: L;
  /** In pages of the skin's size; `if long` leaves the line of pages out where there is but one. */
  paged?: true | 'if long';
}

/** What records of one kind tell: columns of lists and facts on pages are taken from the same table. */
export interface Attributes<S, R, C extends string> {
  /** Columns of a list. Where the records have pages of their own, the first column leads there. */
  columns<const L extends string>(given: Given<S>, labels: Some<L, C>): Columns<R, Extract<Listed<L>, C>>;
  /** Facts of one record; what it does not have is left out. */
  facts<const L extends string>(
    record: R,
    given: Given<S>,
    labels: Some<L, C>,
    options?: Pick<FactsSpec, 'title' | 'columns'>,
  ): Widget;
  /** A card with a list of the same name. */
  list<const L extends string>(
    given: Given<S>,
    parts: ListParts<R, Some<L, C>>,
    options?: CardOptions,
  ): Widget;
}

/** What a kind of record tells; see `shapes`, which binds the console's state. */
export function attributes<S extends AppState, R, C extends string>(
  of: Entity<S, R> | null,
  told: Told<S, R, C>,
): Attributes<S, R, C> {
  const columnsOf = (given: Given<S>, labels: string): Columns<R> =>
    Object.fromEntries(
      (listed(labels) as C[]).map((label, i) => {
        const plain = (record: R): Cell => told[label](record, given) ?? '';
        return [label, of && i === 0 ? (record: R) => leading(plain(record), of.href(record)) : plain];
      }),
    );
  return {
    columns: (given, labels) => columnsOf(given, labels) as ReturnType<Attributes<S, R, C>['columns']>,
    facts: (record, given, labels, options) =>
      facts(
        (listed(labels) as C[]).map(label => {
          const value = told[label](record, given);
          return value !== null && ([label, value] as const);
        }),
        options,
      ),
    list: (given, { shows, paged, ...parts }, options) => {
      const { rows, paging } = paginate(parts.rows, given.request);
      const isPaged = paged === true || (paged === 'if long' && paging.pages > 1);
      return listCard(
        { ...parts, columns: columnsOf(given, shows), ...(isPaged ? { rows, paging } : {}) },
        options,
      );
    },
  };
}

/** A text as a link. */
function leading(cell: Cell, href: string): Cell {
  if (typeof cell === 'string' || 'day' in cell || 'time' in cell) return { text: cell, href };
  return 'text' in cell ? { ...cell, href } : cell;
}
