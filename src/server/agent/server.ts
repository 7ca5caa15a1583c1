import { createServer, type Server } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { readBody } from '../../app/host/express.ts';
import { InfraError, UsageError } from '../../core/errors.ts';
import { hint, nearest } from '../../core/suggest.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import { hasToken } from '../hub/guard.ts';
import { readAs } from '../hub/setting.ts';
import { isLoopback, listen, stopListening, TOKEN_MIN, urlHost } from '../listen.ts';
import { asRefusal, DoorError, REFUSALS } from './door-error.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApiOf } from './open-api.ts';
import { AGENT_DOOR, CONTROL_DOOR, type DoorPlan, type Range, type Route } from './routes.ts';
import type { Sessions } from './sessions.ts';

/** Where a door is and what it asks for. */
export interface Door {
  /** 0 takes a free one. */
  port: number;
  host: string;
  token: string;
}

export interface AgentServerOptions {
  catalog: Catalog;
  sessions: Sessions;
  /** Of whoever acts. */
  agent: Door;
  /** Of whoever trains and measures: tasks, rewards and verdicts. */
  control: Door;
  version: string;
  /** Called when the program fails; whoever asked is told that it did. */
  onTrouble?: (error: Error) => void;
}

/** A running server with its two doors. */
export interface AgentServer {
  agentUrl: string;
  controlUrl: string;
  /** Takes no more, waits for the turns that are being taken, closes all sessions and frees the ports. */
  close(): Promise<void>;
}

/** Real milliseconds in which a request has to have come in whole. */
const REQUEST_MS = 60_000;

/**
 * Real milliseconds that a connection may lie idle. Hundreds of sessions that act at once keep a server busy for seconds,
 * and one that comes to its timers before its sockets cuts off what has been sent already.
 */
const KEEP_MS = 300_000;

/** The most connections of a door. */
const CONNECTIONS_MAX = 4096;

/** Serves sessions at two doors. Throws UsageError for a port that is taken, and for tokens that keep nobody out. */
export async function serveAgents(options: AgentServerOptions): Promise<AgentServer> {
  const { agent, control, sessions } = options;
  refuseTokens(agent, control);
  const doors = [
    { door: agent, option: '--port', plan: AGENT_DOOR },
    { door: control, option: '--control-port', plan: CONTROL_DOOR },
  ];
  const metrics = createMetrics({ count: () => sessions.count, capacity: sessions.capacity });
  const servers: Server[] = [];
  const urls: string[] = [];
  try {
    for (const { door, option, plan } of doors) {
      const server = createServer(doorApp({ ...options, metrics }, plan, door.token));
      limit(server);
      servers.push(server);
      const port = await listen(server, { port: door.port, host: door.host, option });
      urls.push(`http://${urlHost(door.host)}:${port}`);
    }
  } catch (error) {
    await Promise.all(servers.map(stopListening));
    throw error;
  }
  const [agentUrl = '', controlUrl = ''] = urls;
  const close = async (): Promise<void> => {
    await sessions.closeAll();
    // The last answers go out before their connections are ended.
    await new Promise(setImmediate);
    await Promise.all(servers.map(stopListening));
  };
  return { agentUrl, controlUrl, close };
}

function limit(server: Server): void {
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.keepAliveTimeout = KEEP_MS;
  server.maxConnections = CONNECTIONS_MAX;
  server.on('connect', (_request, socket) => socket.destroy());
  server.on('upgrade', (_request, socket) => socket.destroy());
}

function refuseTokens(agent: Door, control: Door): void {
  for (const [option, { token, host }] of [
    ['--token', agent],
    ['--control-token', control],
  ] as const) {
    if (token.length >= TOKEN_MIN) continue;
    const where = isLoopback(host) ? option : `${option}, at ${host}`;
    throw new UsageError(`A token has ${TOKEN_MIN} characters or more.`, { where });
  }
  if (agent.token !== control.token) return;
  throw new UsageError('Whoever acts would hold the token of the rewards.', {
    where: '--token, --control-token',
    allowed: 'two that differ, or none: then they are made and printed',
  });
}

interface Watched extends AgentServerOptions {
  metrics: Metrics;
}

