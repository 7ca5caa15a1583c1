import { must } from '../../core/assert.ts';
import type { Drawn, NavItem, Notice, Reply } from '../app.ts';
import { renderPage } from '../looks/render.ts';
import { windowLookOf } from '../looks/window-look.ts';
import { barOf } from './bar.ts';
import type { HttpReply } from './http.ts';
import { seeOther, unreachablePage } from './replies.ts';
import { type Asked, addressOf, type Serving, setSession, toAppRequest } from './serving.ts';
import { visit } from './session.ts';

/** What the browser gets of a reply. Redirects carry their notice to the next page of the console; pages show it once. */
export function show(on: Serving, asked: Asked, reply: Reply): HttpReply {
  const { app, url } = asked;
  if (reply.kind === 'redirect') {
    setSession(on, { notice: reply.notice ? { app: app.name, notice: reply.notice } : null });
    return seeOther(addressOf(on, app.name, reply.to));
  }
  const { session } = on.state;
  const waiting = session.notice?.app === app.name ? session.notice.notice : null;
  const notice: Notice | null = reply.notice ?? waiting;
  const path = url.pathname + url.search;
  const address = addressOf(on, app.name, path);
  setSession(on, visit({ ...session, notice: null }, app.name, { address, path }));
  return draw(on, { ...asked, address }, notice ? { ...reply, notice } : reply);
}

/** Answers in the console's place. A notice that waits for the next page goes on waiting for the console's own. */
export function interrupt(on: Serving, asked: Asked, reply: Reply): HttpReply {
  const { notice } = on.state.session;
  setSession(on, { notice: null });
  const drawn = show(on, asked, reply);
  setSession(on, { notice });
  return drawn;
}

/** A page inside the range for every address outside it: the agent sees that it leads nowhere. */
export function unreachable(on: Serving, address: string): HttpReply {
  const app = must(on.apps[0], 'a console');
  const url = new URL(addressOf(on, app.name));
  const request = { method: 'GET' as const, url: url.href, form: [] };
  return draw(on, { app, url, request, address }, unreachablePage(address));
}

function draw(on: Serving, { app, url, address }: Asked & { address: string }, reply: Drawn): HttpReply {
  const { range, world, nowMs } = on.options;
  const asking = { app, url, request: { method: 'GET' as const, url: url.href, form: [] } };
  const request = toAppRequest(on, asking, {});
  const isSignedIn = url.pathname !== '/_sign-in';
  const nav: NavItem[] = isSignedIn ? app.nav(must(on.state.apps[app.name], app.name), request) : [];
  const { skin } = request;
  const body = renderPage({
    app,
    kit: must(range.kits[skin.kit], `kit ${skin.kit}`),
    skin,
    reply,
    nav,
    operator: world.operator,
    bar: barOf({
      app,
      address,
      apps: on.apps,
      session: on.state.session,
      nowMs: nowMs(),
      window: windowLookOf(world),
      addressOf: (name, path) => addressOf(on, name, path),
    }),
  });
  const drawn: HttpReply = { status: reply.status, contentType: 'text/html; charset=utf-8', body };
  const { record, subject = null, tabs } = reply.page;
  const part = reply.page.part ?? tabs?.tabs.find(({ current }) => current)?.label ?? '';
  const visit = on.state.session.drawn + 1;
  setSession(on, {
    shown: { address: url.href, reply: drawn },
    drawn: visit,
    record: record === undefined ? null : { app: app.name, record, subject, part, visit },
  });
  return drawn;
}
