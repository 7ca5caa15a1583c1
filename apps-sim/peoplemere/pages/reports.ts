import { addDays, alert, code, type Given, linked, type Person, pick, through } from '#range';
import { collection, type EventRecord, type State, workers } from '../state.ts';
import { daysLeft, typeFilter, typeOf, workerColumns, workerRef } from './lines.ts';
import { REASON_REFUSED } from './messages.ts';

/** The range that each report opens with; the home page counts over the same. */
export const RANGES = {
  newHires: (today: string): [string, string] => [`${today.slice(0, 8)}01`, addDays(today, 60)],
  terminations: (today: string): [string, string] => [addDays(today, -90), addDays(today, 60)],
  contracts: (today: string): [string, string] => [addDays(today, -30), addDays(today, 60)],
};

const REPORT = { submit: 'Run report', clear: 'Reset' } as const;
const DAYS = { kind: 'days', label: 'From', to: 'To' } as const;
const who = (given: Given<State>) => pick(workerColumns(given), 'Worker, Worker ID');
const what = (given: Given<State>) => pick(workerColumns(given), 'Type, Status');
const where = (given: Given<State>) => pick(workerColumns(given), 'Position, Organisation, Manager');

/** Orders by a day, earliest first, then by worker ID. */
export function byDay(dayOf: (worker: Person) => string | null): (a: Person, b: Person) => number {
  const key = (w: Person): string => `${dayOf(w)} ${w.workerId}`;
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

/** Who starts in a range, from this month on unless asked otherwise. */
export const newHires = collection({
  ...REPORT,
  path: '/reports/new-hires',
  title: 'New hires',
  subtitle: 'Workers by the day on which they start.',
  rows: ({ state }) => Object.values(state.workers).sort(byDay(w => w.hireDay)),
  filters: { hired: { ...DAYS, of: w => w.hireDay, initial: RANGES.newHires }, type: typeFilter },
  columns: given => ({
    ...who(given),
    'Hire date': (w: Person) => ({ day: w.hireDay }),
    ...what(given),
    ...where(given),
  }),
  empty: 'Nobody starts in this range.',
});

const RESCINDED = { text: 'Rescinded', tone: 'neutral' } as const;

/** One termination, taken back or not. */
export interface Termination {
  event: EventRecord;
  worker: Person;
  isRescinded: boolean;
}

/** All terminations, the latest first. One is taken back when it says so or a later event does. */
export function terminationsOf(state: State): Termination[] {
  const events = Object.values(state.events);
  const rescinds = events.filter(({ kind }) => kind === 'Rescind');
  const key = ({ effective, id }: EventRecord): string => `${effective} ${id}`;
  return events
    .filter(({ kind }) => kind === 'Terminate')
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
    .flatMap(event => {
      const worker = state.workers[event.workerId];
      const isLater = (e: EventRecord): boolean =>
        e.workerId === event.workerId && e.entered >= event.entered;
      const isRescinded = event.state === 'Rescinded' || rescinds.some(isLater);
      return worker ? [{ event, worker, isRescinded }] : [];
    });
}

/** Who leaves or left in a range. */
export const terminations = collection({
  ...REPORT,
  path: '/reports/terminations',
  title: 'Terminations',
  subtitle: 'Terminations by the day on which they take effect.',
  rows: ({ state }) => terminationsOf(state),
  filters: {
    effective: { ...DAYS, of: ({ event }) => event.effective, initial: RANGES.terminations },
    type: { ...typeFilter, of: ({ worker }) => typeOf(worker) },
    rescinded: { kind: 'flag', label: 'Include rescinded', leavesOut: ({ isRescinded }) => isRescinded },
  },
  above: () => alert('info', REASON_REFUSED),
  columns: given => {
    const workerOf = ({ worker }: Termination): Person => worker;
    return {
      ...through(who(given), workerOf),
      'Termination date': ({ event }: Termination) => ({ day: event.effective }),
      Entered: ({ event }: Termination) => ({ day: event.entered }),
      'Event state': ({ event, isRescinded }: Termination) => ({
        pill: isRescinded ? RESCINDED : { text: event.state, tone: 'info' as const },
      }),
      ...through(pick(workerColumns(given), 'Type, Status, Organisation, Manager'), workerOf),
    };
  },
  empty: 'Nobody leaves in this range.',
});

/** Fixed terms of people who are still here. */
export const contracts = collection({
  ...REPORT,
  path: '/reports/contracts-ending',
  title: 'Contracts ending',
  subtitle: 'Contingent workers and interns by the last day of their contract.',
  rows: ({ state }) =>
    Object.values(state.workers)
      .filter(w => w.status !== 'terminated')
      .sort(byDay(w => w.contractEnd)),
  filters: { end: { ...DAYS, of: w => w.contractEnd, initial: RANGES.contracts }, type: typeFilter },
  columns: given => ({
    ...who(given),
    'Contract end': (w: Person) => ({ day: w.contractEnd }),
    'Time left': (w: Person) => {
      const text = daysLeft(given.today, w.contractEnd);
      return w.contractEnd !== null && w.contractEnd < given.today
        ? { pill: { text, tone: 'danger' } }
        : text;
    },
    ...what(given),
    Vendor: (w: Person) => w.vendor || '–',
    Sponsor: (w: Person) => workerRef(given.state, w.sponsor),
    ...pick(workerColumns(given), 'Organisation'),
  }),
  empty: 'No contract ends in this range.',
});

/** The day since which each worker on leave is away, by the latest event that says so. */
export function leaveSince(state: State): (worker: Person) => string | null {
  const since: Record<string, string> = {};
  for (const { kind, state: stands, workerId, effective } of Object.values(state.events))
    if (kind === 'Leave' && stands !== 'Rescinded') since[workerId] = effective;
  return ({ workerId }) => since[workerId] ?? null;
}

/** Who is away today. */
export const leave = collection({
  ...REPORT,
  path: '/reports/leave',
  title: 'Leave',
  subtitle: 'Workers who are away today. Their access stays theirs unless a ticket says otherwise.',
  rows: ({ state }) => {
    const since = leaveSince(state);
    return Object.values(state.workers)
      .filter(({ status }) => status === 'leave')
      .sort(byDay(w => since(w) ?? ''));
  },
  filters: { type: typeFilter },
  columns: given => {
    const since = leaveSince(given.state);
    const day = { 'On leave since': (w: Person) => ({ day: since(w) }) };
    return { ...who(given), ...day, ...what(given), ...where(given) };
  },
  empty: 'Nobody is on leave.',
});

/** Every showing of a masked field, the latest first. */
export const disclosures = collection({
  path: '/disclosures',
  title: 'Disclosures',
  subtitle: 'Every showing of a covered field, with who asked and why. Entries are kept for ever.',
  rows: ({ state }) => Object.values(state.reveals).reverse(),
  columns: ({ state }) => ({
    Number: r => r.id,
    Worker: r => {
      const worker = state.workers[r.workerId];
      return worker ? linked(worker.displayName, workers.href(worker)) : r.workerId;
    },
    'Worker ID': r => code(r.workerId),
    Field: r => r.field,
    'Shown at': r => ({ time: r.atMs }),
    'Shown to': r => r.by,
    Reason: r => r.reason,
    Ticket: r => r.ticket,
  }),
  empty: 'Nothing has been disclosed yet.',
});
