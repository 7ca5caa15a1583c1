import type { z } from 'zod';
import type { Catalog } from '../../scenario/catalog.ts';
import { DoorError } from './door-error.ts';
import type { Held, Standing, TurnTaken } from './held.ts';
import type { Metrics } from './metrics.ts';
import * as schema from './schema.ts';
import type { Sessions } from './sessions.ts';
import { shownScreen } from './shown.ts';
import { takeTurn } from './turn.ts';

/** What routes work on. */
export interface Range {
  catalog: Catalog;
  sessions: Sessions;
  metrics: Metrics;
}

/** A route of a door: what comes in, what goes out, and what it does in between. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  about: string;
  /** What a body is read by; null where there is none. */
  takes: z.ZodType | null;
  /** The same as the document tells it, where that says more. */
  told?: z.ZodType;
  gives: z.ZodType;
  /** The content type of what goes out; JSON when absent, else it is a text. */
  media?: string;
  /** Whether anybody may ask, without a token. */
  isOpen?: boolean;
  run(range: Range, body: unknown): Promise<unknown> | unknown;
}

/** A route whose body is of the schema that it takes. */
function route<T extends z.ZodType>(
  given: Omit<Route, 'takes' | 'run'> & {
    takes: T;
    run(range: Range, body: z.infer<T>): Promise<unknown> | unknown;
  },
): Route {
  return { ...given, run: (range, body) => given.run(range, body as z.infer<T>) };
}

const health: Route = {
  method: 'GET',
  path: '/health',
  about: 'Whether the server takes sessions.',
  takes: null,
  gives: schema.HEALTH,
  isOpen: true,
  run: ({ sessions }) => ({ status: sessions.isClosing ? 'closing' : 'healthy' }),
};

const observe = route({
  method: 'POST',
  path: '/observe',
  about: 'The goal, what is known before, and the screen that stands.',
  takes: schema.OF_SESSION,
  gives: schema.OBSERVED,
  run: ({ sessions }, { session }) => {
    const held = sessions.held(session);
    return { session, ...toldOf(held), observation: shownOf(held), ...endOf(held.standing) };
  },
});

function step(gives: z.ZodType, withReward: boolean): Route {
  return route({
    method: 'POST',
    path: '/step',
    about: 'Acts: one, or several until one fails or the page changes under a later one.',
    takes: schema.STEP,
    told: schema.STEP_TOLD,
    gives,
    run: async ({ sessions, metrics }, { session, operation_id: operationId, ...body }) => {
      const held = sessions.held(session);
      const began = sessions.nowMs();
      const onTaken = (taken: TurnTaken): void => metrics.turn(taken, (sessions.nowMs() - began) / 1000);
      const turn = await takeTurn(held, { moves: movesOf(body), operationId, onTaken });
      sessions.used(held);
      return { ...stepped(held, turn), ...(withReward ? rewardOf(turn.standing) : {}) };
    },
  });
}

function movesOf({ act, acts }: { act?: unknown; acts?: unknown[] | undefined }): unknown[] {
  if (act !== undefined && acts === undefined) return [act];
  if (act === undefined && acts !== undefined) return acts;
  throw new DoorError('invalid_request', 'Either act, or acts for several in one turn.');
}

function stepped(held: Held, { screen, acts, stopped, standing }: TurnTaken): z.infer<typeof schema.STEPPED> {
  const failed = acts.find(({ status }) => status === 'failed')?.error;
  const error = standing.failureKind
    ? {
        kind: 'infrastructure' as const,
        message: 'The machine failed, not you: the episode counts for nothing.',
      }
    : failed !== undefined && { kind: 'act_failed' as const, message: failed };
  return {
    session: held.id,
    observation: shownScreen(screen, held.parts),
    ...endOf(standing),
    acts,
    ...(stopped ? { stopped } : {}),
    ...(error ? { error } : {}),
  };
}

