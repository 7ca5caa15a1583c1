import { must } from '../../core/assert.ts';
import type { AppName } from '../../world/world.ts';
import type { App, AppRequest } from '../app.ts';
import { lookOf } from '../looks/look.ts';
import type { HostOptions, HostState } from './host.ts';
import type { HttpRequest } from './http.ts';
import { readFields } from './requests.ts';
import type { Session } from './session.ts';

/** The consoles of one episode while they serve. */
export interface Serving {
  readonly options: HostOptions;
  /** In the order of their tabs. */
  readonly apps: readonly App[];
  /** By the name in an address: `desk.calderrowe.example`. */
  readonly byHost: ReadonlyMap<string, App>;
  state: HostState;
  /** The page that a restored checkpoint showed, until it is asked for. */
  again: Session['shown'];
}

/** A request with the console that it is for. */
export interface Asked {
  app: App;
  url: URL;
  request: HttpRequest;
}

/** Changes what is remembered of the operator's visit. */
export function setSession(on: Serving, change: Partial<Session>): void {
  on.state = { ...on.state, session: { ...on.state.session, ...change } };
}

/** An address of a console: its home, or a path of it. */
export function addressOf({ options }: Serving, name: AppName, path?: string): string {
  const app = must(options.range.apps[name], `console ${name}`);
  return `http://${app.host}.${options.world.company.domain}${path ?? app.home}`;
}

/** The request as the console's handlers get it; `params` are the values of its route. */
export function toAppRequest(
  { options }: Serving,
  { app, url, request }: Asked,
  params: Record<string, string>,
): AppRequest {
  const skin = must(options.skins[app.name], `skin of ${app.name}`);
  const look = lookOf(must(options.range.kits[skin.kit], `kit ${skin.kit}`));
  const { people = {} } = options.range;
  const given = { method: request.method, path: url.pathname, params, ...readFields(url, request.form) };
  return { ...given, nowMs: options.nowMs(), operator: options.world.operator, skin, look, people };
}
