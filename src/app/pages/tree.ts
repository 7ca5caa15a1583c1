/**
 * A page as a value: widgets that hold widgets, checked by the compiler. Each function gives one widget; what is false,
 * null or undefined is left out, so that a part that only some records have is written in its place.
 */
import type {
  ActionSpec,
  AlertSpec,
  CardSpec,
  Cell,
  ColumnsSpec,
  DialogSpec,
  FactsSpec,
  FormSpec,
  Paging,
  ProseSpec,
  StatsSpec,
  TableSpec,
  Text,
  TimelineSpec,
  WidgetName,
  WidgetSpecs,
} from './widgets.ts';
import type { FeedSpec, MenuTreeSpec, OrgChartSpec } from './special-widgets.ts';

/** Widgets that hold others. */
export interface CardWidget extends Omit<CardSpec, 'body'> {
  widget: 'card';
  body: Widget[];
}
export interface ColumnsWidget {
  widget: 'columns';
  columns: Column[];
}
/** One of several columns side by side. */
export interface Column {
  body: Widget[];
  width: NonNullable<ColumnsSpec['columns'][number]['width']>;
}

type Plain = {
  [W in Exclude<WidgetName, 'card' | 'columns'>]: { widget: W } & WidgetSpecs[W];
}[Exclude<WidgetName, 'card' | 'columns'>];

/** One widget of a page. */
export type Widget = Plain | CardWidget | ColumnsWidget;
/** Widgets in their order; what is nothing is left out. */
export type Body = Widget | false | null | undefined | '' | readonly Body[];
/** Something, or nothing where a condition does not hold. */
export type Maybe<T> = T | false | null | undefined | '';

/** The widgets of a body in one list. */
export function flat(body: Body): Widget[] {
  if (!body) return [];
  return Array.isArray(body) ? body.flatMap(flat) : [body as Widget];
}

/** A list without what is nothing. */
export function there<T>(list: readonly Maybe<T>[]): T[] {
  return list.filter((item): item is T => Boolean(item));
}

/** What stands beside the title of a section, and its colour. */
export interface CardOptions {
  actions?: readonly Maybe<ActionSpec>[];
  tone?: CardSpec['tone'];
}

/**
 * A section with a title and widgets in it; an empty title is none.
 *
 * @example
 * card('Job', facts([['Hire date', { day: worker.hireDay }]]), { actions: [{ label: 'See org chart', href: '/org' }] })
 */
export function card(title: string, body: Body, options: CardOptions = {}): CardWidget {
  const { actions, tone } = options;
  return {
    widget: 'card',
    ...(title ? { title } : {}),
    ...(actions ? { actions: there(actions) } : {}),
    ...(tone ? { tone } : {}),
    body: flat(body),
  };
}

/**
 * Labels with their values.
 *
 * @example
 * facts([['Worker ID', code('E100413')], ['Contract end', { day: null }], isOwn && ['Owner', 'Ana Kovač']], { columns: 2 })
 */
export function facts(
  rows: readonly Maybe<readonly [label: string, value: Cell]>[],
  options: Pick<FactsSpec, 'title' | 'columns'> = {},
): Plain {
  const labelled = there(rows).map(([label, value]) => ({ label, value }));
  return { widget: 'facts', ...options, rows: labelled };
}

/** What each column of a table prints of a row, by the column's label; an empty label is that of buttons. */
export type Columns<R, C extends string = string> = Record<C, (row: R) => Cell>;

/** A table over rows of any kind. */
export interface TableParts<R> {
  caption: string;
  columns: Columns<R>;
  rows: readonly R[];
  empty: string;
  paging?: Paging | undefined;
  showCaption?: boolean;
  muted?(row: R): boolean;
  current?(row: R): boolean;
}

/**
 * A table.
 *
 * @example
 * table({ caption: 'Owners', rows: owners, columns: { Name: o => o.name, Since: o => ({ day: o.since }) }, empty: 'None.' })
 */
export function table<R>(parts: TableParts<R>): Plain {
  const { columns, rows, muted, current, paging, ...rest } = parts;
  const cellsOf = Object.values<(row: R) => Cell>(columns);
  const spec: TableSpec = {
    ...rest,
    columns: Object.keys(columns),
    rows: rows.map(row => ({
      cells: cellsOf.map(cellOf => cellOf(row)),
      ...(muted?.(row) ? { muted: true } : {}),
      ...(current?.(row) ? { current: true } : {}),
    })),
    ...(paging ? { paging } : {}),
  };
  return { widget: 'table', ...spec };
}

/** The labels in a list of them. */
export type Listed<L extends string> = L extends `${infer First},${infer Rest}`
  ? Trimmed<First> | Listed<Rest>
  : Trimmed<L>;
type Space = ' ' | '\n';
type Trimmed<L extends string> = L extends `${Space}${infer Rest}`
  ? Trimmed<Rest>
  : L extends `${infer Rest}${Space}`
    ? Trimmed<Rest>
    : L;

