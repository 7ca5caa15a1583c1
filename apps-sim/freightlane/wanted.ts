import { type RangeState, REMOVED, type WantedChange } from '#range';
import type { State } from './state.ts';

/** What acts on members and tokens come to, as the judge expects it. */

const app = 'freightlane';

/** The hub's state in a range. */
export function hubOf(range: RangeState): Readonly<State> {
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

/** Somebody was invited, with exactly this role. */
export function invited(email: string, role: string, employeeId: string): WantedChange[] {
  const to = { email, role, employeeId, status: 'Invited' };
  return [{ app, entity: `members/${email}`, to, because: `${email} is invited as ${role}` }];
}

/** Reports of imports are left behind by whoever imports. */
export function reportsKept(): WantedChange[] {
  return [{ app, entity: 'imports/*', because: 'an import leaves its report' }];
}
