import type { CDPSession } from 'playwright-core';

/** Sends one call in the DevTools protocol. */
export type Send = CDPSession['send'];
/** A facts-of-event type by the event's name, as the protocol types know it. */
export type Listen = CDPSession['on'];

/**
 * A line to one target of the browser, or to the browser itself. A call answers within the deadline or
 * throws an `InfraError`; when the browser refuses it (a context is gone, a frame is unknown), another
 * error.
 */
export interface Wire {
  send: Send;
  on: Listen;
}

/**
 * Real milliseconds that one call, or the settling of one screen, may take before the browser counts as
 * hung.
 */
export const DEADLINE_MS = 30_000;
