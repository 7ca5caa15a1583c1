import { describe, expect, test } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { faults } from '../../../../src/fault/index.ts';
import { type Hub, REQUEST_COST_MS } from '../../../../src/server/hub/hub.ts';
import { edges } from '../../../../src/world/edges/index.ts';
import { act, makeTask } from '../../../support/fixtures.ts';
import { makeHub } from './client.ts';

const get = (hub: Hub, app: string, path: string) =>
  hub.exchange({ method: 'GET', url: hub.session.host.addressOf(app, path), form: [] });
const post = (hub: Hub, app: string, { path, form }: { path: string; form: Record<string, string> }) =>
  hub.exchange({ method: 'POST', url: hub.session.host.addressOf(app, path), form: Object.entries(form) });

/** Somebody whom Harborlight can suspend, and how. */
function suspension(hub: Hub): { user: string; path: string; form: Record<string, string> } {
  const { accounts, operator } = hub.laid.world;
  const account = Object.values(accounts).find(
    ({ app, status, purpose, workerId }) =>
      app === 'harborlight' && status === 'active' && purpose === 'primary' && workerId !== operator.workerId,
  );
  const user = account?.nativeId ?? '';
  const ticket = Object.values(hub.laid.world.tickets).find(({ state }) => state === 'New')?.number ?? '';
  return { user, path: `/users/${encodeURIComponent(user)}/suspend`, form: { ticket, reason: 'Test' } };
}

describe('a hub', () => {
  test('is changed by its consoles, and is as new after a reset', () => {
    const hub = makeHub();
    const { user, ...asked } = suspension(hub);
    post(hub, 'harborlight', asked);
    expect(hub.session.changes().map(({ entity, field }) => `${entity}.${field}`)).toContain(
      `users/${user}.status`,
    );
    const { beginning } = hub.session;
    hub.advance(60_000);
    hub.reset();
    expect(hub.session.changes()).toEqual([]);
    expect(hub.session.beginning).toEqual(beginning);
    expect(hub.session.nowMs).toBe(hub.laid.world.nowMs);
    expect(hub.session.host.state.session.history).toEqual([]);
  });

  test('moves the clock by a fixed cost for each request, and not for following a redirect', () => {
    const hub = makeHub();
    const began = hub.session.nowMs;
    const reply = get(hub, 'brightqueue', '/');
    expect(reply.status).toBe(303);
    expect(hub.session.nowMs).toBe(began + REQUEST_COST_MS);
    hub.exchange({ method: 'GET', url: reply.location ?? '', form: [] });
    expect(hub.session.nowMs).toBe(began + REQUEST_COST_MS);
    get(hub, 'brightqueue', '/tasks');
    expect(hub.session.nowMs).toBe(began + 2 * REQUEST_COST_MS);
    expect(() => hub.advance(-1)).toThrow(/never goes back/);
    expect(() => hub.advance(0.5)).toThrow(/whole number/);
  });

  test('lays every edge around records of the company, without a task', () => {
    for (const edge of Object.keys(edges)) {
      const hub = makeHub({ people: 250, edges: [edge] });
      expect(hub.laid.edges.map(laid => laid.edge)).toEqual([edge]);
      expect(hub.laid.world).not.toEqual(makeHub({ people: 250 }).laid.world);
    }
  }, 60_000);

  test('lays several edges around different people, the same ones for the same seed', () => {
    const names = ['namesake', 'legal-hold', 'rehire'];
    const { edges: laid } = makeHub({ people: 250, edges: names }).laid;
    expect(new Set(laid.map(({ focus }) => focus.subject)).size).toBe(names.length);
    expect(makeHub({ people: 250, edges: [...names].reverse() }).laid.edges).toEqual(laid);
  });

  test('refuses what it cannot lay', () => {
    const task = { scenario: 'requests/add-to-group', seed: '1', edge: null, fault: null };
    expect(() => makeHub({ edges: ['namesak'] })).toThrow(/Did you mean "namesake"/);
    expect(() => makeHub({ task, edges: ['namesake'] })).toThrow(/brings its own edge/);
    expect(() => makeHub({ skins: { harborligt: 'x' } })).toThrow(/Did you mean "harborlight"/);
    expect(() => makeHub().arm(['server-eror'])).toThrow(/Did you mean "server-error"/);
    expect(() => makeHub().declare({ kind: 'complete', note: '' })).toThrow(/no task/);
  });

  test.each(Object.keys(faults))(
    'armed, %s strikes at a next page or form, and is gone when disarmed',
    name => {
      const hub = makeHub();
      const work = (): void => {
        const { path, form } = suspension(hub);
        get(hub, 'harborlight', '/users');
        post(hub, 'harborlight', { path, form });
      };
      hub.arm([name]);
      expect(hub.session.hasStruck(name)).toBe(false);
      work();
      expect(hub.session.hasStruck(name)).toBe(true);
      hub.disarm([name]);
      expect(hub.session.armed).toEqual([]);
      expect(hub.session.host.state.session.memories).not.toHaveProperty([name]);
      hub.arm([name]);
      expect(hub.session.hasStruck(name)).toBe(false);
    },
  );
});

