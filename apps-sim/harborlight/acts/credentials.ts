import {
  type AppRequest,
  action,
  alert,
  audit,
  card,
  choice,
  code,
  dayOf,
  facts,
  flag,
  nextId,
  notFound,
  type PageParts,
  redirect,
  type Reply,
} from '#range';
import { act, methods, TICKET, users } from '../entities.ts';
import { methodsOf, nameOf, sessionsOf, userPath } from '../find.ts';
import { mixed } from '../past.ts';
import { entry, type Method, type State, type User } from '../state.ts';
import { lineOf, refuseAdmin } from './on-user.ts';

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

/** What kind of method it is, in words. */
export function kindOf(method: Pick<Method, 'kind'>): string {
  return KINDS[method.kind];
}

/** Why nobody's credentials can be changed in this status, or null. */
function refuseStatus(user: User): string | null {
  const isGone = user.status === 'Deactivated' || user.status === 'Deleted';
  return isGone ? `${user.displayName} is ${user.status.toLowerCase()}. Activate the user first.` : null;
}

const when = (user: User): boolean => user.status !== 'Deleted';
const OF_METHODS = { when, effect: 'CRED', part: '/authentication' } as const;

export const resetPassword = act(users, {
  ...OF_METHODS,
  name: 'reset-password',
  label: 'Reset password',
  submit: 'Reset',
  text: user =>
    `A temporary password for ${user.displayName} is made and shown once. It has to be changed at the next sign-in.`,
  refuse: (user, { state }) => {
    if (user.source === 'Synced') return 'The password is managed by Ashlar Directory. Reset it there.';
    return refuseAdmin(user, state) ?? refuseStatus(user);
  },
  fields: { ticket: TICKET },
  change: ({ draft, record: user, request }) => {
    user.passwordChangedDay = dayOf(request.nowMs);
    user.mustChangePassword = true;
    return {
      message: '',
      detail: 'Temporary password issued, change at next sign-in',
      page: shownOnce(draft, user, {
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
  refuse: (user, { state }) => refuseAdmin(user, state) ?? refuseStatus(user),
  fields: { ticket: TICKET },
  change: ({ draft, record: user }) => {
    const gone = methodsOf(draft, user.id).filter(({ kind }) => ['push', 'totp', 'sms'].includes(kind));
    for (const method of gone) delete draft.methods[method.id];
    user.mustRegisterMfa = true;
    return {
      detail: `Removed: ${gone.map(kindOf).sort().join(', ') || 'nothing'}`,
      message:
        'Phone and authenticator methods were removed. Passkeys were kept. Existing sessions stay valid until revoked.',
    };
  },
});

export const issuePass = act(users, {
  ...OF_METHODS,
  name: 'issue-pass',
  label: 'Issue temporary access pass',
  submit: 'Issue pass',
  text: user => `With the pass, ${user.displayName} can sign in without other methods and register new ones.`,
  refuse: (user, { state }) => {
    const refused = refuseAdmin(user, state) ?? refuseStatus(user);
    if (refused || !methodsOf(state, user.id).some(method => method.kind === 'tempPass')) return refused;
    return 'This user has a temporary access pass already. Remove it before you issue another.';
  },
  fields: {
    lifetime: choice('Lifetime', LIFETIMES, { initial: '60' }),
    singleUse: flag('Single use', { initial: true }),
    ticket: TICKET,
  },
  change: ({ draft, record: user, request, values: { lifetime, singleUse } }) => {
    const id = `tap-${nextId(draft, 'pass')}`;
    const span = LIFETIMES.find(({ value }) => value === lifetime)?.label ?? '';
    const label = `${span}, ${singleUse ? 'single use' : 'multiple use'}`;
    draft.methods[id] = {
      id,
      user: user.id,
      kind: 'tempPass',
      label,
      addedDay: dayOf(request.nowMs),
      lastUsedDay: null,
      expiresMs: request.nowMs + Number(lifetime) * 60_000,
      isSingleUse: singleUse,
    };
    return {
      message: '',
      ...lineOf(draft, user, { entity: `methods/${id}`, detail: label }),
      page: shownOnce(draft, user, {
        title: 'Temporary access pass',
        prefix: 'SYNTH-PASS',
        warning: "Copy this pass now. It won't be shown again.",
        note: `Valid for ${label}.`,
      }),
    };
  },
});

export const removeMethod = act(methods, {
  name: 'remove',
  label: 'Remove',
  title: 'Remove method',
  submit: 'Remove method',
  effect: 'CRED',
  isDanger: true,
  opens: 'page',
  text: (method, { state }) =>
    `${kindOf(method)} "${method.label}" will be removed. ${nameOf(state, method.user)} can't sign in with it any more.`,
  fields: { ticket: TICKET },
  page: ({ user }, { state }) => ({
    record: `users/${user}`,
    crumbs: [
      { label: nameOf(state, user), href: userPath({ id: user }, '/authentication') },
      { label: 'Remove method' },
    ],
    heading: { subtitle: `${nameOf(state, user)} · ${user}` },
  }),
  gone: ({ user = '' }) => ({
    text: 'This method is gone already.',
    to: userPath({ id: user }, '/authentication'),
  }),
  back: ({ user }) => userPath({ id: user }, '/authentication'),
  refuse: (method, { state }) => {
    const user = entry(state.users, method.user);
    return user ? refuseAdmin(user, state) : null;
  },
  change: ({ draft, record: method }) => {
    const user = entry(draft.users, method.user);
    const kind = kindOf(method);
    const entity = `methods/${method.id}`;
    delete draft.methods[method.id];
    return {
      ...(user ? lineOf(draft, user, { entity, detail: kind }) : { detail: kind }),
      message: `${kind} was removed. Existing sessions stay valid until revoked.`,
    };
  },
});

export const revokeSessions = act(users, {
  name: 'revoke-sessions',
  label: 'Revoke sessions',
  submit: 'Revoke all sessions',
  effect: 'REVOKE',
  isDanger: true,
  part: '/sessions',
  when,
  text: user => `${user.displayName} is signed out of every device and has to sign in again.`,
  fields: { ticket: TICKET },
  change: ({ draft, record: user }) => {
    const open = sessionsOf(draft, user.id);
    for (const session of open) delete draft.sessions[session.id];
    return {
      detail: `${open.length} session${open.length === 1 ? '' : 's'} ended`,
      message: 'Refresh tokens revoked. Access tokens already issued stay valid for up to 60 minutes.',
    };
  },
});

/** Acts on credentials and sessions, each offered on its part of the user's page. */
export const CREDENTIALS = [resetPassword, requireRegistration, issuePass, revokeSessions];

/** Ends one session, with one click. */
export function endSession(draft: State, request: AppRequest): Reply {
  const user = users.load(draft, request.params);
  if (!user) return notFound(request.path);
  const back = users.href(user, revokeSessions.part);
  const session = entry(draft.sessions, request.params.session);
  if (!session || session.user !== user.id) {
    return redirect(back, { tone: 'warning', text: 'This session has ended already.' });
  }
  delete draft.sessions[session.id];
  const what = { entity: `sessions/${session.id}`, detail: `${session.device}, ${session.app}` };
  const { detail, line } = lineOf(draft, user, what);
  audit(draft, request, { verb: 'End session', effect: 'REVOKE', entity: what.entity, ...line, detail });
  return redirect(back, { tone: 'success', text: `The session on ${session.device} was ended.` });
}

interface Secret {
  title: string;
  prefix: string;
  warning: string;
  note?: string;
}

/** The one page that shows a secret. It comes from a counter, is marked as synthetic, and is kept nowhere. */
function shownOnce(draft: State, user: User, { title, prefix, warning, note }: Secret): PageParts {
  let n = mixed(`${user.id}/${prefix}/${nextId(draft, 'secret')}`);
  let letters = '';
  for (let i = 0; i < 8; i++) {
    letters += LETTERS[n % LETTERS.length] ?? '';
    n = mixed(`${n}/${i}`);
  }
  const back = users.href(user, '/authentication');
  const secret = `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
  return {
    title,
    record: users.id(user),
    crumbs: [{ label: user.displayName, href: back }, { label: title }],
    heading: { subtitle: `${user.displayName} · ${user.upn}` },
    body: [
      alert('warning', warning),
      card(
        '',
        [
          facts([[title, code(secret)], note && ['Note', note]]),
          action({ label: 'Done', href: back, style: 'primary' }),
        ],
        {
          tone: 'accent',
        },
      ),
    ],
  };
}
