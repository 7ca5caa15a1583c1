import type { Given } from '#range';
import { collection, type State, WORKER_TYPES, type Worker } from '../state.ts';
import { byName, workerColumns } from './lines.ts';

/** The choice among kinds of workers, wherever workers are listed. */
export const typeFilter = {
  kind: 'choice',
  label: 'Worker type',
  options: WORKER_TYPES,
  of: ({ type }: Worker) => type,
} as const;

/** The choice among organisations, in the order of their names. */
export const orgFilter = {
  kind: 'choice',
  label: 'Organisation',
  asSelect: true,
  of: ({ orgCode }: { orgCode: string }) => orgCode,
  options: ({ state }: Given<State>) =>
    Object.values(state.orgs)
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => (`${a.label} ${a.value}` < `${b.label} ${b.value}` ? -1 : 1)),
} as const;

/** The search over all workers. */
export const workerList = collection({
  path: '/workers',
  title: 'Workers',
  subtitle: 'Everybody with a record in Peoplemere. Current workers are shown unless you ask for more.',
  rows: ({ state }) => Object.values(state.workers).sort(byName),
  search: {
    label: 'Find a worker',
    placeholder: 'Name, worker ID or mail',
    texts: w => [w.name, w.legalName, w.plainName, w.workerId, w.mail],
  },
  filters: {
    type: typeFilter,
    org: orgFilter,
    terminated: { kind: 'flag', label: 'Include terminated', leavesOut: w => w.status === 'Terminated' },
  },
  columns: workerColumns,
  muted: w => w.status === 'Terminated',
  empty: ({ query }) =>
    query.terminated === undefined
      ? 'No results among active workers. Tick Include terminated.'
      : 'No worker matches your search.',
});
