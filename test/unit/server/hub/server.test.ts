import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveHub } from '../../../../src/server/hub/server.ts';
import { type Asked, controlHeaders, makeHub, type Served, serve, TOKEN } from './client.ts';

let served: Served;
let port: number;

beforeAll(async () => {
  served = await serve(makeHub());
  port = served.server.port;
});
afterAll(() => served.server.close());

const desk = (): string => `desk.localhost:${port}`;

describe('addresses', () => {
  test('each console answers at its own name, and leads to served names alone', async () => {
    const { consoles } = await served.control('state');
    for (const { url, title } of consoles) {
      const { host, pathname } = new URL(url);
      const home = await served.ask({ host, path: pathname });
      const to = new URL(String(home.headers.location ?? url));
      expect(to.host).toBe(host);
      const page = await served.ask({ host, path: to.pathname });
      expect(page.status).toBe(200);
      expect(page.body).toContain(title);
      expect(page.body).not.toMatch(/(href|action)="http:\/\/[^"]*\.example/);
      const tabs = page.body.match(/href="http:\/\/[a-z]+\.localhost:\d+\/_bar\/tab\//g);
      expect(tabs).toHaveLength(consoles.length);
    }
  });

  test('every link of the start page answers', async () => {
    const start = await served.ask({});
    const links = [...start.body.matchAll(/href="(http:[^"]+)"/g)].map(match => match[1] ?? '');
    expect(links.length).toBeGreaterThan(40);
    for (const link of new Set(links)) {
      const { host, pathname, search } = new URL(link);
      const answer = await served.ask({ host, path: pathname + search });
      expect([link, answer.status < 400]).toEqual([link, true]);
    }
  });

  test.each([
    ['the address inside', () => 'id.HOME/users', () => 'http://id.localhost:PORT/users'],
    ['the address outside', () => 'http://id.localhost:PORT/users', () => 'http://id.localhost:PORT/users'],
    [
      'the address outside without its scheme',
      () => 'id.localhost:PORT/users',
      () => 'http://id.localhost:PORT/users',
    ],
  ])('the bar understands %s', async (_, typed, leadsTo) => {
    const fill = (text: string): string =>
      text.replace('PORT', String(port)).replace('HOME', served.hub.laid.world.company.domain);
    const path = `/_bar/go?address=${encodeURIComponent(fill(typed()))}`;
    expect((await served.ask({ host: desk(), path })).headers.location).toBe(fill(leadsTo()));
  });

  test.each([
    'http://192.0.2.1/',
    'https://desk.localhost/',
    'http://localhost:PORT/_control/state',
    'javascript:1',
  ])('the bar sends nobody to %s', async address => {
    const typed = encodeURIComponent(address.replace('PORT', String(port)));
    const answer = await served.ask({ host: desk(), path: `/_bar/go?address=${typed}` });
    expect([answer.status, answer.headers.location]).toEqual([502, undefined]);
    expect(answer.body).toContain('Address not reachable');
  });
});

