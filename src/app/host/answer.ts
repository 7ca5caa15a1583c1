import { must } from '../../core/assert.ts';
import { findAsset } from '../looks/assets.ts';
import { askApp, decide } from './ask-app.ts';
import type { HttpReply, HttpRequest } from './http.ts';
import type { HeldForm } from './intercept.ts';
import { completeAddress, plain, safePath, seeOther, signInPage } from './replies.ts';
import { type Asked, addressOf, type Serving, setSession } from './serving.ts';
import { interrupt, show, unreachable } from './show.ts';

/** Answers a request of the page: a console, the workspace bar, a file, or a page that says that nothing is there. */
export function answer(on: Serving, request: HttpRequest): HttpReply {
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const app = url?.protocol === 'http:' ? on.byHost.get(url.host) : undefined;
  if (!url || !app) return unreachable(on, request.url);
  if (url.pathname.startsWith('/_static/')) {
    return findAsset(url.pathname, on.options.range) ?? plain(404, 'Not found');
  }
  if (on.again && request.method === 'GET' && request.url === on.again.address) {
    const { reply } = on.again;
    on.again = null;
    return reply;
  }
  const asked = { app, url, request };
  if (url.pathname.startsWith('/_bar/')) return answerBar(on, asked);
  if (url.pathname === '/_sign-in') return answerSignIn(on, asked);
  return on.state.session.signedOut.includes(app.name) ? toSignIn(on, asked) : answerApp(on, asked);
}

/** The workspace bar's own links: another console, back, forward, a typed address. */
function answerBar(on: Serving, { app, url }: Asked): HttpReply {
  const { history, position, lastPaths } = on.state.session;
  const act = url.pathname.slice('/_bar/'.length);
  if (act === 'back' || act === 'forward') {
    const to = Math.min(history.length - 1, Math.max(0, position + (act === 'back' ? -1 : 1)));
    setSession(on, { position: to });
    return seeOther(history[to] ?? addressOf(on, app.name));
  }
  if (act === 'go') return seeOther(completeAddress(url.searchParams.get('address') ?? ''));
  const name = act.startsWith('tab/') ? act.slice(4) : app.name;
  if (!on.options.appNames.includes(name)) return unreachable(on, url.href);
  return seeOther(addressOf(on, name, lastPaths[name]));
}

function answerSignIn(on: Serving, asked: Asked): HttpReply {
  const { app, url, request } = asked;
  if (request.method === 'GET') {
    return show(on, asked, signInPage(app.title, on.options.world.operator.signIn));
  }
  setSession(on, { signedOut: on.state.session.signedOut.filter(name => name !== app.name) });
  return seeOther(addressOf(on, app.name, safePath(url.searchParams.get('next'))));
}

function toSignIn(on: Serving, { app, url }: Asked): HttpReply {
  const next = encodeURIComponent(url.pathname + url.search);
  return seeOther(addressOf(on, app.name, `/_sign-in?next=${next}`));
}

/** The console itself, or what an armed fault makes of it. A form is handled at most once. */
function answerApp(on: Serving, asked: Asked): HttpReply {
  const { act, tried } = decide(on, asked);
  switch (act.kind) {
    case 'sign-out':
      setSession(on, { signedOut: [...on.state.session.signedOut, asked.app.name] });
      return toSignIn(on, asked);
    case 'answer':
      return interrupt(on, asked, act.reply);
    case 'after':
      askApp(on, asked, tried);
      return show(on, asked, act.reply);
    case 'release': {
      const late = askApp(on, heldBack(on, act.held));
      return show(on, asked, act.isShown ? late : askApp(on, asked, tried));
    }
    case 'pass':
      return show(on, asked, askApp(on, asked, tried));
  }
}

/** A form that was held back, as it was sent. */
function heldBack(on: Serving, { app: name, path, search, form }: HeldForm): Asked {
  const app = must(on.options.range.apps[name], `console ${name}`);
  const url = new URL(addressOf(on, name, path + search));
  return { app, url, request: { method: 'POST', url: url.href, form } };
}
