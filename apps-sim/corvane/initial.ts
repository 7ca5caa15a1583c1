import type { AppRequest, Notice, Reply } from '#range';
import { redirect } from '#range';
import { editable, existing } from './access.ts';
import { idProblem } from './edit.ts';
import { latestDocuments } from './history.ts';
import { messages } from './messages.ts';
import { compareUser } from './save.ts';
import { exit, holdOwn, screen, submit, type Tool, upper } from './screen.ts';
import type { State } from './state.ts';

/** The transactions that begin with one user id. */
export const INITIAL = {
  ua01: { title: 'Create user', button: 'Create', text: 'Enter the id of the new user.' },
  ua02: {
    title: 'Change user',
    button: 'Change',
    text: 'Enter the user whose master record is to be changed.',
  },
  ua03: {
    title: 'Display user',
    button: 'Display',
    text: 'Enter the user whose master record is to be displayed.',
  },
  ua05: {
    title: 'Lock/unlock user',
    button: 'Lock/unlock',
    text: 'Enter the user whose locks are to be set or removed.',
  },
  ua07: {
    title: 'Reset password',
    button: 'Change password',
    text: 'Enter the user who needs an initial password.',
  },
} as const;
export type InitialName = keyof typeof INITIAL;

/** The first screen of a transaction: a user id. */
export function initial(
  state: Readonly<State>,
  request: AppRequest,
  shown: { name: InitialName; user: string; notice?: Notice },
): Reply {
  const { name } = shown;
  const { title, button, text } = INITIAL[name];
  const tools: Tool[] = [submit(button, 'enter', 'page')];
  if (name === 'ua02') tools.push(submit('User comparison', 'compare', 'users'));
  tools.push(exit);
  if (name !== 'ua01') {
    const to = `/help/user?${new URLSearchParams({ return: `/${name}` })}`;
    tools.push({ label: 'F4 value help', icon: 'help', href: to });
  }
  const model = {
    title,
    transaction: name.toUpperCase(),
    tools,
    text,
    action: `/${name}`,
    user: shown.user,
    latest: latestDocuments(state, 8),
  };
  return screen(
    request,
    'initial',
    { ...model, problem: shown.notice?.tone === 'danger' ? shown.notice.text : '' },
    shown.notice ?? null,
  );
}

/** POST of a first screen: goes on to the user, or says why not. */
export function enter(draft: State, request: AppRequest, name: InitialName): Reply {
  const user = upper(request.form.user);
  const notice = problemOf(draft, name, user);
  if (notice) return initial(draft, request, { name, user, notice });
  if (name === 'ua02' && request.form.do === 'compare') {
    const count = compareUser(draft, { request, transaction: 'UA02', ticket: null }, user);
    return initial(draft, request, {
      name,
      user,
      notice: count > 0 ? messages.compared(count) : messages.nothingToCompare(),
    });
  }
  if (name !== 'ua03') holdOwn(draft, name === 'ua02' ? user : null, request.nowMs);
  return redirect(`/${name}/${encodeURIComponent(user)}`);
}

function problemOf(state: Readonly<State>, name: InitialName, user: string): Notice | null {
  if (name === 'ua01') return idProblem(state, user);
  const found = name === 'ua03' ? existing(state, user) : editable(state, user);
  return 'problem' in found ? found.problem : null;
}
