import type { AppState, AuditEntry, Effect, GetHandler, PostHandler, Reply, Routes, Tone } from '../app.ts';
import { redirect } from '../define-app.ts';
import { notFound } from './not-found.ts';
import type { Entity } from './entity.ts';
import type { Fields, Problems, Values } from './fields.ts';
import { type Given, givenOf } from './given.ts';
import { type PageParts, page } from './page.ts';
import { lineOf, settleDone } from './settle.ts';
import { drawFields, type Fills, readForm } from './read-form.ts';
import { type Body, card, dialog, plainForm, prose, type Widget } from './tree.ts';
import type { ActionSpec } from './widgets.ts';

/** Anything that brings routes of its own. */
export interface Routed<S> {
  routes: Routes<S>;
}

/** What an act's form is called, for scripts: taken from the page's own definition. */
export interface ActLabels<F extends Fields = Fields> {
  /** Of the button, link or menu item that opens it. */
  label: string;
  /** Of the dialog or page. */
  title: string;
  /** Of the button that does it. */
  submit: string;
  fields: F;
}

/** What an act made of the record. */
export interface Done {
  /** What the message says on the page that comes next. */
  message: string;
  tone?: Tone;
  /** Of the audit line; without it nothing is on record, as when nothing was changed. */
  detail?: string;
  /** What differs from the record's own line. */
  line?: Partial<Pick<AuditEntry, 'entity' | 'subject' | 'entitlement' | 'ticket' | 'effect' | 'verb'>>;
  /** Where it leads, instead of back to the record. */
  to?: string;
  /** How long the operator waits for it on the simulated clock, as for what somebody says. */
  takesMs?: number;
  /** A page to be shown at once and never again, instead of a redirect. */
  page?: PageParts;
}

/** What a change has at hand. */
export interface Doing<S, R, F> extends Given<S> {
  draft: S;
  record: R;
  values: Values<F>;
}

/** An act on a record, as its author writes it. */
export interface ActParts<S, R, F extends Fields> {
  /** Last part of its address: `reset-password`; without it, the label so written. */
  name?: string;
  label: string;
  /** Without it, the label. */
  title?: string;
  /** Without it, the title. */
  submit?: string;
  effect: Effect;
  /** In the audit line; without it, the title. */
  verb?: string;
  isDanger?: boolean;
  /** The chief act of its page. */
  isPrimary?: boolean;
  /** In a dialog over the record's page, or on a page of its own; `nothing` does it at once, with one click. */
  opens?: 'dialog' | 'page' | 'nothing';
  /** Where the record's page offers it by itself; nowhere when its body does. */
  at?: 'header' | 'menu';
  /** The part of the record's page that it belongs to and leads back to: `/groups`. */
  part?: string;
  /** Where it leads back to; without it, the page of the record or of what it belongs to. */
  back?(record: R, given: Given<S>): string;
  /** What is said when the record of a form is there no more, and where it leads, if its kind says nothing. */
  gone?(params: Readonly<Record<string, string>>): { text: string; to: string };
  /**
   * When it is offered; always, without it. A text is why not: the act is not offered, and who asks for it all the same
   * reads it.
   */
  when?(record: R, given: Given<S>): boolean | string;
  /** Why it will not be done to this record, though it may be offered. */
  refuse?(record: R, given: Given<S>): string | null | undefined | false;
  /** What is said before the fields. */
  text?: string | ((record: R, given: Given<S>) => string);
  fields?: F;
  /** Of its own page. */
  columns?: 1 | 2;
  /** What only the record or moment knows of the fields. */
  fill?(record: R, given: Given<S>): Fills<F>;
  /** What is wrong with values that are well-formed each. */
  check?(values: Values<F>, on: Given<S> & { record: R }): Problems<F> | null | undefined;
  /** What is said above a form that is not taken, beside the problems at its fields; nothing, without it. */
  refusal?(problems: Problems<F>): string;
  /** Its own page around the form, where it is more than title, text and form. */
  page?(record: R, given: Given<S>, form: Widget): Partial<PageParts>;
  change(doing: Doing<S, R, F>): Done;
}

/** An act with everything that pages and scripts need of it. */
export interface Act<S, R, F extends Fields = Fields> extends Routed<S>, ActLabels<F> {
  name: string;
  at: 'header' | 'menu' | undefined;
  part: string;
  /** The button or link that opens it; nothing when it is not offered. */
  offer(record: R, given: Given<S>, style?: ActionSpec['style']): ActionSpec[];
  /** The dialog that its offer opens; nothing when it is not offered, or opens on a page. */
  dialog(record: R, given: Given<S>): Widget | null;
  href(record: R): string;
}