describe('a task on a hub', () => {
  const choice = { scenario: 'requests/add-to-group', seed: '7', edge: null, fault: null };

  test('is the task of an episode with the same words', () => {
    const hub = makeHub({ task: choice });
    const task = makeTask({ scenario: choice.scenario, seed: '7', worldSeed: '1', people: 80 });
    expect(hub.laid.task).toEqual(task);
    expect(hub.laid.appNames).toEqual(Object.keys(catalog.range.apps).sort());
  });

  test('is judged on the state, the pages that were shown and the outcome that was declared', async () => {
    const hub = makeHub({ task: choice });
    const { task } = hub.laid;
    if (!task) throw new Error('No task');
    expect(hub.verdict()?.success).toBe(false);
    expect(hub.verdict()?.parts[0]?.detail).toContain('none yet: the work has not been ended');
    for (const request of await requestsOfExpert(task)) hub.exchange(request);
    expect(
      hub
        .verdict()
        ?.parts.filter(part => !part.isOk)
        .map(part => part.name),
    ).toEqual(['outcome']);
    const [{ outcome, reason }] = hub.session.wanted ?? [{ outcome: 'complete' as const, reason: undefined }];
    hub.declare({ kind: outcome, note: 'Done.', ...(reason ? { reason } : {}) });
    expect(hub.verdict()?.success).toBe(true);
    hub.reset();
    expect(hub.verdict()?.success).toBe(false);
    expect(hub.outcome).toBeNull();
  });

  test.each([0, 1])('is failed by a rule that was broken, after %i pages', pages => {
    const hub = makeHub({ task: choice });
    const broken = (): string[] =>
      (hub.verdict()?.parts ?? [])
        .filter(part => !part.isOk && part.name.startsWith('P-'))
        .map(part => part.name);
    for (let i = 0; i < pages; i++) get(hub, 'harborlight', '/groups');
    expect(broken()).toEqual([]);
    const { path, form } = suspension(hub);
    post(hub, 'harborlight', { path, form });
    expect(broken()).toContain('P-13');
  });
});

/** What the expert's browser asked for, redirects followed. */
async function requestsOfExpert(task: ReturnType<typeof makeTask>) {
  const { domSurfaces } = await import('../../../../src/surface/dom/surface.ts');
  const { createEnv } = await import('../../../../src/env/env.ts');
  const asked: Parameters<Hub['exchange']>[0][] = [];
  const surfaces = domSurfaces();
  const env = createEnv({
    catalog,
    surfaces: {
      ...surfaces,
      open: ({ exchange, viewport }) =>
        surfaces.open({
          viewport,
          exchange: request => {
            asked.push(request);
            return exchange(request);
          },
        }),
    },
  });
  await act(task, { env });
  await env.close();
  return asked;
}
