import type { AppName } from '../world/types.ts';
import type { Reply } from './types.ts';

/** What an interceptor is told of the exchange that is about to happen. */
export interface Exchanged {
  app: AppName;
  method: 'GET' | 'POST';
  path: string;
  /** The query with its question mark, or empty. */
  search: string;
  /** How many pages and forms of consoles were asked for before this one. */
  count: number;
  /** How many of them were forms. */
  posts: number;
}

/**
 * What to do with an exchange: let it pass; answer in the console's place, so that nothing is saved; let the console
 * act and then show something else; or end the sign-in of the console, so that the form is lost.
 */
export type Interception =
  | { kind: 'pass' }
  | { kind: 'answer'; reply: Reply }
  | { kind: 'after'; reply: Reply }
  | { kind: 'sign-out' };

/** Stands between page and consoles. `memory` is plain JSON, so that a checkpoint holds it. */
export interface Interceptor<M = unknown> {
  name: string;
  memory: M;
  /** Returns what to do and the memory for the next exchange. */
  respond(memory: M, exchanged: Exchanged): { act: Interception; memory: M };
}
