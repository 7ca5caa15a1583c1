import type { Rng } from '../core/rng.ts';
import { daysFrom } from './days.ts';
import { accountKey } from './find.ts';
import { accessEnd, birthrightGrants, birthrightOf } from './grants.ts';
import type { PopulatedApp } from './population.ts';
import type { Account, Person, World } from './world.ts';

type Facts = Pick<World, 'persons' | 'businessRoles' | 'entitlements' | 'company' | 'today' | 'operator'>;

/** All accounts with their birthright grants, by `${app}/${nativeId}`. */
export function makeAccounts(
  rng: Rng,
  world: Facts,
  consoles: readonly PopulatedApp[],
): Record<string, Account> {
  const persons = Object.values(world.persons);
  const days = daysFrom(world.today);
  const keysOf = rememberBirthrights(world);
  const accounts: Record<string, Account> = {};
  for (const { name, population } of consoles) {
    if (!population) continue;
    const own = rng.fork(name);
    const isTaken = (nativeId: string): boolean => `${name}/${nativeId}` in accounts;
    for (const person of persons) {
      if (!population.accountFor || population.hasAccount?.(person, { rng: own, days }) === false) continue;
      const account = population.accountFor(person, { rng: own, isTaken, days });
      account.grants = birthrightGrants(keysOf(person), account, {
        person,
        to: accessEnd(population, person),
      });
      accounts[accountKey(account)] = account;
    }
    const { company, operator } = world;
    const special = { domain: company.domain, persons, operator, days, rng: own.fork('special') };
    for (const account of population.specialAccounts?.(special) ?? [])
      accounts[accountKey(account)] = account;
  }
  return accounts;
}

/** People of one place and kind get the same without asking: it is looked up once for each. */
function rememberBirthrights(world: Facts): (person: Person) => string[] {
  const known = new Map<string, string[]>();
  return person => {
    const place = `${person.department} ${person.kind} ${person.location}`;
    const keys = known.get(place) ?? birthrightOf(world, person);
    known.set(place, keys);
    return keys;
  };
}

/**
 * Opens a person's primary account with birthright access in each of the consoles that has accounts.
 *
 * @example
 * openAccounts(draft, person, { rng, consoles: consoles.filter(({ kind }) => kind === 'idp') });
 */
export function openAccounts(
  draft: World,
  person: Person,
  { rng, consoles }: { rng: Rng; consoles: readonly PopulatedApp[] },
): Account[] {
  return consoles.flatMap(({ name, population }) => {
    if (!population?.accountFor) return [];
    const isTaken = (nativeId: string): boolean => `${name}/${nativeId}` in draft.accounts;
    const account = population.accountFor(person, {
      rng: rng.fork(name),
      isTaken,
      days: daysFrom(draft.today),
    });
    const to = accessEnd(population, person);
    account.grants = birthrightGrants(birthrightOf(draft, person), account, { person, to });
    draft.accounts[accountKey(account)] = account;
    return [account];
  });
}
