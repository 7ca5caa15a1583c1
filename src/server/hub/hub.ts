import { createHost, type Host, type HostState } from '../../app/host/host.ts';
import type { Exchange, HttpReply, HttpRequest } from '../../app/host/http.ts';
import type { Interceptor } from '../../app/host/intercept.ts';
import type { Session } from '../../app/host/session.ts';
import { createClock, type MovableClock } from '../../core/clock.ts';
import { UsageError } from '../../core/errors.ts';
import { costOf } from '../../env/costs.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import { diffStates } from '../../scenario/diff.ts';
import { judge } from '../../scenario/judge.ts';
import type { Change, RangeState, Verdict, Wanted } from '../../scenario/scenario.ts';
import { scenarioNamed } from '../../scenario/task.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { type Armed, armFault, faultNamed, OF_TASK } from './faults.ts';
import { type Laid, layRange, type Setting } from './lay.ts';
import { addExchange, type Shown, stepsOf } from './trace.ts';

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
  session: Session;
  armed: readonly Armed[];
  /** How often each fault was armed since the reset. */
  armings: Readonly<Record<string, number>>;
  pages: readonly Shown[];
  outcome: Outcome | null;
}

/** One company with its consoles, shared by everybody who looks at it. */
export interface Hub {
  readonly catalog: Catalog;
  readonly laid: Laid;
  readonly host: Host;
  readonly nowMs: number;
  /** The state of every console right after the setting was laid. */
  readonly beginning: RangeState;
  readonly armed: readonly Armed[];
  readonly outcome: Outcome | null;
  /** Grows with every change of console state and every control; a browser's visits alone do not count. */
  readonly revision: number;
  /** What is right in the present task; null without one. */
  readonly wanted: Wanted | null;
  exchange: Exchange;
  /** Lays the setting again, with other words where some are given; all that happened is gone. */
  reset(change?: Partial<Setting>): void;
  advance(ms: number): void;
  arm(names: readonly string[]): void;
  disarm(names: readonly string[]): void;
  /** Whether an armed fault has struck since it was armed. */
  hasStruck(name: string): boolean;
  /** Says how the task ended, or takes it back; work may go on. */
  declare(outcome: Outcome | null): void;
  changes(): Change[];
  /** The verdict on the task as it stands; null without a task. */
  verdict(): Verdict | null;
  progress(): Progress;
  resume(progress: Progress): void;
}

/** A laid setting under way. */
interface Running {
  laid: Laid;
  host: Host;
  clock: MovableClock;
  beginning: RangeState;
  wanted: Wanted | null;
  /** Read by the host at each exchange, so that faults can be armed while it runs. */
  interceptors: Interceptor[];
  armed: Armed[];
  armings: Record<string, number>;
  pages: Shown[];
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
  return {
    catalog,
    exchange: request => {
      const before = on.host.state.apps;
      const reply = exchangeOn(on, request);
      if (before !== on.host.state.apps) revision++;
      return reply;
    },
    get laid() {
      return on.laid;
    },
    get host() {
      return on.host;
    },
    get nowMs() {
      return on.clock.nowMs;
    },
    get beginning() {
      return on.beginning;
    },
    get armed() {
      return on.armed;
    },
    get outcome() {
      return on.outcome;
    },
    get revision() {
      return revision;
    },
    get wanted() {
      return on.wanted;
    },
    reset: change => go(begin(catalog, layAgain(catalog, on.laid, change))),
    advance: ms => go(advanced(on, ms)),
    arm: names => go(withEach(on, names, arm)),
    disarm: names => go(withEach(on, names, disarm)),
    hasStruck: name => hasStruck(on, name),
    declare: outcome => go(declared(on, outcome)),
    changes: () => diffStates(on.beginning, on.host.state.apps),
    verdict: () => verdictOn(on),
    progress: () => progressOf(on),
    resume: progress => go(resumed(begin(catalog, on.laid), progress)),
  };
}

function exchangeOn(on: Running, request: HttpRequest): HttpReply {
  if (request.method !== 'GET' || request.url !== on.onTheWay) on.clock.advance(REQUEST_COST_MS);
  const before = on.host.state.apps;
  const reply = on.host.exchange(request);
  const after = on.host.state.apps;
  on.onTheWay = hrefOf(reply.location);
  if (on.laid.task) on.pages = addExchange(on.pages, { request, reply, before, after });
  return reply;
}

