import {
  type AppRequest,
  type Columns,
  drawFields,
  type Fields,
  type Given,
  givenOf,
  linked,
  type Notice,
  paginate,
  plainForm,
  readForm,
  type Reply,
  type Routed,
  table,
  type Tool,
  type Values,
} from '#range';
import { error } from '../messages.ts';
import type { State } from '../state.ts';
import { back, exit, screen, submit } from './screen.ts';

/** The word on what runs a report. */
export const EXECUTE = 'Execute';

/** A report, as its author writes it: a screen that selects, and the list of what fits. */
interface ReportParts<F extends Fields, R> {
  code: string;
  title: string;
  fields: F;
  /** Selections made before: name, query, what they select. */
  variants(given: Given<State>): readonly (readonly [name: string, query: string, text: string])[];
  select(values: Values<F>, given: Given<State>): readonly R[];
  /** Of the table; without it, the title. */
  caption?: string;
  columns: Columns<R> | ((state: Readonly<State>) => Columns<R>);
  muted?(row: R): boolean;
  empty: string;
  subtitle(selection: string, rows: readonly R[]): string;
  message(count: number): Notice;
  tools?(query: string): Tool[];
}

/** A report with what menus, scripts and further screens need of it. */
export interface Report<F extends Fields, R> extends Routed<State> {
  code: string;
  title: string;
  path: string;
  caption: string;
  fields: F;
  /** A further screen over what was selected; the selection again when something is wrong with it. */
  over(make: (rows: readonly R[], selected: Selected) => Reply): (state: State, request: AppRequest) => Reply;
}

/** What was selected: for addresses, and in words. */
interface Selected extends Given<State> {
  query: string;
  selection: string;
}

/** A report. */
export function report<F extends Fields, R>(parts: ReportParts<F, R>): Report<F, R> {
  const { code, title, caption = title, fields } = parts;
  const path = `/${code.toLowerCase()}` as const;
  const over: Report<F, R>['over'] = make => (state, request) => {
    const given = givenOf<State>(state, request);
    const reading = readForm(fields, { form: request.query, skin: request.skin });
    if (!reading.isRead)
      return selectionScreen(parts, given, error(Object.values(reading.problems)[0] ?? ''));
    const chosen = Object.keys(fields).flatMap(name => {
      const value = (request.query[name] ?? '').trim();
      return value === '' ? [] : [[name, value] as [string, string]];
    });
    const words = chosen.map(([name, value]) => `${name} = ${value}`).join(', ') || 'all users';
    const selected = { query: String(new URLSearchParams(chosen)), selection: `Selection: ${words}` };
    return make(parts.select(reading.values, given), { ...given, ...selected });
  };
  return {
    code,
    title,
    path,
    caption,
    fields,
    over,
    routes: {
      [`GET ${path}`]: (state: Readonly<State>, request: AppRequest) =>
        selectionScreen(parts, givenOf(state, request)),
      [`GET ${path}/list`]: over((rows, selected) => listScreen(parts, rows, selected)),
    },
  };
}

function selectionScreen<F extends Fields, R>(
  { code, title, fields, variants }: ReportParts<F, R>,
  given: Given<State>,
  notice?: Notice,
): Reply {
  const list = `/${code.toLowerCase()}/list`;
  const shown = drawFields(fields, { dayFormat: '', typed: given.request.query });
  const form = { action: list, columns: 2, legend: 'Selection', fields: shown, buttons: [] } as const;
  return screen({
    title,
    transaction: code,
    notice,
    tools: [submit(EXECUTE, 'run', 'run'), exit],
    body: [
      plainForm({ id: 'screen', method: 'get', ...form, buttons: [] }),
      table({
        caption: 'Variants',
        showCaption: true,
        columns: { Variant: ([name, query]) => linked(name, `${list}?${query}`), Selects: row => row[2] },
        rows: variants(given),
        empty: 'None.',
      }),
    ],
  });
}

function listScreen<F extends Fields, R>(
  parts: ReportParts<F, R>,
  found: readonly R[],
  { state, request, query, selection }: Selected,
): Reply {
  const { code, title, caption = title, columns, muted, empty, tools } = parts;
  const { rows, paging } = paginate(found, request);
  return screen({
    title,
    transaction: code,
    subtitle: parts.subtitle(selection, found),
    notice: parts.message(found.length),
    tools: [back(`/${code.toLowerCase()}?${query}`), exit, ...(tools?.(query) ?? [])],
    body: table({
      caption,
      columns: typeof columns === 'function' ? columns(state) : columns,
      rows,
      empty,
      paging,
      ...(muted ? { muted } : {}),
    }),
  });
}
