import type { Rng } from '../../core/rng.ts';
import { dayOf } from '../../core/calendar.ts';
import { daysFrom } from '../days.ts';
import type { PopulatedApp } from '../population.ts';
import type { Account, Person, World } from '../world.ts';
import { befallen, defineDirt, type Stain } from './define-dirt.ts';

const RATE = [5, 20] as const;

/** Leavers whose accounts the feed from HR has missed. */
export const terminatedEnabled = defineDirt({
  name: 'terminated-enabled',
  summary: 'HR shows somebody as gone, and the accounts are open as on the last day.',
  about: 'people',
  rate: RATE,
  lay({ world, consoles, leavers, accountsFor, isClean }, rng) {
    const all = Object.values(world.persons).filter(({ status }) => status === 'terminated');
    const free = rng.shuffle(leavers.filter(({ workerId }) => isClean(workerId)));
    return free.slice(0, befallen(rng, RATE, all.length)).flatMap((person): Stain[] => {
      const { workerId, terminationDay } = person;
      const open = accountsFor(workerId).filter(account => {
        const console = consoles.find(({ name }) => name === account.app);
        return console !== undefined && reopen(world, { account, person, console, rng });
      });
      const where = open.map(({ app, nativeId }) => `${nativeId} in ${app}`).join(', ');
      const why = `Left on ${terminationDay}, and still open: ${where}.`;
      return open.length > 0 ? [{ record: `persons/${workerId}`, workerId, why }] : [];
    });
  },
});

/** Makes an account what it would be had its holder not left; nobody has used it since. */
function reopen(
  world: World,
  given: { account: Account; person: Person; console: PopulatedApp; rng: Rng },
): boolean {
  const { account, person, console, rng } = given;
  const { population } = console;
  if (account.purpose !== 'primary' || !population?.accountFor) return false;
  const { nativeId, createdDay, lastUsedMs, passwordChangedDay } = account;
  const grants = account.grants.map(grant =>
    grant.source === 'birthright' ? { ...grant, to: person.contractEnd } : grant,
  );
  const working: Person = { ...person, status: 'active', terminationDay: null };
  const made = population.accountFor(working, {
    rng: rng.fork(`${person.workerId}/${console.name}`),
    isTaken: () => false,
    days: daysFrom(world.today),
  });
  Object.assign(account, { ...made, nativeId, createdDay, lastUsedMs, passwordChangedDay, grants });
  if (lastUsedMs !== null) population.forget?.(account, dayOf(lastUsedMs));
  return true;
}
