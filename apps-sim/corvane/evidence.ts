import type { Evidence } from '#range';
import type { State } from './state.ts';

/** What the console bears witness to: who changed users, and who is changing them. */
export const evidence: Evidence<State> = {
  history: ({ changeDocuments, lockEntries }) => [
    ...Object.values(changeDocuments).map(({ by, atMs }) => ({ by, atMs })),
    ...Object.values(lockEntries).map(({ holder, sinceMs }) => ({ by: holder, atMs: sinceMs })),
  ],
};
