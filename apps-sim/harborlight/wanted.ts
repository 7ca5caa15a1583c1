import { REMOVED, type RangeState, type Sighting, type WantedChange } from '#range';
import type { State } from './state.ts';

/** What acts on users come to, as the judge expects it: computed from the state before the episode. */

const app = 'harborlight';

function stateOf(range: RangeState): Readonly<State> {
  return range[app] as unknown as Readonly<State>;
}

const gone = (entity: string, because: string): WantedChange => ({ app, entity, to: REMOVED, because });
const withStatus = (upn: string, to: string, because: string): WantedChange[] => [
  { app, entity: `users/${upn}`, field: 'status', to, because },
];

/** By what it goes that something is given or kept elsewhere and can't be changed here. */
export const ELSEWHERE = ['master', 'sync', 'on-prem', 'directory'];

/** The page of the group has to be read. */
export function groupOpened(group: string): Sighting {
  return { what: `the group ${group} was opened`, app, record: `groups/${group}` };
}

/** The page of the user has to be read. */
export function userOpened(upn: string): Sighting {
  return { what: `the user ${upn} was opened`, app, record: `users/${upn}` };
}

/** All groups of the user have to be read, where they are listed. */
export function groupsRead(range: RangeState, upn: string): Sighting {
  const own = Object.values(stateOf(range).memberships).filter(({ user }) => user === upn);
  const texts = own.map(({ group }) => group);
  return { ...userOpened(upn), what: `the groups of ${upn} were read`, texts, parts: ['Groups'] };
}

/** How the user comes to be in the group has to be read, on the page of either. */
export function membershipRead(group: string, upn: string): Sighting {
  const what = `the membership of ${upn} in ${group} was read`;
  return { what, app, texts: [group, upn], parts: ['Groups', 'Members'] };
}

/** What the user signs in with has to be read. */
export function methodsRead(upn: string): Sighting {
  return { ...userOpened(upn), what: `the methods of ${upn} were read`, parts: ['Authentication'] };
}

/** Every live session of the user is ended. */
export function sessionsRevoked(range: RangeState, upn: string): WantedChange[] {
  return Object.values(stateOf(range).sessions)
    .filter(session => session.user === upn)
    .map(({ id }) => gone(`sessions/${id}`, 'no session is left open'));
}

/** Phone and authenticator methods are gone and new ones are asked for; passkeys stay. */
export function registrationRequired(range: RangeState, upn: string): WantedChange[] {
  const lost = Object.values(stateOf(range).methods)
    .filter(({ user, kind }) => user === upn && ['push', 'totp', 'sms'].includes(kind))
    .map(({ id }) => gone(`methods/${id}`, 'the lost methods are removed'));
  const because = 'new methods are asked for';
  return [...lost, { app, entity: `users/${upn}`, field: 'mustRegisterMfa', to: true, because }];
}

/** One single-use pass of a lifetime: `8 hours`. */
export function passIssued(upn: string, lifetime: string): WantedChange[] {
  const to = { user: upn, kind: 'tempPass', isSingleUse: true, label: `${lifetime}, single use` };
  return [{ app, entity: 'methods/tap-*', to, because: 'one single-use pass is issued' }];
}

/** The user is out of service, and still in the directory. */
export const deactivated = (upn: string) => withStatus(upn, 'Deactivated', 'the account is deactivated');

/** The user can't sign in for now, and is otherwise as before. */
export const suspended = (upn: string) => withStatus(upn, 'Suspended', `${upn} is suspended`);

/** The user can sign in. */
export const activated = (upn: string) => withStatus(upn, 'Active', 'the account is activated');

/** A membership with exactly this end is there. */
export function memberAdded(group: string, user: string, endDay: string | null): WantedChange[] {
  const because = `${group} is given as approved`;
  const to = { group, user, endDay };
  return [{ app, entity: `memberships/${group}|${user}`, to, grants: group, because }];
}

/** A user is there whose profile holds these values. */
export function userCreated(profile: Partial<State['users'][string]> & { upn: string }): WantedChange[] {
  const because = 'the account stands as HR has it';
  return [{ app, entity: `users/${profile.upn}`, to: { ...profile }, because }];
}

/** One membership is gone. */
export const membershipEnded = (group: string, upn: string) => [
  gone(`memberships/${group}|${upn}`, `${upn} is no member of ${group} any more`),
];

/** The group has this owner. */
export const ownerChanged = (group: string, upn: string): WantedChange[] => [
  { app, entity: `groups/${group}`, field: 'owner', to: upn, because: `${upn} owns ${group}` },
];

/** The groups of an owner have this one instead; of those that are not changed here the console sees to it itself. */
export function ownershipsMoved(range: RangeState, from: string, to: string): WantedChange[] {
  const groups = Object.values(stateOf(range).groups);
  return groups.filter(({ owner }) => owner === from).flatMap(({ id }) => ownerChanged(id, to));
}

/** Whether another directory has the user, so that nothing of the profile can be changed here. */
export function isSynced(range: RangeState, upn: string): boolean {
  return stateOf(range).users[upn]?.source === 'Synced';
}

/** The names of the profile are these. */
export function renamed(upn: string, names: { lastName: string; displayName: string }): WantedChange[] {
  const because = 'the profile has the name that HR has';
  return Object.entries(names).map(([field, to]) => ({ app, entity: `users/${upn}`, field, to, because }));
}

/** One sign-in method is gone. */
export const methodRemoved = (id: string) => [gone(`methods/${id}`, 'the lost method is removed')];
