/**
 * The widgets that views are written with. A view calls `ui.table({…})` and prints the HTML it gets; a kit draws it with
 * the markup of its design system (`apps-sim/kits/<kit>/table.ejs` gets the widget as `w`). Labels are canonical words;
 * `render.ts` turns each into a `Label` before the kit sees it, so kits print `label.text` and `label.attrs` and never
 * think about vocabulary. Values (names, dates, ids) are plain strings that kits escape.
 *
 * What each widget must be in the accessibility tree is said here and holds in every kit: experts rely on it.
 */
import type { AppKind } from '../../world/world.ts';
import type { Brand, Tone } from '../app.ts';
import type { ClassMap, Sign, SignFiles } from '../looks/kit-parts.ts';
import type { Ability } from '../looks/look.ts';
import type {
  FeedSpec,
  FormTabsSpec,
  FunctionsSpec,
  ListingSpec,
  MenuTreeSpec,
  OrgChartSpec,
} from './special-widgets.ts';

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
  /** Id of a `ui.dialog` on the page. */
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

/** `role="tablist"` of links with `role="tab"` and `aria-selected`. The rest of the page is the panel. */
export interface TabsSpec {
  label: string;
  tabs: { label: string; href: string; current: boolean; count?: number }[];
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
  'form-tabs': FormTabsSpec;
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
  'form-tabs',
  'functions',
  'listing',
  'menu-tree',
];

/** What views call. Each gives HTML; dates go through `day` and `time` to take the skin's format. */
export type Ui = { [W in WidgetName]: (spec: WidgetSpecs[W]) => string } & {
  /** Escaped text, for the little HTML that a view writes itself. */
  text(value: string): string;
  /** A canonical word as this skin prints it, with its mark: `<span data-word="…">…</span>`. */
  word(label: string): string;
  day(day: string | null): string;
  time(ms: number | null): string;
};

/**
 * A look: a folder of partials over a published design system. What differs from the kits' base in nothing but classes is
 * said by the class map; a partial is written where the structure differs.
 */
export interface Kit {
  name: string;
  title: string;
  /** The design system and its licence, for lists and the dataset card. */
  summary: string;
  /** Folder of partials: `new URL('./', import.meta.url)`. */
  folder: URL;
  /** Where the partials are that the folder lacks: that of the kits' base, `apps-sim/kits/base/`. */
  base?: URL;
  /** The kinds of console that are at home in it. */
  homeOf?: readonly AppKind[];
  /** Classes of the design system by the part of a widget that has them. */
  classes?: ClassMap;
  /** Classes of the design system's signs by what they stand for; names of files (without `.svg`) with `signFiles`. */
  signs?: Readonly<Partial<Record<Sign, string>>>;
  signFiles?: SignFiles;
  /** What its frame and partials can do beyond what every kit can. */
  abilities?: readonly Ability[];
  /**
   * In order. `package` files are served as published; of one that `isTrimmed`, only the rules that can match a class
   * of the kit's partials. `base` files lie in the folder of the base, `own` files in that of the kit.
   */
  stylesheets: ({ package: string; file: string; isTrimmed?: true } | { base: string } | { own: string })[];
  /** Classes and attributes that the design system wants on `<html>` and `<body>` for a theme and density. */
  html(skin: { theme: string; density: string; nav: string }): { htmlAttrs: string; bodyAttrs: string };
}

/** What a kit's `layout.ejs` gets as `page`: it draws the console's frame around `body`. */
export interface PageFrame {
  app: { name: string; title: string; brand: Brand };
  /** Labels are ready to print. */
  nav: { label: Label; href: string; icon?: string; current: boolean }[];
  body: string;
  notice: { tone: Tone; text: string } | null;
  operator: { displayName: string; initials: string };
  skin: { theme: string; density: string; nav: string; name: string };
  /** The console's own extras for its idiom (a transaction code box, a message line), from the view's model as `frame`. */
  extras: Record<string, unknown>;
}
