import type { AppState, GetHandler, Reply, Routes } from '../app.ts';
import { notFound } from './not-found.ts';
import type { Act, Routed } from './act.ts';
import type { Entity } from './entity.ts';
import { type Given, givenOf } from './given.ts';
import { type HeadingParts, type PageParts, page } from './page.ts';
import { type Body, columns, flat, narrow, type Widget, wide } from './tree.ts';
import type { CrumbsSpec, TabsSpec } from './widgets.ts';

/** One tab of a record's page. */
export interface RecordTab<S, R> {
  label: string;
  /** Its address below the record's; without it, '' for the first tab and its key for the others. */
  part?: string;
  /** Whether this record has it; it has, without it. */
  when?(record: R, given: Given<S>): boolean;
  count?(record: R, given: Given<S>): number;
  /** Whether it takes the whole width, with nothing aside. */
  isWide?: boolean;
  /** Below what stands aside on all tabs. */
  aside?(record: R, given: Given<S>): Body;
  body(record: R, given: Given<S>): Body;
}

/** The page of a record, as its author writes it. Everything but the tabs is the same on all of them. */
export interface RecordParts<S, R, T extends string> {
  of: Entity<S, R>;
  /** Of the window; without it, what the record is called. */
  title?(record: R, given: Given<S>): string;
  /** Without them those of the record, if it stands in a list. */
  crumbs?(record: R, given: Given<S>): CrumbsSpec['items'];
  /** The list that its crumbs begin with, where those of its acts do not. */
  from?: { title: string; path: string };
  /** Its title is the page's unless it says another; acts that stand `at` header or menu are added. */
  heading?(record: R, given: Given<S>): HeadingParts;
  /** Between heading and tabs. */
  lead?(record: R, given: Given<S>): Body;
  /** What the row of tabs is called. */
  tabsLabel?: string;
  tabs?: Record<T, RecordTab<S, R>>;
  /** On every tab, before what is the tab's own. */
  above?(record: R, given: Given<S>): Body;
  /** On every tab, after it; the whole page where there are no tabs. */
  body?(record: R, given: Given<S>): Body;
  /** Beside what is a tab's own, unless the tab is wide. */
  aside?(record: R, given: Given<S>): Body;
  /** What can be done to the record: each is offered where it says, and its dialog stands on its part of the page. */
  acts?: readonly Act<S, R>[];
  frame?(record: R, given: Given<S>): PageParts['frame'];
}

/** The page of a record with everything that scripts need of it. */
export interface RecordPage<S, R, T extends string> extends Routed<S> {
  of: Entity<S, R>;
  tabsLabel: string;
  /** The words on the tabs, and where they lead below the record's address. */
  tabs: Record<T, { label: string; part: string }>;
  href(record: R, tab?: T): string;
  /** The page drawn by hand, for handlers that show it again with a notice. */
  reply(record: R, given: Given<S>, tab?: T): Reply & { kind: 'page' };
}

interface Laid<S, R, T extends string> extends RecordParts<S, R, T> {
  laid: (RecordTab<S, R> & { key: T; part: string })[];
}

/** The page of a record; see `shapes`, which binds the console's state. */
export function record<S extends AppState, R, T extends string = never>(
  parts: RecordParts<S, R, T>,
): RecordPage<S, R, T> {
  const { of, tabsLabel = '' } = parts;
  const laid = (Object.entries(parts.tabs ?? {}) as [T, RecordTab<S, R>][]).map(([key, tab], i) => ({
    key,
    ...tab,
    part: tab.part ?? (i === 0 ? '' : `/${key}`),
  }));
  const whole: Laid<S, R, T> = { ...parts, laid };
  const routes: Routes<S> = {};
  for (const part of laid.length === 0 ? [''] : laid.map(tab => tab.part)) {
    routes[`GET ${of.path}${part}` as `GET /${string}`] = showRecord(whole, part);
  }
  const partOf = (key: T | undefined): string => laid.find(tab => tab.key === key)?.part ?? '';
  return {
    of,
    tabsLabel,
    routes,
    tabs: Object.fromEntries(laid.map(({ key, label, part }) => [key, { label, part }])) as RecordPage<
      S,
      R,
      T
    >['tabs'],
    href: (one, tab) => of.href(one, partOf(tab)),
    reply: (one, given, tab) => recordReply(whole, { record: one, given, part: partOf(tab) }),
  };
}

