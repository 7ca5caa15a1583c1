import type { Act, AuditEntry } from '#range';
import { rolesOf, subjectOf } from '../find.ts';
import { all, entry, type State, type User } from '../state.ts';

/** An act on one user, as the user's page offers it. */
export type UserAct = Act<State, User>;

/** What an audit line says of an act on something that a user has: whose it was. */
export function lineOf(
  state: Readonly<State>,
  user: User,
  what: { entity: string; detail: string; entitlement?: string },
): { detail: string; line: Partial<AuditEntry> } {
  const { entity, detail, entitlement } = what;
  const subject = subjectOf(state, user);
  return {
    detail: `${user.upn}: ${detail}`,
    line: { entity, subject, ...(entitlement ? { entitlement } : {}) },
  };
}

/** Refusal of acts on the credentials of administrators, or null. */
export function refuseAdmin(user: User, state: Readonly<State>): string | null {
  if (rolesOf(state, user.id).length === 0) return null;
  return "You don't have permission to change credentials of a user who holds an administrator role.";
}

/** Refusal to take the last Global Administrator out of service, or null. */
export function refuseLastAdmin(user: User, state: Readonly<State>): string | null {
  const ids = all(state.adminRoles).filter(item => item.role === 'Global Administrator');
  if (!ids.some(item => item.user === user.id)) return null;
  const others = ids
    .map(item => entry(state.users, item.user))
    .filter(
      other => other && other.id !== user.id && other.purpose !== 'emergency' && other.status === 'Active',
    );
  if (user.purpose !== 'emergency' && others.length > 0) return null;
  return 'At least one active Global Administrator other than the emergency accounts must remain.';
}
