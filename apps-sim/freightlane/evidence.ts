import type { Evidence } from '#range';
import type { State } from './state.ts';

/** What the hub bears witness to: the log of what its members did. */
export const evidence: Evidence<State> = {
  history: ({ past }) => Object.values(past).map(({ who, atMs }) => ({ by: who, atMs })),
};
