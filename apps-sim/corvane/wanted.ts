import { must, REMOVED, type RangeState, type Sighting, type WantedChange } from '#range';
import type { State } from './state.ts';

/** What acts on users come to, as the judge expects it. */

const app = 'corvane';
const ADMIN_LOCK = 64;

function userOf(range: RangeState, user: string) {
  return (range[app] as unknown as Readonly<State>).users[user];
}

/** The page of the user has to be read. */
export function userOpened(user: string): Sighting {
  return { what: `the user ${user} was opened`, app, record: `users/${user}` };
}

/** The roles of the user have to be read, where they are listed. */
export function rolesRead(user: string): Sighting {
  return { ...userOpened(user), what: `the roles of ${user} were read`, parts: ['Roles'] };
}

/** Who owns the role has to be read. */
export function ownerRead(range: RangeState, role: string): Sighting {
  const { owner } = must((range[app] as unknown as Readonly<State>).roles[role], role);
  return { what: `the owner of ${role} was read`, app, texts: [role, owner], isListed: true };
}

/**
 * That the person holds the role has to be read, of a user of theirs that does (an administrator has two):
 * in a list by role, or among the roles of the user.
 */
export function holderListed(range: RangeState, workerId: string, role: string): Sighting {
  const { users, roles, roleAssignments } = range[app] as unknown as Readonly<State>;
  const user = Object.values(roleAssignments)
    .filter(held => held.role === role || roles[held.role]?.contains.includes(role))
    .map(held => held.user)
    .find(id => users[id]?.workerId === workerId);
  const texts = [role, must(user, `a user of ${workerId} with ${role}`)];
  return { what: `it was read that ${user} holds ${role}`, app, texts, isListed: true };
}

/** A leaver: locked by the administrator, ended on a day, in group TERMINATED, still there. */
export function retired(range: RangeState, user: string, day: string): WantedChange[] {
  const entity = `users/${user}`;
  const before = userOf(range, user);
  const lock = (before?.lock ?? 0) | ADMIN_LOCK;
  const wanted: WantedChange[] = [
    { app, entity, field: 'lock', to: lock, because: 'the ERP user is locked' },
    { app, entity, field: 'validTo', to: day, because: 'the ERP user is end-dated' },
    { app, entity, field: 'userGroup', to: 'TERMINATED', because: 'the ERP user is in group TERMINATED' },
  ];
  return wanted.filter(({ field, to }) => field && before?.[field as 'lock'] !== to);
}

/** A role row with exactly these dates and company code, active or waiting for its first day. */
export function roleAssigned(given: {
  user: string;
  role: string;
  companyCode: string;
  from: string;
  to: string | null;
  active: boolean;
}): WantedChange[] {
  const { user, role, from } = given;
  const because = `role ${role} is assigned as approved`;
  const entity = `roleAssignments/${user}|${role}|${from}`;
  return [{ app, entity, to: { ...given }, grants: role, because }];
}

/** The wrong-logon lock is gone; other locks stay. */
export function wrongLogonLockRemoved(range: RangeState, user: string): WantedChange[] {
  const lock = (userOf(range, user)?.lock ?? 0) & ~128;
  return [{ app, entity: `users/${user}`, field: 'lock', to: lock, because: 'the wrong-logon lock is gone' }];
}

/** Every row of the roles that is open at a day ends on it, and stays in the list. */
export function rolesEnded(
  range: RangeState,
  user: string,
  { roles, day }: { roles: readonly string[]; day: string },
): WantedChange[] {
  const rows = Object.entries((range[app] as unknown as Readonly<State>).roleAssignments);
  const open = rows.filter(
    ([, row]) =>
      row.user === user && roles.includes(row.role) && row.from <= day && (row.to === null || row.to > day),
  );
  return open.map(([key, row]) => ({
    app,
    entity: `roleAssignments/${key}`,
    field: 'to',
    to: day,
    because: `role ${row.role} ends`,
  }));
}

/** Locked by the administrator; dates, group and roles stay. */
export function lockedByAdmin(range: RangeState, user: string): WantedChange[] {
  const lock = (userOf(range, user)?.lock ?? 0) | ADMIN_LOCK;
  return [{ app, entity: `users/${user}`, field: 'lock', to: lock, because: 'the ERP user is locked' }];
}

/** One assignment of a role is gone. */
export function roleRemoved(user: string, role: string, from: string): WantedChange[] {
  const entity = `roleAssignments/${user}|${role}|${from}`;
  return [{ app, entity, to: REMOVED, because: `${user} does not hold ${role} any more` }];
}
