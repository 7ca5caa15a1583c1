import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { InfraError } from '../../../../src/core/errors.ts';
import { REFUSED_JUDGED, TASKS } from '../../../../src/server/agent/schema.ts';
import { serveAgents } from '../../../../src/server/agent/server.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import type { SurfaceFactory } from '../../../../src/surface/surface.ts';
import { AGENT_TOKEN, type Answer, CONTROL_TOKEN, clientOf, type Served, serve, SMALL } from './client.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ capacity: 2 });
});
afterAll(() => served.close());

const wait = { kind: 'wait', ms: 1 };

/** A refusal is in its closed form, with its status. */
function refused({ status, body }: Answer<unknown>): {
  status: number;
  kind: string;
  nearest: string | undefined;
} {
  const { error } = REFUSED_JUDGED.parse(body);
  return { status, kind: error.kind, nearest: error.nearest };
}

describe('two doors', () => {
  it.each(['/reset', '/evaluate', '/close', '/tasks', '/metrics'])(
    'have %s at the control alone',
    async path => {
      const body = path === '/tasks' || path === '/metrics' ? undefined : {};
      expect(refused(await served.agent.ask(path, body))).toMatchObject({
        status: 404,
        kind: 'unknown_route',
      });
      const stranger = clientOf(served.controlUrl, AGENT_TOKEN);
      expect(refused(await stranger.ask(path, body))).toMatchObject({ status: 401, kind: 'unauthorized' });
    },
  );

  it('tell everybody that they are there, and nothing more', async () => {
    for (const url of [served.agentUrl, served.controlUrl]) {
      const stranger = clientOf(url, 'no-token-at-all');
      expect(await stranger.ask('/health')).toMatchObject({ status: 200, body: { status: 'healthy' } });
      expect(refused(await stranger.ask('/step', { session: 'x', act: wait })).status).toBe(401);
      expect(refused(await stranger.ask('/nowhere')).status).toBe(401);
    }
  });

  it('cut nobody off who waits for many others: a connection may lie idle for minutes', async () => {
    for (const client of [served.agent, served.control]) {
      const { headers } = await client.ask('/health');
      expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThanOrEqual(120);
    }
  });

  it('list what there is', async () => {
    const { tasks } = TASKS.parse((await served.control.ask('/tasks')).body);
    expect(tasks.map(({ scenario }) => scenario)).toEqual(Object.keys(catalog.scenarios));
  });

  it('are refused with one token for both, or a short one', async () => {
    const door = { port: 0, host: '127.0.0.1' };
    const options = { catalog, sessions: served.sessions, version: '0' };
    const open = (agent: string, control: string) =>
      serveAgents({ ...options, agent: { ...door, token: agent }, control: { ...door, token: control } });
    await expect(open(AGENT_TOKEN, AGENT_TOKEN)).rejects.toThrow('token of the rewards');
    await expect(open('short', CONTROL_TOKEN)).rejects.toThrow('12 characters');
  });
});

describe('a request that is wrong', () => {
  it.each([
    [
      'an unknown scenario',
      { scenario: 'requests/add-to-grop' },
      404,
      'unknown_scenario',
      'requests/add-to-group',
    ],
    ['an edge that does not go with it', { ...SMALL, edge: 'nope' }, 400, 'invalid_request', undefined],
    ['an unknown member', { ...SMALL, sede: 1 }, 400, 'invalid_request', undefined],
    ['a seed that is none', { ...SMALL, seed: ' ' }, 400, 'invalid_request', undefined],
    ['pictures without a browser', { ...SMALL, observe: ['screenshot'] }, 400, 'invalid_request', undefined],
    ['a task id that is none', { task_id: 'x?people=many' }, 400, 'invalid_request', undefined],
    ['neither task nor scenario', {}, 400, 'invalid_request', undefined],
    [
      'half a pixel',
      { ...SMALL, viewport: { width: 1281, height: 801, scale: 1.5 } },
      400,
      'invalid_request',
      undefined,
    ],
  ])('is refused in words, and takes no place: %s', async (_name, body, status, kind, nearest) => {
    expect(refused(await served.control.ask('/reset', body))).toEqual({ status, kind, nearest });
    expect(served.sessions.count).toBe(0);
  });

  it.each([
    ['no session of that id', { session: 'nobody', act: wait }, {}, 404, 'unknown_session'],
    ['no act', { session: 'nobody' }, {}, 404, 'unknown_session'],
    [
      'too many acts',
      { session: 'x', acts: Array.from({ length: 33 }, () => wait) },
      {},
      400,
      'invalid_request',
    ],
    ['no JSON', '{"session":', {}, 400, 'invalid_request'],
    ['no type', '{}', { 'content-type': 'text/plain' }, 415, 'not_json'],
    ['more than fits', `{"session":"${'x'.repeat(300_000)}"}`, {}, 413, 'body_too_long'],
    ['packed', '{}', { 'content-encoding': 'gzip' }, 400, 'invalid_request'],
  ])('is refused in words: %s', async (_name, body, headers, status, kind) => {
    expect(refused(await served.agent.ask('/step', body, headers))).toMatchObject({ status, kind });
  });

  it('names the nearest route', async () => {
    expect(refused(await served.agent.ask('/stepp', {})).nearest).toBe('POST /step');
  });
});

