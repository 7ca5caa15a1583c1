import { dayOf, type RangeState, REMOVED, type Sighting, type WantedChange } from '#range';
import type { Member, State } from './state.ts';

/** What acts on members and tokens come to, as the judge expects it. */

const app = 'freightlane';

/** The hub's state in a range. */
function hubOf(range: RangeState): Readonly<State> {
  return range[app] as unknown as Readonly<State>;
}

/** The page of the member has to be read. */
export function memberOpened(email: string): Sighting {
  return { what: `the member ${email} was opened`, app, record: `members/${email}` };
}

/** How many seats there are has to be read, wherever the hub says it. */
export function seatsRead(range: RangeState): Sighting {
  const texts = [String(hubOf(range).plan.seats.total)];
  return { what: 'the seats of the hub were read', app, texts, isListed: true };
}

/** The tokens of a member of a kind: those that something has used since a day, or the others. */
function tokensOf(range: RangeState, email: string, { since, areUsed }: { since: string; areUsed: boolean }) {
  return Object.values(hubOf(range).tokens).filter(({ creator, lastUsedMs }) => {
    const isUsed = lastUsedMs !== null && dayOf(lastUsedMs) >= since;
    return creator === email && isUsed === areUsed;
  });
}

/** Whether something has used a token of a member since a day: it would stop with it. */
export function hasTokenInUse(range: RangeState, email: string, since: string): boolean {
  return tokensOf(range, email, { since, areUsed: true }).length > 0;
}

/**
 * A leaver: without a seat and still on the list, the templates with another member, and no token left but those that
 * something has used since a day.
 */
export function offboarded(
  range: RangeState,
  email: string,
  { heir, since }: { heir: string; since: string },
): WantedChange[] {
  const seat = { entity: `members/${email}`, field: 'status', to: 'Deactivated' };
  return [
    { app, ...seat, because: 'the member has no seat' },
    ...Object.values(hubOf(range).templates)
      .filter(({ owner }) => owner === email)
      .map(({ id }) => ({
        app,
        entity: `templates/${id}`,
        field: 'owner',
        to: heir,
        because: 'the templates go on',
      })),
    ...tokensDeleted(range, email, since),
  ];
}

/** The tokens of a member that nothing has used since a day work no more. */
export function tokensDeleted(range: RangeState, email: string, since: string): WantedChange[] {
  return tokensOf(range, email, { since, areUsed: false }).map(({ id, name }) => ({
    app,
    entity: `tokens/${id}`,
    to: REMOVED,
    because: `${name} works no more, though the seat was free before`,
  }));
}

/** Whether a member is an Owner, and nobody else who has a seat. */
export function isLastOwner(range: RangeState, email: string): boolean {
  const owners = Object.values(hubOf(range).members).filter(m => m.role === 'Owner' && m.status === 'Active');
  return owners.every(owner => owner.email === email) && owners.length > 0;
}

/** How many seats nobody has. */
export function seatsFree(range: RangeState): number {
  const { members, plan } = hubOf(range);
  const used = Object.values(members).filter(({ status }) => status !== 'Deactivated').length;
  return plan.seats.total - used;
}

/** Somebody was invited, with exactly this role. */
export function invited(given: Pick<Member, 'email' | 'role' | 'team' | 'employeeId'>): WantedChange[] {
  const { email, role } = given;
  const to = { ...given, status: 'Invited' };
  const because = `${email} is invited as ${role}`;
  return [{ app, entity: `members/${email}`, to, grants: role, because }];
}

/** Reports of imports are left behind by whoever imports. */
export function reportsKept(): WantedChange[] {
  return [{ app, entity: 'imports/*', because: 'an import leaves its report' }];
}