describe('who may ask what', () => {
  test.each([
    'evil.example',
    'localhost',
    'localhost:1',
    'id.localhost.evil.example:PORT',
    'x.localhost:PORT',
  ])('the host "%s" is nobody here', async host => {
    const answer = await served.ask({ host: host.replace('PORT', String(port)) });
    expect(answer.status).toBe(421);
    expect(answer.body).not.toContain(TOKEN);
  });

  test('this is no proxy', async () => {
    const address = `http://desk.${served.hub.laid.world.company.domain}/`;
    expect((await served.ask({ path: address })).status).toBe(400);
  });

  const reset = { path: '/_control/reset', method: 'POST', body: '{}' };
  test.each([
    ['no token', { 'content-type': 'application/json' }, 401],
    ['a wrong token', { ...controlHeaders(), 'x-range-token': `${TOKEN}.` }, 401],
    ['no JSON', { ...controlHeaders(), 'content-type': 'text/plain' }, 415],
    ['a form', { ...controlHeaders(), 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['the origin of a console', { ...controlHeaders(), origin: 'http://desk.localhost:PORT' }, 403],
    ['another origin', { ...controlHeaders(), origin: 'http://evil.example' }, 403],
    ['the origin null', { ...controlHeaders(), origin: 'null' }, 403],
    ['another site', { ...controlHeaders(), 'sec-fetch-site': 'cross-site' }, 403],
    ['a typed address', { ...controlHeaders(), 'sec-fetch-site': 'none' }, 403],
  ])('a control with %s is refused', async (_, headers, status) => {
    const { revision } = served.hub;
    const filled = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', String(port)),
    ]);
    const answer = await served.ask({ ...reset, headers: Object.fromEntries(filled) });
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(served.hub.revision).toBe(revision);
  });

  test('the controls are on the origin of the start page alone', async () => {
    const { revision } = served.hub;
    for (const host of [desk(), `id.localhost:${port}`]) {
      const answer = await served.ask({ ...reset, host, headers: controlHeaders() });
      expect(answer.status).toBe(415);
      const read = await served.ask({ path: '/_control/state', host, headers: controlHeaders() });
      expect(read.status).toBe(404);
      expect(read.body).not.toContain('"revision"');
    }
    expect(served.hub.revision).toBe(revision);
    expect(
      (await served.ask({ ...reset, host: `127.0.0.1:${port}`, headers: controlHeaders() })).status,
    ).toBe(200);
  });

  test.each([
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another console', { origin: 'http://id.localhost:PORT' }, 403],
    ['the start page', { origin: 'http://localhost:PORT' }, 403],
    ['the origin null', { origin: 'null' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the console itself', { origin: 'http://desk.localhost:PORT', 'sec-fetch-site': 'same-origin' }, 404],
    ['test code', {}, 404],
  ])('a form of a console sent by %s', async (_, headers, status) => {
    const { count } = served.hub.session.host.state.session;
    const filled = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('PORT', String(port)),
    ]);
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...Object.fromEntries(filled) };
    const answer = await served.ask({
      host: desk(),
      path: '/nothing',
      method: 'POST',
      headers: form,
      body: 'a=1',
    });
    expect(answer.status).toBe(status);
    expect(served.hub.session.host.state.session.count).toBe(count + (status === 404 ? 1 : 0));
  });

  test('what browsers ask for by themselves is no page that somebody opened', async () => {
    const { count } = served.hub.session.host.state.session;
    const asked: Asked[] = [
      { path: '/favicon.ico' },
      { path: '/tasks', headers: { 'sec-purpose': 'prefetch' } },
      { path: '/tasks', headers: { 'sec-fetch-dest': 'image' } },
      { path: '/tasks', headers: { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'cross-site' } },
      { path: '/tasks', method: 'HEAD' },
    ];
    for (const request of asked) {
      expect((await served.ask({ host: desk(), ...request })).status).toBeGreaterThanOrEqual(403);
    }
    expect(served.hub.session.host.state.session.count).toBe(count);
    expect((await served.ask({ method: 'HEAD' })).status).toBe(200);
  });
});

