import {
  action,
  alert,
  card,
  choice,
  code,
  counted,
  dayOf,
  entry,
  facts,
  flag,
  type Given,
  lowWordFor,
  nextId,
  wordFor,
} from '#range';
import { act, methods, sessions, users } from '../entities.ts';
import { methodsOf, nameOf, rolesOf, sessionsOf } from '../find.ts';
import { mixed } from '../mixed.ts';
import type { Method, State, User } from '../state.ts';

const LIFETIMES = [
  { value: '10', label: '10 minutes' },
  { value: '60', label: '1 hour' },
  { value: '240', label: '4 hours' },
  { value: '480', label: '8 hours' },
  { value: '1440', label: '24 hours' },
] as const;
const KINDS: Record<Method['kind'], string> = {
  push: 'Authenticator app',
  totp: 'Code generator',
  sms: 'Phone',
  passkey: 'Passkey',
  tempPass: 'Temporary access pass',
};
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** What somebody who lost a device registers anew; a passkey is another thing. */
export const ON_DEVICES: readonly Method['kind'][] = ['push', 'totp', 'sms'];
/** What the log says was removed where nothing was there. */
export const NOTHING = 'nothing';

/** What kind of method it is, in words. */
export function kindOf(method: Pick<Method, 'kind'>): string {
  return KINDS[method.kind];
}

/** Why nobody's credentials can be changed here, or null. */
function refuseCredentials(user: User, given: Given<State>): string | null {
  const isGone = user.status === 'Deactivated' || user.status === 'Deleted';
  const refused = refuseAdmin(user, given.state);
  return (
    refused ??
    (isGone
      ? `${user.displayName} is ${lowWordFor(user.status)}; “${wordFor('Activate')}” comes first.`
      : null)
  );
}

/** Refusal of acts on the credentials of administrators, or null. */
function refuseAdmin(user: User, state: Readonly<State>): string | null {
  if (rolesOf(state, user.id).length === 0) return null;
  return "You don't have permission to change credentials of a user who holds an administrator role.";
}

const when = (user: User): boolean => user.status !== 'Deleted';
const OF_METHODS = { when, effect: 'CRED', part: '/authentication', refuse: refuseCredentials } as const;

export const resetPassword = act(users, {
  ...OF_METHODS,
  label: 'Reset password',
  submit: 'Reset',
  text: user =>
    `A temporary password for ${user.displayName} is made and shown once. It has to be changed at the next sign-in.`,
  refuse: (user, given) =>
    user.source === 'Synced'
      ? 'The password is managed by Ashlar Directory. Reset it there.'
      : refuseCredentials(user, given),
  change: ({ draft, record: user, request }) => {
    user.passwordChangedDay = dayOf(request.nowMs);
    user.mustChangePassword = true;
    return {
      detail: 'Temporary password issued, change at next sign-in',
      ...shownOnce(draft, user, {
        title: 'Temporary password',
        prefix: 'SYNTH-PW',
        warning: 'This temporary password is shown once.',
      }),
    };
  },
});

export const requireRegistration = act(users, {
  ...OF_METHODS,
  name: 'require-registration',
  label: 'Require new MFA registration',
  submit: 'Require registration',
  verb: 'Require MFA registration',
  isDanger: true,
  text: user =>
    `Phone and authenticator methods of ${user.displayName} are removed, and new ones are asked for at the next sign-in.`,
  change: ({ draft, record: user }) => {
    const gone = methodsOf(draft, user.id).filter(({ kind }) => ON_DEVICES.includes(kind));
    for (const method of gone) delete draft.methods[method.id];
    user.mustRegisterMfa = true;
    const removed = gone.map(kindOf).sort().join(', ');
    return {
      detail: `Removed: ${removed || NOTHING}`,
      message: removed
        ? `Removed: ${removed}. Passkeys were kept. Existing sessions stay valid until revoked.`
        : 'There was no phone or authenticator method to remove. New ones are asked for at the next sign-in.',
    };
  },
});

