import type { AppRequest, NavItem } from '../../app/app.ts';
import { lookOf } from '../../app/looks/look.ts';
import { must } from '../../core/assert.ts';
import type { EdgeFocus } from '../../world/edges/define-edge.ts';
import { accountOf, activeEmployees, isPrivileged } from '../../world/questions.ts';
import type { AppName, World } from '../../world/world.ts';
import { type Addresses, consolesOf } from './addresses.ts';
import type { Hub } from './hub.ts';

/** A link into a console. */
export interface DeepLink {
  /** What it shows: `Ticket`, `HR record`. */
  label: string;
  url: string;
}

/**
 * Where consoles keep the records of the world. A console that is not here is linked by its sections alone.
 */
const RECORDS: Readonly<
  Record<'ticket' | 'request' | 'person', { app: AppName; label: string; path: string }>
> = {
  ticket: { app: 'brightqueue', label: 'Ticket', path: '/tickets/' },
  request: { app: 'brightqueue', label: 'Request', path: '/access-requests/' },
  person: { app: 'peoplemere', label: 'HR record', path: '/workers/' },
};
const ACCOUNTS: Readonly<Record<AppName, { label: string; path: string }>> = {
  harborlight: { label: 'Directory user', path: '/users/' },
  corvane: { label: 'ERP user', path: '/ua03/' },
};

/** The sections of a console, as its own navigation lists them. */
export function sectionsOf(hub: Hub, addresses: Addresses, name: AppName): DeepLink[] {
  const app = must(
    consolesOf(hub).find(candidate => candidate.name === name),
    `console ${name}`,
  );
  const state = hub.host.state.apps[name];
  const skin = hub.laid.skins[name];
  if (!state || !skin) return [];
  const { operator } = hub.laid.world;
  const request: AppRequest = {
    method: 'GET',
    path: app.home,
    params: {},
    query: {},
    form: {},
    lists: {},
    nowMs: hub.nowMs,
    operator,
    skin,
    look: lookOf(must(hub.catalog.range.kits[skin.kit], `kit ${skin.kit}`)),
  };
  return app.nav(state, request).map(({ label, href }: NavItem) => ({
    label,
    url: `${addresses.originOf(app)}${href}`,
  }));
}

/** Links to the records of a person, and to the ticket and request that are named with it. */
export function linksOf(
  hub: Hub,
  addresses: Addresses,
  focus: Pick<EdgeFocus, 'subject' | 'ticket' | 'request'>,
): DeepLink[] {
  const { world, appNames } = hub.laid;
  const links: DeepLink[] = [];
  const add = (app: AppName, label: string, path: string): void => {
    const target = consolesOf(hub).find(candidate => candidate.name === app);
    if (target && appNames.includes(app)) links.push({ label, url: `${addresses.originOf(target)}${path}` });
  };
  const { ticket, request, person } = RECORDS;
  if (focus.ticket !== null) add(ticket.app, ticket.label, `${ticket.path}${focus.ticket}`);
  if (focus.request !== null) add(request.app, request.label, `${request.path}${focus.request}`);
  add(person.app, person.label, `${person.path}${focus.subject}`);
  for (const [app, { label, path }] of Object.entries(ACCOUNTS)) {
    const account = accountOf(world, app, focus.subject);
    if (account && account.status !== 'deleted') add(app, label, path + encodeURIComponent(account.nativeId));
  }
  return links;
}

/**
 * People to try things on: some with accounts everywhere, an administrator, a contractor, somebody who starts
 * soon.
 */
export function peopleToTry(world: World): { workerId: string; why: string }[] {
  const employees = activeEmployees(world).filter(({ workerId }) => workerId !== world.operator.workerId);
  const everywhere = employees.filter(({ workerId }) =>
    Object.keys(ACCOUNTS).every(app => accountOf(world, app, workerId)?.status === 'active'),
  );
  const persons = Object.values(world.persons);
  const found = [
    ...everywhere.slice(0, 2).map(person => ({ person, why: 'has every account' })),
    { person: employees.find(({ workerId }) => isPrivileged(world, workerId)), why: 'is an administrator' },
    {
      person: persons.find(({ kind, status }) => kind === 'contingent' && status === 'active'),
      why: 'is a contractor',
    },
    { person: persons.find(({ status }) => status === 'prehire'), why: 'starts soon' },
    { person: persons.find(({ status }) => status === 'leave'), why: 'is on leave' },
  ];
  const seen = new Set<string>();
  return found.flatMap(({ person, why }) => {
    if (!person || seen.has(person.workerId)) return [];
    seen.add(person.workerId);
    return [{ workerId: person.workerId, why }];
  });
}

/** Tickets to try of each category. */
const TICKETS_EACH = 2;

/** Open tickets to try: the first of each category, the operator's own queue first. */
export function ticketsToTry(world: World): string[] {
  const open = Object.values(world.tickets).filter(({ state }) => !/^(Closed|Resolved)/.test(state));
  const own = open.filter(({ group }) => group === world.operator.group);
  const ordered = [...own, ...open.filter(ticket => !own.includes(ticket))];
  const categories = [...new Set(ordered.map(({ category }) => category))];
  return categories.flatMap(category =>
    ordered
      .filter(ticket => ticket.category === category)
      .slice(0, TICKETS_EACH)
      .map(({ number }) => number),
  );
}
