import { entry, type Evidence } from '#range';
import type { Method, State } from './state.ts';
import { tellings } from './tellings.ts';

/** Where one reads what was done to a user, whatever it was. */
const LOG = 'Activity';
const OF_ACCOUNT = ['Overview', 'Authentication'];
/** The tabs on which one sees what hangs on a user, on the page of the user or of the other side. */
const SHOWN_ON: ReadonlyMap<string, readonly string[]> = new Map([
  ['memberships', ['Groups', 'Members', LOG]],
  ['methods', ['Authentication', LOG]],
  ['sessions', ['Sessions', LOG]],
  ['appAssignments', ['Applications', 'Assignments', 'Provisioning log', LOG]],
]);

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
  lastsUntil: ({ entity, after }) =>
    entity.startsWith('methods/') ? ((after as Partial<Method> | null)?.expiresMs ?? null) : null,
  shownOn: ({ entity, effect }) => {
    const [collection = ''] = entity.split('/');
    // The status of a user stands on every tab, and so does the owner of a group.
    return collection === 'users' && effect === 'CRED' ? [...OF_ACCOUNT, LOG] : SHOWN_ON.get(collection);
  },
  history: ({ history }) => Object.values(history).map(({ actor, atMs }) => ({ by: actor, atMs })),
};
