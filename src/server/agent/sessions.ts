import { createHmac } from 'node:crypto';
import { hint, nearest } from '../../core/suggest.ts';
import { createEnv } from '../../env/env.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import type { Task } from '../../scenario/scenario.ts';
import { buildTask } from '../../scenario/task.ts';
import type { SurfaceFactory } from '../../surface/surface.ts';
import { asRefusal, DoorError } from './door-error.ts';
import { type Held, RUNNING } from './held.ts';
import { type Part, PARTS, type ResetRequest } from './schema.ts';
import { choiceOf, type TaskChoice, taskIdOf } from './task-id.ts';

export type SurfaceName = SurfaceFactory['name'];

export interface SessionsOptions {
  catalog: Catalog;
  /** Surfaces by name, opened when one is first asked for. */
  surfaces(name: SurfaceName): Promise<SurfaceFactory>;
  /** The surface of sessions that name none. */
  surface: SurfaceName;
  /** What screens are shown as, where a session does not say. */
  observe?: readonly Part[] | undefined;
  /** How many sessions there may be at once. */
  capacity: number;
  /** How long a session may be left alone before it is closed, in real milliseconds. */
  idleMs: number;
  /** Real time, from any beginning. */
  nowMs(): number;
  /** Ids of sessions come from it: who knows one knows no other. */
  secret: string;
}

/** The sessions of a server. */
export interface Sessions {
  readonly count: number;
  readonly capacity: number;
  /** Real time, from any beginning. */
  nowMs(): number;
  readonly isClosing: boolean;
  open(request: ResetRequest): Promise<Held>;
  /** The session of an id, in use from now on. DoorError for one that is not, or no more. */
  held(id: string): Held;
  /** Notes that a session was in use until now. */
  used(held: Held): void;
  close(id: string): Promise<void>;
  /** Closes what was left alone for too long, and says how many. */
  closeIdle(): Promise<number>;
  /** Takes no more sessions, waits for the turns that are being taken, and closes all. */
  closeAll(): Promise<void>;
}

type Why = 'idle' | 'closed';

/** How many closed sessions are remembered, so that whoever comes back is told why. */
const GONE_MAX = 10_000;

interface State extends SessionsOptions {
  live: Map<string, Held>;
  gone: Map<string, Why>;
  /** Sessions that are being opened. */
  opening: number;
  opened: number;
  isClosing: boolean;
}

export function createSessions(options: SessionsOptions): Sessions {
  const on: State = { ...options, live: new Map(), gone: new Map(), opening: 0, opened: 0, isClosing: false };
  const end = async (held: Held, why: Why): Promise<void> => {
    on.live.delete(held.id);
    on.gone.set(held.id, why);
    const [oldest] = on.gone.keys();
    if (on.gone.size > GONE_MAX && oldest !== undefined) on.gone.delete(oldest);
    await held.turn?.catch(() => undefined);
    await held.env.close();
  };
  const closeIdle = async (): Promise<number> => {
    const since = on.nowMs() - on.idleMs;
    const idle = [...on.live.values()].filter(({ turn, lastUsedMs }) => !turn && lastUsedMs <= since);
    await Promise.all(idle.map(held => end(held, 'idle')));
    return idle.length;
  };
  return {
    get count() {
      return on.live.size + on.opening;
    },
    get isClosing() {
      return on.isClosing;
    },
    capacity: on.capacity,
    nowMs: () => on.nowMs(),
    open: request => open(on, request),
    held: id => heldIn(on, id),
    used: held => {
      held.lastUsedMs = on.nowMs();
    },
    close: id => end(heldIn(on, id), 'closed'),
    closeIdle,
    closeAll: async () => {
      on.isClosing = true;
      await Promise.all([...on.live.values()].map(held => end(held, 'closed')));
    },
  };
}

async function open(on: State, request: ResetRequest): Promise<Held> {
  if (on.isClosing) throw new DoorError('shutting_down', 'The server is closing.', { retryAfterS: 30 });
  if (on.live.size + on.opening >= on.capacity) throw noCapacity(on);
  on.opening++;
  try {
    return await begin(on, request);
  } finally {
    on.opening--;
  }
}

