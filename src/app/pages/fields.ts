import { formatDay } from '../../core/calendar.ts';
import { clip } from '../../core/clip.ts';
import { lowWordFor, wordFor } from '../../core/marked.ts';
import { dayTyped, dayWanted } from './read-day.ts';
import type { FieldSpec } from './widgets.ts';

/** A choice as a list of words, or of values with their words. */
export type Options = readonly (string | { value: string; label: string })[];

/** A typed field of a form: what it is called, how it is drawn, and what its text means. */
export interface Field<V> {
  label: string;
  /** How scripts fill it. */
  kind: 'text' | 'textarea' | 'choice' | 'checkbox' | 'date' | 'hidden';
  draw(name: string, shown: Shown): FieldSpec;
  read(typed: string, asked: { dayFormat: string; options: Options | undefined }): Reading<V>;
  /** As a field holds it. */
  print(value: V, dayFormat: string): string;
}
export type Reading<V> = { value: V } | { problem: string };

/** What a field shows: the text in it, what is wrong with it, and what only this record or moment knows. */
export interface Shown extends Fill {
  problem?: string | undefined;
  dayFormat: string;
}
/** What only the record or the moment knows of a field. */
export interface Fill {
  /** The text in the field before anybody types. */
  value?: string;
  hint?: string;
  options?: Options;
  readonly?: boolean;
}

/** Fields by their names in the form. */
export type Fields = Readonly<Record<string, Field<unknown>>>;
/** The values that fields give. */
export type Values<F> = { [K in keyof F]: F[K] extends Field<infer V> ? V : never };
/** What is wrong, field by field. */
export type Problems<F> = Partial<Record<keyof F, string>>;

interface Common {
  hint?: string;
  /** The message when it is left empty; `true` for the usual one. */
  required?: true | string;
}
interface TextOptions extends Common {
  /** The most characters. */
  max?: number;
  /** What the text must be like, and the message when it is not. */
  like?: readonly [RegExp, string];
  upper?: boolean;
  width?: 'short' | 'normal' | 'full';
  placeholder?: string;
  initial?: string;
}

function emptyProblem(label: string, required: Common['required']): string | undefined {
  return required === true ? `Enter the ${lowWordFor(label)}.` : required;
}

function textProblem(label: string, value: string, options: TextOptions): string | undefined {
  const { required, max, like } = options;
  if (value === '') return emptyProblem(label, required);
  if (max !== undefined && value.length > max)
    return `The ${lowWordFor(label)} can't be longer than ${max} characters.`;
  return like && !like[0].test(value) ? like[1] : undefined;
}

/** What all fields draw alike. */
function common(name: string, label: string, { options, shown }: { options: Common; shown: Shown }) {
  const { value = '', problem, readonly } = shown;
  const hint = shown.hint ?? options.hint;
  return {
    name,
    label,
    value,
    ...(hint ? { hint } : {}),
    ...(problem ? { problem } : {}),
    ...(options.required ? { required: true } : {}),
    ...(readonly ? { readonly: true } : {}),
  };
}

/**
 * A line of text; its value has no white space around it.
 *
 * @example
 * text('Reason', { required: 'Enter the reason.', max: 200, hint: 'For example: identity verification' })
 */
export function text(label: string, options: TextOptions = {}): Field<string> {
  const { width, placeholder, initial = '' } = options;
  return {
    label,
    kind: 'text',
    draw: (name, shown) => ({
      kind: 'text',
      ...common(name, label, { options, shown: { value: initial, ...shown } }),
      ...(width ? { width } : {}),
      ...(placeholder ? { placeholder } : {}),
    }),
    read: typed => {
      const value = options.upper ? typed.trim().toUpperCase() : typed.trim();
      const problem = textProblem(label, value, options);
      return problem === undefined ? { value } : { problem };
    },
    print: value => value,
  };
}

/** The ticket behind a change: acts write it into their audit lines. */
export function ticket(label: string, options: TextOptions = {}): Field<string> {
  const field = text(label, { width: 'short', ...options });
  return {
    ...field,
    read: typed => field.read(clip(typed.trim(), 40), { dayFormat: '', options: undefined }),
  };
}

