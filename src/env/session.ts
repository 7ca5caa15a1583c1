import type { AuditEntry, Skin } from '../app/app.ts';
import { isUntouched } from '../app/host/initial.ts';
import { createHost, type Host, type HostState } from '../app/host/host.ts';
import type { Interceptor } from '../app/host/intercept.ts';
import { createClock, type MovableClock } from '../core/clock.ts';
import { digest } from '../core/hash.ts';
import { createRng, type Rng } from '../core/rng.ts';
import { type Catalog, scenarioNamed } from '../scenario/catalog.ts';
import { diffStates } from '../scenario/diff.ts';
import { judge } from '../scenario/judge.ts';
import type { Change, Endings, RangeState, Task, TraceStep, Verdict } from '../scenario/scenario.ts';
import { printedOn, textOn } from '../screen/script/sight.ts';
import type { Outcome } from '../screen/outcome.ts';
import type { AppName, World } from '../world/world.ts';
import { type Armed, armFault, OF_TASK } from './armed.ts';

/** What a session runs over: a task with its consoles, or a company without one. */
export interface SessionRange {
  world: World;
  /** In the order of their tabs. */
  appNames: readonly AppName[];
  skins: Readonly<Record<AppName, Skin>>;
  task: Task | null;
  /** Of what is drawn beside the task: faults that are armed by hand. */
  seed: string;
}

/** A screen of the trace with what was done on it. Plain JSON. */
export type Seen = Omit<TraceStep, 'text' | 'printed'>;

/** What came of acting since it was last asked. */
export interface Happened {
  changes: Change[];
  events: (AuditEntry & { app: AppName })[];
  /** Names of the faults that struck. */
  strikes: string[];
}

/** All that a session is at a moment, beside the page: pointers to immutable plain JSON. */
export interface Snapshot {
  nowMs: number;
  host: HostState;
  trace: readonly Seen[];
  armed: readonly Armed[];
  armings: Readonly<Record<string, number>>;
}

/** Of work that is judged while it may go on: the page in front, which is not on the trace yet. */
export interface Open {
  last: Seen | null;
  isUnderWay: boolean;
}

/**
 * The engine of one episode: the consoles and their clock, the armed faults, what was seen and done, what is right, and
 * the judge. Whoever gives it a surface, a server or a stop-watch has an environment, live consoles or a bench.
 */
export interface Session {
  readonly host: Host;
  readonly rng: Rng;
  readonly nowMs: number;
  /** The record whose page is in front, if it is one, and the time: of the screen that is acted on. */
  readonly moment: Pick<TraceStep, 'record' | 'atMs'>;
  /** The state of every console before anything was done. */
  readonly beginning: RangeState;
  /** The endings that are right in the task; null without one. Never shown to whoever acts. */
  readonly wanted: Endings | null;
  readonly trace: readonly TraceStep[];
  readonly armed: readonly Armed[];
  /** Of all that differs from the beginning. */
  readonly stateHash: string;
  advance(ms: number): void;
  /** What came of acting since it was last asked. */
  take(): Happened;
  /** Puts a screen and what was done on it at the end of the trace. */
  note(seen: Seen): void;
  /** All that differs from the beginning. */
  changes(): Change[];
  /** The verdict as it stands, with a last screen where one is not on the trace yet; null without a task. */
  judge(outcome: Outcome | null, open?: Open): Verdict | null;
  /** Arms a fault by hand: it strikes at the next occasion. */
  arm(name: string): void;
  /** Takes a fault away with what it remembers. */
  disarm(name: string): void;
  hasStruck(name: string): boolean;
  snapshot(): Snapshot;
  /** Goes back; a page that was shown is shown again when it is asked for, unless it stands on the screen. */
  restore(snapshot: Snapshot, isOnScreen?: boolean): void;
}

/** A session while it runs. */
interface Running {
  catalog: Catalog;
  range: SessionRange;
  clock: MovableClock;
  host: Host;
  beginning: RangeState;
  wanted: Endings | null;
  /** Read by the host at each exchange, so that faults can be armed while it runs. */
  interceptors: Interceptor[];
  armed: Armed[];
  armings: Record<string, number>;
  trace: TraceStep[];
  /** The state when it was last asked what came of acting. */
  taken: HostState;
  hashed: { apps: RangeState; hash: string };
}

/** Begins a session. */
export function createSession(catalog: Catalog, range: SessionRange): Session {
  const on = begin(catalog, range);
  return {
    host: on.host,
    rng: createRng(`${range.task?.seed ?? range.seed}/env`),
    beginning: on.beginning,
    wanted: on.wanted,
    get nowMs() {
      return on.clock.nowMs;
    },
    get moment() {
      return { record: on.host.state.session.record, atMs: on.clock.nowMs };
    },
    get trace() {
      return on.trace;
    },
    get armed() {
      return on.armed;
    },
    get stateHash() {
      return stateHashOf(on);
    },
    advance: ms => on.clock.advance(ms),
    take: () => take(on),
    note: seen => void on.trace.push(traceStep(seen)),
    changes: () => diffStates(on.beginning, on.host.state.apps),
    judge: (outcome, open) => verdictOn(on, outcome, open),
    arm: name => arm(on, name),
    disarm: name => disarm(on, name),
    hasStruck: name => hasStruck(on, name),
    snapshot: () => ({
      nowMs: on.clock.nowMs,
      host: on.host.state,
      trace: [...on.trace],
      armed: [...on.armed],
      armings: { ...on.armings },
    }),
    restore: (snapshot, isOnScreen = false) => restore(on, snapshot, isOnScreen),
  };
}

