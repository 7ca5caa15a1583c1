import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type ExchangeServer, FORM_LIMIT_BYTES, serveExchange } from '../../../../src/app/host/express.ts';
import type { HttpReply, HttpRequest } from '../../../../src/app/host/http.ts';

interface Sent {
  method?: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

let server: ExchangeServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function serve(answer: (asked: HttpRequest) => HttpReply): Promise<number> {
  server = await serveExchange({ exchange: answer });
  return server.port;
}

function send(port: number, { method = 'GET', path, body, headers }: Sent): Promise<Record<string, string>> {
  return new Promise((done, fail) => {
    const asked = request(
      { host: '127.0.0.1', port, method, path, ...(headers ? { headers } : {}) },
      reply => {
        let text = '';
        reply.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        reply.on('end', () =>
          done({ ...(reply.headers as Record<string, string>), status: `${reply.statusCode}`, text }),
        );
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });
}

const page = (body: string): HttpReply => ({ status: 200, contentType: 'text/html; charset=utf-8', body });
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('any host arrives as it was asked for, and scripts are forbidden', async () => {
  const port = await serve(({ method, url }) => page(`${method} ${url}`));
  const reply = await send(port, { path: 'http://192.0.2.7:81/a%20b?q=1&q=2' });
  expect(reply.text).toBe('GET http://192.0.2.7:81/a%20b?q=1&q=2');
  expect(reply['content-security-policy']).toContain("script-src 'none'");
  expect(reply['cache-control']).toBe('no-store');
  expect(reply['x-content-type-options']).toBe('nosniff');
  expect(reply['referrer-policy']).toBe('no-referrer');
  expect(reply['set-cookie']).toBeUndefined();
  expect((await send(port, { path: '/direct', headers: { host: 'desk.acme.example' } })).text).toBe(
    'GET http://desk.acme.example/direct',
  );
});

test('a form keeps order, duplicates and every script', async () => {
  const port = await serve(({ form }) => page(JSON.stringify(form)));
  const body = 'b=2&a=%C5%BD%26+x&b=1&empty=&b=2';
  const reply = await send(port, { method: 'POST', path: 'http://a.example/', body, headers: FORM });
  expect(JSON.parse(reply.text ?? '')).toEqual([
    ['b', '2'],
    ['a', 'Ž& x'],
    ['b', '1'],
    ['empty', ''],
    ['b', '2'],
  ]);
});

test('what is no page of ours is refused', async () => {
  const port = await serve(() => page('reached'));
  const path = 'http://a.example/';
  const refused = async (sent: Sent): Promise<string | undefined> => (await send(port, sent)).status;
  expect(await refused({ path, method: 'PUT' })).toBe('405');
  expect(await refused({ path, method: 'POST', body: '{}', headers: { 'content-type': 'text/json' } })).toBe(
    '415',
  );
  expect(
    await refused({ path, method: 'POST', body: `a=${'x'.repeat(FORM_LIMIT_BYTES)}`, headers: FORM }),
  ).toBe('413');
  const answer = await new Promise<string>(done => {
    const socket = connect(port, '127.0.0.1', () => socket.write('CONNECT a.example:443 HTTP/1.1\r\n\r\n'));
    socket.on('data', part => done(part.toString('utf8')));
  });
  expect(answer).toContain('403');
});

test('redirects, files that never change and failures', async () => {
  const port = await serve(({ url }) => {
    if (url.endsWith('/moved')) return { ...page(''), status: 303, location: 'http://b.example/there' };
    if (url.endsWith('/font')) return { ...page('x'), immutable: true };
    throw new RangeError('no such record');
  });
  const moved = await send(port, { path: 'http://a.example/moved' });
  expect([moved.status, moved.location]).toEqual(['303', 'http://b.example/there']);
  expect((await send(port, { path: 'http://a.example/font' }))['cache-control']).toContain('immutable');
  expect((await send(port, { path: 'http://a.example/broken' })).status).toBe('500');
  expect(server?.takeError()).toBeInstanceOf(RangeError);
  expect(server?.takeError()).toBeUndefined();
  expect(server?.pending()).toBe(0);
});
