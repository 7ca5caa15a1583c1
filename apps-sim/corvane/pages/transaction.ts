import {
  type AppRequest,
  card,
  drawFields,
  type Given,
  givenOf,
  type Notice,
  plainForm,
  redirect,
  type Reply,
  type Routed,
  text,
  type Tool,
} from '#range';
import type { State, UserMaster } from '../state.ts';
import { latestDocuments } from './documents.ts';
import { addressIn, exit, leads, screen, submit, upper } from './screen.ts';

/** What a screen about one user is made from. */
export interface UserGiven extends Given<State> {
  userId: string;
  /** Of a transaction about a user that exists. */
  user: UserMaster;
}

/** A transaction on one user, as its author writes it: a first screen that asks for the id, and what comes then. */
interface TransactionParts {
  code: string;
  title: string;
  /** Of the button that goes on, and what is said above the field. */
  enter: string;
  ask: string;
  /** Why this user can't be had in it, if so. */
  problem(state: Readonly<State>, userId: string): Notice | null;
  show(given: UserGiven): Reply;
  post?(draft: State, given: UserGiven): Reply;
  /** Whether the user may be picked from the value help. */
  hasHelp?: boolean;
  /** Whether the operator holds the record from here on. */
  holds?: boolean;
  /** A second function of the first screen, and what it does to the user. */
  also?: { tool: Tool & { value: string }; act(draft: State, given: UserGiven): Notice };
}

/** A transaction with what menus and scripts need of it. */
export interface Transaction extends Routed<State> {
  code: string;
  title: string;
  path: string;
  enter: string;
}

/** The field that every transaction on a user begins with. */
export const USER = { user: text('User', { width: 'short', required: true }) };

/** A transaction on one user. */
export function transaction(parts: TransactionParts): Transaction {
  const { code, title, enter, problem, post } = parts;
  const path = `/${code.toLowerCase()}` as const;
  /** Whoever can't be had is asked for again, with the message. */
  const guarded = (state: State, request: AppRequest, reply: (given: UserGiven) => Reply): Reply => {
    const given = about(state, request, upper(request.params.user));
    const wrong = problem(state, given.userId);
    return wrong ? redirect(`${path}?${new URLSearchParams({ user: given.userId })}`, wrong) : reply(given);
  };
  return {
    code,
    title,
    path,
    enter,
    routes: {
      [`GET ${path}`]: (state: Readonly<State>, request: AppRequest) =>
        firstScreen(parts, state, { user: upper(request.query.user) }),
      [`POST ${path}`]: (draft: State, request: AppRequest) => goOn(parts, draft, request),
      [`GET ${path}/:user`]: (state: Readonly<State>, request: AppRequest) =>
        guarded(state as State, request, parts.show),
      ...(post
        ? {
            [`POST ${path}/:user`]: (draft: State, request: AppRequest) =>
              guarded(draft, request, given => post(draft, given)),
          }
        : {}),
    },
  };
}

function about(state: State, request: AppRequest, userId: string): UserGiven {
  return { ...givenOf<State>(state, request), userId, user: state.users[userId] as UserMaster };
}

function firstScreen(
  { code, title, enter, ask, also, hasHelp = true }: TransactionParts,
  state: Readonly<State>,
  { user, notice }: { user: string; notice?: Notice },
): Reply {
  const path = `/${code.toLowerCase()}`;
  const problem = notice?.tone === 'danger' ? { problems: { user: notice.text } } : {};
  const help = leads('F4 value help', 'help', `/help/user?${new URLSearchParams({ return: path })}`);
  const fields = drawFields(USER, { dayFormat: '', fills: { user: { value: user, hint: ask } }, ...problem });
  const form = plainForm({ id: 'screen', method: 'post', action: path, fields, buttons: [] });
  return screen({
    title,
    transaction: code,
    notice,
    tools: [submit(enter, 'enter', 'page'), ...(also ? [also.tool] : []), exit, ...(hasHelp ? [help] : [])],
    body: [card('User', form), latestDocuments(state, 8)],
  });
}

/** Goes on to the user, or says why not. */
function goOn(parts: TransactionParts, draft: State, request: AppRequest): Reply {
  const { code, also, holds } = parts;
  const user = upper(request.form.user);
  const wrong = parts.problem(draft, user);
  if (wrong) return firstScreen(parts, draft, { user, notice: wrong });
  if (also && request.form.do === also.tool.value)
    return firstScreen(parts, draft, { user, notice: also.act(draft, about(draft, request, user)) });
  if (holds !== undefined) holdOwn(draft, holds ? user : null, request.nowMs);
  return redirect(addressIn(code, user));
}

/** Marks that the operator edits a record, and lets go of the one before. Own entries are bookkeeping. */
export function holdOwn(draft: State, user: string | null, nowMs: number): void {
  for (const key of Object.keys(draft.counters)) {
    if (key.startsWith('edit/')) delete draft.counters[key];
  }
  if (user !== null) draft.counters[`edit/${user}`] = nowMs;
}
