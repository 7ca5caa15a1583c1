import { dutyOf } from '../functions.ts';
import { later } from '../days.ts';
import { brokenRules, expandEntitlement, heldKeys } from '../sod.ts';
import type { Account, HrEvent, Person, World } from '../world.ts';
import { befallen, defineDirt, recordOf, type Stain } from './define-dirt.ts';

const RATE = [120, 180] as const;
/** The most that is left of the old job in one console. */
const LEFT_MAX = 3;

/** People who changed jobs and kept what the old one gave them. */
export const privilegeCreep = defineDirt({
  name: 'privilege-creep',
  summary: 'Somebody changed jobs and still holds what only the old department is given.',
  about: 'accounts',
  rate: RATE,
  lay({ world, accountsFor, isClean }, rng) {
    const moves = world.hrEvents.filter(({ kind }) => kind === 'Change job');
    const free = moves.filter(({ workerId }) => workerId !== world.operator.workerId && isClean(workerId));
    const departments = Object.keys(world.departments).filter(code => dutyOf(code) !== null);
    const movers = new Set(moves.map(({ workerId }) => workerId));
    return rng
      .shuffle(free)
      .slice(0, befallen(rng, RATE, movers.size))
      .flatMap((move): Stain[] => {
        const { workerId, effective } = move;
        const person = world.persons[workerId];
        if (!person) return [];
        const from = rng.pick(departments.filter(code => code !== person.department));
        sayMove(world, move, { person, from });
        const kept = accountsFor(workerId)
          .map(account => ({ account, codes: keepOld(world, { person, account, from }) }))
          .filter(({ codes }) => codes.length > 0);
        const [first] = kept;
        if (!first) return [];
        const name = world.departments[from]?.name ?? from;
        const why = `Came from ${name} on ${effective} and still holds ${kept.flatMap(({ codes }) => codes).join(', ')}.`;
        // What one console lets stay must move nothing of the others: it stains that account, and not the person.
        return [{ record: recordOf(first.account), workerId, why }];
      });
  },
});

function sayMove(world: World, move: HrEvent, { person, from }: { person: Person; from: string }): void {
  const [before, after] = [from, person.department].map(code => world.departments[code]?.name ?? code);
  move.note = `${before} to ${after}, ${world.positions[person.position]?.title ?? ''}`;
}

/** Gives back what the old department is given and the new one is not; says what. */
function keepOld(
  world: World,
  { person, account, from }: { person: Person; account: Account; from: string },
): string[] {
  if (account.purpose !== 'primary' || account.status === 'deleted') return [];
  const [before = [], after = []] = [from, person.department].map(
    code => world.businessRoles[`BR-${code}`]?.entitlements,
  );
  const kept = before
    .filter(key => key.startsWith(`${account.app}/`) && !after.includes(key))
    .filter(key => isFree(world, account, key))
    .slice(0, LEFT_MAX)
    .map(key => key.slice(account.app.length + 1));
  const since = { requestId: null, from: later(account.createdDay, person.hireDay), to: person.contractEnd };
  for (const code of kept) account.grants.push({ code, source: 'birthright', ...since });
  return kept;
}

/**
 * Whether it goes with the account: not held, in its company code, and with no conflict of duties in its
 * console.
 */
function isFree(world: World, account: Account, key: string): boolean {
  const { companyCodes = [] } = world.entitlements[key] ?? {};
  if (account.companyCode !== null && !companyCodes.includes(account.companyCode)) return false;
  const held = heldKeys(world, [account], world.nowMs);
  if (held.has(key)) return false;
  for (const item of expandEntitlement(world, key)) held.add(item);
  return brokenRules(world, held).length === 0;
}
