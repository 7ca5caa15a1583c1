import type { Patch } from 'immer';
import { must } from '../../core/assert.ts';
import { unknownName } from '../../core/errors.ts';
import type { AppName, World } from '../../world/world.ts';
import type { App, AppRequest, AppState, Drawn, NavItem, Notice, Reply, Skin } from '../app.ts';
import { type AssetSources, findAsset } from '../looks/assets.ts';
import { lookOf } from '../looks/look.ts';
import { renderPage } from '../looks/render.ts';
import type { Kit } from '../pages/widgets.ts';
import { barOf } from './bar.ts';
import type { Exchange, HttpReply, HttpRequest } from './http.ts';
import { initialState } from './initial.ts';
import { countIn, type Interception, type Interceptor, isStrike } from './intercept.ts';
import { completeAddress, notFoundPage, plain, safePath, seeOther, signInPage } from './replies.ts';
import { readFields } from './requests.ts';
import { matchRoute } from './router.ts';
import { type Session, startSession, visit } from './session.ts';
import { isOnRecord, submit } from './submit.ts';

/** What consoles are made of: handed down from the catalog. */
export interface Range extends AssetSources {
  apps: Record<AppName, App>;
  kits: Record<string, Kit>;
}

export interface HostOptions {
  range: Range;
  world: World;
  /** The consoles of this episode, in the order of their tabs. */
  appNames: readonly AppName[];
  skins: Readonly<Record<AppName, Skin>>;
  nowMs: () => number;
  interceptors?: readonly Interceptor[];
}

/** Everything that an episode changes, as immutable plain JSON: a checkpoint is a pointer to it. */
export interface HostState {
  apps: Readonly<Record<AppName, AppState>>;
  session: Session;
}

/** All consoles of one episode behind one function. */
export interface Host {
  exchange: Exchange;
  readonly state: HostState;
  /**
   * Takes the state back; the next request for the page that it showed gets that very page, unless the page stands on
   * the screen already.
   */
  restore(state: HostState, isOnScreen?: boolean): void;
  /** Where an episode starts: the home page of a console. */
  addressOf(app: AppName, path?: string): string;
  /** Changes of console state since the last call, console by console. */
  takePatches(): { app: AppName; patches: Patch[] }[];
}

