import { formatDay } from '../../core/calendar.ts';
import type { Options } from './fields.ts';
import type { Given } from './given.ts';
import { dayTyped, dayWanted } from './read-day.ts';
import type { FieldSpec } from './widgets.ts';

/** A filter beside the search of a list; its key is the name in the address. */
export type Filter<S, R> = ChoiceFilter<S, R> | FlagFilter<S, R> | DaysFilter<S, R>;

/** Only rows with the chosen value. */
export interface ChoiceFilter<S, R> {
  kind: 'choice';
  label: string;
  options: Options | ((given: Given<S>) => Options);
  of(row: R, given: Given<S>): string;
  /** The word for no choice. */
  all?: string;
  asSelect?: boolean;
}

/** Rows that are left out until the box is ticked. */
export interface FlagFilter<S, R> {
  kind: 'flag';
  label: string;
  leavesOut(row: R, given: Given<S>): boolean;
}

/** Rows of a span of days, in two fields: `from` and `to`. */
export interface DaysFilter<S, R> {
  kind: 'days';
  /** Of the first field. */
  label: string;
  /** Of the second field. */
  to: string;
  of(row: R, given: Given<S>): string | null;
  /** The span when nothing is typed. */
  initial(today: string): readonly [from: string, to: string];
}

/** A filter with its name and, for days, the span that was asked for. */
export interface FilterShown<S, R> {
  name: string;
  filter: Filter<S, R>;
  span: { from: RangeEnd; to: RangeEnd } | null;
}

/** One end of a span as the address gives it: the text of its field, the day, and what is wrong with it. */
interface RangeEnd {
  text: string;
  day: string;
  problem: string;
}

/** A filter at one request. */
export function showFilter<S, R>(name: string, filter: Filter<S, R>, given: Given<S>): FilterShown<S, R> {
  if (filter.kind !== 'days') return { name, filter, span: null };
  const { query, skin } = given.request;
  const [first, last] = filter.initial(given.today);
  const from = readEnd(query.from, first, skin.dayFormat);
  const to = readEnd(query.to, last, skin.dayFormat);
  if (!from.problem && !to.problem && to.day < from.day)
    to.problem = 'The end of the range is before its start.';
  return { name, filter, span: { from, to } };
}

/** What is no day, or was not typed, stands at the day before. */
function readEnd(typed: string | undefined, fallback: string, dayFormat: string): RangeEnd {
  const text = typed?.trim() ?? '';
  if (text === '') return { text: formatDay(fallback, dayFormat), day: fallback, problem: '' };
  const day = dayTyped(text, dayFormat);
  return day ? { text, day, problem: '' } : { text, day: fallback, problem: dayWanted(dayFormat) };
}

/** Whether a row passes a filter. */
export function keeps<S, R>({ name, filter, span }: FilterShown<S, R>, given: Given<S>): (row: R) => boolean {
  const asked = given.request.query[name];
  if (filter.kind === 'choice') return row => !asked || filter.of(row, given) === asked;
  if (filter.kind === 'flag') return row => asked !== undefined || !filter.leavesOut(row, given);
  return row => {
    const day = filter.of(row, given);
    return span !== null && day !== null && day >= span.from.day && day <= span.to.day;
  };
}

/** The fields of a filter. */
export function filterFields<S, R>({ name, filter, span }: FilterShown<S, R>, given: Given<S>): FieldSpec[] {
  const asked = given.request.query[name];
  if (filter.kind === 'flag') {
    return [{ kind: 'checkbox', name, label: filter.label, value: asked === undefined ? '' : 'on' }];
  }
  if (filter.kind === 'days') {
    return span ? [dayField('from', filter.label, span.from), dayField('to', filter.to, span.to)] : [];
  }
  const { label, options, all = 'All', asSelect } = filter;
  const words = typeof options === 'function' ? options(given) : options;
  const listed = words.map(item => (typeof item === 'string' ? { value: item, label: item } : item));
  return [
    {
      kind: 'choice',
      name,
      label,
      value: asked ?? '',
      options: [{ value: '', label: all }, ...listed],
      ...(asSelect ? { asSelect } : {}),
    },
  ];
}

function dayField(name: string, label: string, { text, problem }: RangeEnd): FieldSpec {
  return { kind: 'date', name, label, value: text, width: 'short', ...(problem ? { problem } : {}) };
}
