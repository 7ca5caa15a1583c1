import { earlier, later } from './days.ts';
import { CORVANE, calculatedGroupsOf } from './entitlements.ts';
import type { Account, BusinessRole, Day, Grant, Person, World } from './world.ts';

/**
 * What a person gets without asking, as `${app}/${code}`: the business role of the department, and
 * calculated groups.
 */
export function birthrightOf(world: Pick<World, 'businessRoles'>, person: Person): string[] {
  const roles: BusinessRole[] = Object.values(world.businessRoles).filter(
    role => role.department === person.department,
  );
  return [...roles.flatMap(role => role.entitlements), ...calculatedGroupsOf(person)];
}

/** Last day of access that a person's facts set: the contract's end, and in Corvane the day of leaving. */
export function accessEnd(person: Person, app: string): Day | null {
  const { contractEnd, terminationDay } = person;
  if (app !== CORVANE || terminationDay === null) return contractEnd;
  return earlier(terminationDay, contractEnd);
}

/**
 * Birthright grants of a person's account in its console. Access starts with the job, never before the
 * account.
 */
export function birthrightGrants(keys: readonly string[], person: Person, account: Account): Grant[] {
  const from = later(account.createdDay, person.hireDay);
  return keys
    .filter(key => key.startsWith(`${account.app}/`))
    .map(key => ({
      code: key.slice(account.app.length + 1),
      source: 'birthright' as const,
      requestId: null,
      from,
      to: accessEnd(person, account.app),
    }));
}