/** Sets a range up over a world: every console's initial state, with nobody signed out and no page visited. */
export function createHost(options: HostOptions): Host {
  const { range, world, appNames } = options;
  const apps = appNames.map(name => {
    const app = range.apps[name];
    if (!app) throw unknownName('console', name, Object.keys(range.apps).sort());
    return app;
  });
  const byHost = new Map(apps.map(app => [`${app.host}.${world.company.domain}`, app]));
  let again: Session['shown'] = null;
  let patchLog: { app: AppName; patches: Patch[] }[] = [];
  let state: HostState = {
    apps: Object.freeze(Object.fromEntries(apps.map(app => [app.name, initialState(app, world)]))),
    session: startSession(options.interceptors ?? []),
  };

  const host: Host = {
    exchange: request => answer(request),
    get state() {
      return state;
    },
    restore: (saved, isOnScreen = false) => {
      state = saved;
      again = isOnScreen ? null : saved.session.shown;
      patchLog = [];
    },
    addressOf: (name, path) => {
      const app = must(range.apps[name], `console ${name}`);
      return `http://${app.host}.${world.company.domain}${path ?? app.home}`;
    },
    takePatches: () => {
      const taken = patchLog;
      patchLog = [];
      return taken;
    },
  };

  function setSession(change: Partial<Session>): void {
    state = { ...state, session: { ...state.session, ...change } };
  }

  function answer(request: HttpRequest): HttpReply {
    const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
    const app = url?.protocol === 'http:' ? byHost.get(url.host) : undefined;
    if (!url || !app) return unreachable(request.url);
    if (url.pathname.startsWith('/_static/'))
      return findAsset(url.pathname, range) ?? plain(404, 'Not found');
    if (again && request.method === 'GET' && request.url === again.address) {
      const { reply } = again;
      again = null;
      return reply;
    }
    if (url.pathname.startsWith('/_bar/')) return answerBar(app, url);
    return answerApp(app, url, request);
  }

  /** The workspace bar's own links: another console, back, forward, a typed address. */
  function answerBar(app: App, url: URL): HttpReply {
    const { history, position, lastPaths } = state.session;
    const act = url.pathname.slice('/_bar/'.length);
    if (act === 'back' || act === 'forward') {
      const to = Math.min(history.length - 1, Math.max(0, position + (act === 'back' ? -1 : 1)));
      setSession({ position: to });
      return seeOther(history[to] ?? host.addressOf(app.name));
    }
    if (act === 'go') return seeOther(completeAddress(url.searchParams.get('address') ?? ''));
    const name = act.startsWith('tab/') ? act.slice(4) : app.name;
    if (!appNames.includes(name)) return unreachable(url.href);
    return seeOther(host.addressOf(name, lastPaths[name]));
  }

  function answerApp(app: App, url: URL, request: HttpRequest): HttpReply {
    const { session } = state;
    if (url.pathname === '/_sign-in') {
      if (request.method === 'POST') {
        setSession({ signedOut: session.signedOut.filter(name => name !== app.name) });
        return seeOther(host.addressOf(app.name, safePath(url.searchParams.get('next'))));
      }
      return page(app, url, signInPage(app.title, world.operator.signIn));
    }
    if (session.signedOut.includes(app.name)) return toSignIn(app, url);
    const act = intercept(app, url, request);
    if (act.kind === 'sign-out') {
      setSession({ signedOut: [...state.session.signedOut, app.name] });
      return toSignIn(app, url);
    }
    if (act.kind === 'answer') return interrupt(app, url, act.reply);
    if (act.kind === 'release') {
      const { app: name, path, search, form } = act.held;
      const address = new URL(host.addressOf(name, path + search));
      const late = handle(must(range.apps[name], name), address, { method: 'POST', url: address.href, form });
      if (act.isShown) return finish(app, url, late);
    }
    const reply = handle(app, url, request);
    return finish(app, url, act.kind === 'after' ? act.reply : reply);
  }

  /** Answers in the console's place. A notice that waits for the next page goes on waiting for the console's own. */
  function interrupt(app: App, url: URL, reply: Reply): HttpReply {
    const { notice } = state.session;
    setSession({ notice: null });
    const drawn = finish(app, url, reply);
    setSession({ notice });
    return drawn;
  }

  function toSignIn(app: App, url: URL): HttpReply {
    return seeOther(
      host.addressOf(app.name, `/_sign-in?next=${encodeURIComponent(url.pathname + url.search)}`),
    );
  }

  /** Lets the armed faults look at the exchange; the first that does not let it pass decides. */
  function intercept(app: App, url: URL, request: HttpRequest): Interception {
    const isSave = (options.interceptors ?? []).length > 0 && wouldSave(app, url, request);
    const { method, form } = request;
    const asked = {
      app: app.name,
      method,
      path: url.pathname,
      search: url.search,
      form,
      isSave,
      nowMs: options.nowMs(),
    };
    const exchanged = countIn(asked, state.session);
    const { count, posts, saves } = exchanged;
    const memories = { ...state.session.memories };
    let decided: Interception = { kind: 'pass' };
    let strikes = state.session.strikes;
    for (const { name, respond } of options.interceptors ?? []) {
      const { act, memory } = respond(memories[name], exchanged);
      memories[name] = memory;
      if (act.kind === 'pass' || decided.kind !== 'pass') continue;
      decided = act;
      if (!isStrike(act)) continue;
      strikes = [...strikes, { fault: name, atMs: options.nowMs(), app: app.name, path: url.pathname }];
    }
    setSession({ count, posts, saves, memories, strikes });
    return decided;
  }

  /** Tries a form on the present state and drops what comes of it. */
  function wouldSave(app: App, url: URL, request: HttpRequest): boolean {
    const match = matchRoute(app, request.method, url.pathname);
    if (match?.method !== 'POST') return false;
    const before = must(state.apps[app.name], app.name);
    return isOnRecord(submit(match.handler, before, toAppRequest(app, url, request, match.params)), before);
  }

  function handle(app: App, url: URL, request: HttpRequest): Reply {
    const match = matchRoute(app, request.method, url.pathname);
    if (!match) return notFoundPage(url.pathname);
    const told = toAppRequest(app, url, request, match.params);
    const before = must(state.apps[app.name], app.name);
    if (match.method === 'GET') return match.handler(before, told);
    const { reply, after, patches } = submit(match.handler, before, told);
    if (patches.length > 0) {
      state = { ...state, apps: { ...state.apps, [app.name]: after } };
      patchLog.push({ app: app.name, patches });
    }
    return reply;
  }

  function toAppRequest(
    app: App,
    url: URL,
    request: HttpRequest,
    params: Record<string, string>,
  ): AppRequest {
    const skin = must(options.skins[app.name], `skin of ${app.name}`);
    const told = { method: request.method, path: url.pathname, params, ...readFields(url, request.form) };
    const look = lookOf(must(range.kits[skin.kit], `kit ${skin.kit}`));
    return { ...told, nowMs: options.nowMs(), operator: world.operator, skin, look };
  }

  /** Redirects carry their notice to the next page of the same console; pages show it once. */
  function finish(app: App, url: URL, reply: Reply): HttpReply {
    if (reply.kind === 'redirect') {
      setSession({ notice: reply.notice ? { app: app.name, notice: reply.notice } : null });
      return seeOther(host.addressOf(app.name, reply.to));
    }
    return page(app, url, reply);
  }

  function page(app: App, url: URL, reply: Drawn): HttpReply {
    const waiting = state.session.notice;
    const notice: Notice | null = reply.notice ?? (waiting?.app === app.name ? waiting.notice : null);
    const path = url.pathname + url.search;
    const address = host.addressOf(app.name, path);
    state = { ...state, session: visit({ ...state.session, notice: null }, app.name, address, path) };
    return draw(app, url, notice ? { ...reply, notice } : reply, address);
  }

  function draw(app: App, url: URL, reply: Drawn, address: string): HttpReply {
    const signedIn = url.pathname !== '/_sign-in';
    const request = toAppRequest(app, url, { method: 'GET', url: url.href, form: [] }, {});
    const nav: NavItem[] = signedIn ? app.nav(must(state.apps[app.name], app.name), request) : [];
    const skin = request.skin;
    const body = renderPage({
      app,
      kit: must(range.kits[skin.kit], `kit ${skin.kit}`),
      skin,
      shared: range.shared,
      reply,
      nav,
      operator: world.operator,
      bar: barOf({
        app,
        address,
        apps,
        session: state.session,
        nowMs: options.nowMs(),
        addressOf: host.addressOf,
      }),
    });
    const drawn: HttpReply = { status: reply.status, contentType: 'text/html; charset=utf-8', body };
    const record = reply.kind === 'page' ? reply.page.record : undefined;
    setSession({
      shown: { address: url.href, reply: drawn },
      record: record === undefined ? null : { app: app.name, record },
    });
    return drawn;
  }

  /** A page inside the range for every address outside it: the agent sees that it leads nowhere. */
  function unreachable(address: string): HttpReply {
    const app = must(apps[0], 'a console');
    const url = new URL(host.addressOf(app.name));
    const model = { title: 'Address not reachable', address };
    return draw(app, url, { kind: 'view', view: 'shared/unreachable', model, status: 502 }, address);
  }

  return host;
}