const reset = route({
  method: 'POST',
  path: '/reset',
  about: 'Begins an episode in a session of its own.',
  takes: schema.RESET,
  gives: schema.STARTED,
  run: async ({ sessions }, request): Promise<z.infer<typeof schema.STARTED>> => {
    const held = await sessions.open(request);
    const { id: session, taskId, task, surface, maxSteps } = held;
    const { scenario, seed, worldSeed, people, edge, fault } = task;
    return {
      session,
      ...toldOf(held),
      observation: shownOf(held),
      info: {
        ...{ task_id: taskId, scenario, seed, world_seed: worldSeed, people, edge, fault, surface },
        max_steps: maxSteps,
      },
    };
  },
});

const evaluate = route({
  method: 'POST',
  path: '/evaluate',
  about: 'How the episode stands, its reward and the parts of its verdict.',
  takes: schema.OF_SESSION,
  gives: schema.EVALUATED,
  run: ({ sessions }, { session }): z.infer<typeof schema.EVALUATED> => {
    const { standing, steps, env } = sessions.held(session);
    const { verdict, status } = standing;
    const shown = verdict && {
      success: verdict.success,
      wanted: { outcome: verdict.wanted.outcome, reason: verdict.wanted.reason },
      parts: verdict.parts.map(({ name, isOk, detail }) => ({ name, isOk, detail })),
      changes: verdict.changes,
    };
    return {
      ...{ session, status, ...endOf(standing), ...rewardOf(standing), steps },
      state_hash: env.stateHash,
      verdict: shown,
    };
  },
});

const close = route({
  method: 'POST',
  path: '/close',
  about: 'Ends a session and gives its place free.',
  takes: schema.OF_SESSION,
  gives: schema.CLOSED,
  run: async ({ sessions }, { session }) => {
    await sessions.close(session);
    return { session, closed: true };
  },
});

const tasks: Route = {
  method: 'GET',
  path: '/tasks',
  about: 'The scenarios, and what trouble goes with each.',
  takes: null,
  gives: schema.TASKS,
  run: ({ catalog }): z.infer<typeof schema.TASKS> => ({
    tasks: Object.values(catalog.scenarios).map(({ name, summary, edges, faults, maxSteps }) => ({
      ...{ scenario: name, summary, edges: [...edges], faults: [...faults], max_steps: maxSteps },
    })),
  }),
};

const metrics: Route = {
  method: 'GET',
  path: '/metrics',
  about: 'Figures of the server for Prometheus.',
  takes: null,
  gives: schema.METRICS,
  media: 'text/plain; version=0.0.4; charset=utf-8',
  run: range => range.metrics.text(),
};

/** What a door answers. */
export interface DoorPlan {
  title: string;
  routes: readonly Route[];
  refused: z.ZodType;
  /** Whether refusals tell that there is no reward, and what failed. */
  isJudge: boolean;
}

/** The door of whoever acts: screens, and nothing of task, state, judge or reward. */
export const AGENT_DOOR: DoorPlan = {
  title: 'iam-range: the door of whoever acts',
  routes: [health, observe, step(schema.STEPPED, false)],
  refused: schema.REFUSED,
  isJudge: false,
};

/** The door of whoever trains and measures. */
export const CONTROL_DOOR: DoorPlan = {
  title: 'iam-range: the door of whoever trains and measures',
  routes: [health, metrics, tasks, reset, observe, step(schema.STEPPED_JUDGED, true), evaluate, close],
  refused: schema.REFUSED_JUDGED,
  isJudge: true,
};

function toldOf({ task: { goal, briefing } }: Held): { goal: string; briefing: string } {
  return { goal, briefing };
}

function shownOf({ screen, parts }: Held): schema.ShownScreen {
  return shownScreen(screen, parts);
}

function endOf({ isDone, isTruncated }: Standing): { done: boolean; truncated: boolean } {
  return { done: isDone, truncated: isTruncated };
}

function rewardOf({ reward, failureKind }: Standing): {
  reward: number | null;
  mask: boolean;
  failure_kind: string | null;
} {
  return { reward, mask: failureKind !== null, failure_kind: failureKind };
}
