import { must } from '../core/assert.ts';
import { UsageError } from '../core/errors.ts';
import { type Check, closed, type Form, listOf, open, refuseMisfit, text } from '../core/form.ts';
import { refuseNoSeed } from '../core/seed.ts';
import { deepFreeze } from '../core/json.ts';
import { createRng } from '../core/rng.ts';
import { makeAccounts } from './accounts.ts';
import { riskAnalysts } from './approvals.ts';
import { makeCompany } from './company.ts';
import { type Days, daysFrom, drawToday } from './days.ts';
import { makeBusinessRoles, makeEntitlements } from './entitlements.ts';
import { growCatalogue } from './growth.ts';
import { MIN_PEOPLE } from './hierarchy.ts';
import { makeHrEvents } from './hr-events.ts';
import { layDirt } from './lay-dirt.ts';
import { begunAt } from './moments.ts';
import { makeOrganisation } from './people.ts';
import { inOrder, type PopulatedApp } from './population.ts';
import { drawRefusedRequests } from './refused-requests.ts';
import { drawGrantedRequests, drawOpenRequests, enterRequests, type RequestPool } from './requests.ts';
import { makeSodRules } from './segregation.ts';
import { drawSignIn } from './special-accounts.ts';
import { makeChanges } from './changes.ts';
import { makeTickets } from './tickets.ts';
import type { Account, WorkerId, World } from './world.ts';

/** People in a world when nothing else is asked for. */
export const DEFAULT_PEOPLE = 250;
/** The most people that the structure of departments holds. */
export const MAX_PEOPLE = 25_000;

/** Offset of the day before which no request was made. */
const OLDEST = -500;

/** What a world is made of: a seed, how many people, and the consoles that the company uses. */
export interface WorldOptions {
  seed: string;
  people?: number;
  consoles: readonly PopulatedApp[];
}

/** Looked at by what a seed and a number of people must be. */
const later: Check = () => undefined;

const WORLD = closed({
  seed: later,
  people: later,
  consoles: listOf(open({ name: text('a console'), host: text('a console') }), {
    allowed: 'a list of consoles, such as Object.values(catalog.range.apps)',
  }),
} satisfies Form<keyof WorldOptions>);

/**
 * The company of a seed, frozen all the way down: the same seed, size and consoles give the same bytes. Each console
 * draws from a stream of its own. Throws UsageError when the size is not a whole number from 50 to 25,000.
 */
export function generateWorld(options: WorldOptions): World {
  refuseMisfit('generateWorld: the request', WORLD, options);
  const { seed, people = DEFAULT_PEOPLE } = options;
  refuseNoSeed(seed);
  checkPeople(seed, people);
  const consoles = inOrder(options.consoles);
  const rng = createRng(`world/${people}/${seed}`);
  const days = daysFrom(drawToday(rng.fork('today')));
  const company = makeCompany(rng.fork('company'));
  const { organisation, operatorId } = makeOrganisation(rng.fork('organisation'), days, { company, people });
  const persons = Object.values(organisation.persons);
  const operator = must(organisation.persons[operatorId], 'the operator');
  const growth = growCatalogue(rng.fork('growth'), organisation, consoles);
  const world: World = {
    seed,
    today: days.today,
    nowMs: begunAt(days.pastMs, `${people}/${seed}`),
    company,
    ...organisation,
    hrEvents: makeHrEvents(rng.fork('hr events'), days, persons),
    accounts: {},
    entitlements: makeEntitlements(rng.fork('entitlements'), organisation, { consoles, growth }),
    businessRoles: makeBusinessRoles(organisation, consoles),
    requests: {},
    sodRules: makeSodRules(consoles),
    tickets: {},
    changes: makeChanges(rng.fork('changes'), days, consoles),
    operator: {
      workerId: operator.workerId,
      signIn: drawSignIn(rng.fork('operator'), operator),
      displayName: operator.displayName,
      group: 'IAM Operations',
    },
    consoles: consoles.map(({ name, kind, title, host, buttons = {} }) => ({
      name,
      kind,
      title,
      host,
      buttons: structuredClone(buttons),
    })),
    orders: [],
    lines: {},
    dirt: [],
  };
  world.accounts = makeAccounts(rng.fork('accounts'), world, consoles);
  const pool = { ...makePool(world, days), growth };
  const granted = drawGrantedRequests(rng.fork('requests'), pool, consoles);
  const open = drawOpenRequests(rng.fork('open requests'), pool, consoles);
  const refused = drawRefusedRequests(rng.fork('refused requests'), pool, { consoles, granted });
  enterRequests(world, [...granted, ...open, ...refused]);
  world.tickets = makeTickets(rng.fork('tickets'), world, {
    consoles,
    granted: granted.map(({ request }) => request),
    open: open.map(({ request }) => request),
  });
  layDirt(rng.fork('dirt'), world, consoles);
  return deepFreeze(world);
}

function checkPeople(seed: string, people: number): void {
  if (Number.isInteger(people) && people >= MIN_PEOPLE && people <= MAX_PEOPLE) return;
  throw new UsageError(`A world can't have ${people} people.`, {
    where: `seed ${seed}`,
    allowed: `a whole number from ${MIN_PEOPLE} to ${MAX_PEOPLE}`,
  });
}

function makePool(world: World, days: Days): Omit<RequestPool, 'growth'> {
  const accounts = new Map<WorkerId, Account[]>();
  const colleagues = new Map<string, WorkerId[]>();
  const append = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const account of Object.values(world.accounts)) {
    if (account.workerId !== null) append(accounts, account.workerId, account);
  }
  for (const person of Object.values(world.persons)) {
    // Somebody who asked for a colleague must have been there at the time.
    if (person.status === 'active' && person.hireDay < days.at(OLDEST))
      append(colleagues, person.department, person.workerId);
  }
  return { world, accounts, colleagues, days, analysts: riskAnalysts(world) };
}
