import { type RangeState, REMOVED, type WantedChange } from '#range';
import type { Member, State } from './state.ts';

/** What acts on members and tokens come to, as the judge expects it. */

const app = 'freightlane';

/** The hub's state in a range. */
function hubOf(range: RangeState): Readonly<State> {
  return range[app] as unknown as Readonly<State>;
}

/** A leaver: without a seat and still on the list, the templates with another member, and no token left. */
export function offboarded(range: RangeState, email: string, heir: string): WantedChange[] {
  const { tokens, templates } = hubOf(range);
  const seat = { entity: `members/${email}`, field: 'status', to: 'Deactivated' };
  return [
    { app, ...seat, because: 'the member has no seat' },
    ...Object.values(templates)
      .filter(({ owner }) => owner === email)
      .map(({ id }) => ({
        app,
        entity: `templates/${id}`,
        field: 'owner',
        to: heir,
        because: 'the templates go on',
      })),
    ...Object.values(tokens)
      .filter(({ creator }) => creator === email)
      .map(({ id, name }) => ({
        app,
        entity: `tokens/${id}`,
        to: REMOVED,
        because: `${name} works no more, though the seat was free before`,
      })),
  ];
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
