import { must } from '../core/assert.ts';
import { explain, InfraError, UsageError } from '../core/errors.ts';
import { callable, closed, type Form, open, refuseMisfit } from '../core/form.ts';
import { type Catalog, scenarioNamed } from '../scenario/catalog.ts';
import type { Endings, Task } from '../scenario/scenario.ts';
import { appsBefore } from '../scenario/task.ts';
import type { Action, Point } from '../screen/action.ts';
import { TargetError } from '../screen/find.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { type ReadMove, readMove } from '../screen/wire.ts';
import type { PageState, Surface, SurfaceFactory } from '../surface/surface.ts';
import { type Actor, actorOf, afterTheEnd } from './actor.ts';
import { takeAim } from './aim.ts';
import { costOf } from './costs.ts';
import { createSession, type Session, type Snapshot } from './session.ts';
import type { StepInfo, StepResult, Turn } from './step-result.ts';

/** All that an episode is at a moment: a pointer to the state, and what the page holds. */
export interface Checkpoint {
  task: Task;
  session: Snapshot;
  page: PageState;
  observation: Observation;
  /** How it ended, if it has. */
  ended: Ended | null;
}

type Ended = Pick<Turn, 'isTerminated' | 'isTruncated'>;

/**
 * One range to act in: a task at a time, on one surface. It is the trainer's and the recorder's: whoever acts is given its
 * `actor`, and nothing else of it.
 */
export interface Env {
  /** The door of whoever acts. */
  readonly actor: Actor;
  reset(task: Task): Promise<Observation>;
  /**
   * Does an act, or ends the episode with an outcome; distinguished by their `kind`. What is neither is an observation with
   * an `actionError`. One move is done after another, however they come. After the end it throws a UsageError, until the next
   * `reset` or `restore`.
   */
  step(move: Action | Outcome): Promise<StepResult>;
  checkpoint(): Promise<Checkpoint>;
  restore(checkpoint: Checkpoint): Promise<Observation>;
  /** The endings that are right in the present task, for probe and certificate; never shown to a policy. */
  readonly wanted: Endings;
  readonly stateHash: string;
  close(): Promise<void>;
}

export interface EnvOptions {
  catalog: Catalog;
  surfaces: SurfaceFactory;
}

const ENV = closed({
  catalog: open({ scenarios: open({}), range: open({}) }),
  surfaces: open({ open: callable('domSurfaces(), or await browserSurfaces()') }),
} satisfies Form<keyof EnvOptions>);

/** A session with a surface. */
interface Running {
  task: Task;
  session: Session;
  surface: Surface;
  maxSteps: number;
  observation: Observation;
  /** How it ended: no more steps until the next reset. */
  ended: Ended | null;
}

/** An environment over a catalog and a way to see: one session after another, each on a surface of its own. */
export function createEnv(options: EnvOptions): Env {
  refuseMisfit('createEnv: the request', ENV, options);
  let running: Running | undefined;
  const now = (): Running => must(running, 'a task: call reset first');
  const close = async (): Promise<void> => {
    await running?.surface.close();
    running = undefined;
  };
  const reset = async (task: Task): Promise<Observation> => {
    await close();
    running = await begin(options, task);
    return running.observation;
  };
  // Whoever does not wait for an answer gets in after the move before, and not into the midst of it.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <R extends Turn>(
    move: unknown,
    late: (over: Turn, on: Running) => R,
  ): Promise<StepResult | R> => {
    const done = before.then<StepResult | R>((): R | Promise<StepResult> => {
      const on = now();
      return on.ended ? late({ observation: on.observation, ...on.ended }, on) : step(on, move);
    });
    before = done.catch(() => undefined);
    return done;
  };
  return {
    reset,
    actor: actorOf(
      () => now().observation,
      move => inTurn(move, afterTheEnd),
    ),
    step: move =>
      inTurn(move, (_over, on): never => {
        throw over(on);
      }),
    checkpoint: async () => {
      const { task, session, surface, observation, ended } = now();
      const page = await surface.save();
      return { task, session: session.snapshot(), page, observation, ended };
    },
    restore: async saved => {
      if (running?.task !== saved.task) await reset(saved.task);
      return goBack(now(), saved);
    },
    get wanted() {
      return must(now().session.wanted, 'what is wanted');
    },
    get stateHash() {
      return now().session.stateHash;
    },
    close,
  };
}

