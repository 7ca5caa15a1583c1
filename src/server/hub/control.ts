import type { Request, Response } from 'express';
import { explain, UsageError } from '../../core/errors.ts';
import { faultNamed } from '../../scenario/catalog.ts';
import type { Addresses } from './addresses.ts';
import { refuseControl } from './guard.ts';
import type { Hub } from './hub.ts';
import { reportOf } from './report.ts';
import { CLOCK, EDGES, FAULTS, RESET, readAs, readEnding, TASK } from './setting.ts';

/** What the controls need to answer. */
export interface Controls {
  hub: Hub;
  addresses: Addresses;
  token: string;
}

type Control = (hub: Hub, body: unknown) => void;

/** Every control by its path: what it does with the JSON that was sent. All answer with the report. */
const CONTROLS: Readonly<Record<string, Control>> = {
  '/_control/reset': (hub, body) => hub.reset(present(readAs(RESET, body ?? {}, 'reset'))),
  '/_control/clock': (hub, body) => hub.advance(readAs(CLOCK, body, 'clock').advanceMs),
  '/_control/edges': (hub, body) => hub.reset({ ...readAs(EDGES, body, 'edges'), task: null }),
  '/_control/faults': (hub, body) => {
    const { arm, disarm } = readAs(FAULTS, body, 'faults');
    for (const name of [...arm, ...disarm]) faultNamed(hub.catalog, name);
    hub.disarm(disarm);
    hub.arm(arm);
  },
  '/_control/task': (hub, body) => {
    const task = readAs(TASK, body, 'task');
    hub.reset({ task: task.scenario === null ? null : task, edges: [] });
  },
  '/_control/outcome': (hub, body) => hub.declare(readEnding(body)),
};

/** Whether a path is one of the controls. */
export function isControl(path: string): boolean {
  return path.startsWith('/_control/');
}

/**
 * Answers a request to the controls, on the origin of the start page alone. Answers nothing to another
 * origin.
 */
export function answerControl(
  { hub, addresses, token }: Controls,
  request: Request,
  response: Response,
): void {
  const origin = `http://${request.headers.host?.toLowerCase() ?? ''}`;
  const refusal = refuseControl(request, { token, origin });
  if (refusal) {
    respond(response, refusal.status, { error: refusal.reason });
    return;
  }
  const url = new URL(request.originalUrl, addresses.start);
  const control = Object.hasOwn(CONTROLS, url.pathname) ? CONTROLS[url.pathname] : undefined;
  try {
    if (request.method === 'GET' && url.pathname === '/_control/state') {
      respond(response, 200, reportOf(hub, addresses, url.searchParams.get('app') ?? undefined));
    } else if (request.method === 'POST' && control) {
      control(hub, bodyOf(request));
      respond(response, 200, reportOf(hub, addresses));
    } else {
      const allowed = `GET /_control/state, POST ${Object.keys(CONTROLS).join(', ')}`;
      respond(response, 404, {
        error: explain(`No control ${request.method} ${url.pathname}.`, { allowed }),
      });
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    respond(response, 400, { error: error.message });
  }
}

function bodyOf(request: Request): unknown {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new UsageError('The body is no JSON.', { where: request.originalUrl });
  }
}

function respond(response: Response, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}

/** Without the members that are undefined: what was not named stays as it was. */
function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const named = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(named) as { [K in keyof T]: Exclude<T[K], undefined> };
}
