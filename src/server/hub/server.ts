import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { type Express, type Request, type Response } from 'express';
import type { App } from '../../app/app.ts';
import { appPolicy } from '../../app/host/content-policy.ts';
import { readBody } from '../../app/host/express.ts';
import type { HttpReply } from '../../app/host/http.ts';
import { findAsset } from '../../app/looks/assets.ts';
import { UsageError } from '../../core/errors.ts';
import { isLoopback, listen, stopListening, TOKEN_MIN, urlHost } from '../listen.ts';
import { type Addresses, addressesOf, placeOf } from './addresses.ts';
import { answerControl, isControl } from './control.ts';
import { hasToken, type Refusal, refuseApp } from './guard.ts';
import type { Hub } from './hub.ts';
import { answerStart } from './start.ts';
import { answerServed } from './wire.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';

export interface HubServerOptions {
  hub: Hub;
  /** 0 or none takes a free one. */
  port?: number;
  /** The port that browsers come to, where it is another than is listened at: one that a container maps. */
  publicPort?: number;
  /** The address to listen at; beyond loopback every page asks for the token. */
  host?: string;
  /** The name that browsers use: consoles are names below it. */
  name?: string;
  /** What the controls ask for, and every page beyond loopback. */
  token: string;
  /** Called after each answer. */
  onAnswer?: () => void;
  /** Called when a console throws; whoever asked gets a page that says so. */
  onTrouble?: (error: Error) => void;
}

/** A running hub server. */
export interface HubServer {
  port: number;
  addresses: Addresses;
  /** Whether every page asks for the token. */
  isGated: boolean;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves a hub. Throws UsageError for a port that is taken, and for an address beyond loopback without a
 * token.
 */
export async function serveHub(options: HubServerOptions): Promise<HubServer> {
  const { port = 0, host = '127.0.0.1', name = 'localhost', token, publicPort } = options;
  const isGated = !isLoopback(host);
  const others = isGated ? [urlHost(host)] : ['localhost', '127.0.0.1', '[::1]'];
  // A name that no address can have is refused before anything listens.
  addressesOf({ name, port, others });
  if (isGated && token.length < TOKEN_MIN) throw tokenMissing(host);
  const bound: { addresses?: Addresses } = {};
  const app = hubApp({ ...options, isGated, addresses: () => bound.addresses as Addresses });
  const server = createServer(app);
  server.on('connect', refuseSocket).on('upgrade', refuseSocket);
  const taken = await listen(server, { port, host });
  const addresses = addressesOf({ name, port: publicPort ?? taken, others });
  bound.addresses = addresses;
  return { port: taken, addresses, isGated, close: () => stopListening(server) };
}

function tokenMissing(host: string): UsageError {
  return new UsageError('Beyond loopback, other computers reach every console: that takes a token.', {
    where: `--host ${host}`,
    allowed: `--token of ${TOKEN_MIN} characters or more, or --host 127.0.0.1`,
  });
}

function refuseSocket(_request: IncomingMessage, socket: Duplex): void {
  socket.destroy();
}

interface Context extends Omit<HubServerOptions, 'host' | 'port' | 'name'> {
  isGated: boolean;
  addresses(): Addresses;
}

/** The routes: one place for each name that a request can be for. */
function hubApp(context: Context): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use((request, response, next) => {
    response.once('finish', () => context.onAnswer?.());
    setSafeHeaders(response);
    const refusal = refuse(context, request);
    if (!refusal) {
      next();
      return;
    }
    if (refusal.status === 401)
      response.setHeader('WWW-Authenticate', 'Basic realm="iam-range", charset="UTF-8"');
    respond(response, refusal);
  });
  app.use(readBody(respond));
  app.use((request, response) => {
    try {
      answer(context, request, response);
    } catch (error) {
      context.onTrouble?.(error instanceof Error ? error : new Error(String(error)));
      respond(response, { status: 500, reason: 'This page failed; the terminal says why.' });
    }
  });
  return app;
}

/** What is refused before a body is read. */
function refuse({ hub, addresses, isGated, token }: Context, request: Request): Refusal | undefined {
  const { start, originOf } = addresses();
  if (!request.url.startsWith('/')) return { status: 400, reason: `This is no proxy. Open ${start}/` };
  const place = placeOf(hub, addresses(), request.headers.host);
  if (place.kind === 'nowhere') {
    const reason = `Nothing has this name and port here. Open ${start}/`;
    const mapped = 'A port that is mapped is named by --public-port, another name by --name.';
    return { status: 421, reason: `${reason}\n${mapped}` };
  }
  if (isGated && !hasToken(request, token)) {
    return { status: 401, reason: 'Sign in with any user name and the token as the password.' };
  }
  if (place.kind === 'start' || isStatic(request)) return undefined;
  return refuseApp(request, originOf(place.app));
}

function isStatic({ method, path }: Request): boolean {
  return method === 'GET' && path.startsWith('/_static/');
}

function answer(context: Context, request: Request, response: Response): void {
  const { hub } = context;
  const addresses = context.addresses();
  const place = placeOf(hub, addresses, request.headers.host);
  if (isStatic(request)) {
    const asset = findAsset(request.path, hub.catalog.range);
    if (asset) send(response, asset);
    else respond(response, { status: 404, reason: 'There is no such file.' });
  } else if (place.kind === 'app') answerApp(context, place.app, { request, response });
  else if (isControl(request.path)) answerControl({ ...context, addresses }, request, response);
  else answerStart({ ...context, addresses }, request, response);
}

function answerApp(
  { hub, addresses }: Context,
  app: App,
  { request, response }: { request: Request; response: Response },
): void {
  const form = request.method === 'POST' ? formOf(request) : [];
  if (form === undefined) {
    respond(response, { status: 415, reason: 'Only urlencoded forms.' });
    return;
  }
  // Browsers ask for an icon by themselves; for the consoles it would be a page that somebody opened.
  if (/^\/(favicon\.ico|apple-touch-icon|\.well-known\/|robots\.txt)/.test(request.path)) {
    respond(response, { status: 404, reason: 'There is no such file.' });
    return;
  }
  const { port } = new URL(addresses().start);
  const forms = `http://*.${new URL(addresses().start).hostname}${port ? `:${port}` : ''}`;
  response.setHeader('Content-Security-Policy', appPolicy(forms));
  const method = request.method === 'POST' ? 'POST' : 'GET';
  send(response, answerServed(hub, addresses(), { app, method, target: request.originalUrl, form }));
}

/** Fields in order, duplicates kept; undefined when the body is no urlencoded form. */
function formOf(request: Request): (readonly [string, string])[] | undefined {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) return [];
  if (!request.headers['content-type']?.toLowerCase().startsWith(FORM_TYPE)) return undefined;
  return [...new URLSearchParams(body.toString('utf8'))];
}

/** `same-origin`: a form of a page names its origin, which is looked at. */
function setSafeHeaders(response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

function send(response: Response, reply: HttpReply): void {
  response.statusCode = reply.status;
  response.setHeader('Content-Type', reply.contentType);
  if (reply.immutable) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  if (reply.location !== undefined) response.setHeader('Location', reply.location);
  response.end(reply.body);
}

function respond(response: Response, { status, reason }: Refusal): void {
  send(response, { status, contentType: 'text/plain; charset=utf-8', body: `${reason}\n` });
}
