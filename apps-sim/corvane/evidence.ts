import type { AuditEntry, Evidence, Telling } from '#range';
import type { State } from './state.ts';

const line =
  (start: string, effect?: AuditEntry['effect']) =>
  (entry: AuditEntry): boolean =>
    entry.detail.startsWith(start) && (effect === undefined || entry.effect === effect);

/** How the ERP's acts are told in a record: a transaction alone does not say it, the change document does. */
const tellings: readonly Telling[] = [
  {
    of: line('Lock:', 'DISABLE'),
    did: ['locked', 'blocked', 'disabled', 'suspended', 'set'],
    what: ['lock', 'block', 'disabl', 'suspen'],
  },
  {
    of: line('Lock:', 'ENABLE'),
    did: ['unlocked', 'removed', 'lifted', 'released', 'taken off', 'cleared', 'unblocked', 'reset'],
    what: ['unlock', 'lock', 'unblock'],
  },
  {
    of: line('Valid to:'),
    did: ['ended', 'limited', 'delimited', 'expired', 'shortened', 'extended', 'set'],
    what: ['valid', 'end', 'expir', 'until', 'limit', 'delimit'],
  },
  {
    of: line('User group:'),
    did: ['moved', 'put', 'set', 'changed', 'placed'],
    what: ['group', 'terminated', 'user class'],
  },
  {
    of: line('Initial password:'),
    did: ['reset', 'set', 'issued', 'given'],
    what: ['password'],
  },
];

/** The screens that show what a change document is about, by its beginning. */
const SHOWN_ON: readonly (readonly [string, readonly string[]])[] = [
  ['Valid to:', ['Logon', 'Locks']],
  ['User group:', ['Groups', 'Locks']],
  ['Personnel number:', ['Address', 'Logon', 'Locks']],
];

/** What the ERP's records bear witness to. */
export const evidence: Evidence<State> = {
  tellings,
  shownOn: ({ entitlement, detail }) => {
    if (entitlement !== null) return ['Roles'];
    // Locks and first passwords stand at the head of every screen of the user.
    return SHOWN_ON.find(([start]) => detail.startsWith(start))?.[1];
  },
  history: ({ changeDocuments, lockEntries }) => [
    ...Object.values(changeDocuments).map(({ by, atMs }) => ({ by, atMs })),
    ...Object.values(lockEntries).map(({ holder, sinceMs }) => ({ by: holder, atMs: sinceMs })),
  ],
};