/** Several lines of text; `verbatim` keeps the white space around them, as files need it. */
export function area(
  label: string,
  options: TextOptions & { rows?: number; verbatim?: true } = {},
): Field<string> {
  const { rows, verbatim } = options;
  const plain = text(label, options);
  return {
    ...plain,
    read: (typed, asked) => {
      const reading = plain.read(typed, asked);
      return verbatim && 'value' in reading ? { value: typed } : reading;
    },
    kind: 'textarea',
    draw: (name, shown) => ({
      kind: 'textarea',
      ...common(name, label, { options, shown }),
      ...(rows ? { rows } : {}),
    }),
  };
}

/**
 * One of a few; `blank` is the word for none of them.
 *
 * @example
 * choice('Status', ['Staged', 'Active'], { hint: "A staged user can't sign in until activated." })
 */
export function choice<const V extends string>(
  label: string,
  options: readonly (V | { value: V; label: string })[],
  settings: Common & { asSelect?: boolean; blank?: string; initial?: V } = {},
): Field<V> {
  const { asSelect, blank, initial } = settings;
  const all = (given: Options | undefined): { value: string; label: string }[] => [
    ...(blank === undefined ? [] : [{ value: '', label: blank }]),
    ...(given ?? options).map(item => (typeof item === 'string' ? { value: item, label: item } : item)),
  ];
  return {
    label,
    kind: 'choice',
    draw: (name, shown) => {
      const offered = all(shown.options);
      const value = shown.value ?? initial ?? offered[0]?.value ?? '';
      return {
        kind: 'choice',
        ...common(name, label, { options: settings, shown: { ...shown, value } }),
        options: offered,
        ...(asSelect ? { asSelect } : {}),
      };
    },
    read: (typed, asked) => {
      const isOffered = all(asked.options).some(({ value }) => value === typed);
      const problem = typed === '' ? emptyProblem(label, settings.required) : undefined;
      if (problem !== undefined) return { problem };
      return isOffered || typed === ''
        ? { value: typed as V }
        : { problem: `${wordFor(label)}: choose one of the list.` };
    },
    print: value => value,
  };
}

/** A box to tick. */
export function flag(label: string, options: { hint?: string; initial?: boolean } = {}): Field<boolean> {
  const { hint, initial = false } = options;
  return {
    label,
    kind: 'checkbox',
    draw: (name, shown) => ({
      kind: 'checkbox',
      ...common(name, label, {
        options: hint ? { hint } : {},
        shown: { value: initial ? 'on' : '', ...shown },
      }),
    }),
    read: typed => ({ value: typed !== '' }),
    print: value => (value ? 'on' : ''),
  };
}

/**
 * A day; null when it may be left empty and is. `noEnd` is what the product prints for a span that never ends: then it
 * means null, too. A field that has no `noEnd` refuses such a day: nothing starts at the end of time.
 */
export function day(label: string, options: Common & { noEnd?: string } = {}): Field<string | null> {
  const { noEnd, required } = options;
  return {
    label,
    kind: 'date',
    draw: (name, shown) => ({ kind: 'date', ...common(name, label, { options, shown }), width: 'short' }),
    read: (typed, { dayFormat }) => {
      const trimmed = typed.trim();
      const problem = trimmed === '' ? emptyProblem(label, required) : undefined;
      if (problem !== undefined) return { problem };
      if (trimmed === '' || trimmed === noEnd) return { value: null };
      const value = dayTyped(trimmed, dayFormat);
      return value === undefined ? { problem: dayWanted(dayFormat) } : { value };
    },
    print: (value, dayFormat) => (value === null ? (noEnd ?? '') : formatDay(value, dayFormat)),
  };
}

/** A value that travels with the form unseen. */
export function hidden(): Field<string> {
  return {
    label: '',
    kind: 'hidden',
    draw: (name, { value = '' }) => ({ kind: 'hidden', name, label: '', value }),
    read: value => ({ value }),
    print: value => value,
  };
}