describe('controls', () => {
  test('lay, arm, move the clock and tell the state', async () => {
    const laid = await served.control('reset', { seed: '2', skins: 'drawn' });
    expect(laid.company).toMatchObject({ seed: '2', people: 80, skins: 'drawn' });
    const later = await served.control('clock', { advanceMs: 3_600_000 });
    expect(later.clock.nowMs - laid.clock.nowMs).toBe(3_600_000);
    expect((await served.control('faults', { arm: ['server-error'] })).faults).toEqual([
      { name: 'server-error', hasStruck: false },
    ]);
    expect((await served.control('edges', { edges: ['namesake'] })).edges[0]).toMatchObject({
      edge: 'namesake',
    });
    const set = await served.control('task', { scenario: 'requests/add-to-group', edge: 'namesake' });
    expect(set.task?.goal).toMatch(/SCTASK\d{7}|[ECI]\d{6}/);
    expect(set.verdict?.success).toBe(false);
    expect(set.edges.map(({ edge }) => edge)).toEqual(['namesake']);
    for (const { url } of set.consoles) {
      const { status } = await served.ask({ host: new URL(url).host, path: '/_bar/tab/peoplemere' });
      expect([url, status]).toEqual([url, 303]);
    }
    expect((await served.control('outcome', { kind: 'complete' })).outcome?.kind).toBe('complete');
    const asks = await served.control('task', { scenario: 'questions/who-approved' });
    const values = Object.fromEntries((asks.task?.wanted.values ?? []).map(name => [name, 'x']));
    expect(Object.keys(values).length).toBeGreaterThan(0);
    const answered = await served.control('outcome', { kind: 'answer', values });
    expect(answered.verdict?.parts.find(({ name }) => name === 'outcome')?.detail).toContain('got "x"');
    const left = await served.control('task', { scenario: null });
    expect([left.task, left.verdict, left.edges]).toEqual([null, null, []]);
    const { body } = await served.ask({ path: '/_control/state?app=harborlight', headers: controlHeaders() });
    expect(Object.keys(JSON.parse(body).state.users).length).toBeGreaterThan(50);
  });

  test.each([
    ['reset', { sead: '2' }, 'sead'],
    ['reset', { people: 3 }, "can't have 3 people"],
    ['clock', { advanceMs: -5 }, 'never goes back'],
    ['clock', {}, 'advanceMs'],
    ['faults', { arm: ['server-eror'] }, 'Did you mean'],
    ['edges', { edges: ['namesak'] }, 'Did you mean'],
    ['task', { scenario: 'requests/add-to-grup' }, 'Did you mean'],
    ['task', { scenario: 'requests/add-to-group', edge: 'rehire' }, 'does not go with edge'],
    ['outcome', { kind: 'done' }, 'allowed  complete, answer, escalate, refuse'],
    ['outcome', { kind: 'click', at: { x: 1, y: 1 } }, 'allowed  complete, answer, escalate, refuse'],
    ['outcome', { kind: 'refuse', reason: 'BECAUSE' }, 'allowed  POLICY_PROHIBITED, '],
    ['outcome', ['complete'], 'Not an ending'],
    ['edges', { edges: 'namesake' }, 'Not understood: edges is'],
    ['task', { scenario: 5 }, 'scenario is 5'],
    ['rest', {}, 'POST /_control/reset'],
  ])('%s with %j is refused, and nothing is changed', async (path, body, why) => {
    const { revision } = served.hub;
    await expect(served.control(path, body)).rejects.toThrow(why);
    expect(served.hub.revision).toBe(revision);
  });
});

test('beyond loopback a token is needed, and asked for on every page', async () => {
  await expect(serveHub({ hub: makeHub(), host: '0.0.0.0', token: '' })).rejects.toThrow(/--token/);
  await expect(serveHub({ hub: makeHub(), host: '0.0.0.0', token: 'short' })).rejects.toThrow(
    /12 characters/,
  );
  const gated = await serve(makeHub(), { host: '0.0.0.0' });
  const { port: at } = gated.server;
  const basic = `Basic ${Buffer.from(`qa:${TOKEN}`).toString('base64')}`;
  for (const host of [`localhost:${at}`, `id.localhost:${at}`]) {
    const path = host.startsWith('id') ? '/users' : '/';
    const refused = await gated.ask({ host, path });
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('Basic'),
    ]);
    expect((await gated.ask({ host, path, headers: { authorization: 'Basic cWE6d3Jvbmc=' } })).status).toBe(
      401,
    );
    expect((await gated.ask({ host, path, headers: { authorization: basic } })).status).toBe(200);
    expect((await gated.ask({ host, path, headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
  }
  await gated.server.close();
});

test('a taken port is reported, with what to do', async () => {
  await expect(serveHub({ hub: makeHub(), port, token: TOKEN })).rejects.toThrow(
    /is taken by another program[\s\S]*another --port/,
  );
});

test('a port that is mapped is the one that is printed and answered under', async () => {
  const server = await serveHub({ hub: makeHub(), token: TOKEN, publicPort: 9000 });
  const at = (host: string): Promise<number> =>
    new Promise((done, fail) =>
      get({ port: server.port, host: '127.0.0.1', headers: { host } }, answer => {
        answer.resume();
        done(answer.statusCode ?? 0);
      }).on('error', fail),
    );
  expect(server.addresses.start).toBe('http://localhost:9000');
  expect([await at('localhost:9000'), await at('id.localhost:9000'), await at('localhost:9001')]).toEqual([
    200, 200, 421,
  ]);
  await server.close();
});
