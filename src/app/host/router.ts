import { assert } from '../../core/assert.ts';
import type { App, AppState, GetHandler, PostHandler } from '../app.ts';

/** A route that fits a request, with the values of its parameters. */
export type Match =
  | { method: 'GET'; handler: GetHandler<AppState>; params: Record<string, string> }
  | { method: 'POST'; handler: PostHandler<AppState>; params: Record<string, string> };

interface Route {
  method: 'GET' | 'POST';
  parts: string[];
  handler: GetHandler<AppState> | PostHandler<AppState>;
}

const tables = new WeakMap<object, Route[]>();

/** The first route, literal parts before parameters, that fits a method and a path. */
export function matchRoute(app: App, method: 'GET' | 'POST', path: string): Match | undefined {
  const parts = splitPath(path);
  for (const route of tableOf(app)) {
    if (route.method !== method || route.parts.length !== parts.length) continue;
    const params = fitPath(route.parts, parts);
    if (params) return { method, handler: route.handler, params } as Match;
  }
  return undefined;
}

function tableOf(app: App): Route[] {
  const known = tables.get(app.routes);
  if (known) return known;
  const table = Object.entries(app.routes).map(([key, handler]) => {
    const [method = '', path = ''] = key.split(' ');
    assert((method === 'GET' || method === 'POST') && path.startsWith('/'), `Route "${key}" of ${app.name}`);
    return { method, parts: splitPath(path), handler } as Route;
  });
  const wild = (route: Route): number => route.parts.filter(part => part.startsWith(':')).length;
  table.sort((a, b) => wild(a) - wild(b));
  tables.set(app.routes, table);
  return table;
}

function splitPath(path: string): string[] {
  return path.split('/').filter(Boolean).map(decodePart);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function fitPath(pattern: string[], parts: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [i, wanted] of pattern.entries()) {
    const part = parts[i] ?? '';
    if (wanted.startsWith(':')) params[wanted.slice(1)] = part;
    else if (wanted !== part) return undefined;
  }
  return params;
}
