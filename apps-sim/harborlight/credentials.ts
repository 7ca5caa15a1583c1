import { type AppRequest, dayOf, nextId, type Reply, redirect, view } from '#range';
import { auditUser, done, refuseAdmin, ticketField, type UserAct } from './acts.ts';
import { methodsOf, sessionsOf, typed, userPath } from './find.ts';
import { mixed } from './past.ts';
import { entry, type Method, type State, type User } from './state.ts';

const LIFETIMES = [
  { value: '10', label: '10 minutes' },
  { value: '60', label: '1 hour' },
  { value: '240', label: '4 hours' },
  { value: '480', label: '8 hours' },
  { value: '1440', label: '24 hours' },
];
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

const resetPassword: UserAct = {
  slug: 'reset-password',
  label: 'Reset password',
  submit: 'Reset',
  part: '/authentication',
  text: user =>
    `A temporary password for ${user.displayName} is made and shown once. It has to be changed at the next sign-in.`,
  refuse: (state, user) => {
    if (user.source === 'Synced') return 'The password is managed by Ashlar Directory. Reset it there.';
    return refuseAdmin(state, user) ?? refuseStatus(user);
  },
  apply: (draft, user, request) => {
    user.passwordChangedDay = dayOf(request.nowMs);
    user.mustChangePassword = true;
    const detail = 'Temporary password issued, change at next sign-in';
    auditUser(draft, request, { user, verb: 'Reset password', effect: 'CRED', detail });
    return shownOnce(draft, user, {
      title: 'Temporary password',
      prefix: 'SYNTH-PW',
      text: 'This temporary password is shown once.',
    });
  },
};

const requireMfa: UserAct = {
  slug: 'require-registration',
  label: 'Require new MFA registration',
  submit: 'Require registration',
  isDanger: true,
  part: '/authentication',
  text: user =>
    `Phone and authenticator methods of ${user.displayName} are removed, and new ones are asked for at the next sign-in.`,
  refuse: (state, user) => refuseAdmin(state, user) ?? refuseStatus(user),
  apply: (draft, user, request) => {
    const gone = methodsOf(draft, user.id).filter(method => ['push', 'totp', 'sms'].includes(method.kind));
    for (const method of gone) delete draft.methods[method.id];
    user.mustRegisterMfa = true;
    const detail = `Removed: ${gone.map(kindOf).sort().join(', ') || 'nothing'}`;
    auditUser(draft, request, { user, verb: 'Require MFA registration', effect: 'CRED', detail });
    const kept = 'Passkeys were kept. Existing sessions stay valid until revoked.';
    return done(user, '/authentication', `Phone and authenticator methods were removed. ${kept}`);
  },
};

const issuePass: UserAct = {
  slug: 'issue-pass',
  label: 'Issue temporary access pass',
  submit: 'Issue pass',
  part: '/authentication',
  text: user => `With the pass, ${user.displayName} can sign in without other methods and register new ones.`,
  fields: form => [
    {
      kind: 'choice',
      name: 'lifetime',
      label: 'Lifetime',
      options: LIFETIMES,
      value: form.lifetime ?? '60',
    },
    {
      kind: 'checkbox',
      name: 'singleUse',
      label: 'Single use',
      value: form.lifetime === undefined ? 'yes' : (form.singleUse ?? ''),
    },
  ],
  refuse: (state, user) => {
    const refused = refuseAdmin(state, user) ?? refuseStatus(user);
    if (refused || !methodsOf(state, user.id).some(method => method.kind === 'tempPass')) return refused;
    return 'This user has a temporary access pass already. Remove it before you issue another.';
  },
  apply: (draft, user, request) => {
    const lifetime = LIFETIMES.find(item => item.value === typed(request, 'lifetime')) ?? {
      value: '60',
      label: '1 hour',
    };
    const isSingleUse = request.form.singleUse !== undefined;
    const id = `tap-${nextId(draft, 'pass')}`;
    const label = `${lifetime.label}, ${isSingleUse ? 'single use' : 'multiple use'}`;
    const expiresMs = request.nowMs + Number(lifetime.value) * 60_000;
    const addedDay = dayOf(request.nowMs);
    draft.methods[id] = {
      id,
      user: user.id,
      kind: 'tempPass',
      label,
      addedDay,
      lastUsedDay: null,
      expiresMs,
      isSingleUse,
    };
    const entity = `methods/${id}`;
    auditUser(draft, request, {
      user,
      entity,
      verb: 'Issue temporary access pass',
      effect: 'CRED',
      detail: label,
    });
    const text = "Copy this pass now. It won't be shown again.";
    return shownOnce(draft, user, {
      title: 'Temporary access pass',
      prefix: 'SYNTH-PASS',
      text,
      note: `Valid for ${label}.`,
    });
  },
};

