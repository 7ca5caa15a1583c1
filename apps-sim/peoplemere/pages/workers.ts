import {
  all,
  by,
  code,
  counted,
  daysBetween,
  type Given,
  type Person,
  type PillSpec,
  wordFor,
  lowWordFor,
} from '#range';
import { serviceBetween } from '../service.ts';
import { attributes, collection, orgs, plainName, positions, type State, workers } from '../state.ts';

const TYPES = {
  employee: 'Employee',
  contingent: 'Contingent',
  intern: 'Intern',
} as const satisfies Record<Person['kind'], string>;
const STATUSES = {
  prehire: { text: 'Prehire', tone: 'info' },
  active: { text: 'Active', tone: 'success' },
  leave: { text: 'On leave', tone: 'warning' },
  terminated: { text: 'Terminated', tone: 'danger' },
} as const satisfies Record<Person['status'], PillSpec>;
const TERMS = { open: 'Open-ended', fixed: 'Fixed term' } as const;
/** The states and kinds of workers, which each vocabulary has its word for; an employee is one everywhere. */
export type WorkerWord =
  | Exclude<(typeof TYPES)[Person['kind']], 'Employee'>
  | (typeof STATUSES)[Person['status']]['text']
  | (typeof TERMS)[keyof typeof TERMS];
export const typeOf = ({ kind }: Person): string => TYPES[kind];
export const statusPill = ({ status }: Person): PillSpec => STATUSES[status];
export const titleOf = (state: State, w: Person): string => state.positions[w.position]?.title ?? w.position;
export const orgNameOf = (state: State, w: Person): string => state.orgs[w.department]?.name ?? w.department;
const yesNo = (is: boolean): string => (is ? 'Yes' : 'No');

/** What lists of workers show of each. */
export const inLists = attributes(workers, {
  Worker: w => w.displayName,
  'Worker ID': w => code(w.workerId, workers.href(w)),
  Type: w => wordFor(typeOf(w)),
  Status: w => ({ pill: statusPill(w) }),
  Position: (w, { state }) => titleOf(state, w),
  Organisation: (w, { state }) => orgNameOf(state, w),
  Manager: (w, { state }) => workers.ref(state, w.manager),
  Location: w => w.location,
  'Hire date': w => ({ day: w.hireDay }),
  'Contract end': w => ({ day: w.contractEnd }),
  'Time left': (w, { today }) => {
    const text = daysLeft(today, w.contractEnd);
    const isOver = w.contractEnd !== null && w.contractEnd < today;
    return isOver ? { pill: { text, tone: 'danger' } } : text;
  },
  'Termination date': w => ({ day: w.terminationDay }),
  'On leave since': (w, { state }) => ({ day: leaveSince(state, w) }),
  Vendor: w => w.vendor || '–',
  Sponsor: (w, { state }) => workers.ref(state, w.sponsor),
});

/** What pages of a worker say of the one. */
export const ofWorker = attributes(null, {
  'Worker ID': (w: Person) => code(w.workerId),
  Status: w => ({ pill: statusPill(w) }),
  'Worker type': w => wordFor(typeOf(w)),
  'Preferred name': w => w.displayName,
  'Legal name': w => w.legalName,
  'Given name': w => w.givenName,
  'Family name': w => w.familyName || '–',
  Position: (w, { state }) => positions.ref(state, w.position),
  'Reports to position': (w, { state }) => positions.ref(state, state.positions[w.position]?.reportsTo),
  Organisation: (w, { state }) => orgs.ref(state, w.department),
  'Parent organisation': (w, { state }) => orgs.ref(state, state.orgs[w.department]?.parent),
  Manager: (w, { state }) => workers.ref(state, w.manager),
  'Head of organisation': (w, { state }) => workers.ref(state, state.orgs[w.department]?.head),
  Sponsor: (w, { state }) => workers.ref(state, w.sponsor),
  'Sponsor status': (w, { state }) => {
    const sponsor = workers.find(state, w.sponsor);
    return sponsor ? { pill: statusPill(sponsor) } : '–';
  },
  Vendor: w => w.vendor || '–',
  Location: w => w.location,
  'Cost centre': w => w.costCenter,
  'Work mail': w => w.mail,
  'Work phone': w => w.workPhone,
  'Hire date': w => ({ day: w.hireDay }),
  'Original hire date': w => ({ day: w.originalHireDay }),
  'Length of service': (w, { today }) => serviceOf(w, today),
  Terms: w => wordFor(w.contractEnd === null ? TERMS.open : TERMS.fixed),
  'Contract end': w => ({ day: w.contractEnd }),
  'Time left': (w, { today }) => daysLeft(today, w.contractEnd),
  'Termination date': w => ({ day: w.terminationDay }),
  'Eligible for rehire': w => yesNo(w.rehireEligible),
  'Legal hold': w => yesNo(w.legalHold),
  'Linked worker': (w, { state }) => workers.ref(state, w.linkedWorkerId),
});

