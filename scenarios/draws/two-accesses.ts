import { type Account, dayOf, entitlementsOf, holdersOf, isClear, type Rng, type World } from '#range';

/** A group of the identity provider and a role of the ERP that some people have both of. */
export interface TwoAccesses {
  group: string;
  role: string;
  both: string[];
  /** A role that fewer or other members hold, for a mistake; or empty. */
  other: string;
}

const HOLDERS_MAX = 10;

/**
 * A group and a role that some members have, not all, with lists that leave no doubt: no grant of them has
 * ended or is to come.
 */
export function drawTwoAccesses(world: World, rng: Rng): TwoAccesses {
  const few = rolesOfFew(world);
  const groups = entitlementsOf(world, 'harborlight').filter(
    ({ kind, requestable }) => kind === 'group' && requestable,
  );
  const pairs = groups.flatMap(({ code: group }) => {
    const members = numbersOf(holdersOf(world, 'harborlight', group));
    const cut = few.map(({ role, holders }) => ({ role, both: holders.filter(id => members.includes(id)) }));
    const isActive = (workerId: string): boolean =>
      world.persons[workerId]?.status === 'active' && isClear(world, workerId);
    return cut
      .filter(({ both }) => both.length > 0 && both.length < members.length && both.every(isActive))
      .map(({ role, both }) => {
        const other = cut.find(item => item.role !== role && item.both.join() !== both.join());
        return { group, role, both, other: other?.role ?? '' };
      });
  });
  return rng.pick(pairs);
}

/** Roles with few holders, by themselves or inside a composite role, all of them today and for longer. */
function rolesOfFew(world: World): { role: string; holders: string[] }[] {
  const today = dayOf(world.nowMs);
  const all = entitlementsOf(world, 'corvane');
  return all
    .filter(({ kind }) => kind === 'role')
    .flatMap(({ code: role }) => {
      const codes = [role, ...all.filter(({ contains }) => contains.includes(role)).map(({ code }) => code)];
      const accounts = [...new Set(codes.flatMap(code => holdersOf(world, 'corvane', code)))];
      const grants = accounts.flatMap(account => account.grants).filter(({ code }) => codes.includes(code));
      const isClear = grants.every(({ from, to }) => from <= today && (to ?? today) >= today);
      return isClear && accounts.length <= HOLDERS_MAX ? [{ role, holders: numbersOf(accounts) }] : [];
    });
}

function numbersOf(accounts: readonly Account[]): string[] {
  return accounts.flatMap(({ workerId }) => workerId ?? []).sort();
}
