import { later } from './days.ts';
import { sortedValues } from './sorted.ts';
import type { Population } from './population.ts';
import type { Account, Day, Grant, Person, World } from './world.ts';

/**
 * What a person gets without asking, as `${app}/${code}`: the business role of the department, and what consoles put
 * the person in by a rule.
 */
export function birthrightOf(world: Pick<World, 'businessRoles' | 'entitlements'>, person: Person): string[] {
  const roles = sortedValues(world.businessRoles).filter(role => role.department === person.department);
  const calculated = sortedValues(world.entitlements).filter(
    ({ selects }) =>
      selects !== null &&
      (selects.kind ?? person.kind) === person.kind &&
      (selects.location ?? person.location) === person.location,
  );
  return [
    ...roles.flatMap(role => role.entitlements),
    ...calculated.map(({ app, code }) => `${app}/${code}`),
  ];
}

/** Last day of access that a person's facts set in a console. */
export function accessEnd(population: Population | undefined, person: Person): Day | null {
  return population?.accessEnd ? population.accessEnd(person) : person.contractEnd;
}

/** Birthright grants of a person's account in its console. Access starts with the job, never before the account. */
export function birthrightGrants(
  keys: readonly string[],
  account: Account,
  { person, to }: { person: Person; to: Day | null },
): Grant[] {
  const from = later(account.createdDay, person.hireDay);
  return keys
    .filter(key => key.startsWith(`${account.app}/`))
    .map(key => ({
      code: key.slice(account.app.length + 1),
      source: 'birthright' as const,
      requestId: null,
      from,
      to,
    }));
}
