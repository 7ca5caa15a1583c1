/** A box in integer CSS pixels of the viewport, half open: x1 ≤ x < x2, y1 ≤ y < y2. */
export type Box = readonly [x1: number, y1: number, x2: number, y2: number];

/** One node of the accessibility tree. Absent members are false, empty or unknown. */
export interface ScreenNode {
  /** Names the element within this page, in document order: `e1`, `e2`, … */
  ref: string;
  /** An ARIA role, or `text` for a run of text. */
  role: string;
  name: string;
  /** The console's own word for a label that the skin prints otherwise. Never shown or exported. */
  canonical?: string;
  /** Text in a field, chosen option of a combobox. */
  value?: string;
  description?: string;
  level?: number;
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  required?: boolean;
  focused?: boolean;
  /** The entry of a navigation that is the present page. */
  current?: boolean;
  invalid?: boolean;
  /** Only on surfaces with a layout. */
  box?: Box;
  /** Only on surfaces with a layout: true when the middle of the box is in the viewport and belongs to the node. */
  hittable?: boolean;
  /** Only on surfaces with a layout: a part of it lies out of view above, where scrolling brings it. */
  moreAbove?: boolean;
  /** Only on surfaces with a layout: a part of it lies out of view below. */
  moreBelow?: boolean;
  children?: ScreenNode[];
}

/** The screen: its size in CSS pixels. */
export interface Viewport {
  width: number;
  height: number;
  /** How many pixels of the picture in a row a CSS pixel is; 1 when absent. */
  scale?: number;
}

/** What a surface can do beyond reading trees. */
export interface Capabilities {
  screenshots: boolean;
  layout: boolean;
}

export interface Observation {
  /** As the address bar shows it. */
  url: string;
  title: string;
  /** Where there is a layout, what the picture shows of the page; else all of it. */
  tree: ScreenNode;
  /** PNG. */
  screenshot?: Uint8Array;
  viewport: Viewport;
  /** What went wrong with the last action, for whoever acted; the episode goes on. */
  actionError?: string;
}
