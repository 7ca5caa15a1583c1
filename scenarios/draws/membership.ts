import {
  accountOf,
  activePersons,
  addTicket,
  entitlementOf,
  type Grant,
  holdersOf,
  isClear,
  isOwned,
  isPrivileged,
  oneLine,
  type Person,
  type Rng,
  type World,
} from '#range';
import { layAside } from './caller-word.ts';

/** One membership of one person in a group of the identity provider. */
export interface Held {
  person: Person;
  upn: string;
  grant: Grant;
}

const APP = 'harborlight';

/** A membership that somebody asks to end. */
export interface Removal {
  ticket: string;
  subject: string;
  account: string;
  upn: string;
  group: string;
  near: { upn: string; group: string };
}

/** Lays the ticket of an owner, or of the manager where the owner is the member, that a membership is to end. */
export function drawRemoval({ world, draft, rng }: { world: World; draft: World; rng: Rng }): Removal {
  const { person, upn, grant, near } = drawMembership(world, rng.chance(1, 4), rng);
  const { workerId: subject } = person;
  const { code: group } = grant;
  const { owner } = entitlementOf(world, APP, group);
  const { number: ticket } = addTicket(draft, {
    kind: 'task',
    caller: owner === subject ? (person.manager ?? subject) : owner,
    shortDescription: `Remove ${subject} from ${group}`,
    description: oneLine`${person.displayName} (${subject}, ${upn}) does not work on this any more. Please
      take the user out of the group ${group} and keep everything else.`,
  });
  layAside(draft, ticket, rng.fork('aside'));
  return { ticket, subject, account: `${APP}/${upn}`, upn, group, near };
}

/**
 * A membership that is to end, and what stands near it, for mistakes: another member, and another group of
 * the person.
 */
function drawMembership(
  world: World,
  byRule: boolean,
  rng: Rng,
): Held & { near: { upn: string; group: string } } {
  const all = memberships(world);
  const held = rng.pick(all.filter(({ grant }) => comesBack(world, grant) === byRule));
  const { code } = held.grant;
  const rest = all.filter(({ upn, grant }) => upn === held.upn && grant.code !== code);
  const alike = rest.filter(({ grant }) => grant.code.slice(0, 8) === code.slice(0, 8));
  const kept = [...alike, ...rest].find(({ grant }) => isOpen(world, grant.code));
  const others = holdersOf(world, APP, code)
    .map(({ nativeId }) => nativeId)
    .filter(upn => upn !== held.upn)
    .sort();
  const near = { upn: others.length > 0 ? rng.pick(others) : '', group: kept?.grant.code ?? '' };
  return { ...held, near };
}

/** Whether a membership comes back by itself, so that taking it away by hand is no use. */
export function comesBack(world: World, { code, source }: Grant): boolean {
  return !isOpen(world, code) || source === 'birthright';
}

/**
 * Memberships of people who work here, with one account and no administrator role, in the order of their
 * numbers.
 */
function memberships(world: World): Held[] {
  const people = activePersons(world).sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  return people.flatMap(person => {
    const account = accountOf(world, APP, person.workerId);
    const isMe = person.workerId === world.operator.workerId;
    if (account?.status !== 'active' || isMe || isPrivileged(world, person.workerId)) return [];
    if (!isClear(world, person.workerId)) return [];
    return account.grants
      .filter(({ code }) => {
        const group = entitlementOf(world, APP, code);
        return group.risk !== 'Privileged' && isOwned(world, group);
      })
      .map(grant => ({ person, upn: account.nativeId, grant }));
  });
}

/** Whether members of a group can be taken out by hand. */
function isOpen(world: World, group: string): boolean {
  const { kind, risk } = entitlementOf(world, APP, group);
  return kind === 'group' && risk !== 'Privileged';
}
