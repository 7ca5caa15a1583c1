import type { AuditEntry, Evidence, Telling } from '#range';
import type { State } from './state.ts';

const verb =
  (...verbs: string[]) =>
  (entry: AuditEntry): boolean =>
    verbs.includes(entry.verb);

/** How the hub's acts are told in a record. */
const tellings: readonly Telling[] = [
  { of: verb('Delete API token'), did: ['deleted', 'removed', 'revoked', 'cleared'], what: ['token', 'api'] },
  { of: verb('Create API token'), did: ['created', 'issued', 'made'], what: ['token', 'api'] },
  {
    of: verb('Transfer templates'),
    did: ['transferred', 'moved', 'handed', 'given', 'passed', 'reassigned'],
    what: ['template'],
  },
];

/** What the hub's records bear witness to. */
export const evidence: Evidence<State> = {
  tellings,
  history: ({ past }) => Object.values(past).map(({ who, atMs }) => ({ by: who, atMs })),
};
