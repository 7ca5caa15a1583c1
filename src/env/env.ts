import type { AuditEntry } from '../app/app.ts';
import { createHost, type Host, type HostState } from '../app/host/host.ts';
import { must } from '../core/assert.ts';
import { createClock, type MovableClock } from '../core/clock.ts';
import { explain, InfraError, UsageError, unknownName } from '../core/errors.ts';
import { digest } from '../core/hash.ts';
import { createRng, type Rng } from '../core/rng.ts';
import { faults } from '../fault/index.ts';
import type { Catalog } from '../scenario/catalog.ts';
import { diffStates } from '../scenario/diff.ts';
import { judge } from '../scenario/judge.ts';
import type { RangeState, Task, TraceStep, Verdict, Wanted } from '../scenario/scenario.ts';
import { scenarioNamed } from '../scenario/task.ts';
import type { Action, Point } from '../screen/action.ts';
import { TargetError, textOf } from '../screen/find.ts';
import type { Observation, ScreenNode, Viewport } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { type ReadMove, readMove } from '../screen/wire.ts';
import type { PageState, Surface, SurfaceFactory } from '../surface/surface.ts';
import type { AppName } from '../world/world.ts';
import { takeAim } from './aim.ts';
import { costOf } from './costs.ts';
import type { StepInfo, StepResult } from './step-result.ts';

export const VIEWPORT: Viewport = { width: 1280, height: 800 };

/** All that an episode is at a moment: a pointer to the state, and what the page holds. */
export interface Checkpoint {
  task: Task;
  nowMs: number;
  host: HostState;
  page: PageState;
  observation: Observation;
  trace: readonly TraceStep[];
  stateHash: string;
  isOver: boolean;
}

/** One range to act in: a task at a time, on one surface. */
export interface Env {
  reset(task: Task): Promise<Observation>;
  /**
   * Does an act, or ends the episode with an outcome; told apart by their `kind`. What is neither is an observation with
   * an `actionError`. After the end it throws a UsageError, until the next `reset` or `restore`.
   */
  step(move: Action | Outcome): Promise<StepResult>;
  checkpoint(): Promise<Checkpoint>;
  restore(checkpoint: Checkpoint): Promise<Observation>;
  /** What is right in the present task, for the recorder and the certificate; never shown to a policy. */
  readonly wanted: Wanted;
  readonly stateHash: string;
  close(): Promise<void>;
}

export interface EnvOptions {
  catalog: Catalog;
  surfaces: SurfaceFactory;
  viewport?: Viewport;
}

interface Running {
  task: Task;
  host: Host;
  clock: MovableClock;
  surface: Surface;
  rng: Rng;
  before: RangeState;
  wanted: Wanted;
  maxSteps: number;
  trace: TraceStep[];
  observation: Observation;
  stateHash: string;
  /** No more steps until the next reset. */
  isOver: boolean;
}

