import type { Notice } from '#range';
import { messages } from './messages.ts';
import type { State } from './state.ts';

/** Why no such user can be shown, if so. */
export function existing(state: Readonly<State>, userId: string): Notice | null {
  if (userId === '') return messages.enterUser();
  return Object.hasOwn(state.users, userId) ? null : messages.noSuchUser(userId);
}

/** Why a user can't be changed now, if so. */
export function editable(state: Readonly<State>, userId: string): Notice | null {
  const missing = existing(state, userId);
  if (missing) return missing;
  if (state.users[userId]?.userGroup === 'SUPER') return messages.noAuthorisation();
  const held = state.lockEntries[`USER|${userId}`];
  return held ? messages.beingEdited(held.holder, held.sinceMs) : null;
}

/** Why an id can't be given to a new user, if so. */
export function available(state: Readonly<State>, userId: string): Notice | null {
  if (userId === '') return messages.enterUser();
  if (!/^[A-Z0-9_]{1,12}$/.test(userId)) return messages.badUserId();
  return Object.hasOwn(state.users, userId) ? messages.alreadyExists(userId) : null;
}
