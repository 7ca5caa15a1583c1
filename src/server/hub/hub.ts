import type { HostState } from '../../app/host/host.ts';
import type { Exchange, HttpReply, HttpRequest } from '../../app/host/http.ts';
import { UsageError } from '../../core/errors.ts';
import type { Armed } from '../../env/armed.ts';
import { costOf } from '../../env/costs.ts';
import { createSession, type Seen, type Session } from '../../env/session.ts';
import { type Catalog, faultNamed } from '../../scenario/catalog.ts';
import type { RangeState, Verdict } from '../../scenario/scenario.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { type Laid, layRange, type Setting } from './lay.ts';
import { pageAfter } from './trace.ts';

/**
 * What each page or form that somebody asks for costs on the simulated clock: what a click costs an agent.
 */
export const REQUEST_COST_MS = costOf({ kind: 'click', at: { x: 0, y: 0 } });

/** The longest step of the clock by hand. */
export const ADVANCE_MAX_MS = 366 * 86_400_000;

/** All that happened since the setting was laid. Plain JSON. */
export interface Progress {
  nowMs: number;
  /** Consoles whose state is not that of the beginning any more. */
  apps: RangeState;
  session: HostState['session'];
  armed: readonly Armed[];
  /** How often each fault was armed since the reset. */
  armings: Readonly<Record<string, number>>;
  pages: readonly Seen[];
  outcome: Outcome | null;
}

/** One company with its consoles, shared by everybody who looks at it. */
export interface Hub {
  readonly catalog: Catalog;
  readonly laid: Laid;
  readonly session: Session;
  readonly outcome: Outcome | null;
  /** Grows with every change of console state and every control; a browser's visits alone do not count. */
  readonly revision: number;
  exchange: Exchange;
  /** Lays the setting again, with other words where some are given; all that happened is gone. */
  reset(change?: Partial<Setting>): void;
  advance(ms: number): void;
  arm(names: readonly string[]): void;
  disarm(names: readonly string[]): void;
  /** Says how the task ended, or takes it back; work may go on. */
  declare(outcome: Outcome | null): void;
  /** The verdict on the task as it stands; null without a task. */
  verdict(): Verdict | null;
  progress(): Progress;
  /** Goes on from what was kept, at the revision that it had. */
  resume(progress: Progress, revision?: number): void;
}

/** A laid setting under way: a session that is asked over HTTP. */
interface Running {
  laid: Laid;
  session: Session;
  /** The page in front, with what was done on it so far. */
  page: Seen | null;
  outcome: Outcome | null;
  /** Where the last answer sent the browser: following it is no act of anybody. */
  onTheWay: string | undefined;
}

/** A hub over a setting. Throws UsageError for a setting that cannot be laid. */
export function createHub({ catalog, setting }: { catalog: Catalog; setting: Setting }): Hub {
  let on = begin(catalog, layRange(catalog, setting));
  let revision = 1;
  const go = (next: Running): void => {
    on = next;
    revision++;
  };
  /** Does something with each named fault, or with none when a name is unknown. */
  const withEach = (names: readonly string[], act: (name: string) => void): Running => {
    for (const name of names) faultNamed(catalog, name);
    names.forEach(act);
    return on;
  };
  return {
    catalog,
    exchange: request => {
      const { host } = on.session;
      const before = host.state.apps;
      const reply = exchangeOn(on, request);
      if (before !== host.state.apps) revision++;
      return reply;
    },
    get laid() {
      return on.laid;
    },
    get session() {
      return on.session;
    },
    get outcome() {
      return on.outcome;
    },
    get revision() {
      return revision;
    },
    reset: change => go(begin(catalog, layAgain(catalog, on.laid, change))),
    advance: ms => go(advanced(on, ms)),
    arm: names => go(withEach(names, name => on.session.arm(name))),
    disarm: names => go(withEach(names, name => on.session.disarm(name))),
    declare: outcome => go(declared(on, outcome)),
    verdict: () => on.session.judge(on.outcome, { last: on.page, isUnderWay: true }),
    progress: () => progressOf(on),
    resume: (progress, kept = revision + 1) => {
      on = resumed(begin(catalog, on.laid), progress);
      revision = kept;
    },
  };
}

function exchangeOn(on: Running, request: HttpRequest): HttpReply {
  const { session } = on;
  if (request.method !== 'GET' || request.url !== on.onTheWay) session.advance(REQUEST_COST_MS);
  const reply = session.host.exchange(request);
  const { events, changes } = session.take();
  on.onTheWay = hrefOf(reply.location);
  if (on.laid.task) on.page = pageAfter(session, on.page, { request, reply, events, changes });
  return reply;
}

/** The same laying where nothing is to be changed: a reset takes no time. */
function layAgain(catalog: Catalog, laid: Laid, change: Partial<Setting> = {}): Laid {
  if (Object.keys(change).length === 0) return laid;
  return layRange(catalog, { ...laid.setting, ...change });
}

function advanced(on: Running, ms: number): Running {
  on.session.advance(checkedAdvance(ms));
  return on;
}

function declared(on: Running, outcome: Outcome | null): Running {
  if (!on.laid.task) throw new UsageError('There is no task to end.', { allowed: 'after a task was set' });
  return { ...on, outcome };
}

function begin(catalog: Catalog, laid: Laid): Running {
  const session = createSession(catalog, { ...laid, seed: laid.setting.seed });
  return { laid, session, page: null, outcome: null, onTheWay: undefined };
}

function checkedAdvance(ms: number): number {
  if (Number.isInteger(ms) && ms > 0 && ms <= ADVANCE_MAX_MS) return ms;
  throw new UsageError(`The clock cannot be moved by ${ms} milliseconds.`, {
    allowed: `a whole number from 1 to ${ADVANCE_MAX_MS}; it never goes back, but a reset puts it back`,
  });
}

/** An address as browsers send it. */
function hrefOf(location: string | undefined): string | undefined {
  return location !== undefined && URL.canParse(location) ? new URL(location).href : undefined;
}

function progressOf({ session, page, outcome }: Running): Progress {
  const { nowMs, host, armed, armings, trace } = session.snapshot();
  const touched = Object.entries(host.apps).filter(([name, state]) => state !== session.beginning[name]);
  const seen = trace.map(({ observation, events, changes, typed, record, atMs }) => ({
    observation,
    events,
    changes,
    typed,
    record,
    atMs,
  }));
  return {
    nowMs,
    apps: Object.fromEntries(touched),
    // The page itself is drawn again from the state.
    session: { ...host.session, shown: null },
    armed,
    armings,
    pages: page ? [...seen, page] : seen,
    outcome,
  };
}

/** The browser keeps showing what it shows: nothing is to be shown again. */
function resumed(on: Running, { nowMs, apps, session, armed, armings, pages, outcome }: Progress): Running {
  const host = { apps: { ...on.session.beginning, ...apps }, session };
  on.session.restore({ nowMs, host, armed, armings, trace: pages.slice(0, -1) }, true);
  return { ...on, page: pages.at(-1) ?? null, outcome };
}
