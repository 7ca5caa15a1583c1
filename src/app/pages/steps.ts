import type { AppRequest, AppState, Reply, Routes, Tone } from '../app.ts';
import { redirect } from '../define-app.ts';
import type { Routed } from './act.ts';
import { type Fields, hidden, type Problems, type Values } from './fields.ts';
import { type Given, givenOf } from './given.ts';
import { type PageParts, page } from './page.ts';
import { drawFields, type Fills, readForm } from './read-form.ts';
import { type Body, card, plainForm } from './tree.ts';

/** One step: a form on a page of its own. What it is given are the values of the steps before. */
export interface StepParts<S, F extends Fields> {
  /** In the line of steps. */
  title: string;
  /** Of the card around the form; without it, the title. */
  caption?: string;
  /** The names of its fields. */
  asks: readonly (keyof F & string)[];
  submit: string;
  /** What only the moment knows of its fields. */
  fill?(values: Values<F>, given: Given<S>): Fills<F>;
  /** What is wrong with values that are well-formed each, its own among them. */
  check?(values: Values<F>, given: Given<S>): Problems<F> | null | undefined;
  /** What is said before the form. */
  above?(values: Values<F>, given: Given<S>): Body;
}

/** A form in several steps, as its author writes it. Nothing is kept before the last: what was said travels along unseen. */
export interface StepsParts<S, F extends Fields, K extends string> {
  path: string;
  /** Of the place in the navigation. */
  title: string;
  /** The page around each step. */
  page: Omit<PageParts, 'body'>;
  fields: F;
  /** By the last part of their address, in their order. */
  steps: Record<K, StepParts<S, F>>;
  /** What follows the last step, in the line of steps. */
  end: string;
  /** Of the link that takes everything back. */
  restart: string;
  /** What is done at the end, and where it leads. */
  change(doing: Given<S> & { draft: S; values: Values<F> }): { to: string; message: string; tone?: Tone };
}

/** A form in several steps with the words that scripts need of each. */
export interface Steps<S, F extends Fields, K extends string> extends Routed<S> {
  path: string;
  title: string;
  steps: Record<K, { submit: string; fields: F }>;
}

interface Laid<S, F extends Fields> extends StepsParts<S, F, string> {
  /** Each with its fields, and the address that its form is sent to. */
  laid: readonly (StepParts<S, F> & { fields: Fields; to: string })[];
}

/** A form in several steps; see `shapes`, which binds the console's state. */
export function steps<S extends AppState, F extends Fields, K extends string>(
  parts: StepsParts<S, F, K>,
): Steps<S, F, K> {
  const { path, title } = parts;
  const all = Object.entries<StepParts<S, F>>(parts.steps);
  const laid = all.map(([, step], i) => ({
    ...step,
    to: `${path}/${all[i + 1]?.[0] ?? 'run'}`,
    fields: some(parts.fields, name => step.asks.includes(name)),
  }));
  const whole: Laid<S, F> = { ...parts, laid };
  const routes: Routes<S> = {};
  routes[`GET ${path}` as `GET /${string}`] = (state, request) => firstPage(whole, givenOf(state, request));
  for (const [name] of all.slice(1)) routes[`GET ${path}/${name}` as `GET /${string}`] = () => redirect(path);
  for (const [i, { to }] of laid.entries())
    routes[`POST ${to}` as `POST /${string}`] = (draft, request) => sent(whole, i, { draft, request });
  const words = all.map(([name], i) => [name, { submit: laid[i]?.submit, fields: laid[i]?.fields }]);
  return { path, title, routes, steps: Object.fromEntries(words) as Steps<S, F, K>['steps'] };
}

function some(fields: Fields, isWanted: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isWanted(name)));
}

function firstPage<S, F extends Fields>(parts: Laid<S, F>, given: Given<S>): Reply {
  return stepPage(parts, { index: 0, values: {} as Values<F>, given });
}

/** Reads all that was said so far, and shows the next step, or the first that something is wrong with. */
function sent<S extends AppState, F extends Fields>(
  parts: Laid<S, F>,
  last: number,
  { draft, request }: { draft: S; request: AppRequest },
): Reply {
  const given = givenOf(draft as Readonly<S>, request);
  let values = {} as Values<F>;
  for (const [index, step] of parts.laid.slice(0, last + 1).entries()) {
    const reading = readForm(step.fields, request, step.fill?.(values, given));
    if (!reading.isRead)
      return stepPage(parts, { index, values, given, problems: reading.problems as Problems<F> });
    const own = { ...values, ...reading.values } as Values<F>;
    const problems = step.check?.(own, given);
    if (problems && Object.values(problems).some(Boolean))
      return stepPage(parts, { index, values, given, problems });
    values = own;
  }
  if (last + 1 < parts.laid.length) return stepPage(parts, { index: last + 1, values, given });
  const { to, message, tone = 'success' } = parts.change({ ...given, draft, values });
  return redirect(to, { tone, text: message });
}

interface Shown<S, F extends Fields> {
  index: number;
  values: Values<F>;
  given: Given<S>;
  problems?: Problems<F>;
}

function stepPage<S, F extends Fields>(
  parts: Laid<S, F>,
  { index, values, given, problems }: Shown<S, F>,
): Reply {
  const { laid, end, path, restart } = parts;
  const { request } = given;
  const trail = [...laid.map(({ title }) => title), end].map((title, i) =>
    i === index ? `${i + 1} ${title} (now)` : `${i + 1} ${title}`,
  );
  const step = laid[index];
  if (!step) return redirect(path);
  const { dayFormat } = request.skin;
  const before = laid.slice(0, index).flatMap(({ asks }) => asks);
  const unseen = Object.fromEntries(before.map(name => [name, hidden()]));
  const shown = { dayFormat, fills: step.fill?.(values, given), ...(problems ? { problems } : {}) };
  const form = plainForm({
    method: 'post',
    action: step.to,
    fields: [
      ...drawFields(unseen, { dayFormat, typed: request.form }),
      ...drawFields<Fields>(step.fields, { ...shown, ...(problems ? { typed: request.form } : {}) }),
    ],
    buttons: [{ label: step.submit, style: 'primary' }],
    cancel: { label: restart, href: path },
  });
  const heading = { subtitle: trail.join(' › '), ...parts.page.heading };
  const body = [step.above?.(values, given), card(step.caption ?? step.title, form)];
  return page({ ...parts.page, heading, body }, problems ? { status: 422 } : {});
}
