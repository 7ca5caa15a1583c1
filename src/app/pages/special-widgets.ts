/**
 * Widgets that one kind of console has of its own. Each keeps its contract in every kit; its markup and style are shared
 * (`apps-sim/kits/base/`).
 */
import type { PillSpec } from './widgets.ts';

/** A person in an org chart. */
export interface OrgBox {
  name: string;
  initials: string;
  /** The chart around this person. */
  href: string;
  id: string;
  /** The person's own record, linked by the id. */
  profile: string;
  position: string;
  /** Further facts on the last line. */
  notes: string[];
  pill?: PillSpec;
}

/**
 * Who reports to whom: nested `list`s of links, from the top down to `focus`, which is `aria-current`, and the reports
 * below. Names lead to charts, ids to records.
 */
export interface OrgChartSpec {
  /** The managers above, the highest first. */
  chain: OrgBox[];
  focus: OrgBox;
  reports: OrgBox[];
}

/** A function of a screen: a link, a one-button form, or a button of a form elsewhere on the page that sends `do`. */
export type Tool = { label: string; icon: string } & (
  | { href: string }
  | { post: string }
  | { form: string; value: string }
);

/**
 * The functions of a screen in one line: a `textbox` "Command" whose text is sent as `code`, and each tool as a `button`
 * or `link`. Pages say them as `frame`: a kit with a tool bar draws them there, in any other they head the page.
 */
export interface FunctionsSpec {
  command?: string;
  toolbar?: Tool[];
  /** Which screen it is, quietly. */
  transaction?: string;
}

/** Folders that open and close, of links: a menu of all that a console can do. */
export interface MenuTreeSpec {
  folders: readonly { name: string; items: readonly { code: string; label: string; href: string }[] }[];
}

/** The lines of a file, none of them broken. */
export interface ListingSpec {
  text: string;
}

/** What happened lately, as a `list`: a link named by who it was, what happened, and a quiet line below. */
export interface FeedSpec {
  items: { name: string; initials: string; href: string; what: string; note: string }[];
  empty: string;
}
