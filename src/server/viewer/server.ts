import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request, type Response, type Router } from 'express';
import { UsageError } from '../../core/errors.ts';
import { errorCode } from '../../dataset/commit/files.ts';
import { pageFiles } from './assets.ts';
import type { IndexEntry, ViewIndex } from './dataset-index.ts';
import { createEpisodeReader } from './episode.ts';
import { guard } from './guard.ts';
import { createPictures } from './pictures.ts';
import { countFacets, findEpisodes, pageOf, parseQuery } from './query.ts';
import { createTables } from './tables.ts';

/** A running viewer. */
export interface Viewer {
  port: number;
  /** As a person opens it. */
  url: string;
  close(): Promise<void>;
}

/** Serves the viewer of a dataset on loopback. Port 0 takes a free one; a taken port is a UsageError. */
export async function serveViewer(options: { index: ViewIndex; port?: number }): Promise<Viewer> {
  const { index, port = 0 } = options;
  const bound = { port: 0 };
  const server = viewerApp(index, () => bound.port).listen(port, '127.0.0.1');
  await listening(server, port);
  bound.port = (server.address() as AddressInfo).port;
  return {
    port: bound.port,
    url: `http://127.0.0.1:${bound.port}/`,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server, port: number): Promise<void> {
  try {
    await new Promise<void>((done, fail) => server.once('listening', done).once('error', fail));
  } catch (error) {
    if (!['EADDRINUSE', 'EACCES'].includes(errorCode(error))) throw error;
    const why = errorCode(error) === 'EACCES' ? 'is not allowed' : 'is taken';
    throw new UsageError(`Port ${port} ${why}`, {
      where: `127.0.0.1:${port}`,
      allowed: 'another --port from 1024 to 65535, or 0 for a free one',
    });
  }
}

/** The routes of the viewer. Everything is read; there is nothing to write. */
function viewerApp(index: ViewIndex, portOf: () => number): Express {
  const files = pageFiles();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.use(guard(portOf));
  for (const [path, { contentType, body }] of files) {
    app.get(path, (_request, response) => {
      response.setHeader('Content-Type', contentType);
      response.end(body);
    });
  }
  const routes = express.Router();
  addListRoutes(routes, index);
  addEpisodeRoutes(routes, index);
  app.use((request, response, next) => {
    routes(request, response, (error?: unknown) => {
      if (response.headersSent) next(error);
      else if (error) respondFailure(response, error);
      else respond(response, 404, 'There is no such page.');
    });
  });
  return app;
}

function addListRoutes(routes: Router, index: ViewIndex): void {
  routes.get('/api/dataset', (_request, response) => void response.json(index.facts));
  routes.get('/api/episodes', (request, response) => {
    const params = paramsOf(request);
    response.json(pageOf(findEpisodes(index, parseQuery(params)), params));
  });
  routes.get('/api/facets', (request, response) => {
    response.json(countFacets(index, parseQuery(paramsOf(request))));
  });
  routes.get('/api/place', (request, response) => {
    const params = paramsOf(request);
    const found = findEpisodes(index, parseQuery(params));
    response.json({ place: found.findIndex(entry => entry.id === params.get('id')) });
  });
}

function addEpisodeRoutes(routes: Router, index: ViewIndex): void {
  const tables = createTables(index.folder);
  const reader = createEpisodeReader(tables);
  const pictures = createPictures(tables);
  routes.get('/api/episode', async (request, response) => {
    const entry = entryOf(index, request);
    if (!entry) return respond(response, 404, 'There is no such episode.');
    response.json(await reader.episode(entry));
  });
  routes.get('/api/screen', async (request, response) => {
    const entry = entryOf(index, request);
    const screen = entry && (await reader.screen(entry, stepOf(request)));
    if (!screen) return respond(response, 404, 'There is no such step.');
    response.json(screen);
  });
  routes.get('/api/picture', async (request, response) => {
    const entry = entryOf(index, request);
    const place = entry ? await reader.pictureOf(entry, stepOf(request)) : null;
    const png = place && (await pictures.read(place));
    if (!png) return respond(response, 404, 'There is no such picture.');
    response.setHeader('Content-Type', 'image/png');
    // The address names the revision of the dataset, whose bytes do not change.
    const isNamed = paramsOf(request).get('revision') === index.facts.revision;
    if (isNamed) response.setHeader('Cache-Control', 'private, max-age=3600, immutable');
    response.end(png);
  });
}

function paramsOf(request: Request): URLSearchParams {
  const at = request.originalUrl.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at));
}

function entryOf(index: ViewIndex, request: Request): IndexEntry | undefined {
  return index.byId.get(paramsOf(request).get('id') ?? '');
}

/** The step that is asked for; -1 when that is no number. */
function stepOf(request: Request): number {
  const step = paramsOf(request).get('step') ?? '';
  return /^\d{1,9}$/.test(step) ? Number(step) : -1;
}

function respond(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

/** What goes wrong with a damaged row is the page's to show, in its place. */
function respondFailure(response: Response, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  respond(response, 500, `The dataset cannot be read here: ${reason}`);
}
