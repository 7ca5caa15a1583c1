import type { AppRequest, AppState } from '../app.ts';
import { must } from '../../core/assert.ts';
import { paginate } from '../define-app.ts';
import type { Act, Routed } from './act.ts';
import type { Entity } from './entity.ts';
import { type Filter, type FilterShown, filterFields, keeps, showFilter } from './filters.ts';
import type { Form } from './form.ts';
import { type Given, givenOf } from './given.ts';
import { type HeadingParts, type PageParts, page } from './page.ts';
import { type Body, type Columns, card, plainForm, table, type Widget } from './tree.ts';
import type { FieldSpec } from './widgets.ts';

/** The search line above a list. */
export interface Search<S, R> {
  label: string;
  placeholder?: string;
  /** What is searched of a row. */
  texts(row: R, given: Given<S>): readonly string[];
  /** Whether each word may occur anywhere, without marks (`kovac` finds Kovač), or the whole text in one of them. */
  by?: 'words' | 'text';
}

/** What a list shows at this request. */
export interface Found<S, R> extends Given<S> {
  /** All rows that fit, on whatever page. */
  found: readonly R[];
}

/** A list of records, as its author writes it. */
export interface CollectionParts<S, R, C extends string, F extends string> {
  path: string;
  title: string;
  subtitle?: string;
  /** Of the table; without it, the title. */
  caption?: string;
  /** What is listed: all of these records, unless `rows` says otherwise. */
  of?: Entity<S, R>;
  /** All rows in their order. */
  rows?(given: Given<S>): readonly R[];
  search?: Search<S, R>;
  filters?: Record<F, Filter<S, R>>;
  /** What each column prints of a row. A cell with `href` opens the record. */
  columns(given: Given<S>): Columns<R, C>;
  muted?(row: R): boolean;
  current?(row: R): boolean;
  empty: string | ((request: AppRequest) => string);
  /** What can be done to each row: offered in a last column, asked for in dialogs below the list. */
  acts?: readonly Act<S, R>[];
  /** The form that makes one more: the chief link of the heading. */
  makes?: Pick<Form<S>, 'label' | 'path'>;
  /** Of the button that searches, and of the link that takes the search back; '' for none. */
  submit?: string;
  clear?: string;
  /** Search and list in one card instead of the search in a card above. */
  isOneCard?: boolean;
  /** Between search and list, and below the list. */
  above?(found: Found<S, R>): Body;
  below?(found: Found<S, R> & { shown: readonly R[] }): Body;
  /** What else the page has: crumbs, links in the heading, tabs. */
  page?(found: Found<S, R>): Partial<PageParts>;
}

/** A list with everything that scripts need of it. */
export interface Collection<S, C extends string, F extends string, R = unknown> extends Routed<S> {
  path: string;
  title: string;
  caption: string;
  /** The search box, if there is one. */
  search: { label: string; placeholder: string };
  submit: string;
  /** The words of filters. */
  filters: Record<F, { label: string; to: string }>;
  /** A column's word, checked by the compiler: `workers.column('Worker ID')`. */
  column(label: C): C;
  /** The rows that it opens with, before anybody searches: figures on other pages count them. */
  opening(given: Given<S>): readonly R[];
  /** Its search for another page, with some of the boxes and choices beside it. */
  finder(given: Given<S>, ...beside: readonly F[]): Widget;
}

/** A list of records; see `shapes`, which binds the console's state. */
export function collection<S extends AppState, R, C extends string, F extends string = never>(
  parts: CollectionParts<S, R, C, F>,
): Collection<S, C, F, R> {
  const { path, title, caption = title, search, submit = 'Search' } = parts;
  const filters = Object.entries<Filter<S, R>>(parts.filters ?? {});
  return {
    path,
    title,
    caption,
    submit,
    search: { label: search?.label ?? '', placeholder: search?.placeholder ?? '' },
    filters: Object.fromEntries(
      filters.map(([name, filter]) => [name, { label: filter.label, to: 'to' in filter ? filter.to : '' }]),
    ) as Collection<S, C, F>['filters'],
    column: label => label,
    opening: given => rowsFound(parts, unasked(given)),
    finder: (given, ...beside) => {
      const asked = filtersAsked(parts, unasked(given)).filter(({ name }) => beside.includes(name as F));
      const form = searchForm({ path, search, asked, parts: { submit, clear: '' }, given: unasked(given) });
      return must(form, `a search of ${title}`);
    },
    routes: {
      [`GET ${path}`]: (state: Readonly<S>, request: AppRequest) =>
        showCollection(parts, givenOf(state, request)),
    },
  };
}