function begin(catalog: Catalog, range: SessionRange): Running {
  const { world, appNames, skins, task } = range;
  const clock = createClock(world.nowMs);
  const armed = task?.fault ? [{ name: task.fault, nth: OF_TASK, strikesBefore: 0 }] : [];
  const interceptors = armed.map(fault => armFault(catalog, fault, seedOf(fault, range)));
  const nowMs = (): number => clock.nowMs;
  const { range: consoles } = catalog;
  const advance = (ms: number): void => clock.advance(ms);
  const host = createHost({ range: consoles, world, appNames, skins, nowMs, advance, interceptors });
  const beginning = host.state.apps;
  const wanted =
    task && scenarioNamed(catalog, task.scenario).wanted({ state: beginning, world, params: task.params });
  const hashed = { apps: beginning, hash: digest([]) };
  const fresh = { armings: {}, trace: [], taken: host.state, hashed };
  return { catalog, range, clock, host, beginning, wanted, interceptors, armed, ...fresh };
}

function seedOf({ nth }: Armed, { task, seed }: SessionRange): string {
  return nth === OF_TASK ? (task?.seed ?? '') : seed;
}

function stateHashOf(on: Running): string {
  const { apps } = on.host.state;
  if (on.hashed.apps !== apps) on.hashed = { apps, hash: digest(diffStates(on.beginning, apps)) };
  return on.hashed.hash;
}

function take(on: Running): Happened {
  const [before, after] = [on.taken, on.host.state];
  on.taken = after;
  return {
    changes: diffStates(before.apps, after.apps),
    events: newEvents(before.apps, after.apps),
    strikes: after.session.strikes.slice(before.session.strikes.length).map(({ fault }) => fault),
  };
}

/** Audit lines that came since: trails only grow. */
function newEvents(before: RangeState, after: RangeState): Happened['events'] {
  return Object.keys(after).flatMap(app => {
    if (isUntouched(before, after, app)) return [];
    const [was, is] = [before[app]?.audit ?? [], after[app]?.audit ?? []];
    return is.slice(was.length).map(entry => ({ ...entry, app }));
  });
}

/** All text of a screen is put together when a rule asks for it. */
function traceStep(seen: Seen): TraceStep {
  const { observation } = seen;
  let text: string | undefined;
  let printed: string | undefined;
  return {
    ...seen,
    get text() {
      text ??= `${observation.url}\n${textOn(observation)}`;
      return text;
    },
    get printed() {
      printed ??= printedOn(observation);
      return printed;
    },
  };
}

/** A step of a checkpoint is one already; one out of a file has its text to come. */
function asStep(seen: Seen | TraceStep): TraceStep {
  return 'text' in seen ? seen : traceStep(seen);
}

function verdictOn(on: Running, outcome: Outcome | null, open?: Open): Verdict | null {
  const { beginning: before, wanted, host, range, trace } = on;
  if (!wanted) return null;
  const steps = open?.last ? [...trace, traceStep(open.last)] : trace;
  const told = range.task ? [range.task.goal, range.task.briefing] : [];
  return judge(on.catalog, {
    before,
    after: host.state.apps,
    world: range.world,
    wanted,
    trace: { steps, outcome },
    told,
    isUnderWay: open?.isUnderWay ?? false,
    dayFormats: Object.fromEntries(
      Object.entries(range.skins).map(([app, { dayFormat }]) => [app, dayFormat]),
    ),
  });
}

function arm(on: Running, name: string): void {
  disarm(on, name);
  const nth = (on.armings[name] ?? 0) + 1;
  const armed = { name, nth, strikesBefore: on.host.state.session.strikes.length };
  on.interceptors.push(armFault(on.catalog, armed, seedOf(armed, on.range)));
  on.armings[name] = nth;
  on.armed.push(armed);
}

/** The browser keeps showing what it shows: nothing is to be shown again. */
function disarm(on: Running, name: string): void {
  const at = on.interceptors.findIndex(interceptor => interceptor.name === name);
  if (at >= 0) on.interceptors.splice(at, 1);
  on.armed = on.armed.filter(armed => armed.name !== name);
  const { session } = on.host.state;
  const { [name]: _forgotten, ...memories } = session.memories;
  on.host.restore({ ...on.host.state, session: { ...session, memories } }, true);
}

function hasStruck({ armed, host }: Running, name: string): boolean {
  const from = armed.find(candidate => candidate.name === name)?.strikesBefore ?? 0;
  return host.state.session.strikes.slice(from).some(({ fault }) => fault === name);
}

function restore(on: Running, { nowMs, host, trace, armed, armings }: Snapshot, isOnScreen: boolean): void {
  on.clock.set(nowMs);
  on.host.restore(host, isOnScreen);
  on.taken = host;
  on.trace = trace.map(asStep);
  on.armed = [...armed];
  on.armings = { ...armings };
  on.interceptors.splice(
    0,
    Infinity,
    ...armed.map(fault => armFault(on.catalog, fault, seedOf(fault, on.range))),
  );
}
