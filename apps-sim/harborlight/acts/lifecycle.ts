import { type Effect, text } from '#range';
import { act, TICKET, users } from '../entities.ts';
import { appsOf, membershipsOf, sessionsOf } from '../find.ts';
import type { State, User, UserStatus } from '../state.ts';
import { refuseLastAdmin } from './on-user.ts';

/** An act that moves a user from one status to another. */
interface Move {
  name: string;
  label: string;
  effect: Effect;
  from: readonly UserStatus[];
  /** Statuses in which the menu offers it; without it, those that it is done from. */
  offered?: readonly UserStatus[];
  to: UserStatus;
  text(user: User): string;
  said(user: User, state: Readonly<State>): string;
  refuse?(user: User, state: Readonly<State>): string | null;
}

const CONFIRM = text('User name', { required: 'Type the user name to confirm.' });

function move(parts: Move) {
  return act(users, { ...moveOf(parts), fields: { ticket: TICKET } });
}

/** A move that asks for the user name, typed, before it is done. */
function confirmedMove(parts: Move) {
  return act(users, {
    ...moveOf(parts),
    fields: { confirm: CONFIRM, ticket: TICKET },
    fill: user => ({ confirm: { hint: `Type ${user.upn} to confirm.` } }),
    check: ({ confirm }, { record: user }) =>
      confirm.toLowerCase() === user.upn.toLowerCase()
        ? null
        : { confirm: `The user name does not match. Type ${user.upn} to confirm.` },
  });
}

function moveOf({ name, label, effect, from, offered = from, to, text, said, refuse }: Move) {
  return {
    name,
    label,
    effect,
    text,
    submit: `${label} user`,
    verb: `${label} user`,
    at: 'menu' as const,
    isDanger: effect === 'DISABLE' || effect === 'DELETE',
    when: (user: User) => offered.includes(user.status),
    refuse: (user: User, { state }: { state: Readonly<State> }) => {
      const refused = refuse?.(user, state);
      if (refused || from.includes(user.status)) return refused;
      return `${user.displayName} is ${user.status.toLowerCase()}. This can be done for users who are ${from.join(' or ').toLowerCase()}.`;
    },
    change: ({ record: user, state }: { record: User; state: Readonly<State> }) => {
      const detail = `Status ${user.status} to ${to}`;
      user.status = to;
      return { detail, message: said(user, state) };
    },
  };
}

export const unlock = move({
  name: 'unlock',
  label: 'Unlock',
  effect: 'ENABLE',
  from: ['Locked out'],
  to: 'Active',
  text: user =>
    `${user.displayName} was locked out after too many wrong passwords. The password stays as it is.`,
  said: user => `${user.displayName} was unlocked.`,
});

export const suspend = move({
  name: 'suspend',
  label: 'Suspend',
  effect: 'DISABLE',
  from: ['Active', 'Locked out'],
  to: 'Suspended',
  text: user =>
    `${user.displayName} can't sign in until unsuspended. Groups, applications and methods stay as they are.`,
  said: (user, state) =>
    `${user.displayName} was suspended. ${live(sessionsOf(state, user.id).length)} until revoked.`,
  refuse: refuseLastAdmin,
});

export const unsuspend = move({
  name: 'unsuspend',
  label: 'Unsuspend',
  effect: 'ENABLE',
  from: ['Suspended'],
  to: 'Active',
  text: user => `${user.displayName} will be able to sign in again.`,
  said: user => `${user.displayName} is active again.`,
});

export const activate = move({
  name: 'activate',
  label: 'Activate',
  effect: 'ENABLE',
  from: ['Staged', 'Deactivated'],
  to: 'Active',
  text: user =>
    `${user.displayName} will be able to sign in. Memberships kept from before take effect at once.`,
  said: (user, state) =>
    `${user.displayName} is active, with ${counted(membershipsOf(state, user.id).length, 'group')}.`,
});

export const deactivate = confirmedMove({
  name: 'deactivate',
  label: 'Deactivate',
  effect: 'DISABLE',
  from: ['Staged', 'Active', 'Suspended', 'Locked out'],
  to: 'Deactivated',
  text: user =>
    `${user.displayName} can't sign in any more, and application accounts are removed. Group memberships are kept. Sessions that are open now are not ended by this.`,
  said: (user, state) => {
    const apps = new Set(appsOf(state, user.id).map(item => item.app)).size;
    return `Deactivation started. Application accounts are being removed in the background (0 of ${apps}).`;
  },
  refuse: refuseLastAdmin,
});

export const remove = confirmedMove({
  name: 'delete',
  label: 'Delete',
  effect: 'DELETE',
  from: ['Deactivated'],
  offered: ['Staged', 'Active', 'Locked out', 'Suspended', 'Deactivated'],
  to: 'Deleted',
  text: user =>
    `${user.displayName} moves to Deleted users and can be restored for 30 days. After that the user is gone for good.`,
  said: user => `${user.displayName} was deleted and can be restored for 30 days.`,
  refuse: user =>
    user.status === 'Deactivated' ? null : "Active users can't be deleted. Deactivate the user first.",
});

export const restore = move({
  name: 'restore',
  label: 'Restore',
  effect: 'ENABLE',
  from: ['Deleted'],
  to: 'Deactivated',
  text: user => `${user.displayName} comes back deactivated, with the groups and methods from before.`,
  said: user => `${user.displayName} was restored and is deactivated. Activate the user to allow sign-in.`,
});

/** The acts on a user's life, in the order of the menu. */
export const LIFECYCLE = [unlock, suspend, unsuspend, activate, deactivate, remove, restore];

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function live(sessions: number): string {
  if (sessions === 0) return 'No session is open; new ones stay impossible';
  return `${counted(sessions, 'session')} ${sessions === 1 ? 'stays' : 'stay'} valid`;
}
