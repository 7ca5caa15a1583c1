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

/** What happened lately, as a `list`: a link named by who it was, what happened, and a quiet line below. */
export interface FeedSpec {
  items: { name: string; initials: string; href: string; what: string; note: string }[];
  empty: string;
}
