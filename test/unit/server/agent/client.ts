import type { z } from 'zod';
import { catalog as all } from '../../../../src/catalog.ts';
import type { Catalog } from '../../../../src/scenario/catalog.ts';
import type {
  EVALUATED,
  OBSERVED,
  REFUSED,
  ResetRequest,
  STARTED,
  STEPPED,
  STEPPED_JUDGED,
} from '../../../../src/server/agent/schema.ts';
import { serveAgents } from '../../../../src/server/agent/server.ts';
import { createSessions, type Sessions } from '../../../../src/server/agent/sessions.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import type { SurfaceFactory } from '../../../../src/surface/surface.ts';
import { PEOPLE } from '../../../support/fixtures.ts';

export const AGENT_TOKEN = 'token-of-the-agents';
export const CONTROL_TOKEN = 'token-of-the-trainer';

/** A small company, so that a test waits for none. */
export const SMALL = { scenario: 'requests/add-to-group', seed: 'test/1', people: PEOPLE } as const;

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

type Refused = z.infer<typeof REFUSED>;

/** A served range with a client for each door, and a clock that is moved by hand. */
export interface Served {
  sessions: Sessions;
  agentUrl: string;
  controlUrl: string;
  clock: { nowMs: number };
  troubles: Error[];
  agent: Client;
  control: Client;
  /** A new session of a small company. */
  begin(request?: Partial<ResetRequest>): Promise<z.infer<typeof STARTED>>;
  evaluate(session: string): Promise<z.infer<typeof EVALUATED>>;
  close(): Promise<void>;
}

export interface Client {
  ask<T = Refused>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  step(body: Record<string, unknown>): Promise<Answer<z.infer<typeof STEPPED>>>;
  judged(body: Record<string, unknown>): Promise<Answer<z.infer<typeof STEPPED_JUDGED>>>;
  observe(session: string): Promise<Answer<z.infer<typeof OBSERVED>>>;
}

interface Given {
  catalog?: Catalog;
  surfaces?: SurfaceFactory;
  capacity?: number;
}

export async function serve({
  catalog = all,
  surfaces = domSurfaces(),
  capacity = 4,
}: Given = {}): Promise<Served> {
  const clock = { nowMs: 0 };
  const troubles: Error[] = [];
  const sessions = createSessions({
    ...{ catalog, capacity, surface: 'dom', secret: 'secret-of-the-tests', idleMs: 600_000 },
    surfaces: async () => surfaces,
    nowMs: () => clock.nowMs,
  });
  const server = await serveAgents({
    ...{ catalog, sessions, version: '0.0.0', onTrouble: error => troubles.push(error) },
    agent: { port: 0, host: '127.0.0.1', token: AGENT_TOKEN },
    control: { port: 0, host: '127.0.0.1', token: CONTROL_TOKEN },
  });
  const agent = clientOf(server.agentUrl, AGENT_TOKEN);
  const control = clientOf(server.controlUrl, CONTROL_TOKEN);
  return {
    ...{ sessions, clock, troubles, agent, control },
    ...{ agentUrl: server.agentUrl, controlUrl: server.controlUrl, close: server.close },
    begin: async request => mustBe200(await control.ask('/reset', { ...SMALL, ...request })),
    evaluate: async session => mustBe200(await control.ask('/evaluate', { session })),
  };
}

export function clientOf(url: string, token: string): Client {
  const ask = async <T>(
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const reply = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as T };
  };
  return {
    ask,
    step: body => ask('/step', body),
    judged: body => ask('/step', body),
    observe: session => ask('/observe', { session }),
  };
}

function mustBe200<T>({ status, body }: Answer<unknown>): T {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