/** The choice among kinds of workers, wherever workers are listed. */
export const typeFilter = {
  kind: 'choice',
  label: 'Worker type',
  options: Object.values(TYPES),
  of: typeOf,
} as const;

/** The choice among organisations, in the order of their names. */
export const orgFilter = {
  kind: 'choice',
  label: 'Organisation',
  asSelect: true,
  options: ({ state }: Given<State>) =>
    Object.values(state.orgs)
      .sort(by(({ name, code }) => `${name} ${code}`))
      .map(({ code, name }) => ({ value: code, label: name })),
} as const;

/** The search over all workers. */
export const workerList = collection({
  path: '/workers',
  title: 'Workers',
  subtitle: `Everybody with a record in Peoplemere. ${wordFor('Current workers')} are shown unless you ask for more.`,
  of: workers,
  search: {
    label: 'Find a worker',
    placeholder: `Name, ${lowWordFor('Worker ID')} or mail`,
    texts: w => [w.displayName, w.legalName, plainName(w), w.workerId, w.mail],
  },
  filters: {
    type: typeFilter,
    org: { ...orgFilter, of: w => w.department },
    terminated: { kind: 'flag', label: 'Include terminated', leavesOut: w => w.status === 'terminated' },
  },
  columns: given =>
    inLists.columns(given, 'Worker, Worker ID, Type, Status, Position, Organisation, Manager, Location'),
  muted: w => w.status === 'terminated',
  empty: ({ query }) =>
    query.terminated === undefined
      ? `No results among ${lowWordFor('Current workers')}. Tick “${wordFor('Include terminated')}”.`
      : 'No worker matches your search.',
});

const leaves = new WeakMap<State['events'], ReadonlyMap<string, string>>();

/** The day since which a worker on leave is away, by the latest event that says so. */
export function leaveSince({ events }: State, { workerId }: Person): string | null {
  // Lists ask for each worker, and again to put them in order: the events are walked through once.
  const known = leaves.get(events);
  const since = known ?? leavesIn(events);
  if (!known && Object.isFrozen(events)) leaves.set(events, since);
  return since.get(workerId) ?? null;
}

function leavesIn(events: State['events']): Map<string, string> {
  const told = all(events).filter(({ kind, state }) => kind === 'Leave' && state !== 'Rescinded');
  return new Map(told.map(({ workerId, effective }) => [workerId, effective]));
}

/** How far a day lies ahead, in words. */
function daysLeft(today: string, day: string | null): string {
  if (day === null) return '–';
  const days = daysBetween(today, day);
  if (days === 0) return 'Today';
  return days > 0 ? counted(days, 'day') : `${counted(-days, 'day')} ago`;
}

function serviceOf({ terminationDay, originalHireDay }: Person, today: string): string {
  const end = terminationDay !== null && terminationDay < today ? terminationDay : today;
  return serviceBetween(originalHireDay, end);
}