const revokeSessions: UserAct = {
  slug: 'revoke-sessions',
  label: 'Revoke sessions',
  submit: 'Revoke all sessions',
  isDanger: true,
  part: '/sessions',
  text: user => `${user.displayName} is signed out of every device and has to sign in again.`,
  refuse: () => null,
  apply: (draft, user, request) => {
    const open = sessionsOf(draft, user.id);
    for (const session of open) delete draft.sessions[session.id];
    const detail = `${open.length} session${open.length === 1 ? '' : 's'} ended`;
    auditUser(draft, request, { user, verb: 'Revoke sessions', effect: 'REVOKE', detail });
    return done(
      user,
      '/sessions',
      'Refresh tokens revoked. Access tokens already issued stay valid for up to 60 minutes.',
    );
  },
};

/** Acts on credentials and sessions, each offered on its part of the user's page. */
export const CREDENTIALS: readonly UserAct[] = [resetPassword, requireMfa, issuePass, revokeSessions];

interface Secret {
  title: string;
  prefix: string;
  text: string;
  note?: string;
}

/** The one page that shows a secret. It comes from a counter, is marked as synthetic, and is kept nowhere. */
function shownOnce(draft: State, user: User, { title, prefix, text, note }: Secret): Reply {
  let n = mixed(`${user.id}/${prefix}/${nextId(draft, 'secret')}`);
  let code = '';
  for (let i = 0; i < 8; i++) {
    code += LETTERS[n % LETTERS.length] ?? '';
    n = mixed(`${n}/${i}`);
  }
  const secret = `${prefix}-${code.slice(0, 4)}-${code.slice(4)}`;
  return view('secret', {
    title,
    name: user.displayName,
    upn: user.upn,
    secret,
    text,
    note: note ?? '',
    back: userPath(user, '/authentication'),
  });
}

/** The page that asks before one method is removed. */
export function askRemoveMethod(user: User, method: Method): Reply {
  return view('form', {
    title: 'Remove method',
    subtitle: `${user.displayName} · ${user.upn}`,
    back: userPath(user, '/authentication'),
    backLabel: user.displayName,
    text: `${kindOf(method)} "${method.label}" will be removed. ${user.displayName} can't sign in with it any more.`,
    problem: '',
    form: {
      action: userPath(user, `/methods/${encodeURIComponent(method.id)}/remove`),
      fields: [ticketField()],
      submit: 'Remove method',
      isDanger: true,
    },
  });
}

/** Removes one method. */
export function removeMethod(draft: State, user: User, request: AppRequest): Reply {
  const method = entry(draft.methods, request.params.method);
  if (!method || method.user !== user.id) {
    return redirect(userPath(user, '/authentication'), {
      tone: 'warning',
      text: 'This method is gone already.',
    });
  }
  const refused = refuseAdmin(draft, user);
  if (refused) return redirect(userPath(user, '/authentication'), { tone: 'danger', text: refused });
  delete draft.methods[method.id];
  const entity = `methods/${method.id}`;
  auditUser(draft, request, { user, entity, verb: 'Remove method', effect: 'CRED', detail: kindOf(method) });
  return done(
    user,
    '/authentication',
    `${kindOf(method)} was removed. Existing sessions stay valid until revoked.`,
  );
}

/** Ends one session. */
export function endSession(draft: State, user: User, request: AppRequest): Reply {
  const session = entry(draft.sessions, request.params.session);
  if (!session || session.user !== user.id) {
    return redirect(userPath(user, '/sessions'), {
      tone: 'warning',
      text: 'This session has ended already.',
    });
  }
  delete draft.sessions[session.id];
  const detail = `${session.device}, ${session.app}`;
  auditUser(draft, request, {
    user,
    entity: `sessions/${session.id}`,
    verb: 'End session',
    effect: 'REVOKE',
    detail,
  });
  return done(user, '/sessions', `The session on ${session.device} was ended.`);
}