function showCollection<S, R, C extends string, F extends string>(
  parts: CollectionParts<S, R, C, F>,
  given: Given<S>,
) {
  const { path, title, subtitle, caption = title, search, muted, current, empty } = parts;
  const { request } = given;
  const asked = filtersAsked(parts, given);
  const found = rowsFound(parts, given);
  const { rows, paging } = paginate(found, request);
  const list = table({
    caption,
    columns: withActs(parts, given),
    rows,
    empty: typeof empty === 'string' ? empty : empty(request),
    paging,
    ...(muted ? { muted } : {}),
    ...(current ? { current } : {}),
  });
  const form = searchForm({ path, search, asked, parts, given });
  const more = parts.above?.({ ...given, found });
  const dialogs = rows.flatMap(row => parts.acts?.map(act => act.dialog(row, given)) ?? []);
  const below = [dialogs, parts.below?.({ ...given, found, shown: rows })];
  const { heading, ...rest } = parts.page?.({ ...given, found }) ?? {};
  const making = makingOf(parts.makes, heading?.actions);
  const body: Body = parts.isOneCard
    ? [card('', [form, more, list]), below]
    : [form && card('', form), more, list, below];
  return page({
    title,
    heading: { ...(subtitle ? { subtitle } : {}), ...heading, ...making },
    body,
    ...rest,
  });
}

/** The same, before anybody searches. */
function unasked<S>(given: Given<S>): Given<S> {
  return { ...given, request: { ...given.request, query: {} } };
}

function filtersAsked<S, R, C extends string, F extends string>(
  { filters = {} as Record<F, Filter<S, R>> }: CollectionParts<S, R, C, F>,
  given: Given<S>,
): FilterShown<S, R>[] {
  return Object.entries<Filter<S, R>>(filters).map(([name, filter]) => showFilter(name, filter, given));
}

function rowsFound<S, R, C extends string, F extends string>(
  parts: CollectionParts<S, R, C, F>,
  given: Given<S>,
): readonly R[] {
  const searched = parts.search && matcher(parts.search, given);
  const isKept = filtersAsked(parts, given).map(each => keeps(each, given));
  const all = parts.rows?.(given) ?? parts.of?.all(given.state) ?? [];
  return all.filter(row => isKept.every(keep => keep(row)) && (searched?.(row) ?? true));
}

function withActs<S, R>(
  { acts, columns }: { acts?: readonly Act<S, R>[]; columns(given: Given<S>): Columns<R> },
  given: Given<S>,
): Columns<R> {
  const offers = (row: R) => acts?.flatMap(act => act.offer(row, given)) ?? [];
  return { ...columns(given), ...(acts ? { '': row => ({ actions: offers(row) }) } : {}) };
}

function makingOf(
  makes: { label: string; path: string } | undefined,
  beside: HeadingParts['actions'] = [],
): HeadingParts {
  if (!makes) return {};
  return { actions: [...beside, { label: makes.label, href: makes.path, style: 'primary' }] };
}

function searchForm<S, R>(made: {
  path: string;
  search: Search<S, R> | undefined;
  asked: readonly FilterShown<S, R>[];
  parts: { submit?: string; clear?: string };
  given: Given<S>;
}) {
  const { path, search, asked, parts, given } = made;
  if (!search && asked.length === 0) return null;
  const { submit = 'Search', clear = 'Clear' } = parts;
  const box: FieldSpec[] = search
    ? [
        {
          kind: 'search',
          name: 'q',
          label: search.label,
          value: given.request.query.q ?? '',
          ...(search.placeholder ? { placeholder: search.placeholder } : {}),
        },
      ]
    : [];
  return plainForm({
    method: 'get',
    action: path,
    inline: true,
    fields: [...box, ...asked.flatMap(each => filterFields(each, given))],
    buttons: [{ label: submit }],
    ...(clear ? { cancel: { label: clear, href: path } } : {}),
  });
}

/** Small letters without marks, so that `kovac` finds Kovač. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function matcher<S, R>(search: Search<S, R>, given: Given<S>): (row: R) => boolean {
  const typed = (given.request.query.q ?? '').trim();
  if (typed === '') return () => true;
  if (search.by === 'text') {
    const wanted = typed.toLowerCase();
    return row => search.texts(row, given).some(text => text.toLowerCase().includes(wanted));
  }
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return row => {
    const text = fold(search.texts(row, given).join(' '));
    return words.every(word => text.includes(word));
  };
}
