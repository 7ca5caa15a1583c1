import { collection } from '../state.ts';
import { byName, orgFilter, plainName, typeFilter, workerColumns } from './lines.ts';

/** The search over all workers. */
export const workerList = collection({
  path: '/workers',
  title: 'Workers',
  subtitle: 'Everybody with a record in Peoplemere. Current workers are shown unless you ask for more.',
  rows: ({ state }) => Object.values(state.workers).sort(byName),
  search: {
    label: 'Find a worker',
    placeholder: 'Name, worker ID or mail',
    texts: w => [w.displayName, w.legalName, plainName(w), w.workerId, w.mail],
  },
  filters: {
    type: typeFilter,
    org: { ...orgFilter, of: w => w.department },
    terminated: { kind: 'flag', label: 'Include terminated', leavesOut: w => w.status === 'terminated' },
  },
  columns: workerColumns,
  muted: w => w.status === 'terminated',
  empty: ({ query }) =>
    query.terminated === undefined
      ? 'No results among active workers. Tick Include terminated.'
      : 'No worker matches your search.',
});