/** The routes of one door. */
function doorApp(options: Watched, plan: DoorPlan, token: string): Express {
  const { routes, title } = plan;
  const document = openApiOf(plan, { title, version: options.version });
  const refuse = refuser(plan, options.metrics);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use((request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method === 'GET' && request.path === '/openapi.json') return respond(response, 200, document);
    const route = routes.find(({ method, path }) => method === request.method && path === request.path);
    if (!route?.isOpen && !hasToken(request, token)) return refuse(response, unauthorized());
    if (!route) return refuse(response, unknownRoute(request, routes));
    response.locals.route = route;
    next();
  });
  app.use(readBody((response, { status, reason }) => refuse(response, unreadable(status, reason))));
  app.use(answering(options, refuse));
  return app;
}

type Refuse = (response: Response, refusal: DoorError) => void;

function answering({ catalog, sessions, metrics, onTrouble }: Watched, refuse: Refuse): RequestHandler {
  const range: Range = { catalog, sessions, metrics };
  return async (request, response) => {
    const route = response.locals.route as Route;
    try {
      const body = route.takes ? readAs(route.takes, bodyOf(request), route.path) : undefined;
      const answer = await route.run(range, body);
      if (route.media === undefined) respond(response, 200, answer);
      else send(response, route.media, String(answer));
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal instanceof DoorError) return refuse(response, refusal);
      onTrouble?.(error instanceof Error ? error : new Error(String(error)));
      refuse(response, troubleOf(error));
    }
  };
}

/** Trouble of the machine or of the program is nobody's failure: its kind is named, and its words stay here. */
function troubleOf(error: unknown): DoorError {
  const repeat = 'The episode counts for nothing; the terminal of the server says why.';
  if (!(error instanceof InfraError))
    return new DoorError('internal', `The range failed. ${repeat}`, { failureKind: 'INTERNAL' });
  const help = { failureKind: error.code, retryAfterS: 5 };
  return new DoorError('infrastructure', `The machine failed. ${repeat}`, help);
}

function bodyOf(request: Request): unknown {
  const body: unknown = request.body;
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new DoorError('not_json', 'The content type must be application/json.');
  }
  try {
    return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch {
    throw new DoorError('invalid_request', 'The body is no JSON.');
  }
}

function unauthorized(): DoorError {
  return new DoorError(
    'unauthorized',
    'The header Authorization must be: Bearer, a blank, the token of this door.',
  );
}

function unreadable(status: number, reason: string): DoorError {
  return new DoorError(status === 413 ? 'body_too_long' : 'invalid_request', reason);
}

function unknownRoute({ method, path }: Request, routes: readonly Route[]): DoorError {
  const known = routes.map(route => `${route.method} ${route.path}`);
  const asked = `${method} ${path}`.slice(0, 100);
  const message = `No route ${asked}.${hint(asked, known)}\n  allowed  ${known.join(', ')}, GET /openapi.json`;
  return new DoorError('unknown_route', message, { nearest: nearest(asked, known) });
}

function refuser({ isJudge }: DoorPlan, metrics: Metrics): Refuse {
  return (response, refusal) => {
    metrics.refused(refusal.kind);
    refuseAt(response, refusal, isJudge);
  };
}

function refuseAt(response: Response, { kind, message, help }: DoorError, isJudge: boolean): void {
  const { status, retryable } = REFUSALS[kind];
  const { nearest: near, retryAfterS, failureKind } = help;
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  if (retryAfterS !== undefined) response.setHeader('Retry-After', String(retryAfterS));
  respond(response, status, {
    error: {
      kind,
      message,
      ...(near === undefined ? {} : { nearest: near }),
      retryable,
      ...(retryAfterS === undefined ? {} : { retry_after_s: retryAfterS }),
    },
    ...(failureKind === undefined || !isJudge ? {} : { reward: null, mask: true, failure_kind: failureKind }),
  });
}

function respond(response: Response, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  send(response, 'application/json; charset=utf-8', JSON.stringify(body));
}

function send(response: Response, media: string, text: string): void {
  response.setHeader('Content-Type', media);
  response.end(text);
}
