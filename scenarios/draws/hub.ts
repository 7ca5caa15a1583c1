import {
  type Account,
  accountOf,
  activeEmployees,
  activePersons,
  addDays,
  dayOf,
  type Days,
  daysFrom,
  isClear,
  makeAccount,
  must,
  toTheSecond,
} from '#range';
import type { Person, Rng, World } from '#range';
import { memberFactsOf, type MemberFacts, type TokenFacts } from '../../apps-sim/freightlane/population.ts';
import * as hub from '../../apps-sim/freightlane/skills.ts';
import type { Role } from '../../apps-sim/freightlane/roles.ts';

/** The hub's own facts of an account, to be changed. */
export function factsIn(draft: World, email: string): MemberFacts {
  return must(memberFactsOf(draft.accounts[`${hub.app}/${email}`]), email);
}

/** How many days ago a token was used last: something runs on it, ran on it once, or never did. */
const USES: readonly (readonly [least: number, most: number] | null)[] = [
  [1, 20],
  [50, 190],
  [50, 190],
  null,
];

/** A token of a member, made long ago, with a last use of its own. */
export function drawToken(
  rng: Rng,
  days: Days,
  { email, name }: { email: string; name: string },
): TokenFacts {
  const use = rng.pick(USES);
  const lastUsedMs =
    use && toTheSecond(days.ms(-rng.int(...use), rng.int(1, 22), rng.int(0, 59)), `${email}/${name}`);
  return { name, createdDay: days.at(-rng.int(200, 500)), lastUsedMs };
}

/** Leaves the hub with one Owner. */
export function makeLastOwner(draft: World, email: string): void {
  for (const account of Object.values(draft.accounts)) {
    const facts = memberFactsOf(account);
    if (facts?.role === 'Owner') facts.role = 'Power';
  }
  factsIn(draft, email).role = 'Owner';
}

/** People who work here, whose manager does, too, and who are not in the hub: in a drawn order. */
export function newcomers(world: World, rng: Rng): Person[] {
  const known = new Set(Object.keys(world.accounts).map(key => key.toLowerCase()));
  const active = new Set(activeEmployees(world).map(({ workerId }) => workerId));
  const people = activeEmployees(world).filter(
    ({ mail, manager, workerId }) =>
      !known.has(`${hub.app}/${mail}`) &&
      active.has(manager ?? '') &&
      isClear(world, workerId) &&
      workerId !== world.operator.workerId &&
      manager !== world.operator.workerId,
  );
  return rng.shuffle(people.sort((a, b) => (a.workerId < b.workerId ? -1 : 1)));
}

/** Puts somebody into the hub: with a role, or invited some days ago. */
export function putInto(draft: World, person: Person, { role, days }: { role: Role; days?: number }): void {
  const isInvited = days !== undefined;
  const detail: MemberFacts = { role, tokens: [], templates: 0 };
  const account: Account = makeAccount({
    app: hub.app,
    person,
    nativeId: person.mail,
    status: isInvited ? 'staged' : 'active',
    createdDay: isInvited ? addDays(dayOf(draft.nowMs), -days) : daysFrom(draft.today).at(-200),
    personNumber: person.workerId,
    detail,
  });
  draft.accounts[`${hub.app}/${person.mail}`] = account;
}

/** The address of any other member: a small company may have no second employee in the hub. */
export function otherMember(world: World, subject: string): string {
  const own = activePersons(world).filter(({ workerId }) => workerId !== subject);
  const members = own.flatMap(({ workerId }) => accountOf(world, hub.app, workerId) ?? []);
  return must(
    members.find(({ status }) => status === 'active'),
    'a colleague',
  ).nativeId;
}
