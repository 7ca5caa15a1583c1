/** What the viewer's server answers its page, as JSON. Types alone, shared by both sides. */

/** What the whole dataset is. */
export interface DatasetFacts {
  name: string;
  title: string;
  license: string;
  version: string;
  episodes: number;
  steps: number;
  /** Names the very bytes of the dataset in addresses of pictures, so that a browser may keep them. */
  revision: string;
  /** What the edges and faults of this version are, by name, one sentence each. */
  glossary: Record<string, string>;
}

/** The kinds of filter, in the order in which they are shown. */
export const FACETS = ['scenario', 'outcome', 'success', 'edge', 'fault', 'policy', 'split'] as const;
export type Facet = (typeof FACETS)[number];

/** The value of a facet where there is nothing: no edge, no fault, cut off before an outcome. */
export const NONE = 'none';

/** An episode as the list shows it. */
export interface EpisodeItem {
  id: string;
  goal: string;
  scenario: string;
  split: string;
  policy: string;
  edge: string | null;
  fault: string | null;
  wantedOutcome: string;
  wantedReason: string | null;
  outcome: string | null;
  outcomeReason: string | null;
  success: boolean;
  isTruncated: boolean;
  /** Null when the machinery failed. */
  reward: number | null;
  steps: number;
}

/** A piece of the list that a query gives. */
export interface EpisodePage {
  total: number;
  offset: number;
  items: EpisodeItem[];
}

/** How many episodes each value of a facet would leave, the other filters kept. */
export interface FacetCounts {
  facet: Facet;
  values: { value: string; count: number }[];
  /** Values beyond those listed. */
  more: number;
}

/** One change in a console, values as text. */
export interface ChangeItem {
  entity: string;
  field: string | null;
  before: string | null;
  after: string | null;
}

/** A part of the verdict. */
export interface VerdictPart {
  name: string;
  isOk: boolean;
  detail: string;
}

/** A step as the page shows it; tree and picture are asked for apart. */
export interface StepItem {
  step: number;
  thought: string | null;
  instruction: string;
  type: string;
  label: string;
  phase: string;
  x: number | null;
  y: number | null;
  targetRole: string | null;
  targetName: string | null;
  targetBox: number[] | null;
  actionJson: string;
  actionError: string | null;
  changes: ChangeItem[];
  app: string | null;
  skin: string | null;
  kit: string | null;
  url: string;
  title: string;
  width: number;
  height: number;
  hasImage: boolean;
  trainOn: boolean;
}

/** An episode in full. What only `trajectories` holds is null without that table. */
export interface EpisodeDetail extends EpisodeItem {
  mistakeStep: number | null;
  workflow: string;
  seed: string;
  worldSeed: string;
  note: string | null;
  fingerprint: string | null;
  taskJson: string | null;
  verdict: VerdictPart[] | null;
  changes: ChangeItem[] | null;
  stepItems: StepItem[];
  others: OtherRows[];
}

/** Rows of an episode in a table that the viewer has no picture for. */
export interface OtherRows {
  name: string;
  about: string;
  total: number;
  /** The first of them as JSON, without pictures. */
  rows: string[];
}

/** What stands on one screen, beside its picture. */
export interface ScreenDetail {
  tree: string;
  elements: { ref: string; role: string; name: string; box: number[] }[];
}
