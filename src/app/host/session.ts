import type { AppName, WorkerId } from '../../world/world.ts';
import type { Notice } from '../app.ts';
import type { HttpReply } from './http.ts';
import type { Interceptor } from './intercept.ts';

/** A record on its own page, as its console names it (`people/E100413`), and the worker whom it is about. No page says it. */
export interface ShownRecord {
  app: AppName;
  record: string;
  subject: WorkerId | null;
  /** The part of it that is in front: its tab, by the word at home, or the step; empty where the page shows it whole. */
  part: string;
  /** Which page it is of all that were drawn: another look at a record is another page. */
  visit: number;
}

/** What the host remembers of one operator's visit, beside the consoles' state. Plain JSON. */
export interface Session {
  /** Addresses of the pages shown, for the bar's back and forward. */
  history: readonly string[];
  position: number;
  /** The last path of each console, where its tab leads. */
  lastPaths: Readonly<Record<AppName, string>>;
  signedOut: readonly AppName[];
  /** Shown on the next page of the console. */
  notice: { app: AppName; notice: Notice } | null;
  /** Pages and forms of consoles asked for, forms alone, and of these the ones that would put something on record. */
  count: number;
  posts: number;
  saves: number;
  /** Each interceptor's memory, by name. */
  memories: Readonly<Record<string, unknown>>;
  /** The page last shown, so that a restored checkpoint can show it again without asking the console. */
  shown: { address: string; reply: HttpReply } | null;
  /** How many pages were drawn. */
  drawn: number;
  /** The record that the page in front shows, if it shows one: what was read, for rules. */
  record: ShownRecord | null;
  /** When and where interceptors did not let an exchange pass. */
  strikes: readonly Strike[];
}

export interface Strike {
  fault: string;
  atMs: number;
  app: AppName;
  path: string;
}

export function startSession(interceptors: readonly Interceptor[]): Session {
  return {
    history: [],
    position: -1,
    lastPaths: {},
    signedOut: [],
    notice: null,
    count: 0,
    posts: 0,
    saves: 0,
    memories: Object.fromEntries(interceptors.map(({ name, memory }) => [name, memory])),
    shown: null,
    drawn: 0,
    record: null,
    strikes: [],
  };
}

/** The session after a page was shown: a new page drops what lay ahead, as in any browser. */
export function visit(
  session: Session,
  app: AppName,
  { address, path }: { address: string; path: string },
): Session {
  const isSignIn = path.startsWith('/_sign-in');
  const lastPaths = isSignIn ? session.lastPaths : { ...session.lastPaths, [app]: path };
  if (isSignIn || session.history[session.position] === address) return { ...session, lastPaths };
  const history = [...session.history.slice(0, session.position + 1), address];
  return { ...session, lastPaths, history, position: history.length - 1 };
}
