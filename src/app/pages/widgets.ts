/**
 * The widgets that pages are made of. A kit draws each with the markup of its design system (`table.ejs` gets the widget
 * as `w`). Labels are canonical words; each is turned into a `Label` before the kit sees it, so kits print `label.text` and
 * `label.attrs` and never think about vocabulary. Values (names, dates, ids) are plain strings that kits escape.
 *
 * What each widget must be in the accessibility tree is said here and holds in every kit: experts rely on it.
 */
import type { Tone } from '../app.ts';
import type { FeedSpec, FunctionsSpec, ListingSpec, MenuTreeSpec, OrgChartSpec } from './special-widgets.ts';

/** A label ready to print: `<a href=…<%- label.attrs %>><%= label.text %></a>`. */
export interface Label {
  text: string;
  /** Empty, or ` data-word="Suspend"` when the skin prints another word than the canonical one. */
  attrs: string;
}

/** An act on a page. With `post` it is a one-button form; with `href` a link; with `dialog` it opens that dialog. */
export interface ActionSpec {
  label: string;
  href?: string;
  post?: string;
  /** Hidden fields of the one-button form. */
  fields?: Record<string, string>;
  /** Id of a dialog on the page. */
  dialog?: string;
  style?: 'primary' | 'secondary' | 'danger' | 'link';
  icon?: string;
  disabled?: boolean;
}

/** `<h1>` with optional subtitle, pills and actions. Actions are role `button` (post, dialog) or `link` (href). */
export interface HeadingSpec {
  title: string;
  subtitle?: string;
  /** One or two letters for consoles that show an avatar. Not in the tree (aria-hidden). */
  initials?: string;
  pills?: PillSpec[];
  actions?: ActionSpec[];
  /** The first shown in the bar, the rest in an "Actions" menu: role `button` "Actions" → role `menuitem`. */
  menu?: ActionSpec[];
}

/** A state in a coloured capsule: text in the tree. */
export interface PillSpec {
  /** A state, by the canonical word where the vocabulary has one. */
  text: string;
  tone: Tone | 'neutral';
}

export type FieldSpec = {
  name: string;
  label: string;
  value?: string;
  hint?: string;
  /** Message of a failed check, tied to the field. */
  problem?: string;
  required?: boolean;
  readonly?: boolean;
  disabled?: boolean;
} & (
  | {
      kind: 'text' | 'password' | 'search' | 'date';
      placeholder?: string;
      width?: 'short' | 'normal' | 'full';
    }
  | { kind: 'textarea'; rows?: number }
  /** Offered as `combobox` or as `radio`s in a `radiogroup`, as the skin says; `asSelect` keeps a long list a select. */
  | { kind: 'choice'; options: { value: string; label: string }[]; asSelect?: boolean }
  | { kind: 'checkbox' }
  | { kind: 'hidden' }
);

/**
 * `<form novalidate>`. Fields are `textbox`, `searchbox`, `combobox`, `radio`, `checkbox` named by their label; a date is
 * a `textbox` that takes the console's day format. Buttons are role `button`; the first is the one that Enter presses.
 */
export interface FormSpec {
  method: 'get' | 'post';
  action: string;
  fields: FieldSpec[];
  /** `name` and `value` are sent when that button submits. */
  buttons: { label: string; name?: string; value?: string; style?: ActionSpec['style'] }[];
  /** A link beside the buttons. */
  cancel?: { label: string; href: string };
  columns?: 1 | 2;
  /** A group title above the fields; a heading in the tree. */
  legend?: string;
  /** Draws fields and buttons in one line above a list. */
  inline?: boolean;
  /** Ties controls elsewhere on the page to this form. */
  id?: string;
  /** Narrows a list of a record's page: its answer shows form and list where they stood. */
  isInPlace?: boolean;
}

/**
 * A text, or a day or moment that is printed in the format of the skin; `none` stands where there is neither, a dash
 * when nothing is said.
 */
export type Text =
  | string
  | { day: string | null | undefined; none?: string }
  | { time: number | null | undefined; none?: string };

export type Cell =
  | Text
  | { text: Text; href?: string; sub?: Text; code?: boolean }
  | { pill: PillSpec }
  | { actions: ActionSpec[] }
  | { checkbox: { name: string; value: string; label: string; form?: string; checked?: boolean } };