export const issuePass = act(users, {
  ...OF_METHODS,
  name: 'issue-pass',
  label: 'Issue temporary access pass',
  submit: 'Issue pass',
  text: user => `With the pass, ${user.displayName} can sign in without other methods and register new ones.`,
  refuse: (user, given) => {
    const refused = refuseCredentials(user, given);
    if (refused || !methodsOf(given.state, user.id).some(({ kind }) => kind === 'tempPass')) return refused;
    return 'This user has a temporary access pass already. Remove it before you issue another.';
  },
  fields: {
    lifetime: choice('Lifetime', LIFETIMES, { initial: '60' }),
    singleUse: flag('Single use', { initial: true }),
  },
  change: ({ draft, record: user, request: { nowMs }, values: { lifetime, singleUse } }) => {
    const span = LIFETIMES.find(({ value }) => value === lifetime)?.label ?? '';
    const label = `${span}, ${singleUse ? 'single use' : 'multiple use'}`;
    const pass: Method = {
      id: `tap-${nextId(draft, 'pass')}`,
      user: user.id,
      kind: 'tempPass',
      label,
      addedDay: dayOf(nowMs),
      lastUsedDay: null,
      expiresMs: nowMs + Number(lifetime) * 60_000,
      isSingleUse: singleUse,
    };
    draft.methods[pass.id] = pass;
    return {
      detail: `${user.upn}: ${label}`,
      line: methods.line(pass, draft),
      ...shownOnce(draft, user, {
        title: 'Temporary access pass',
        prefix: 'SYNTH-PASS',
        warning: "Copy this pass now. It won't be shown again.",
        note: `Valid for ${label}.`,
      }),
    };
  },
});

export const removeMethod = act(methods, {
  label: 'Remove',
  title: 'Remove method',
  effect: 'CRED',
  isDanger: true,
  opens: 'page',
  text: (method, { state }) =>
    `${kindOf(method)} "${method.label}" will be removed. ${nameOf(state, method.user)} can't sign in with it any more.`,
  refuse: (method, { state }) => {
    const user = entry(state.users, method.user);
    return user ? refuseAdmin(user, state) : null;
  },
  change: ({ draft, record: method }) => {
    delete draft.methods[method.id];
    return {
      detail: `${method.user}: ${kindOf(method)}`,
      message: `${kindOf(method)} was removed. Existing sessions stay valid until revoked.`,
    };
  },
});

export const revokeSessions = act(users, {
  label: 'Revoke sessions',
  submit: 'Revoke all sessions',
  effect: 'REVOKE',
  isDanger: true,
  part: '/sessions',
  when,
  text: user => `${user.displayName} is signed out of every device and has to sign in again.`,
  change: ({ draft, record: user }) => {
    const open = sessionsOf(draft, user.id);
    for (const session of open) delete draft.sessions[session.id];
    return {
      detail: `${counted(open.length, 'session')} ended`,
      message: 'Refresh tokens revoked. Access tokens already issued stay valid for up to 60 minutes.',
    };
  },
});

/** Ends one session, with one click. */
export const endSession = act(sessions, {
  name: 'end',
  label: 'End session',
  effect: 'REVOKE',
  opens: 'nothing',
  change: ({ draft, record: { id, user, device, app } }) => {
    delete draft.sessions[id];
    return { detail: `${user}: ${device}, ${app}`, message: `The session on ${device} was ended.` };
  },
});

/** Acts on credentials and sessions, each offered on its part of the user's page. */
export const CREDENTIALS = [resetPassword, requireRegistration, issuePass, revokeSessions];

interface Secret {
  title: string;
  prefix: string;
  warning: string;
  note?: string;
}

/** The one page that shows a secret. It comes from a counter, is marked as synthetic, and is kept nowhere. */
function shownOnce(draft: State, user: User, { title, prefix, warning, note }: Secret) {
  let n = mixed(`${user.id}/${prefix}/${nextId(draft, 'secret')}`);
  let letters = '';
  for (let i = 0; i < 8; i++) {
    letters += LETTERS[n % LETTERS.length] ?? '';
    n = mixed(`${n}/${i}`);
  }
  const back = users.href(user, '/authentication');
  const secret = code(`${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`);
  const shown = [
    facts([[title, secret], note && ['Note', note]]),
    action({ label: 'Done', href: back, style: 'primary' }),
  ];
  const page = {
    title,
    record: users.id(user),
    part: title,
    crumbs: [{ label: user.displayName, href: back }, { label: title }],
    heading: { subtitle: users.about(user) },
    body: [alert('warning', warning), card('', shown, { tone: 'accent' })],
  };
  return { message: '', page };
}