function showRecord<S, R, T extends string>(parts: Laid<S, R, T>, part: string): GetHandler<S> {
  return (state, request) => {
    const one = parts.of.load(state, request.params);
    return one === undefined
      ? notFound(request.path)
      : recordReply(parts, { record: one, given: givenOf(state, request), part });
  };
}

function recordReply<S, R, T extends string>(
  parts: Laid<S, R, T>,
  { record: one, given, part }: { record: R; given: Given<S>; part: string },
): Reply & { kind: 'page' } {
  const { of, laid, acts = [] } = parts;
  const tab = laid.find(each => each.part === part);
  const head = parts.heading?.(one, given) ?? {};
  const here = acts.filter(act => act.at !== undefined || act.part === part);
  const offersAt = (at: 'header' | 'menu') =>
    acts.filter(act => act.at === at).flatMap(act => act.offer(one, given));
  const crumbs = parts.crumbs?.(one, given) ?? crumbsOf(parts, one);
  const frame = parts.frame?.(one, given);
  const tabs = tabsOf(parts, { record: one, given, part });
  return page({
    title: parts.title?.(one, given) ?? of.title(one),
    record: of.id(one),
    subject: of.subject(one, given.state),
    ...(crumbs ? { crumbs } : {}),
    heading: {
      ...head,
      ...withOffers('actions', head.actions, offersAt('header')),
      ...withOffers('menu', head.menu, offersAt('menu')),
    },
    lead: parts.lead?.(one, given),
    ...(tabs ? { tabs } : {}),
    body: [
      parts.above?.(one, given),
      tab &&
        withAside(
          flat(tab.body(one, given)).map(inPlace),
          tab.isWide ? null : [parts.aside?.(one, given), tab.aside?.(one, given)],
        ),
      parts.body?.(one, given),
      here.map(act => act.dialog(one, given)),
    ],
    ...(frame ? { frame } : {}),
  });
}

/** The way to a record that stands in a list; it is the last, and no link. */
function crumbsOf<S, R, T extends string>(
  { of, from }: RecordParts<S, R, T>,
  one: R,
): CrumbsSpec['items'] | undefined {
  const before = from ? [{ label: from.title, href: from.path }] : of.crumbs(one).slice(0, -1);
  return before.length > 0 ? [...before, { label: of.title(one) }] : undefined;
}

/** The searches of a tab's lists leave the page where it was. */
function inPlace(widget: Widget): Widget {
  if (widget.widget === 'card') return { ...widget, body: widget.body.map(inPlace) };
  if (widget.widget === 'columns') {
    const columns = widget.columns.map(column => ({ ...column, body: column.body.map(inPlace) }));
    return { ...widget, columns };
  }
  return widget.widget === 'form' && widget.method === 'get' ? { ...widget, isInPlace: true } : widget;
}

/** A tab with what stands beside it. The dialogs of its lists stand behind both: they are no part of a column. */
function withAside(body: Body, aside: Body): Body {
  const [inPlace, dialogs] = [flat(body).map(withoutDialogs), flat(body).flatMap(dialogsIn)];
  const beside = flat(aside);
  return [beside.length > 0 ? columns(wide(inPlace), narrow(beside)) : inPlace, dialogs];
}

function withoutDialogs(widget: Widget): Widget {
  return widget.widget === 'card'
    ? { ...widget, body: widget.body.filter(each => each.widget !== 'dialog') }
    : widget;
}

function dialogsIn(widget: Widget): Widget[] {
  return widget.widget === 'card' ? widget.body.filter(each => each.widget === 'dialog') : [];
}

function withOffers(
  name: 'actions' | 'menu',
  own: HeadingParts['actions'],
  offers: NonNullable<HeadingParts['actions']>,
): HeadingParts {
  return own || offers.length > 0 ? { [name]: [...(own ?? []), ...offers] } : {};
}

function tabsOf<S, R, T extends string>(
  { of, laid, tabsLabel = '' }: Laid<S, R, T>,
  { record: one, given, part }: { record: R; given: Given<S>; part: string },
): TabsSpec | undefined {
  if (laid.length === 0) return undefined;
  const tabs = laid
    .filter(tab => tab.when?.(one, given) ?? true)
    .map(tab => ({
      label: tab.label,
      href: of.href(one, tab.part),
      current: tab.part === part,
      ...(tab.count ? { count: tab.count(one, given) } : {}),
    }));
  return { label: tabsLabel, tabs };
}