/** The next session that nobody uses is closed then, if not before. */
function noCapacity({ capacity, live, nowMs, idleMs }: State): DoorError {
  const first = Math.min(nowMs(), ...[...live.values()].map(({ lastUsedMs }) => lastUsedMs));
  const retryAfterS = Math.min(60, Math.max(1, Math.ceil((first + idleMs - nowMs()) / 1000)));
  return new DoorError('no_capacity', `All ${capacity} sessions are taken.`, { retryAfterS });
}

async function begin(on: State, request: ResetRequest): Promise<Held> {
  const choice = choiceOf(request);
  const { surface = on.surface, viewport } = request;
  const parts = partsOf(on, request, surface);
  const task = taskOf(on.catalog, choice, viewport);
  const env = createEnv({ catalog: on.catalog, surfaces: await on.surfaces(surface) });
  try {
    const screen = await env.reset(task);
    const id = createHmac('sha256', on.secret)
      .update(`session/${on.opened++}`)
      .digest('base64url')
      .slice(0, 22);
    const held: Held = {
      ...{ id, taskId: taskIdOf(choice), task, surface, parts, env, screen },
      maxSteps: on.catalog.scenarios[task.scenario]?.maxSteps ?? 0,
      ...{ standing: RUNNING, steps: 0, turn: null, lastOperation: null },
      operations: new Set(),
      lastUsedMs: on.nowMs(),
    };
    if (on.isClosing) throw new DoorError('shutting_down', 'The server is closing.', { retryAfterS: 30 });
    on.live.set(id, held);
    return held;
  } catch (error) {
    await env.close();
    throw error;
  }
}

function partsOf({ observe }: State, request: ResetRequest, surface: SurfaceName): readonly Part[] {
  const parts = request.observe ?? observe;
  if (!parts) return surface === 'browser' ? ['tree', 'screenshot'] : ['tree'];
  if (surface === 'browser' || !request.observe?.includes('screenshot')) return parts;
  const allowed = PARTS.filter(part => part !== 'screenshot').join(', ');
  throw new DoorError(
    'invalid_request',
    `Surface dom has no pictures.\n  allowed  ${allowed}; surface browser`,
  );
}

function taskOf(catalog: Catalog, choice: TaskChoice, viewport: ResetRequest['viewport']): Task {
  const { scenario, seed, world_seed, people, edge, fault, skin } = choice;
  const known = Object.keys(catalog.scenarios);
  if (!Object.hasOwn(catalog.scenarios, scenario)) {
    const message = `Unknown scenario ${JSON.stringify(scenario)}.${hint(scenario, known)}`;
    throw new DoorError('unknown_scenario', message, { nearest: nearest(scenario.slice(0, 100), known) });
  }
  const size = viewport && { width: viewport.width, height: viewport.height };
  try {
    return buildTask(catalog, {
      scenario,
      seed: String(seed),
      ...(world_seed === undefined ? {} : { worldSeed: String(world_seed) }),
      ...(people === undefined ? {} : { people }),
      ...(edge == null ? {} : { edge }),
      ...(fault == null ? {} : { fault }),
      ...(skin === undefined ? {} : { skins: skin }),
      ...(size && viewport
        ? { viewport: viewport.scale === undefined ? size : { ...size, scale: viewport.scale } }
        : {}),
    });
  } catch (error) {
    throw asRefusal(error);
  }
}

function heldIn(on: State, id: string): Held {
  const held = on.live.get(id);
  if (held) {
    held.lastUsedMs = on.nowMs();
    return held;
  }
  const why = on.gone.get(id);
  if (why === 'idle') {
    const minutes = Math.round(on.idleMs / 60_000);
    throw new DoorError(
      'session_closed',
      `The session was left alone for ${minutes} minutes and was closed.`,
    );
  }
  if (why === 'closed') throw new DoorError('session_closed', 'The session has been closed.');
  throw new DoorError('unknown_session', 'There is no such session: take the one that /reset gave.');
}