/** An act on one kind of record; see `shapes`, which binds the console's state. */
export function act<S extends AppState, R, F extends Fields>(
  of: Entity<S, R>,
  parts: ActParts<S, R, F>,
): Act<S, R, F> {
  const { label, name = slug(label), at, part = '', title = label, submit = title, opens = 'dialog' } = parts;
  const fields = parts.fields ?? ({} as F);
  const whole: Whole<S, R, F> = { ...parts, name, title, submit, fields };
  const href = (record: R): string => of.href(record, `/${name}`);
  const isOffered = (record: R, given: Given<S>): boolean => (parts.when?.(record, given) ?? true) === true;
  const idOf = (record: R): string =>
    [name.replaceAll('/', '-'), ...of.keys(record).map(encodeURIComponent)].join('-');
  const style = parts.isDanger ? 'danger' : parts.isPrimary ? 'primary' : 'secondary';
  return {
    name,
    at,
    part,
    fields,
    title,
    href,
    label,
    submit,
    offer: (record, given, wanted = style) => {
      if (!isOffered(record, given)) return [];
      const leads = {
        page: { href: href(record) },
        dialog: { dialog: idOf(record) },
        nothing: { post: href(record) },
      };
      return [{ label, ...leads[opens], style: wanted }];
    },
    dialog: (record, given) => {
      if (opens !== 'dialog' || !isOffered(record, given)) return null;
      const { dayFormat } = given.request.skin;
      return dialog({
        id: idOf(record),
        title,
        text: textOf(parts, record, given),
        form: {
          action: href(record),
          fields: drawFields(fields, { dayFormat, fills: parts.fill?.(record, given) }),
          submit,
          ...(parts.isDanger ? { danger: true } : {}),
        },
      });
    },
    routes: {
      ...(opens === 'nothing' ? {} : { [`GET ${of.path}/${name}`]: showAct(of, whole) }),
      [`POST ${of.path}/${name}`]: doAct(of, whole),
    },
  };
}

type Whole<S, R, F extends Fields> = ActParts<S, R, F> & {
  name: string;
  title: string;
  submit: string;
  fields: F;
};

/** A label as a part of an address. */
function slug(label: string): string {
  return label.toLowerCase().replaceAll(' ', '-');
}

function textOf<S, R, F extends Fields>(parts: ActParts<S, R, F>, record: R, given: Given<S>): string {
  return typeof parts.text === 'function' ? parts.text(record, given) : (parts.text ?? '');
}

function backOf<S extends AppState, R, F extends Fields>(
  of: Entity<S, R>,
  parts: Whole<S, R, F>,
  { record, given }: { record: R; given: Given<S> },
): string {
  return (
    parts.back?.(record, given) ??
    of.owner(given.state, given.request.params)?.href ??
    of.href(record, parts.part ?? '')
  );
}

function showAct<S extends AppState, R, F extends Fields>(
  of: Entity<S, R>,
  parts: Whole<S, R, F>,
): GetHandler<S> {
  return (state, request) => {
    const record = of.load(state, request.params);
    return record === undefined
      ? notFound(request.path)
      : actPage({ of, parts, record, given: givenOf(state, request) });
  };
}

interface Shown<S, R, F extends Fields> {
  of: Entity<S, R>;
  parts: Whole<S, R, F>;
  record: R;
  given: Given<S>;
  problems?: Problems<F>;
}

/** The page of an act's form: opened by its address, or shown again with what is wrong. */
function actPage<S extends AppState, R, F extends Fields>({
  of,
  parts,
  record,
  given,
  problems,
}: Shown<S, R, F>): Reply {
  const { title, fields } = parts;
  const { request } = given;
  const back = backOf(of, parts, { record, given });
  const form = plainForm({
    method: 'post',
    action: of.href(record, `/${parts.name}`),
    fields: drawFields(fields, {
      dayFormat: request.skin.dayFormat,
      fills: parts.fill?.(record, given),
      ...(problems ? { typed: request.form, problems } : {}),
    }),
    ...(parts.columns ? { columns: parts.columns } : {}),
    buttons: [{ label: parts.submit, style: parts.isDanger ? 'danger' : 'primary' }],
    cancel: { label: 'Cancel', href: back },
  });
  const text = textOf(parts, record, given);
  const owner = of.owner(given.state, request.params);
  const about = owner?.about ?? of.about(record);
  const body: Body = card('', [text !== '' && prose(text), form]);
  const own = {
    title,
    crumbs: [
      ...of.crumbs(record).slice(0, -1),
      { label: owner?.title ?? of.title(record), href: back },
      { label: title },
    ],
    ...(about ? { heading: { subtitle: about } } : {}),
    body,
    ...parts.page?.(record, given, form),
  };
  const said = problems && parts.refusal?.(problems);
  return page(own, {
    ...(problems ? { status: 422 } : {}),
    ...(said ? { notice: { tone: 'danger', text: said } } : {}),
  });
}

function doAct<S extends AppState, R, F extends Fields>(
  of: Entity<S, R>,
  parts: Whole<S, R, F>,
): PostHandler<S> {
  return (draft, request) => {
    const record = of.load(draft as Readonly<S>, request.params);
    if (record === undefined) {
      const text = of.gone(request.params);
      const to = of.owner(draft as Readonly<S>, request.params)?.href;
      const gone = parts.gone?.(request.params) ?? (text && to ? { text, to } : undefined);
      return gone ? redirect(gone.to, { tone: 'warning', text: gone.text }) : notFound(request.path);
    }
    const given = givenOf(draft as Readonly<S>, request);
    const back = backOf(of, parts, { record, given });
    const isFor = parts.when?.(record, given);
    const refused = typeof isFor === 'string' ? isFor : parts.refuse?.(record, given);
    if (refused) return redirect(back, { tone: 'danger', text: refused });
    const reading = readForm<F>(parts.fields, request, parts.fill?.(record, given));
    if (!reading.isRead) return actPage({ of, parts, record, given, problems: reading.problems });
    const { values } = reading;
    const wrong = parts.check?.(values, { ...given, record });
    if (wrong && Object.values(wrong).some(Boolean))
      return actPage({ of, parts, record, given, problems: wrong });
    const own = of.line(record, given.state);
    const done = parts.change({ ...given, draft, record, values });
    return settleDone({ draft, request, done, back, line: { ...own, ...lineOf(parts, values) } });
  };
}
