/**
 * Consoles for a browser: an HTTP proxy on loopback, so that every address a page can name, whatever its
 * host, comes here and is answered by the exchange. Nothing is ever sent on to a network.
 */
import type { AddressInfo, Socket } from 'node:net';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { appPolicy } from './content-policy.ts';
import type { Exchange, HttpReply, HttpRequest } from './http.ts';

/** The most bytes that a posted form may have. */
export const FORM_LIMIT_BYTES = 256 * 1024;

const FORM_TYPE = 'application/x-www-form-urlencoded';

const CONTENT_POLICY = appPolicy('http://*.example');

/** The proxy of one browser session. */
export interface ExchangeServer {
  /** Port on 127.0.0.1. */
  port: number;
  /** How many requests have come in and are not answered yet. */
  pending(): number;
  /** The first exception that the exchange threw since the last call, if any. */
  takeError(): Error | undefined;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Reads a request's body as bytes; one that is too long or cut off is refused and goes no further. */
export function readBody(
  refuse: (response: Response, refusal: { status: number; reason: string }) => void,
): RequestHandler {
  const read = express.raw({ type: () => true, limit: FORM_LIMIT_BYTES, inflate: false });
  return (request, response, next) => {
    read(request, response, (error?: { status?: number }) => {
      if (!error) next();
      else if (error.status === 413) refuse(response, { status: 413, reason: 'The body is too long.' });
      else refuse(response, { status: 400, reason: 'The request could not be read.' });
    });
  };
}

/** Serves an exchange as the proxy of one browser session. `port` 0 or none takes a free one. */
export async function serveExchange(options: { exchange: Exchange; port?: number }): Promise<ExchangeServer> {
  let pending = 0;
  let failure: Error | undefined;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_request, response, next) => {
    pending++;
    response.once('close', () => pending--);
    next();
  });
  app.use(readBody((response, { status, reason }) => send(response, refusal(status, reason))));
  app.use((request, response) => {
    try {
      send(response, answer(request, options.exchange));
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error));
      send(response, refusal(500, 'The console failed.'));
    }
  });
  const server = app.listen(options.port ?? 0, '127.0.0.1');
  // A connection that the server closes while the browser reuses it would show as a failed request.
  server.keepAliveTimeout = 0;
  server.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  server.on('upgrade', (_request, socket: Socket) => socket.destroy());
  await new Promise<void>((done, fail) => server.once('listening', done).once('error', fail));
  return {
    port: (server.address() as AddressInfo).port,
    pending: () => pending,
    takeError: () => {
      const error = failure;
      failure = undefined;
      return error;
    },
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answer(request: Request, exchange: Exchange): HttpReply {
  if (request.method !== 'GET' && request.method !== 'POST') return refusal(405, 'Only GET and POST.');
  const url = addressOf(request);
  if (url === undefined) return refusal(400, 'Not an address.');
  const form = request.method === 'POST' ? formOf(request) : [];
  if (form === undefined) return refusal(415, 'Only urlencoded forms.');
  return exchange({ method: request.method, url, form });
}

/** A proxied request names its whole address; a direct one names it by path and `Host`. */
function addressOf(request: Request): string | undefined {
  const target = request.originalUrl;
  const address = target.startsWith('/') ? `http://${request.headers.host ?? ''}${target}` : target;
  return URL.canParse(address) ? new URL(address).href : undefined;
}

/** Fields in order, duplicates kept; undefined when the body is no urlencoded form. */
function formOf(request: Request): HttpRequest['form'] | undefined {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) return [];
  if (!request.headers['content-type']?.toLowerCase().startsWith(FORM_TYPE)) return undefined;
  return [...new URLSearchParams(body.toString('utf8'))];
}

function send(response: Response, reply: HttpReply): void {
  response.statusCode = reply.status;
  response.setHeader('Content-Type', reply.contentType);
  response.setHeader('Cache-Control', reply.immutable ? 'public, max-age=31536000, immutable' : 'no-store');
  response.setHeader('Content-Security-Policy', CONTENT_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (reply.location !== undefined) response.setHeader('Location', reply.location);
  response.end(reply.body);
}

function refusal(status: number, text: string): HttpReply {
  const body = `<!doctype html><html lang="en"><title>${status}</title><body><p>${text}</p></body></html>`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}