async function begin({ catalog, surfaces }: EnvOptions, task: Task): Promise<Running> {
  const { start, maxSteps } = scenarioNamed(catalog, task.scenario);
  const { world, skins, seed, viewport } = task;
  const appNames = appsBefore(task);
  const session = createSession(catalog, { world, appNames, skins, task, seed });
  const { host } = session;
  const surface = await surfaces.open({ exchange: host.exchange, viewport });
  const observation = await surface.open(host.addressOf(start.app, start.path));
  session.take();
  return { task, session, surface, maxSteps, observation, ended: null };
}

async function goBack(on: Running, { session, page, ended }: Checkpoint): Promise<Observation> {
  on.session.restore(session);
  const shown = await on.surface.restore(page);
  // The page was asked for once more; what it counted and remembered is the checkpoint's, not the asking's.
  on.session.restore(session, true);
  on.observation = shown;
  on.ended = ended;
  return on.observation;
}

async function step(on: Running, move: unknown): Promise<StepResult> {
  const read = readMove(move);
  const result = read.is === 'outcome' ? end(on, read.outcome) : await actOrError(on, read);
  const { isTerminated, isTruncated } = result;
  on.ended = isTerminated || isTruncated ? { isTerminated, isTruncated } : null;
  return result;
}

function over({ task }: Running): UsageError {
  return new UsageError('The episode has ended: nothing more is done or judged in it.', {
    where: `${task.scenario}, seed ${task.seed}`,
    allowed: 'reset(task) for the next episode, restore(checkpoint) to go on from before',
  });
}

function end(on: Running, outcome: Outcome): StepResult {
  on.session.note({
    observation: on.observation,
    ...{ events: [], changes: [], typed: '' },
    ...on.session.moment,
  });
  const verdict = must(on.session.judge(outcome), 'a verdict');
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

type ActOrProblem = Exclude<ReadMove, { is: 'outcome' }>;

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
  const { session } = on;
  const { moment } = session;
  if (read.is === 'act') session.advance(costOf(read.act));
  const landed = await perform(on, read);
  const { changes, events, strikes } = session.take();
  const typed = read.is === 'act' && read.act.kind === 'type' ? read.act.text : '';
  session.note({ observation: screen, events, changes, typed, ...moment });
  const info: StepInfo = { changes, strikes, stateHash: session.stateHash, ...landed };
  const isTruncated = session.trace.length >= on.maxSteps;
  const base = { observation: on.observation, isTerminated: false, isTruncated, info };
  if (!isTruncated) return { ...base, status: 'running', reward: null };
  return { ...base, status: 'truncated', reward: 0, verdict: must(session.judge(null), 'a verdict') };
}

/** Does an act on the surface: where it landed. What cannot be done is said on the screen that stands. */
async function perform(on: Running, read: ActOrProblem): Promise<Pick<StepInfo, 'node' | 'point'>> {
  const { session, surface, observation } = on;
  let node: ScreenNode | null = null;
  let point: Point | null = null;
  try {
    if (read.is === 'problem') throw new TargetError(explain(read.problem.what, read.problem));
    const rng = session.rng.fork(`aim/${session.trace.length}`);
    const aimed = takeAim(read.act, observation, { layout: surface.can.layout, rng });
    ({ node, point } = aimed);
    on.observation = await surface.perform(aimed.act);
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    on.observation = { ...observation, actionError: error.message };
  }
  return { node, point };
}

function nothingDone({ session }: Running): StepInfo {
  return { changes: [], node: null, point: null, strikes: [], stateHash: session.stateHash };
}

function envError(on: Running, error: InfraError): StepResult {
  return {
    observation: on.observation,
    status: 'env_error',
    reward: null,
    isTerminated: false,
    isTruncated: true,
    cause: `${error.code}: ${error.message}`,
    info: nothingDone(on),
  };
}
