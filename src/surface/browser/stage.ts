import type { Viewport } from '../../screen/observation.ts';
import type { Wire } from './wire.ts';

/** One page of a running browser and the way its frames come. */
export interface Stage {
  wire: Wire;
  /** Real milliseconds that one call, or the settling of one screen, may take. */
  deadlineMs: number;
  /**
   * Waits for a promise while frames are shown: without frames neither input nor navigation gets anywhere.
   */
  during<T>(promise: Promise<T>): Promise<T>;
  /** Shows the page as it is now, without a picture: only then does a new document take input. */
  show(): Promise<void>;
  /** A PNG of the page, all that was laid out being painted. */
  shoot(): Promise<Uint8Array>;
  /** Ends the whole browser, because it hangs. */
  abort(): void;
  close(): Promise<void>;
}

/** A running browser, or the means to have one: starts it when first needed and again when it has died. */
export interface Driver {
  /** Opens a page in a session of its own, all of whose requests go to the proxy on that port of loopback. */
  open(options: { viewport: Viewport; port: number }): Promise<Stage>;
  /** The browser's version, as four numbers. */
  version(): Promise<string>;
  close(): Promise<void>;
}