/** An environment over a catalog and a way to see. The only owner of a clock and of the episode's root of chance. */
export function createEnv({ catalog, surfaces, viewport = VIEWPORT }: EnvOptions): Env {
  let running: Running | undefined;
  const now = (): Running => must(running, 'a task: call reset first');

  async function reset(task: Task): Promise<Observation> {
    await running?.surface.close();
    running = undefined;
    const scenario = scenarioNamed(catalog, task.scenario);
    const rng = createRng(`${task.seed}/env`);
    const clock = createClock(task.world.nowMs);
    const host = createHost({
      range: catalog.range,
      world: task.world,
      appNames: scenario.apps,
      skins: task.skins,
      nowMs: () => clock.nowMs,
      interceptors: task.fault === null ? [] : [faultNamed(task.fault).arm(rng.fork(`faults/${task.fault}`))],
    });
    const before = host.state.apps;
    const wanted = scenario.wanted({ state: before, world: task.world, params: task.params });
    const surface = await surfaces.open({ exchange: host.exchange, viewport });
    const observation = await surface.open(host.addressOf(scenario.start.app, scenario.start.path));
    const stateHash = digest([]);
    const { maxSteps } = scenario;
    running = {
      task,
      host,
      clock,
      surface,
      rng,
      before,
      wanted,
      maxSteps,
      trace: [],
      observation,
      stateHash,
      isOver: false,
    };
    return observation;
  }

  async function step(move: Action | Outcome): Promise<StepResult> {
    const on = now();
    if (on.isOver) throw over(on);
    const read = readMove(move);
    const result = read.is === 'outcome' ? end(on, read.outcome) : await actOrError(on, read);
    on.isOver = result.status !== 'running';
    return result;
  }

  function end(on: Running, outcome: Outcome): StepResult {
    on.trace.push(traceStep(on.observation, [], ''));
    const verdict = verdictOn(on, outcome);
    return {
      observation: on.observation,
      status: verdict.success ? 'success' : 'failure',
      reward: verdict.success ? 1 : 0,
      isTerminated: true,
      isTruncated: false,
      verdict,
      info: nothingDone(on),
    };
  }

  async function actOrError(on: Running, read: ActOrProblem): Promise<StepResult> {
    try {
      return await act(on, read);
    } catch (error) {
      if (!(error instanceof InfraError)) throw error;
      return envError(on, error);
    }
  }

  async function act(on: Running, read: ActOrProblem): Promise<StepResult> {
    const screen = on.observation;
    const { host } = on;
    const stateBefore = host.state;
    if (read.is === 'act') on.clock.advance(costOf(read.act));
    let node: ScreenNode | null = null;
    let point: Point | null = null;
    try {
      if (read.is === 'problem') throw new TargetError(explain(read.problem.what, read.problem));
      const layout = on.surface.can.layout;
      const aimed = takeAim(read.act, screen, { layout, rng: on.rng.fork(`aim/${on.trace.length}`) });
      ({ node, point } = aimed);
      on.observation = await on.surface.perform(aimed.act);
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      on.observation = { ...screen, actionError: error.message };
    }
    const typed = read.is === 'act' && read.act.kind === 'type' ? read.act.text : '';
    const events = newEvents(stateBefore.apps, host.state.apps);
    on.trace.push(traceStep(screen, events, typed));
    const changes = diffStates(stateBefore.apps, host.state.apps);
    if (changes.length > 0) on.stateHash = digest(diffStates(on.before, host.state.apps));
    const struck = host.state.session.strikes
      .slice(stateBefore.session.strikes.length)
      .map(strike => strike.fault);
    const info: StepInfo = { changes, node, point, strikes: struck, stateHash: on.stateHash };
    const isTruncated = on.trace.length >= on.maxSteps;
    const base = { observation: on.observation, isTerminated: false, isTruncated, info };
    if (!isTruncated) return { ...base, status: 'running', reward: null };
    return { ...base, status: 'truncated', reward: 0, verdict: verdictOn(on, null) };
  }

  async function checkpoint(): Promise<Checkpoint> {
    const { task, clock, host, surface, observation, trace, stateHash, isOver } = now();
    const page = await surface.save();
    return {
      task,
      nowMs: clock.nowMs,
      host: host.state,
      page,
      observation,
      trace: [...trace],
      stateHash,
      isOver,
    };
  }

  async function restore(saved: Checkpoint): Promise<Observation> {
    if (running?.task !== saved.task) await reset(saved.task);
    const on = now();
    on.clock.set(saved.nowMs);
    on.host.restore(saved.host);
    on.trace = [...saved.trace];
    on.stateHash = saved.stateHash;
    on.isOver = saved.isOver;
    on.observation = await on.surface.restore(saved.page);
    // The page was asked for once more; what it counted and remembered is the checkpoint's, not the asking's.
    on.host.restore(saved.host, true);
    return on.observation;
  }

  return {
    reset,
    step,
    checkpoint,
    restore,
    get wanted() {
      return now().wanted;
    },
    get stateHash() {
      return now().stateHash;
    },
    close: async () => {
      await running?.surface.close();
      running = undefined;
    },
  };
}

type ActOrProblem = Exclude<ReadMove, { is: 'outcome' }>;

function over({ task }: Running): UsageError {
  return new UsageError('The episode has ended: nothing more is done or judged in it.', {
    where: `${task.scenario}, seed ${task.seed}`,
    allowed: 'reset(task) for the next episode, restore(checkpoint) to go on from before',
  });
}

function nothingDone({ stateHash }: Running): StepInfo {
  return { changes: [], node: null, point: null, strikes: [], stateHash };
}

function verdictOn({ before, host, task, wanted, trace }: Running, outcome: Outcome | null): Verdict {
  return judge({
    before,
    after: host.state.apps,
    world: task.world,
    wanted,
    trace: { steps: trace, outcome },
  });
}

function envError(on: Running, error: InfraError): StepResult {
  const cause = `${error.code}: ${error.message}`;
  return {
    observation: on.observation,
    status: 'env_error',
    reward: null,
    isTerminated: false,
    isTruncated: true,
    cause,
    info: nothingDone(on),
  };
}

function traceStep(observation: Observation, events: TraceStep['events'], typed: string): TraceStep {
  let text: string | undefined;
  return {
    observation,
    events,
    typed,
    get text() {
      text ??= `${observation.url}\n${textOf(observation.tree)}`;
      return text;
    },
  };
}

/** Audit lines that came since: trails only grow. */
function newEvents(before: RangeState, after: RangeState): (AuditEntry & { app: AppName })[] {
  return Object.keys(after).flatMap(app => {
    const [was, is] = [before[app]?.audit ?? [], after[app]?.audit ?? []];
    return was === is ? [] : is.slice(was.length).map(entry => ({ ...entry, app }));
  });
}

function faultNamed(name: string): (typeof faults)[keyof typeof faults] {
  if (!Object.hasOwn(faults, name)) throw unknownName('fault', name, Object.keys(faults));
  return faults[name as keyof typeof faults];
}
