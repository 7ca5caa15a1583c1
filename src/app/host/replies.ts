import type { Reply } from '../app.ts';
import type { HttpReply } from './http.ts';

/** Replies that the host itself makes, whatever the console. */

/** A reply without the drafts of the state, which end with their handler. */
export function settle(reply: Reply): Reply {
  if (reply.kind === 'view') return { ...reply, model: JSON.parse(JSON.stringify(reply.model)) };
  return reply.kind === 'page' ? { ...reply, page: JSON.parse(JSON.stringify(reply.page)) } : reply;
}

/** The page of a path that no route answers. */
export function notFoundPage(path: string): Reply {
  return { kind: 'view', view: 'shared/not-found', model: { title: 'Not found', what: path }, status: 404 };
}

/** Sends the browser on with a GET. */
export function seeOther(location: string): HttpReply {
  return { status: 303, contentType: 'text/plain; charset=utf-8', location, body: '' };
}

/** A reply without a page. */
export function plain(status: number, body: string): HttpReply {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}

/** Only paths of the same console: a sign-in page is no way out. */
export function safePath(next: string | null): string | undefined {
  return next?.startsWith('/') && !next.startsWith('//') ? next : undefined;
}

/** The page of a console that wants the operator to sign in again. */
export function signInPage(title: string, signIn: string): Reply & { kind: 'view' } {
  const model = { title: 'Sign in', app: title, operator: signIn };
  return { kind: 'view', view: 'shared/sign-in', model, status: 200 };
}

/** A typed address with its scheme. */
export function completeAddress(typed: string): string {
  const trimmed = typed.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
}
