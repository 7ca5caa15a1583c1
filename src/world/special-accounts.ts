import type { Rng } from '../core/rng.ts';
import type { Days } from './days.ts';
import { dutyOf } from './functions.ts';
import { toTheSecond } from './moments.ts';
import { shortName } from './names/sign-in-names.ts';
import { makeAccount } from './population.ts';
import type { Account, Person } from './world.ts';

const TEAM_NAMES = ['iamops', 'idops', 'access', 'iam', 'ops'];

/** The operator's sign-in name: a number in the team's name, or the person's own with one behind it. */
export function drawSignIn(rng: Rng, { asciiGiven, asciiFamily }: Person): string {
  const number = String(rng.int(1, 29)).padStart(2, '0');
  const own = shortName(asciiGiven, asciiFamily).slice(0, 8);
  return `${rng.chance(1, 3) ? own : rng.pick(TEAM_NAMES)}${number}`;
}

const TECHNICAL_DUTIES = ['IAM', 'SEC', 'PLT', 'DSK'];

/** Whether somebody may run systems: an active employee of a technology team. */
export function isTechnician(person: Person): boolean {
  const isEmployed = person.status === 'active' && person.kind === 'employee';
  return isEmployed && TECHNICAL_DUTIES.includes(dutyOf(person.department) ?? '');
}

/** A service account, used last night; its owner stands in `workerId`. */
export function serviceAccount(
  { rng, days }: { rng: Rng; days: Days },
  owner: Person,
  given: Pick<Account, 'app' | 'nativeId'> & Partial<Account>,
): Account {
  const created = Math.max(Math.min(days.offsetOf(owner.hireDay) + 30, -30), -1200);
  return makeAccount({
    workerId: owner.workerId,
    purpose: 'service',
    displayName: given.nativeId.split('@')[0] ?? given.nativeId,
    createdDay: days.at(created),
    lastUsedMs: toTheSecond(days.ms(0, rng.int(1, 8), rng.int(0, 59)), given.nativeId),
    passwordChangedDay: days.at(Math.max(created, -rng.int(10, 85))),
    ...given,
  });
}