describe('sessions', () => {
  it('have a limit, past which one is told when to come again', async () => {
    const first = await served.begin();
    served.clock.nowMs += 590_000;
    const second = await served.begin();
    const { status, headers, body } = await served.control.ask('/reset', SMALL);
    expect({ status, kind: body.error.kind }).toEqual({ status: 503, kind: 'no_capacity' });
    expect(body.error).toMatchObject({ retryable: true, retry_after_s: 10 });
    expect(headers.get('retry-after')).toBe('10');
    await served.control.ask('/close', { session: first.session });
    const third = await served.begin();
    for (const { session } of [second, third]) await served.control.ask('/close', { session });
    expect(served.sessions.count).toBe(0);
  });

  it('that are left alone are closed, and whoever comes back is told', async () => {
    const [left, used] = [await served.begin(), await served.begin()];
    served.clock.nowMs += 599_999;
    expect(await served.sessions.closeIdle()).toBe(0);
    await served.agent.step({ session: used.session, act: wait });
    served.clock.nowMs += 1;
    expect(await served.sessions.closeIdle()).toBe(1);
    const back = await served.agent.ask('/step', { session: left.session, act: wait });
    expect(refused(back)).toMatchObject({ status: 410, kind: 'session_closed' });
    expect(back.body.error.message).toContain('left alone for 10 minutes');
    expect((await served.agent.step({ session: used.session, act: wait })).status).toBe(200);
    await served.control.ask('/close', { session: used.session });
    expect(refused(await served.agent.ask('/observe', { session: used.session })).kind).toBe(
      'session_closed',
    );
  });

  it('have ids of which none tells another', async () => {
    const [a, b] = [await served.begin(), await served.begin()];
    expect(a.session).toMatch(/^[\w-]{22}$/);
    expect(a.session.slice(0, 8)).not.toBe(b.session.slice(0, 8));
    for (const { session } of [a, b]) await served.control.ask('/close', { session });
  });

  it('take nothing more after the end', async () => {
    const { session } = await served.begin();
    await served.agent.step({ session, act: { kind: 'complete', note: 'Done.' } });
    expect(refused(await served.agent.ask('/step', { session, act: wait }))).toMatchObject({
      status: 409,
      kind: 'episode_over',
    });
    await served.control.ask('/close', { session });
  });
});

/** Surfaces that fail when something is done on them, as a browser that crashed does. */
function failing(error: Error): SurfaceFactory {
  const good = domSurfaces();
  return {
    ...good,
    open: async options => ({ ...(await good.open(options)), perform: () => Promise.reject(error) }),
  };
}

describe('trouble', () => {
  it('of the machine is no reward: masked, named, and over', async () => {
    const broken = await serve({
      surfaces: failing(new InfraError('BROWSER_CRASH', 'The browser died of secrets.')),
    });
    const { session } = await broken.begin();
    const { status, body } = await broken.agent.step({ session, act: wait });
    expect(status).toBe(200);
    expect(body).toMatchObject({ done: true, truncated: true, error: { kind: 'infrastructure' } });
    expect(JSON.stringify(body)).not.toContain('secrets');
    expect(await broken.evaluate(session)).toMatchObject({
      ...{ status: 'env_error', reward: null, mask: true, failure_kind: 'BROWSER_CRASH', verdict: null },
    });
    await broken.close();
  });

  it('of the program is no reward either, and is reported', async () => {
    const broken = await serve({ surfaces: failing(new Error('A bug.')) });
    const { session } = await broken.begin();
    const turn = { session, act: wait, operation_id: 'one' };
    const told = await broken.agent.ask('/step', turn);
    expect(Object.keys(told.body)).toEqual(['error']);
    const answer = await broken.control.ask('/step', turn);
    for (const each of [told, answer]) expect(refused(each)).toMatchObject({ status: 500, kind: 'internal' });
    expect(answer.body).toMatchObject({ reward: null, mask: true, failure_kind: 'INTERNAL' });
    expect(broken.troubles[0]?.message).toBe('A bug.');
    expect(await broken.evaluate(session)).toMatchObject({
      reward: null,
      mask: true,
      failure_kind: 'INTERNAL',
    });
    await broken.close();
  });

  it('at the start gives the place free', async () => {
    const surfaces = { ...domSurfaces(), open: () => Promise.reject(new InfraError('NO_BROWSER', 'None.')) };
    const broken = await serve({ surfaces });
    const answer = await broken.control.ask('/reset', SMALL);
    expect(refused(answer)).toMatchObject({ status: 503, kind: 'infrastructure' });
    expect(answer.body).toMatchObject({ reward: null, mask: true, failure_kind: 'NO_BROWSER' });
    expect(broken.sessions.count).toBe(0);
    await broken.close();
  });
});

it('closing waits for the turn that is being taken, and then nothing is left', async () => {
  const good = domSurfaces();
  let letGo = (): void => undefined;
  const gate = new Promise<void>(go => {
    letGo = go;
  });
  const surfaces: SurfaceFactory = {
    ...good,
    open: async options => {
      const surface = await good.open(options);
      const perform: typeof surface.perform = async action => {
        await gate;
        return surface.perform(action);
      };
      return { ...surface, perform };
    },
  };
  const slow = await serve({ surfaces });
  const { session } = await slow.begin();
  const turn = slow.agent.step({ session, act: wait });
  await vi.waitFor(async () =>
    expect(refused(await slow.agent.ask('/step', { session, act: wait })).kind).toBe('session_busy'),
  );
  const closed = slow.close();
  expect(refused(await slow.control.ask('/reset', SMALL)).kind).toBe('shutting_down');
  letGo();
  expect((await turn).status).toBe(200);
  await closed;
  await expect(fetch(`${slow.agentUrl}/health`)).rejects.toThrow();
});
