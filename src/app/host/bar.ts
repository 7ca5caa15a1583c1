import { formatMs } from '../../core/calendar.ts';
import type { AppName } from '../../world/world.ts';
import type { App } from '../app.ts';
import type { Bar } from '../looks/render.ts';
import type { WindowLook } from '../looks/window-look.ts';
import type { Session } from './session.ts';

/** What the workspace bar is drawn from: the console in front, its address, and where the operator has been. */
export interface BarParts {
  app: App;
  address: string;
  /** The consoles of the episode, in the order of their tabs. */
  apps: readonly App[];
  session: Session;
  nowMs: number;
  /** How the window around it looks. */
  window: WindowLook;
  addressOf(app: AppName, path?: string): string;
}

/** The workspace bar above a page. Its links are absolute: they work on the page of an unreachable address, too. */
export function barOf({ app: current, address, apps, session, nowMs, window, addressOf }: BarParts): Bar {
  const { history, position } = session;
  const bar = (act: string): string => addressOf(current.name, `/_bar/${act}`);
  return {
    tabs: apps.map(app => ({
      title: app.title,
      host: app.host,
      href: bar(`tab/${app.name}`),
      current: app === current,
    })),
    back: position > 0 ? bar('back') : null,
    forward: position < history.length - 1 ? bar('forward') : null,
    reload: address,
    go: bar('go'),
    address: address.replace(/^http:\/\//, ''),
    window,
    clock: formatMs(nowMs, 'ddd D MMM YYYY, HH:mm'),
  };
}
