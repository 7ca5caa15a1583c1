import type { AppRequest, Effect, Notice, Reply } from '#range';
import { dayOf, nextId, redirect } from '#range';
import { editable } from './access.ts';
import { lockText } from './display.ts';
import { latestDocuments } from './history.ts';
import { messages } from './messages.ts';
import { decodeLock } from './roles.ts';
import { record, type Write } from './save.ts';
import { back, exit, screen, submit, upper } from './screen.ts';
import { fullName, type State, USER_TYPES, type UserMaster } from './state.ts';

const ADMIN_LOCK = 64;
const LOGON_LOCK = 128;

/** UA05: the locks of a user, and what can be done about them. */
export function showLocks(state: Readonly<State>, request: AppRequest): Reply {
  const userId = upper(request.params.user);
  const found = editable(state, userId);
  if ('problem' in found) return redirect(`/ua05?user=${encodeURIComponent(userId)}`, found.problem);
  const { user } = found;
  const path = `/ua05/${encodeURIComponent(userId)}`;
  const acts = [
    { value: 'lock', label: 'Lock user', isOffered: (user.lock & ADMIN_LOCK) === 0 },
    { value: 'unlock-admin', label: 'Remove administrator lock', isOffered: (user.lock & ADMIN_LOCK) !== 0 },
    { value: 'unlock-logon', label: 'Remove wrong-logon lock', isOffered: (user.lock & LOGON_LOCK) !== 0 },
  ].filter(act => act.isOffered);
  return screen(request, 'locks', {
    title: 'Lock/unlock user',
    transaction: 'UA05',
    subtitle: `${userId} · ${fullName(user)}`,
    tools: [
      back('/ua05'),
      exit,
      { label: 'Display', icon: 'page', href: `/ua03/${encodeURIComponent(userId)}?tab=logon` },
    ],
    action: path,
    acts,
    user,
    lockText: lockText(user.lock),
    parts: decodeLock(user.lock),
    latest: latestDocuments(state, 5, userId),
  });
}

/** POST of UA05: sets the administrator lock, or takes one lock away. */
export function changeLock(draft: State, request: AppRequest): Reply {
  const userId = upper(request.params.user);
  const path = `/ua05/${encodeURIComponent(userId)}`;
  const found = editable(draft, userId);
  if ('problem' in found) return redirect(`/ua05?user=${encodeURIComponent(userId)}`, found.problem);
  const write: Write = {
    request,
    transaction: 'UA05',
    ticket: (request.form.ticket ?? '').trim() || null,
  };
  const act = request.form.act;
  if (act === 'lock') return redirect(path, setLock(draft, write, found.user));
  const bit = act === 'unlock-admin' ? ADMIN_LOCK : LOGON_LOCK;
  return redirect(path, removeLock(draft, write, { user: found.user, bit }));
}

/** Adds the administrator lock; gives the message. */
export function setLock(draft: State, write: Write, user: UserMaster): Notice {
  if ((user.lock & ADMIN_LOCK) !== 0) return messages.alreadyLocked(user.userId);
  storeLock(draft, write, { user, lock: user.lock + ADMIN_LOCK, effect: 'DISABLE' });
  return messages.locked(user.userId);
}

function removeLock(draft: State, write: Write, { user, bit }: { user: UserMaster; bit: number }): Notice {
  if ((user.lock & bit) === 0) return messages.noSuchLock(user.userId);
  storeLock(draft, write, { user, lock: user.lock - bit, effect: 'ENABLE' });
  const left = user.lock;
  if (left === 0) return messages.unlocked(user.userId);
  if (bit === ADMIN_LOCK && (left & LOGON_LOCK) !== 0) return messages.adminLockRemoved();
  return (left & ADMIN_LOCK) !== 0 ? messages.logonLockRemoved() : messages.globalLock();
}

function storeLock(
  draft: State,
  write: Write,
  given: { user: UserMaster; lock: number; effect: Effect },
): void {
  const { user, lock, effect } = given;
  const detail = `Lock: ${user.lock} → ${lock}`;
  user.lock = lock;
  record(draft, write, { user, effect, detail });
}

/** To whom an initial password may be handed over. */
export const HAND_OVER = ['User in person', 'Line manager', 'Sealed letter'];

/** UA07: asks to whom the initial password goes. */
export function showPassword(state: Readonly<State>, request: AppRequest): Reply {
  return passwordForm(state, request, null);
}

function passwordForm(state: Readonly<State>, request: AppRequest, problem: Notice | null): Reply {
  const userId = upper(request.params.user);
  const found = editable(state, userId);
  if ('problem' in found) return redirect(`/ua07?user=${encodeURIComponent(userId)}`, found.problem);
  const { user } = found;
  return screen(
    request,
    'password',
    {
      title: 'Reset password',
      transaction: 'UA07',
      subtitle: `${userId} · ${fullName(user)}`,
      tools: [submit('Set initial password', 'set', 'save'), back('/ua07'), exit],
      action: `/ua07/${encodeURIComponent(userId)}`,
      user,
      lockText: lockText(user.lock),
      latest: latestDocuments(state, 5, userId),
      handOver: [{ value: '', label: '(not chosen)' }, ...HAND_OVER.map(value => ({ value, label: value }))],
      chosen: request.form.handOver ?? '',
      ticket: request.form.ticket ?? '',
      problem: problem?.text ?? '',
    },
    problem,
  );
}

/** POST of UA07: sets the password and shows it, this once. */
export function setPassword(draft: State, request: AppRequest): Reply {
  const userId = upper(request.params.user);
  const found = editable(draft, userId);
  if ('problem' in found) return redirect(`/ua07?user=${encodeURIComponent(userId)}`, found.problem);
  const { user } = found;
  const handedTo = request.form.handOver ?? '';
  if (user.type === 'B' || user.type === 'C') {
    return passwordForm(draft, request, messages.noDialogPassword(`${user.type} ${USER_TYPES[user.type]}`));
  }
  if (!HAND_OVER.includes(handedTo)) return passwordForm(draft, request, messages.enterHandOver());
  const password = initialPassword(userId, nextId(draft, 'passwords'));
  user.initialPassword = true;
  user.handedTo = handedTo;
  user.passwordDay = dayOf(request.nowMs);
  const write: Write = {
    request,
    transaction: 'UA07',
    ticket: (request.form.ticket ?? '').trim() || null,
  };
  record(draft, write, {
    user,
    effect: 'CRED',
    detail: `Initial password: ****** → ******, handed to ${handedTo}`,
  });
  const model = { title: 'Initial password', transaction: 'UA07', tools: [back('/ua07'), exit] };
  const shown = {
    password,
    handedTo,
    user,
    subtitle: `${userId} · ${fullName(user)}`,
    lockText: lockText(user.lock),
  };
  return screen(request, 'password-once', { ...model, ...shown }, messages.passwordSet(userId));
}

/** A marked, made-up password: the same for the same user and number. */
function initialPassword(userId: string, number: number): string {
  let sum = number * 7919;
  for (const char of userId) sum = (sum * 31 + char.charCodeAt(0)) % 9000;
  return `SYNTH-INIT-${1000 + sum}`;
}
