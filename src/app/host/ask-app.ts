import { must } from '../../core/assert.ts';
import type { Reply } from '../app.ts';
import { redirect } from '../define-app.ts';
import { type Exchanged, type Interception, isStrike } from './intercept.ts';
import { notFound } from '../pages/not-found.ts';
import { withState } from './initial.ts';
import { matchRoute } from './router.ts';
import { type Asked, type Serving, setSession, toAppRequest } from './serving.ts';
import { isOnRecord, type Submission, submit } from './submit.ts';

/** What the armed faults make of a request, and what the console made of its form where a fault had to know. */
interface Decision {
  act: Interception;
  tried: Submission | undefined;
}

/** Lets the armed faults look at a request; the first that does not let it pass decides. */
export function decide(on: Serving, asked: Asked): Decision {
  const { interceptors = [], nowMs } = on.options;
  const { session } = on.state;
  const { app, url } = asked;
  const memories = { ...session.memories };
  let strikes = session.strikes;
  let decided: Interception = { kind: 'pass' };
  // Whether a form is a save is known by handling it: once, and only when a fault is armed.
  const tried = interceptors.length > 0 ? tryForm(on, asked) : undefined;
  const exchanged = countIn(on, asked, tried);
  for (const { name, respond } of interceptors) {
    const { act, memory } = respond(memories[name], exchanged);
    memories[name] = memory;
    if (act.kind === 'pass' || decided.kind !== 'pass') continue;
    decided = act;
    if (!isStrike(act)) continue;
    strikes = [...strikes, { fault: name, atMs: nowMs(), app: app.name, path: url.pathname }];
  }
  const { count, posts, saves } = exchanged;
  setSession(on, { count, posts, saves, memories, strikes });
  return { act: decided, tried };
}

/** A request as faults see it, counted after those that came before it. */
function countIn(on: Serving, { app, url, request }: Asked, tried: Submission | undefined): Exchanged {
  const { count, posts, saves } = on.state.session;
  const { method, form } = request;
  const isSave = tried !== undefined && isOnRecord(tried);
  return {
    app: app.name,
    method,
    path: url.pathname,
    search: url.search,
    form,
    isSave,
    nowMs: on.options.nowMs(),
    count: count + 1,
    posts: posts + (method === 'POST' ? 1 : 0),
    saves: saves + (isSave ? 1 : 0),
  };
}

/** Has the console handle a form, and keeps what comes of it aside. */
function tryForm(on: Serving, asked: Asked): Submission | undefined {
  const { app, url, request } = asked;
  const match = matchRoute(app, request.method, url.pathname);
  if (match?.method !== 'POST') return undefined;
  const before = must(on.state.apps[app.name], app.name);
  return submit(match.handler, before, toAppRequest(on, asked, match.params));
}

/**
 * The console's own reply; a form changes its state. What was tried before is taken, unless a form that was held back has
 * changed the state since.
 */
export function askApp(on: Serving, asked: Asked, tried?: Submission): Reply {
  const { app, url, request } = asked;
  const match = matchRoute(app, request.method, url.pathname);
  // The bare address of a console leads to its home, as in every product.
  if (!match && url.pathname === '/' && app.home !== '/') return redirect(app.home);
  if (!match) return notFound(url.pathname);
  const before = must(on.state.apps[app.name], app.name);
  if (match.method === 'GET') return match.handler(before, toAppRequest(on, asked, match.params));
  const isFresh = tried?.before === before;
  const { reply, after } = isFresh
    ? tried
    : submit(match.handler, before, toAppRequest(on, asked, match.params));
  if (after !== before) on.state = { ...on.state, apps: withState(on.state.apps, app.name, after) };
  // Whoever listens to an answer hears it at its end: the page that comes next stands at that moment.
  if (reply.kind === 'redirect' && reply.takesMs) on.options.advance?.(reply.takesMs);
  return reply;
}
