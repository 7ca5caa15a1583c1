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

/** The page of the user has to be read. */
export function userOpened(upn: string): Sighting {
  return { what: `the user ${upn} was opened`, app, record: `users/${upn}` };
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

/** One sign-in method is gone. */
export const methodRemoved = (id: string) => [gone(`methods/${id}`, 'the lost method is removed')];
