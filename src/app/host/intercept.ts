import type { AppName } from '../../world/world.ts';
import type { Reply } from '../app.ts';
import type { HttpRequest } from './http.ts';

/** A form as it was sent, kept aside to go through later. Plain JSON. */
export interface HeldForm {
  app: AppName;
  path: string;
  /** The query with its question mark, or empty. */
  search: string;
  form: HttpRequest['form'];
}

/** The request that an interceptor decides on. `form` is empty for a page. */
export interface Exchanged extends HeldForm {
  method: 'GET' | 'POST';
  /** How many pages and forms of consoles were asked for, this one included. */
  count: number;
  /** How many of them were forms. */
  posts: number;
  /** Whether the console would put something on record for this form; searches and screen changes do not. */
  isSave: boolean;
  /** How many forms would have put something on record, this one included. */
  saves: number;
  /** Simulated time. */
  nowMs: number;
}

/**
 * What to do with an exchange: let it pass; answer in the console's place, so that nothing is saved; let the console
 * act and then show something else; end the sign-in of the console, so that the form is lost; or let a form that was
 * held back go through now, and show its answer or go on with the exchange.
 */
export type Interception =
  | { kind: 'pass' }
  | { kind: 'answer'; reply: Reply }
  | { kind: 'after'; reply: Reply }
  | { kind: 'sign-out' }
  | { kind: 'release'; held: HeldForm; isShown: boolean };

/** Stands between page and consoles. `memory` is plain JSON, so that a checkpoint holds it. */
export interface Interceptor<M = unknown> {
  name: string;
  memory: M;
  /** Returns what to do and the memory for the next exchange. */
  respond(memory: M, exchanged: Exchanged): { act: Interception; memory: M };
}

/** Whether an act is trouble. Letting a held form go, or leading on from a page of trouble, ends it instead. */
export function isStrike(act: Interception): boolean {
  if (act.kind === 'answer') return act.reply.kind !== 'redirect';
  return act.kind !== 'pass' && act.kind !== 'release';
}
