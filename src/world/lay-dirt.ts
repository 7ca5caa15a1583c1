import type { Rng } from '../core/rng.ts';
import { daysFrom } from './days.ts';
import { type DirtKind, type Ground, recordOf } from './dirt/define-dirt.ts';
import { dirt } from './dirt/index.ts';
import { possibleOwners } from './entitlements.ts';
import { compareEvents } from './hr-events.ts';
import type { PopulatedApp } from './population.ts';
import { isTechnician } from './special-accounts.ts';
import type { Account, Dirt, Person, WorkerId, World } from './world.ts';

const ORDER: readonly DirtKind['about'][] = ['people', 'accounts', 'rights'];

/** Lays every kind of dirt into a company that is whole, and labels it. */
export function layDirt(rng: Rng, world: World, consoles: readonly PopulatedApp[]): void {
  const stained = new Set<string>();
  const ground = makeGround(world, consoles, stained);
  const kinds = ORDER.flatMap(about => Object.values<DirtKind>(dirt).filter(kind => kind.about === about));
  for (const { name, about, lay } of kinds) {
    const laid = lay(ground, rng.fork(name)).map((stain): Dirt => ({ kind: name, ...stain }));
    world.dirt.push(...laid);
    for (const { record, workerId } of laid) {
      stained.add(record);
      if (about === 'people' && workerId !== null) stained.add(`persons/${workerId}`);
    }
  }
  world.hrEvents.sort(compareEvents);
}

function makeGround(world: World, consoles: readonly PopulatedApp[], stained: ReadonlySet<string>): Ground {
  const [byApp, byWorker] = [new Map<string, Account[]>(), new Map<WorkerId, Account[]>()];
  const put = (lists: Map<string, Account[]>, key: string, account: Account): unknown =>
    (lists.get(key) ?? lists.set(key, []).get(key))?.push(account);
  for (const account of Object.values(world.accounts)) {
    put(byApp, account.app, account);
    if (account.workerId !== null) put(byWorker, account.workerId, account);
  }
  const persons = Object.values(world.persons);
  const isClean = (worker: WorkerId): boolean => !stained.has(`persons/${worker}`);
  return {
    world,
    days: daysFrom(world.today),
    consoles,
    bystanders: bystandersOf(world, persons),
    leavers: persons.filter(({ kind, status }) => kind === 'employee' && status === 'terminated'),
    accountsIn: app => byApp.get(app) ?? [],
    accountsFor: worker => byWorker.get(worker) ?? [],
    isClean,
    everyday: app =>
      (byApp.get(app) ?? []).filter(account => {
        const { workerId, purpose, status } = account;
        const isUsed = purpose === 'primary' && status === 'active' && !stained.has(recordOf(account));
        const isFree = workerId !== null && workerId !== world.operator.workerId && isClean(workerId);
        return isUsed && isFree && world.persons[workerId]?.status === 'active';
      }),
  };
}

function bystandersOf(world: World, persons: readonly Person[]): Person[] {
  const busy = new Set(possibleOwners(world));
  for (const { manager, sponsor } of persons) for (const above of [manager, sponsor]) busy.add(above ?? '');
  for (const { head } of Object.values(world.departments)) busy.add(head ?? '');
  return persons.filter(
    person =>
      person.status === 'active' &&
      person.manager !== null &&
      !busy.has(person.workerId) &&
      !isTechnician(person),
  );
}
