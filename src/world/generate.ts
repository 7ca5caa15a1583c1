import { UsageError } from '../core/errors.ts';
import { deepFreeze } from '../core/json.ts';
import { createRng, type Rng } from '../core/rng.ts';
import { riskAnalysts } from './approvals.ts';
import { makeCompany } from './company.ts';
import { corvaneId, drawsCorvane, makeCorvaneUser } from './corvane-users.ts';
import { NOW_MS } from './days.ts';
import { CORVANE, makeBusinessRoles, makeEntitlements } from './entitlements.ts';
import { birthrightGrants, birthrightOf } from './grants.ts';
import { hasHarborlight, makeHarborlightUser } from './harborlight-users.ts';
import { MIN_PEOPLE } from './hierarchy.ts';
import { makeHrEvents } from './hr-events.ts';
import { makeOrganisation, OPERATOR_ID } from './people.ts';
import { drawGrantedRequests, drawOpenRequests, enterRequests, type RequestPool } from './requests.ts';
import { SOD_RULES } from './sod-list.ts';
import { makeSpecialAccounts, OPERATOR_SIGN_IN } from './special-accounts.ts';
import { makeChanges, makeTickets } from './tickets.ts';
import type { Account, Person, WorkerId, World } from './world.ts';

/** People in a world when nothing else is asked for. */
export const DEFAULT_PEOPLE = 250;
/** The most people that the structure of departments holds. */
export const MAX_PEOPLE = 25_000;

/**
 * The company of a seed, frozen all the way down: the same seed and size give the same bytes. Throws
 * UsageError when the size is not a whole number from 50 to 25,000.
 */
export function generateWorld(options: { seed: string; people?: number }): World {
  const people = options.people ?? DEFAULT_PEOPLE;
  if (!Number.isInteger(people) || people < MIN_PEOPLE || people > MAX_PEOPLE) {
    throw new UsageError(`A world can't have ${people} people.`, {
      where: `seed ${options.seed}`,
      allowed: `a whole number from ${MIN_PEOPLE} to ${MAX_PEOPLE}`,
    });
  }
  const rng = createRng(`world/${people}/${options.seed}`);
  const company = makeCompany(rng.fork('company'));
  const organisation = makeOrganisation(rng.fork('organisation'), company, people);
  const persons = Object.values(organisation.persons);
  const world: World = {
    seed: options.seed,
    nowMs: NOW_MS,
    company,
    ...organisation,
    hrEvents: makeHrEvents(rng.fork('hr events'), persons),
    accounts: {},
    entitlements: makeEntitlements(rng.fork('entitlements'), organisation),
    businessRoles: makeBusinessRoles(organisation),
    requests: {},
    sodRules: Object.fromEntries(SOD_RULES.map(rule => [rule.id, structuredClone(rule)])),
    tickets: {},
    changes: makeChanges(rng.fork('changes')),
    operator: {
      workerId: OPERATOR_ID,
      signIn: OPERATOR_SIGN_IN,
      displayName: organisation.persons[OPERATOR_ID]?.displayName ?? '',
      group: 'IAM Operations',
    },
  };
  world.accounts = makeAccounts(rng.fork('accounts'), world);
  const pool = makePool(world);
  const granted = drawGrantedRequests(rng.fork('requests'), pool);
  const open = drawOpenRequests(rng.fork('open requests'), pool, openRequestCount(people));
  enterRequests(rng.fork('request numbers'), world, [...granted, ...open]);
  world.tickets = makeTickets(rng.fork('tickets'), world, {
    granted: granted.map(({ request }) => request),
    open: open.map(({ request }) => request),
  });
  return deepFreeze(world);
}

/** About 16 unfulfilled requests in a company of 250 people, and never more than a desk could list. */
function openRequestCount(people: number): number {
  return Math.min(120, Math.max(6, Math.round(people * 0.064)));
}

/** All accounts with their birthright grants, by `${app}/${nativeId}` in code unit order of the workers. */
function makeAccounts(rng: Rng, world: World): Record<string, Account> {
  const accounts: Record<string, Account> = {};
  const enter = (account: Account): void => {
    accounts[`${account.app}/${account.nativeId}`] = account;
  };
  const persons = Object.values(world.persons);
  const birthrights = new Map<string, string[]>();
  for (const person of persons) {
    const place = `${person.department} ${person.kind} ${person.location}`;
    const keys = birthrights.get(place) ?? birthrightOf(world, person);
    birthrights.set(place, keys);
    for (const account of makeOwnAccounts(rng, person, accounts)) {
      account.grants = birthrightGrants(keys, person, account);
      enter(account);
    }
  }
  for (const account of makeSpecialAccounts(rng.fork('special'), { domain: world.company.domain, persons })) {
    enter(account);
  }
  return accounts;
}

function makeOwnAccounts(rng: Rng, person: Person, accounts: Record<string, Account>): Account[] {
  const own: Account[] = [];
  if (hasHarborlight(person)) own.push(makeHarborlightUser(rng, person));
  if (drawsCorvane(rng, person)) {
    const nativeId = corvaneId(person, id => `${CORVANE}/${id}` in accounts);
    own.push(makeCorvaneUser(rng, person, nativeId));
  }
  return own;
}

function makePool(world: World): RequestPool {
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
    if (person.status === 'active' && person.hireDay < '2024-06')
      append(colleagues, person.department, person.workerId);
  }
  return { world, accounts, colleagues, analysts: riskAnalysts(world) };
}
