import { sortedValues } from './sorted.ts';
import type { Account, AppFacts, Person, PersonName, WorkerId, World } from './world.ts';

/** Indices of frozen worlds. A draft changes under our hands, so it is searched each time. */
const indices = new WeakMap<object, Map<WorkerId, Account[]>>();

/** All accounts of a worker in all consoles, service accounts that the worker owns included. */
export function accountsOf(world: World, workerId: WorkerId): Account[] {
  const { accounts } = world;
  // The index comes first: to ask whether a large record is frozen takes longer than all the rest.
  const index = indices.get(accounts) ?? (Object.isFrozen(accounts) ? indexAccounts(accounts) : undefined);
  if (index) return [...(index.get(workerId) ?? [])];
  return sortedValues(accounts).filter(account => account.workerId === workerId);
}

function indexAccounts(accounts: World['accounts']): Map<WorkerId, Account[]> {
  const index = new Map<WorkerId, Account[]>();
  for (const account of sortedValues(accounts)) {
    if (account.workerId === null) continue;
    const list = index.get(account.workerId);
    if (list) list.push(account);
    else index.set(account.workerId, [account]);
  }
  indices.set(accounts, index);
  return index;
}

/** A worker's display name with the number, for messages; the number alone for nobody we know. */
export function nameOf(world: World, workerId: WorkerId): string {
  const person = world.persons[workerId];
  return person ? `${person.displayName} (${workerId})` : workerId;
}

/** What somebody of the same name is called, in each of its forms. */
export function personName(person: Person): PersonName {
  const { givenName, familyName, displayName, legalName, asciiGiven, asciiFamily } = person;
  return { givenName, familyName, displayName, legalName, asciiGiven, asciiFamily };
}

/** The key of an account in `world.accounts`. */
export function accountKey(account: Pick<Account, 'app' | 'nativeId'>): string {
  return `${account.app}/${account.nativeId}`;
}

/** The console that an address belongs to, by the first label of its host. */
export function appAt({ consoles }: Pick<World, 'consoles'>, url: string): AppFacts | undefined {
  const [host] = (url.split('/')[2] ?? '').split('.');
  return consoles.find(console => console.host === host);
}
