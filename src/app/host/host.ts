import { unknownName } from '../../core/errors.ts';
import type { Counterparts } from '../../world/counterpart.ts';
import type { AppName, World } from '../../world/world.ts';
import type { App, Skin } from '../app.ts';
import type { AssetSources } from '../looks/assets.ts';
import type { Kit } from '../looks/kit.ts';
import { answer } from './answer.ts';
import type { Exchange } from './http.ts';
import { type AppStates, beginningOf } from './initial.ts';
import type { Interceptor } from './intercept.ts';
import { addressOf, type Serving } from './serving.ts';
import { type Session, startSession } from './session.ts';

/** What consoles are made of: handed down from the catalog. */
export interface Range extends AssetSources {
  apps: Record<AppName, App>;
  kits: Record<string, Kit>;
  /** Whom one calls or writes to; nobody when left out. */
  people?: Counterparts;
}

export interface HostOptions {
  range: Range;
  world: World;
  /** The consoles of this episode, in the order of their tabs. */
  appNames: readonly AppName[];
  skins: Readonly<Record<AppName, Skin>>;
  nowMs: () => number;
  /** Moves the clock on while a console's reply is waited for; without it, nothing takes time. */
  advance?: (ms: number) => void;
  interceptors?: readonly Interceptor[];
}

/** Everything that an episode changes, as immutable plain JSON: a checkpoint is a pointer to it. */
export interface HostState {
  apps: AppStates;
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
}

/** Sets a range up over a world: every console as it begins, with nobody signed out and no page visited. */
export function createHost(options: HostOptions): Host {
  const { range, world, appNames } = options;
  const apps = appNames.map(name => {
    const app = range.apps[name];
    if (!app) throw unknownName('console', name, { known: Object.keys(range.apps).sort() });
    return app;
  });
  const on: Serving = {
    options,
    apps,
    byHost: new Map(apps.map(app => [`${app.host}.${world.company.domain}`, app])),
    state: {
      apps: beginningOf(apps, world),
      session: startSession(options.interceptors ?? []),
    },
    again: null,
  };
  return {
    exchange: request => answer(on, request),
    get state() {
      return on.state;
    },
    restore: (saved, isOnScreen = false) => {
      on.state = saved;
      on.again = isOnScreen ? null : saved.session.shown;
    },
    addressOf: (name, path) => addressOf(on, name, path),
  };
}
