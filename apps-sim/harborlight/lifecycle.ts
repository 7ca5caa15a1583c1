import type { Effect } from '#range';
import { auditUser, done, refuseLastAdmin, type UserAct } from './acts.ts';
import { appsOf, membershipsOf, sessionsOf } from './find.ts';
import type { State, User, UserStatus } from './state.ts';

interface Move {
  from: readonly UserStatus[];
  to: UserStatus;
  effect: Effect;
  verb: string;
  said(state: State, user: User): string;
}

type Words = Pick<UserAct, 'slug' | 'label' | 'submit' | 'text'> & Partial<UserAct>;

/** An act that moves a user from one status to another. */
function move(words: Words, { from, to, effect, verb, said }: Move): UserAct {
  const refusal = words.refuse;
  return {
    part: '',
    ...words,
    refuse: (state, user) => {
      const refused = refusal?.(state, user) ?? null;
      if (refused || from.includes(user.status)) return refused;
      return `${user.displayName} is ${user.status.toLowerCase()}. This can be done for users who are ${from.join(' or ').toLowerCase()}.`;
    },
    apply: (draft, user, request) => {
      const before = user.status;
      user.status = to;
      auditUser(draft, request, { user, verb, effect, detail: `Status ${before} to ${to}` });
      return done(user, '', said(draft, user));
    },
  };
}

const suspend = move(
  {
    slug: 'suspend',
    label: 'Suspend',
    submit: 'Suspend user',
    isDanger: true,
    text: user =>
      `${user.displayName} can't sign in until unsuspended. Groups, applications and methods stay as they are.`,
    refuse: refuseLastAdmin,
  },
  {
    from: ['Active', 'Locked out'],
    to: 'Suspended',
    effect: 'DISABLE',
    verb: 'Suspend user',
    said: (state, user) =>
      `${user.displayName} was suspended. ${live(sessionsOf(state, user.id).length)} until revoked.`,
  },
);

const unsuspend = move(
  {
    slug: 'unsuspend',
    label: 'Unsuspend',
    submit: 'Unsuspend user',
    text: user => `${user.displayName} will be able to sign in again.`,
  },
  {
    from: ['Suspended'],
    to: 'Active',
    effect: 'ENABLE',
    verb: 'Unsuspend user',
    said: (_, user) => `${user.displayName} is active again.`,
  },
);

const unlock = move(
  {
    slug: 'unlock',
    label: 'Unlock',
    submit: 'Unlock user',
    text: user =>
      `${user.displayName} was locked out after too many wrong passwords. The password stays as it is.`,
  },
  {
    from: ['Locked out'],
    to: 'Active',
    effect: 'ENABLE',
    verb: 'Unlock user',
    said: (_, user) => `${user.displayName} was unlocked.`,
  },
);

const activate = move(
  {
    slug: 'activate',
    label: 'Activate',
    submit: 'Activate user',
    text: user =>
      `${user.displayName} will be able to sign in. Memberships kept from before take effect at once.`,
  },
  {
    from: ['Staged', 'Deactivated'],
    to: 'Active',
    effect: 'ENABLE',
    verb: 'Activate user',
    said: (state, user) =>
      `${user.displayName} is active, with ${counted(membershipsOf(state, user.id).length, 'group')}.`,
  },
);

const deactivate = move(
  {
    slug: 'deactivate',
    label: 'Deactivate',
    submit: 'Deactivate user',
    isDanger: true,
    isConfirmed: true,
    text: user =>
      `${user.displayName} can't sign in any more, and application accounts are removed. Group memberships are kept. Sessions that are open now are not ended by this.`,
    refuse: refuseLastAdmin,
  },
  {
    from: ['Staged', 'Active', 'Suspended', 'Locked out'],
    to: 'Deactivated',
    effect: 'DISABLE',
    verb: 'Deactivate user',
    said: (state, user) => {
      const apps = new Set(appsOf(state, user.id).map(item => item.app)).size;
      return `Deactivation started. Application accounts are being removed in the background (0 of ${apps}).`;
    },
  },
);

const remove = move(
  {
    slug: 'delete',
    label: 'Delete',
    submit: 'Delete user',
    isDanger: true,
    isConfirmed: true,
    text: user =>
      `${user.displayName} moves to Deleted users and can be restored for 30 days. After that the user is gone for good.`,
    refuse: (_, user) =>
      user.status === 'Deactivated' ? null : "Active users can't be deleted. Deactivate the user first.",
  },
  {
    from: ['Deactivated'],
    to: 'Deleted',
    effect: 'DELETE',
    verb: 'Delete user',
    said: (_, user) => `${user.displayName} was deleted and can be restored for 30 days.`,
  },
);

const restore = move(
  {
    slug: 'restore',
    label: 'Restore',
    submit: 'Restore user',
    text: user => `${user.displayName} comes back deactivated, with the groups and methods from before.`,
  },
  {
    from: ['Deleted'],
    to: 'Deactivated',
    effect: 'ENABLE',
    verb: 'Restore user',
    said: (_, user) =>
      `${user.displayName} was restored and is deactivated. Activate the user to allow sign-in.`,
  },
);

/** The acts on a user's life, in the order of the Actions menu. */
export const LIFECYCLE: readonly UserAct[] = [
  unlock,
  suspend,
  unsuspend,
  activate,
  deactivate,
  remove,
  restore,
];

/** Which of them the menu offers in a status. */
export const OFFERED: Record<UserStatus, readonly string[]> = {
  Staged: ['activate', 'deactivate', 'delete'],
  Active: ['suspend', 'deactivate', 'delete'],
  'Locked out': ['unlock', 'suspend', 'deactivate', 'delete'],
  Suspended: ['unsuspend', 'deactivate', 'delete'],
  Deactivated: ['activate', 'delete'],
  Deleted: ['restore'],
};

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function live(sessions: number): string {
  if (sessions === 0) return 'No session is open; new ones stay impossible';
  return `${counted(sessions, 'session')} ${sessions === 1 ? 'stays' : 'stay'} valid`;
}
