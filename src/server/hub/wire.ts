import type { App } from '../../app/app.ts';
import type { HttpReply, HttpRequest } from '../../app/host/http.ts';
import { type Addresses, allApps, originInside, servedAddress } from './addresses.ts';
import type { Hub } from './hub.ts';

/** A request to a console as it came: path and query, and the fields of a posted form. */
export interface Asked {
  app: App;
  method: HttpRequest['method'];
  /** Path and query. */
  target: string;
  form: HttpRequest['form'];
}

/**
 * Answers a request at a served address. Inside, the consoles know the company's own addresses alone, so that
 * a state is the same on every port; links and redirects are turned into served ones here, and nothing else
 * of a page.
 */
export function answerServed(
  hub: Hub,
  addresses: Addresses,
  { app, method, target, form }: Asked,
): HttpReply {
  const url = new URL(target, `${originInside(hub, app)}/`).href;
  const reply = hub.exchange({ method, url, form });
  if (reply.location === undefined) return withServedLinks(hub, addresses, reply);
  const location = servedAddress(hub, addresses, reply.location);
  if (location !== undefined) return { ...reply, location };
  // The address leads out of the company: the console's own page says so, and no browser is sent there.
  return withServedLinks(hub, addresses, hub.exchange({ method: 'GET', url: reply.location, form: [] }));
}

/** Turns the absolute addresses of links and forms into served ones; words on the page stay as they are. */
function withServedLinks(hub: Hub, addresses: Addresses, reply: HttpReply): HttpReply {
  if (typeof reply.body !== 'string' || !reply.contentType.startsWith('text/html')) return reply;
  const byOrigin = new Map(
    allApps(hub).map(app => [originInside(hub, app), addresses.originOf(app)] as const),
  );
  const body = reply.body.replace(
    /\b((?:form)?action|href)="(http:\/\/[^/"?#]+)/g,
    (all, attribute: string, origin: string) => {
      const served = byOrigin.get(origin);
      return served === undefined ? all : `${attribute}="${served}`;
    },
  );
  return { ...reply, body };
}