/** Labels in a row, on one line or several: `Name, Mail, Location`. */
export function listed(labels: string): string[] {
  return labels.split(',').map(label => label.trim());
}

/**
 * Some of the columns of a table, in the order asked for. A label that is none of them does not compile.
 *
 * @example
 * pick(workerColumns(given), 'Worker, Worker ID, Status')
 */
export function pick<R, C extends string, const L extends string>(
  columns: Columns<R, C>,
  labels: Listed<L> extends C ? L : never,
): Columns<R, Extract<Listed<L>, C>> {
  const wanted = listed(labels) as C[];
  return Object.fromEntries(wanted.map(label => [label, columns[label]])) as Columns<
    R,
    Extract<Listed<L>, C>
  >;
}

/**
 * What columns print of one record, as labels with their values.
 *
 * @example
 * card('Dates', factsOf(worker, pick(WORKERS, 'Hire date, Contract end'), { columns: 2 }))
 */
export function factsOf<R>(
  record: R,
  columns: Columns<R>,
  options: Pick<FactsSpec, 'title' | 'columns'> = {},
): Plain {
  const rows = Object.entries<(row: R) => Cell>(columns).map(
    ([label, cellOf]) => [label, cellOf(record)] as const,
  );
  return facts(rows, options);
}

/**
 * The columns of a record over rows that each belong to one.
 *
 * @example
 * through(pick(WORKERS, 'Worker, Status'), ({ worker }: Termination) => worker)
 */
export function through<R, Q, C extends string>(columns: Columns<R, C>, of: (row: Q) => R): Columns<Q, C> {
  const entries = Object.entries<(row: R) => Cell>(columns);
  return Object.fromEntries(
    entries.map(([label, cellOf]) => [label, (row: Q) => cellOf(of(row))]),
  ) as Columns<Q, C>;
}

/**
 * A card with a table of the same name: the list of what belongs to a record.
 *
 * @example
 * listCard({ caption: 'Direct reports', rows: reports, columns: pick(WORKERS, 'Worker, Status'), empty: 'Nobody.' })
 */
export function listCard<R>(parts: TableParts<R>, options: CardOptions = {}): CardWidget {
  return card(parts.caption, table(parts), options);
}

/** Panels side by side. */
export function columns(...parts: readonly Maybe<Column>[]): ColumnsWidget {
  return { widget: 'columns', columns: there(parts) };
}
/** A column of `columns`, by its width. */
export const wide = (...body: readonly Body[]): Column => ({ width: 'wide', body: flat(body) });
export const normal = (...body: readonly Body[]): Column => ({ width: 'normal', body: flat(body) });
export const narrow = (...body: readonly Body[]): Column => ({ width: 'narrow', body: flat(body) });

/** A message bar. */
export function alert(tone: AlertSpec['tone'], text: string, title?: string): Plain {
  return { widget: 'alert', tone, text, ...(title ? { title } : {}) };
}
/** Things that happened, newest first. */
export function timeline(items: TimelineSpec['items'], options: Omit<TimelineSpec, 'items'> = {}): Plain {
  return { widget: 'timeline', items, ...options };
}
/** Long text as people wrote it. */
export function prose(text: string, options: Omit<ProseSpec, 'text'> = {}): Plain {
  return { widget: 'prose', text, ...options };
}
/** Figures at the top of a page. */
export function stats(items: StatsSpec['items']): Plain {
  return { widget: 'stats', items };
}
/** A button or link in the flow of the page. */
export function action(spec: ActionSpec): Plain {
  return { widget: 'action', ...spec };
}
/** A form whose fields are written out: for searches and for screens of a kind of their own. */
export function plainForm(spec: FormSpec): Plain {
  return { widget: 'form', ...spec };
}
/** A dialog that an action with its id opens. */
export function dialog(spec: DialogSpec): Plain {
  return { widget: 'dialog', ...spec };
}
/** Who reports to whom. */
export function orgChart(spec: OrgChartSpec): Plain {
  return { widget: 'org-chart', ...spec };
}
/** What happened lately. */
export function feed(items: FeedSpec['items'], empty: string): Plain {
  return { widget: 'feed', items, empty };
}

/** A menu of links in folders. */
export function menuTree(folders: MenuTreeSpec['folders']): Plain {
  return { widget: 'menu-tree', folders };
}
/** The lines of a file. */
export function listing(text: string): Plain {
  return { widget: 'listing', text };
}

/** A value of fixed letters: an id, a code, a path. */
export function code(text: string, href?: string): Cell {
  return { text, code: true, ...(href ? { href } : {}) };
}
/** A link, with a quieter line below it if there is one. */
export function linked(text: Text, href: string, sub?: Text): Cell {
  return { text, href, ...(sub ? { sub } : {}) };
}