/** The same laying where nothing is to be changed: a reset takes no time. */
function layAgain(catalog: Catalog, laid: Laid, change: Partial<Setting> = {}): Laid {
  if (Object.keys(change).length === 0) return laid;
  return layRange(catalog, { ...laid.setting, ...change });
}

function advanced(on: Running, ms: number): Running {
  on.clock.advance(checkedAdvance(ms));
  return on;
}

function declared(on: Running, outcome: Outcome | null): Running {
  if (!on.laid.task) throw new UsageError('There is no task to end.', { allowed: 'after a task was set' });
  return { ...on, outcome };
}

/** Does something with each named fault, or with none when a name is unknown. */
function withEach(on: Running, names: readonly string[], act: (on: Running, name: string) => void): Running {
  names.forEach(faultNamed);
  for (const name of names) act(on, name);
  return on;
}

function hasStruck({ armed, host }: Running, name: string): boolean {
  const from = armed.find(candidate => candidate.name === name)?.strikesBefore ?? 0;
  return host.state.session.strikes.slice(from).some(({ fault }) => fault === name);
}

function begin(catalog: Catalog, laid: Laid): Running {
  const { world, appNames, skins, task } = laid;
  const clock = createClock(world.nowMs);
  const armed = task?.fault ? [{ name: task.fault, nth: OF_TASK, strikesBefore: 0 }] : [];
  const interceptors = armed.map(fault => armFault(fault, laid));
  const nowMs = (): number => clock.nowMs;
  const host = createHost({ range: catalog.range, world, appNames, skins, nowMs, interceptors });
  const beginning = host.state.apps;
  const wanted =
    task && scenarioNamed(catalog, task.scenario).wanted({ state: beginning, world, params: task.params });
  const fresh = { armings: {}, pages: [], outcome: null, onTheWay: undefined };
  return { laid, host, clock, beginning, wanted, interceptors, armed, ...fresh };
}

function checkedAdvance(ms: number): number {
  if (Number.isInteger(ms) && ms > 0 && ms <= ADVANCE_MAX_MS) return ms;
  throw new UsageError(`The clock cannot be moved by ${ms} milliseconds.`, {
    allowed: `a whole number from 1 to ${ADVANCE_MAX_MS}; it never goes back, but a reset puts it back`,
  });
}

function arm(on: Running, name: string): void {
  disarm(on, name);
  const strikesBefore = on.host.state.session.strikes.length;
  const armed = { name, nth: (on.armings[name] ?? 0) + 1, strikesBefore };
  on.interceptors.push(armFault(armed, on.laid));
  on.armings[name] = armed.nth;
  on.armed.push(armed);
}

/** An address as browsers send it. */
function hrefOf(location: string | undefined): string | undefined {
  return location !== undefined && URL.canParse(location) ? new URL(location).href : undefined;
}

/** Takes a fault away with what it remembers. The task's own is gone, too, until the next reset. */
function disarm(on: Running, name: string): void {
  const at = on.interceptors.findIndex(interceptor => interceptor.name === name);
  if (at >= 0) on.interceptors.splice(at, 1);
  on.armed = on.armed.filter(armed => armed.name !== name);
  const { [name]: _forgotten, ...memories } = on.host.state.session.memories;
  setState(on, { ...on.host.state, session: { ...on.host.state.session, memories } });
}

/** The browser keeps showing what it shows: nothing is to be shown again. */
function setState(on: Running, state: HostState): void {
  on.host.restore(state, true);
}

function verdictOn({ laid, host, beginning, wanted, pages, outcome }: Running): Verdict | null {
  if (!wanted) return null;
  const trace = { steps: stepsOf(pages), outcome };
  return judge({ before: beginning, after: host.state.apps, world: laid.world, wanted, trace });
}

function progressOf(on: Running): Progress {
  const { apps, session } = on.host.state;
  const touched = Object.entries(apps).filter(([name, state]) => state !== on.beginning[name]);
  return {
    nowMs: on.clock.nowMs,
    apps: Object.fromEntries(touched),
    // The page itself is drawn again from the state.
    session: { ...session, shown: null },
    armed: on.armed,
    armings: on.armings,
    pages: on.pages,
    outcome: on.outcome,
  };
}

function resumed(on: Running, progress: Progress): Running {
  on.clock.set(progress.nowMs);
  on.interceptors.splice(0, Infinity, ...progress.armed.map(armed => armFault(armed, on.laid)));
  setState(on, { apps: { ...on.beginning, ...progress.apps }, session: progress.session });
  const { armed, armings, pages, outcome } = progress;
  return { ...on, armed: [...armed], armings: { ...armings }, pages: [...pages], outcome };
}
