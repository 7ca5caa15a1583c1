import type { Exchange } from '../app/host/http.ts';
import type { Act } from '../screen/action.ts';
import type { Capabilities, Observation, ScreenNode, Viewport } from '../screen/observation.ts';

/**
 * A way to see and act on a range. Both surfaces hold the same contract (test/contracts/surface.ts):
 * an action that cannot be done is an observation with `actionError`, trouble of the machine is an `InfraError`.
 */
export interface Surface {
  readonly name: 'dom' | 'browser';
  readonly can: Capabilities;
  /** Goes to an address, as when typed into the address bar. */
  open(url: string): Promise<Observation>;
  /** Does one primitive and answers with the settled screen. A `Target` is looked up on the last observed screen. */
  perform(action: Act): Promise<Observation>;
  /** Looks again without acting. */
  look(): Promise<Observation>;
  /** All of the page, in view or not: never shown to a policy. Pages of both surfaces are held equal by it. */
  whole(): Promise<ScreenNode>;
  /** What the page itself holds: place, scroll, unsaved input, open popovers and dialogs, focus. Plain JSON. */
  save(): Promise<PageState>;
  /** Brings a saved page back over the range's present state. */
  restore(page: PageState): Promise<Observation>;
  close(): Promise<void>;
}

export interface PageState {
  url: string;
  scroll: { x: number; y: number };
  /** Unsaved input by the position of the control among the page's form controls. */
  fields: { index: number; value: string; checked: boolean }[];
  /** Index of the focused element among all elements of the document, -1 for none. */
  focus: number;
  /** Whether the focused element is drawn as such; always false without pixels. */
  isFocusShown: boolean;
  /** Ids of open popovers and dialogs, in the order of opening; indices of open `details`. */
  popovers: string[];
  dialogs: string[];
  details: number[];
  /** Where the focus was before each open dialog, as `focus`: it goes back there. */
  focusBefore: number[];
  /** Index among the page's form controls of the select whose list is open, -1 for none. */
  openSelect: number;
  /** The selected part of the focused field, or null: the next typing replaces it. */
  selection: readonly [from: number, to: number] | null;
  /** Where the pointer rests, on surfaces that have one. */
  pointer: { x: number; y: number } | null;
}

/** Makes a surface over a range. A session of its own: nothing is shared with another surface. */
export interface SurfaceFactory {
  readonly name: 'dom' | 'browser';
  open(options: { exchange: Exchange; viewport: Viewport }): Promise<Surface>;
  /** What pixels depend on, for the manifest; `null` without pixels. */
  fingerprint(): Promise<RenderFingerprint | null>;
  close(): Promise<void>;
}

export interface RenderFingerprint {
  browser: string;
  binarySha256: string;
  flagsSha256: string;
  fontsSha256: string;
  arch: string;
}
