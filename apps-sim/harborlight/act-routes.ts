import { type AppRequest, notFound, type Reply, redirect, view } from '#range';
import { actFields, actProblem, type UserAct } from './acts.ts';
import { askRemoveMethod } from './credentials.ts';
import { userPath } from './find.ts';
import { entry, type State, type User } from './state.ts';
import { type UserPage, withUser } from './user-pages.ts';

/** The page of an act's form: opened by its address, or shown again with what is wrong. */
export function actPage(
  act: UserAct,
  user: User,
  last: { form: Record<string, string>; problem?: string },
): Reply {
  return view('form', {
    title: act.label,
    subtitle: `${user.displayName} · ${user.upn}`,
    back: userPath(user, act.part),
    backLabel: user.displayName,
    text: act.text(user),
    problem: '',
    form: {
      action: userPath(user, `/${act.slug}`),
      fields: actFields(act, user, last),
      submit: act.submit,
      isDanger: act.isDanger ?? false,
    },
  });
}

/** The two routes of an act: its page, and doing it. */
export function actRoutes(act: UserAct): {
  get: (state: Readonly<State>, request: AppRequest) => Reply;
  post: (draft: State, request: AppRequest) => Reply;
} {
  return {
    get: withUser((_: Readonly<State>, user) => actPage(act, user, { form: {} })),
    post: withUser((draft: State, user, request) => {
      const text = act.refuse(draft, user);
      if (text) return redirect(userPath(user, act.part), { tone: 'danger', text });
      const problem = actProblem(act, user, request);
      if (problem) return actPage(act, user, { form: request.form, problem });
      return act.apply(draft, user, request);
    }),
  };
}

/** The page that asks before a method is removed. */
export const removeMethodPage: UserPage = (state, user, request) => {
  const method = entry(state.methods, request.params.method);
  return method && method.user === user.id
    ? askRemoveMethod(user, method)
    : notFound(`method ${request.params.method}`);
};
