import { request } from 'node:http';
import { catalog } from '../../../../src/catalog.ts';
import { createHub, type Hub } from '../../../../src/server/hub/hub.ts';
import type { Setting } from '../../../../src/server/hub/lay.ts';
import type { Report } from '../../../../src/server/hub/report.ts';
import { type HubServer, serveHub } from '../../../../src/server/hub/server.ts';

/** What the tests' servers ask for. */
export const TOKEN = 'token-for-tests';

/** A hub over a small company. */
export function makeHub(setting: Partial<Setting> = {}): Hub {
  const base: Setting = { seed: '1', people: 80, skins: 'home', task: null, edges: [] };
  return createHub({ catalog, setting: { ...base, ...setting } });
}

/** A served hub and a client for it. */
export interface Served {
  hub: Hub;
  server: HubServer;
  ask(asked: Asked): Promise<Answer>;
  /** Asks the controls as test code does, and gives the report. */
  control(path: string, body?: unknown): Promise<Report>;
}

export interface Asked {
  /** What the `Host` header says: the start page unless told otherwise. */
  host?: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** Serves a hub on a free port. */
export async function serve(hub: Hub, options: { token?: string; host?: string } = {}): Promise<Served> {
  const { token = TOKEN } = options;
  const server = await serveHub({ hub, ...options, token });
  const ask = (asked: Asked): Promise<Answer> => send(server.port, asked);
  const control = async (path: string, body?: unknown): Promise<Report> => {
    const answer = await ask({
      path: `/_control/${path}`,
      method: body === undefined ? 'GET' : 'POST',
      headers: controlHeaders(token),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
    return JSON.parse(answer.body);
  };
  return { hub, server, ask, control };
}

/** The headers that the controls ask for. */
export function controlHeaders(token = TOKEN): Record<string, string> {
  return { 'content-type': 'application/json', 'x-range-token': token };
}

function send(port: number, { host = `localhost:${port}`, path = '/', ...rest }: Asked): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = rest;
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, reply => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => {
        text += chunk;
      });
      reply.once('end', () => done({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }));
    });
    sent.once('error', fail);
    sent.end(body);
  });
}