/**
 * `<table>` with `<th scope="col">`. `columns` are canonical words. A cell with `href` is a link named by its text.
 * `empty` is shown instead of rows. Paging prints links "Previous" and "Next" and "1–15 of 40".
 */
export interface TableSpec {
  caption: string;
  /** Draw the caption as a heading above the table, or keep it for the tree alone. */
  showCaption?: boolean;
  columns: string[];
  rows: { cells: Cell[]; current?: boolean; muted?: boolean }[];
  empty: string;
  paging?: Paging;
}

export interface Paging {
  page: number;
  pages: number;
  total: number;
  from: number;
  to: number;
  previous: string | null;
  next: string | null;
}

/** `<dl>`: labels are canonical words, values as in table cells. */
export interface FactsSpec {
  title?: string;
  rows: { label: string; value: Cell }[];
  columns?: 1 | 2 | 3;
}

/**
 * `role="tablist"` of links with `role="tab"` and `aria-selected`. The rest of the page is the panel. Where what is typed
 * on a tab must go along to the next, `form` is the id of its form: tabs are buttons that send it, each its `go`.
 */
export interface TabsSpec {
  label: string;
  form?: string;
  tabs: ({ label: string; current: boolean; count?: number } & ({ href: string } | { go: string }))[];
}

/** A titled section with any widgets inside: `<section aria-label>` with `<h2>`. */
export interface CardSpec {
  title?: string;
  body: string;
  actions?: ActionSpec[];
  tone?: 'plain' | 'accent' | 'warning';
}

/** `<dialog id>` opened by an action with that id (`commandfor`/`command="show-modal"`), closed by "Cancel". */
export interface DialogSpec {
  id: string;
  title: string;
  text: string;
  form: { action: string; fields: FieldSpec[]; submit: string; danger?: boolean };
}

/** `role="alert"` (danger, warning) or `role="status"` (success, info); its text is the name's content. */
export interface AlertSpec {
  tone: Tone;
  title?: string;
  text: string;
}

/** Things that happened, newest first: `<ol>` of who, when, what. */
export interface TimelineSpec {
  title?: string;
  items: { who?: Text; when: Text; what: string; detail?: string; tone?: Tone | 'neutral' }[];
  empty?: string;
}

/** `<nav aria-label="Breadcrumb">`; the last item has no link. */
export interface CrumbsSpec {
  items: { label: string; href?: string }[];
}

/** Long text as people wrote it: line breaks kept, nothing interpreted. */
export interface ProseSpec {
  title?: string;
  text: string;
}

/** Side by side panels: each a column of widgets. */
export interface ColumnsSpec {
  columns: { body: string; width?: 'narrow' | 'normal' | 'wide' }[];
}

/** Figures at the top of a dashboard. */
export interface StatsSpec {
  items: { label: string; value: string; href?: string; tone?: Tone | 'neutral' }[];
}

/** Every widget by name: a kit has `<name>.ejs` for each. */
export interface WidgetSpecs {
  heading: HeadingSpec;
  pill: PillSpec;
  action: ActionSpec;
  form: FormSpec;
  table: TableSpec;
  facts: FactsSpec;
  tabs: TabsSpec;
  card: CardSpec;
  dialog: DialogSpec;
  alert: AlertSpec;
  timeline: TimelineSpec;
  crumbs: CrumbsSpec;
  prose: ProseSpec;
  columns: ColumnsSpec;
  stats: StatsSpec;
  'org-chart': OrgChartSpec;
  feed: FeedSpec;
  functions: FunctionsSpec;
  listing: ListingSpec;
  'menu-tree': MenuTreeSpec;
}
export type WidgetName = keyof WidgetSpecs;
export const WIDGETS: readonly WidgetName[] = [
  'action',
  'alert',
  'card',
  'columns',
  'crumbs',
  'dialog',
  'facts',
  'form',
  'heading',
  'pill',
  'prose',
  'stats',
  'table',
  'tabs',
  'timeline',
  'org-chart',
  'feed',
  'functions',
  'listing',
  'menu-tree',
];

/** Draws widgets through the partials of a kit: each gives HTML. */
export type Ui = { [W in WidgetName]: (spec: WidgetSpecs[W]) => string } & {
  /** Escaped text, for what a partial puts together itself. */
  text(value: string): string;
  /** A canonical word as this skin prints it, with its mark: `<span data-word="…">…</span>`. */
  word(label: string): string;
};
