import {
  accountOf,
  activePersons,
  entitlementOf,
  type Grant,
  holdersOf,
  isPrivileged,
  type Person,
  type Rng,
  type World,
} from '#range';

/** One membership of one person in a group of the identity provider. */
export interface Held {
  person: Person;
  upn: string;
  grant: Grant;
}

const APP = 'harborlight';

/**
 * A membership that is to end, and what stands near it, for mistakes: another member, and another group of
 * the person.
 */
export function drawMembership(
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
    return account.grants
      .filter(({ code }) => entitlementOf(world, APP, code).risk !== 'Privileged')
      .map(grant => ({ person, upn: account.nativeId, grant }));
  });
}

/** Whether members of a group can be taken out by hand. */
function isOpen(world: World, group: string): boolean {
  const { kind, risk } = entitlementOf(world, APP, group);
  return kind === 'group' && risk !== 'Privileged';
}
