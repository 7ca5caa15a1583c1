import type { AppRequest, NavItem, RecordKind } from '../../app/app.ts';
import { lookOf } from '../../app/looks/look.ts';
import { must } from '../../core/assert.ts';
import type { EdgeFocus } from '../../world/edges/define-edge.ts';
import { accountOf, activeEmployees, isPrivileged } from '../../world/questions.ts';
import { sortedValues } from '../../world/sorted.ts';
import type { AppName, World } from '../../world/world.ts';
import { type Addresses, allApps } from './addresses.ts';
import type { Hub } from './hub.ts';

/** A link into a console. */
export interface DeepLink {
  /** What it shows: `Ticket`, `HR record`. */
  label: string;
  url: string;
}

/** The sections of a console, as its own navigation lists them. */
export function sectionsOf(hub: Hub, addresses: Addresses, name: AppName): DeepLink[] {
  const app = must(
    allApps(hub).find(candidate => candidate.name === name),
    `console ${name}`,
  );
  const state = must(hub.session.host.state.apps[name], `state of ${name}`);
  const skin = must(hub.laid.skins[name], `skin of ${name}`);
  const { operator } = hub.laid.world;
  const request: AppRequest = {
    method: 'GET',
    path: app.home,
    params: {},
    query: {},
    form: {},
    lists: {},
    nowMs: hub.session.nowMs,
    operator,
    skin,
    look: lookOf(must(hub.catalog.range.kits[skin.kit], `kit ${skin.kit}`)),
    people: hub.catalog.range.people ?? {},
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
  const { world } = hub.laid;
  const to = (kind: RecordKind, idIn: (app: AppName) => string | null | undefined): DeepLink[] =>
    allApps(hub).flatMap(app => {
      const [place, id] = [app.recordPaths?.[kind], idIn(app.name)];
      if (!place || !id) return [];
      const url = `${addresses.originOf(app)}${place.path}${encodeURIComponent(id)}`;
      return [{ label: place.label, url }];
    });
  return [
    ...to('ticket', () => focus.ticket),
    ...to('request', () => focus.request),
    ...to('person', () => focus.subject),
    ...to('account', app => {
      const account = accountOf(world, app, focus.subject);
      return account?.status === 'deleted' ? null : account?.nativeId;
    }),
  ];
}

/**
 * People to try things on: some with accounts everywhere, an administrator, a contractor, somebody who starts
 * soon.
 */
export function peopleToTry(world: World): { workerId: string; why: string }[] {
  const employees = activeEmployees(world).filter(({ workerId }) => workerId !== world.operator.workerId);
  const primary = Object.values(world.accounts).filter(({ purpose }) => purpose === 'primary');
  const apps = [...new Set(primary.map(({ app }) => app))];
  const everywhere = employees.filter(({ workerId }) =>
    apps.every(app => accountOf(world, app, workerId)?.status === 'active'),
  );
  const persons = sortedValues(world.persons);
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
  const open = sortedValues(world.tickets).filter(({ state }) => !/^(Closed|Resolved)/.test(state));
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
