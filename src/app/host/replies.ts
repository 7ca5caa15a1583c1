import type { Drawn, Reply } from '../app.ts';
import { page } from '../pages/page.ts';
import { alert, plainForm } from '../pages/tree.ts';
import type { HttpReply } from './http.ts';

/** Replies that the host itself makes, whatever the console. */

/** A reply without the drafts of the state, which end with their handler. */
export function settle(reply: Reply): Reply {
  return reply.kind === 'page' ? { ...reply, page: JSON.parse(JSON.stringify(reply.page)) } : reply;
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
export function signInPage(title: string, signIn: string): Drawn {
  return page({
    title: 'Sign in',
    heading: { subtitle: title },
    body: [
      alert('warning', 'Your session has ended. Sign in again to continue.'),
      plainForm({
        method: 'post',
        action: '',
        fields: [{ kind: 'text', name: 'user', label: 'User name', value: signIn, readonly: true }],
        buttons: [{ label: 'Sign in' }],
      }),
    ],
  });
}

/** The page of an address that leads out of the range, or nowhere. */
export function unreachablePage(address: string): Drawn {
  const text = `${address} can't be reached. Check the address for a typing error.`;
  return page({ title: 'Address not reachable', body: alert('danger', text) }, { status: 502 });
}

/** A typed address with its scheme. */
export function completeAddress(typed: string): string {
  const trimmed = typed.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
}
