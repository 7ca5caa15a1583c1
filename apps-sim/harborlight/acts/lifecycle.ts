import { all, counted, type Effect, entry, type Given, text, wordFor, lowWordFor } from '#range';
import { act, users } from '../entities.ts';
import { appsOf, membershipsOf, sessionsOf } from '../find.ts';
import type { State, User, UserStatus } from '../state.ts';

/** How many applications a deactivation has left as they were, as it says itself. */
export const LEFT = /Accounts in (\d+) assigned applications? were not touched/;

/** An act that moves a user from one status to another. */
interface Move {
  label: string;
  /** Without it, what the status does to access. */
  effect?: Effect;
  from: readonly UserStatus[];
  /** Statuses in which the menu offers it; without it, those that it is done from. */
  offered?: readonly UserStatus[];
  to: keyof typeof EFFECTS;
  /** What is said before and after, with the name in front. */
  text: string;
  said: string | ((user: User, state: Readonly<State>) => string);
  refuse?(user: User, given: Given<State>): string | null;
}

const EFFECTS = {
  Active: 'ENABLE',
  Suspended: 'DISABLE',
  Deactivated: 'DISABLE',
  Deleted: 'DELETE',
} as const;

const move = (parts: Move) => act(users, moveOf(parts));

/** A move that asks for the user name, typed, before it is done. */
const typedMove = (parts: Move) =>
  act(users, {
    ...moveOf(parts),
    fields: { confirm: text('User name', { required: `Type the ${lowWordFor('User name')} to confirm.` }) },
    fill: ({ upn }) => ({ confirm: { hint: `Type ${upn} to confirm.` } }),
    check: ({ confirm }, { record: { upn } }) =>
      confirm.toLowerCase() === upn.toLowerCase()
        ? null
        : { confirm: `The user name does not match. Type ${upn} to confirm.` },
  });

function moveOf({ label, from, offered = from, to, effect = EFFECTS[to], text, said, refuse }: Move) {
  return {
    label,
    effect,
    submit: `${label} user`,
    verb: `${label} user`,
    at: 'menu',
    isDanger: effect === 'DISABLE' || effect === 'DELETE',
    text: (user: User) => `${user.displayName} ${text}`,
    when: (user: User) => offered.includes(user.status),
    refuse: (user: User, given: Given<State>) => {
      const refused = refuse?.(user, given);
      if (refused || from.includes(user.status)) return refused;
      const fit = from.map(lowWordFor).join(' or ');
      return `${user.displayName} is ${lowWordFor(user.status)}. This can be done for users who are ${fit}.`;
    },
    change: ({ record: user, state }: { record: User; state: Readonly<State> }) => {
      const detail = `Status ${user.status} to ${to}`;
      user.status = to;
      return {
        detail,
        message: typeof said === 'string' ? `${user.displayName} ${said}` : said(user, state),
      };
    },
  } as const;
}

export const unlock = move({
  label: 'Unlock',
  from: ['Locked out'],
  to: 'Active',
  text: 'was locked out after too many wrong passwords. The password stays as it is.',
  said: 'was unlocked.',
});

export const suspend = move({
  label: 'Suspend',
  from: ['Active', 'Locked out'],
  to: 'Suspended',
  text: "can't sign in until unsuspended. Groups, applications and methods stay as they are.",
  said: ({ id, displayName }, state) =>
    `${displayName} was ${lowWordFor('Suspended')}. ${live(sessionsOf(state, id).length)} until revoked.`,
  refuse: refuseLastAdmin,
});

export const unsuspend = move({
  label: 'Unsuspend',
  from: ['Suspended'],
  to: 'Active',
  text: 'will be able to sign in again.',
  said: `is ${lowWordFor('Active')} again.`,
});

export const activate = move({
  label: 'Activate',
  from: ['Staged', 'Deactivated'],
  to: 'Active',
  text: 'will be able to sign in. Memberships kept from before take effect at once.',
  said: ({ id, displayName }, state) =>
    `${displayName} is ${lowWordFor('Active')}, with ${counted(membershipsOf(state, id).length, 'group')}.`,
});

export const deactivate = typedMove({
  label: 'Deactivate',
  from: ['Staged', 'Active', 'Suspended', 'Locked out'],
  to: 'Deactivated',
  text: "can't sign in any more. Group memberships are kept, and so are accounts in applications: each is ended there. Sessions that are open now are not ended by this.",
  said: ({ id, displayName }, state) => {
    const apps = new Set(appsOf(state, id).map(item => item.app)).size;
    return `${displayName} was ${lowWordFor('Deactivated')}. Accounts in ${counted(apps, 'assigned application')} were not touched.`;
  },
  refuse: refuseLastAdmin,
});

export const remove = typedMove({
  label: 'Delete',
  from: ['Deactivated'],
  offered: ['Staged', 'Active', 'Locked out', 'Suspended', 'Deactivated'],
  to: 'Deleted',
  text: `moves to ${wordFor('Deleted users')} and can be restored for 30 days. After that the ${lowWordFor('User')} is gone for good.`,
  said: 'was deleted and can be restored for 30 days.',
  refuse: ({ status }) =>
    status === 'Deactivated'
      ? null
      : `Only a user who is ${lowWordFor('Deactivated')} can be deleted: “${wordFor('Deactivate')}” comes first.`,
});

export const restore = move({
  label: 'Restore',
  effect: 'ENABLE',
  from: ['Deleted'],
  to: 'Deactivated',
  text: `comes back as ${lowWordFor('Deactivated')}, with the groups and methods from before.`,
  said: `was restored and is ${lowWordFor('Deactivated')}. “${wordFor('Activate')}” allows sign-in.`,
});

/** The acts on a user's life, in the order of the menu. */
export const LIFECYCLE = [unlock, suspend, unsuspend, activate, deactivate, remove, restore];

/** Refusal to take the last Global Administrator out of service, or null. */
export function refuseLastAdmin(user: User, { state }: Given<State>): string | null {
  const holders = all(state.adminRoles)
    .filter(({ role }) => role === 'Global Administrator')
    .map(item => entry(state.users, item.user));
  if (!holders.some(holder => holder?.id === user.id)) return null;
  const isLeft = (other: User | undefined): boolean =>
    other?.status === 'Active' && other.purpose !== 'emergency' && other.id !== user.id;
  if (user.purpose !== 'emergency' && holders.some(isLeft)) return null;
  return 'At least one active Global Administrator other than the emergency accounts must remain.';
}

function live(sessions: number): string {
  if (sessions === 0) return 'No session is open; new ones stay impossible';
  return `${counted(sessions, 'session')} ${sessions === 1 ? 'stays' : 'stay'} valid`;
}
