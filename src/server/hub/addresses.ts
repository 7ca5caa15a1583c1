import type { App } from '../../app/app.ts';
import { UsageError } from '../../core/errors.ts';
import type { Hub } from './hub.ts';

/** Where a hub is reached: the start page at a name and port, each console at a name below it. */
export interface Addresses {
  /** The origin of the start page and the controls: `http://localhost:4747`. */
  start: string;
  /** Every origin that the start page may be asked for by, `start` among them. */
  starts: readonly string[];
  /** The origin of a console: `http://id.localhost:4747`. */
  originOf(app: App): string;
}

/** What a `Host` header names: the start page, a console, or nothing of ours. */
export type Place = { kind: 'start'; origin: string } | { kind: 'app'; app: App } | { kind: 'nowhere' };

/** Addresses under a name; `others` are more names that the start page answers to. */
export function addressesOf({
  name,
  port,
  others = [],
}: {
  name: string;
  port: number;
  others?: readonly string[];
}): Addresses {
  const origin = (host: string): string => {
    const url = `http://${host}:${port}`;
    if (!URL.canParse(url))
      throw new UsageError(`No address has the name "${host}".`, { allowed: 'such as range.test' });
    return new URL(url).origin;
  };
  const start = origin(name);
  return {
    start,
    starts: [...new Set([start, ...others.map(origin)])],
    originOf: app => origin(`${app.host}.${name}`),
  };
}

/** What is at a `Host`. Names are compared whole: a name that merely leads here is nowhere. */
export function placeOf(hub: Hub, addresses: Addresses, host: string | undefined): Place {
  const origin = `http://${host?.toLowerCase() ?? ''}`;
  if (addresses.starts.includes(origin)) return { kind: 'start', origin };
  const app = allApps(hub).find(candidate => addresses.originOf(candidate) === origin);
  return app ? { kind: 'app', app } : { kind: 'nowhere' };
}

/** All consoles that there are, in the order of their names, whether the present task opens them or not. */
export function allApps({ catalog }: Hub): App[] {
  const { apps } = catalog.range;
  return Object.keys(apps)
    .sort()
    .flatMap(name => apps[name] ?? []);
}

/**
 * An address inside the company, where it is served: `http://id.acme.example/users` →
 * `http://id.localhost:4747/users`.
 */
export function servedAddress(hub: Hub, addresses: Addresses, address: string): string | undefined {
  // A typed `id.localhost:4747` looks like a scheme.
  const complete = /^https?:/i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(complete)) return undefined;
  const url = new URL(complete);
  const app = allApps(hub).find(
    candidate => originInside(hub, candidate) === url.origin || addresses.originOf(candidate) === url.origin,
  );
  return app && `${addresses.originOf(app)}${url.pathname}${url.search}${url.hash}`;
}

/** The origin that a console itself knows: `http://id.acme.example`. State and history hold no other. */
export function originInside(hub: Hub, app: App): string {
  return new URL(hub.session.host.addressOf(app.name, '/')).origin;
}
