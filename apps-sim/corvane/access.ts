import type { Notice } from '#range';
import { messages } from './messages.ts';
import type { State, UserMaster } from './state.ts';

/** A user that may be changed now, or the message that says why not. */
export function editable(state: Readonly<State>, userId: string): { user: UserMaster } | { problem: Notice } {
  const found = existing(state, userId);
  if ('problem' in found) return found;
  if (found.user.userGroup === 'SUPER') return { problem: messages.noAuthorisation() };
  const held = state.lockEntries[`USER|${userId}`];
  if (held) return { problem: messages.beingEdited(held.holder, held.sinceMs) };
  return found;
}

/** A user that exists, or the message that says that none does. */
export function existing(state: Readonly<State>, userId: string): { user: UserMaster } | { problem: Notice } {
  if (userId === '') return { problem: messages.enterUser() };
  const user = Object.hasOwn(state.users, userId) ? state.users[userId] : undefined;
  return user ? { user } : { problem: messages.noSuchUser(userId) };
}
