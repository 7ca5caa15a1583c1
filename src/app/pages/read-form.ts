import type { AppRequest, Skin } from '../app.ts';
import type { Fields, Fill, Problems, Values } from './fields.ts';
import type { FieldSpec } from './widgets.ts';

/** What only the record or the moment knows of fields, by their names. */
export type Fills<F> = Partial<Record<keyof F, Fill>>;

/** A form as it was read: all its values, or what is wrong with some. */
export type FormReading<F> = { isRead: true; values: Values<F> } | { isRead: false; problems: Problems<F> };

/**
 * Reads a posted form once: every field's typed value, or the problems of those that have none.
 *
 * @example
 * const reading = readForm(FIELDS, request);
 * if (!reading.isRead) return editor(state, request, reading.problems);
 */
export function readForm<F extends Fields>(
  fields: F,
  request: Pick<AppRequest, 'form'> & { skin: Pick<Skin, 'dayFormat'> },
  fills: Fills<F> = {},
): FormReading<F> {
  const values: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const asked = { dayFormat: request.skin.dayFormat, options: fills[name]?.options };
    const reading = field.read(request.form[name] ?? '', asked);
    if ('problem' in reading) problems[name] = reading.problem;
    else values[name] = reading.value;
  }
  if (Object.keys(problems).length > 0) return { isRead: false, problems: problems as Problems<F> };
  return { isRead: true, values: values as Values<F> };
}

/** What a form shows: texts of the last try if there was one, else what the record says. */
export interface FormShown<F> {
  dayFormat: string;
  fills?: Fills<F> | undefined;
  /** The posted form that was refused. */
  typed?: Readonly<Record<string, string>> | undefined;
  problems?: Problems<F> | undefined;
}

/** Fields as widgets take them, in their order. */
export function drawFields<F extends Fields>(fields: F, shown: FormShown<F>): FieldSpec[] {
  const { dayFormat, fills = {}, typed, problems = {} } = shown;
  return Object.entries(fields).map(([name, field]) => {
    const fill: Fill = (fills as Fills<Fields>)[name] ?? {};
    const value = typed ? { value: typed[name] ?? '' } : {};
    return field.draw(name, { ...fill, ...value, problem: (problems as Problems<Fields>)[name], dayFormat });
  });
}
