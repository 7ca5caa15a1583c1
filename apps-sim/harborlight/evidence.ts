import { entry, type Evidence } from '#range';
import type { State } from './state.ts';
import { tellings } from './tellings.ts';

/** What the directory's records bear witness to: each that hangs on a user names the account. */
export const evidence: Evidence<State> = {
  tellings,
  accountOf: ({ memberships, methods, sessions, adminRoles }, entity) => {
    const [collection = '', id] = entity.split(/\/(.*)/s);
    const held = entry<Readonly<Record<string, { user: string }>>>(
      { memberships, methods, sessions, adminRoles },
      collection,
    );
    return (held && entry(held, id)?.user) ?? null;
  },
  history: ({ history }) => Object.values(history).map(({ actor, atMs }) => ({ by: actor, atMs })),
};
