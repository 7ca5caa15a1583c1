import { addDays, alert, by, type Given, type Person, lowWordFor, pick, through, wordFor } from '#range';
import { ofReveal } from '../acts/show-mobile.ts';
import { collection, currentWorkers, type EventRecord, type State, workers } from '../state.ts';
import { inLists, leaveSince, typeFilter, typeOf } from './workers.ts';
import { REASON_REFUSED } from './worker.ts';

const REPORT = { submit: 'Run report', clear: 'Reset' } as const;
const DAYS = { kind: 'days', label: 'From', to: 'To' } as const;

/** Workers by a day, earliest first, then by worker ID. */
function byDay(list: readonly Person[], dayOf: (worker: Person) => string | null): Person[] {
  return list.toSorted(by(w => `${dayOf(w)} ${w.workerId}`));
}

/** Who starts in a range, from this month on unless asked otherwise. */
export const newHires = collection({
  ...REPORT,
  path: '/reports/new-hires',
  title: 'New hires',
  subtitle: `${wordFor('Workers')} by the day on which they start.`,
  rows: ({ state }) => byDay(workers.all(state), w => w.hireDay),
  filters: {
    hired: {
      ...DAYS,
      of: w => w.hireDay,
      initial: today => [`${today.slice(0, 8)}01`, addDays(today, 60)],
    },
    type: typeFilter,
  },
  columns: given =>
    inLists.columns(given, 'Worker, Worker ID, Hire date, Type, Status, Position, Organisation, Manager'),
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
function terminationsOf({ state }: Given<State>): Termination[] {
  const events = Object.values(state.events);
  const rescinds = events.filter(({ kind }) => kind === 'Rescind').sort(by(({ entered }) => entered));
  const lastRescind = new Map(rescinds.map(({ workerId, entered }) => [workerId, entered]));
  return events
    .filter(({ kind }) => kind === 'Terminate')
    .sort(by(({ effective, id }) => `${effective} ${id}`))
    .reverse()
    .flatMap(event => {
      const { workerId, entered } = event;
      const worker = workers.find(state, workerId);
      const takenBack = lastRescind.get(workerId);
      const isRescinded = event.state === 'Rescinded' || (takenBack !== undefined && takenBack >= entered);
      return worker ? [{ event, worker, isRescinded }] : [];
    });
}

/** Who leaves or left in a range. */
export const terminations = collection({
  ...REPORT,
  path: '/reports/terminations',
  title: 'Terminations',
  subtitle: 'Terminations by the day on which they take effect.',
  rows: terminationsOf,
  filters: {
    effective: {
      ...DAYS,
      of: ({ event }) => event.effective,
      initial: today => [addDays(today, -90), addDays(today, 60)],
    },
    type: { ...typeFilter, of: ({ worker }) => typeOf(worker) },
    rescinded: { kind: 'flag', label: 'Include rescinded', leavesOut: ({ isRescinded }) => isRescinded },
  },
  above: () => alert('info', REASON_REFUSED),
  columns: given => {
    const shown = inLists.columns(given, 'Worker, Worker ID, Type, Status, Organisation, Manager');
    const columns = {
      ...through(shown, ({ worker }: Termination) => worker),
      'Termination date': ({ event }: Termination) => ({ day: event.effective }),
      Entered: ({ event }: Termination) => ({ day: event.entered }),
      'Event state': ({ event, isRescinded }: Termination) => ({
        pill: isRescinded ? RESCINDED : { text: event.state, tone: 'info' as const },
      }),
    };
    return pick(
      columns,
      'Worker, Worker ID, Termination date, Entered, Event state, Type, Status, Organisation, Manager',
    );
  },
  empty: 'Nobody leaves in this range.',
});

/** Fixed terms of people who are still here. */
export const contracts = collection({
  ...REPORT,
  path: '/reports/contracts-ending',
  title: 'Contracts ending',
  subtitle: 'Contingent workers and interns by the last day of their contract.',
  rows: ({ state }) => byDay(currentWorkers(state), w => w.contractEnd),
  filters: {
    end: { ...DAYS, of: w => w.contractEnd, initial: today => [addDays(today, -30), addDays(today, 60)] },
    type: typeFilter,
  },
  columns: given =>
    inLists.columns(
      given,
      'Worker, Worker ID, Contract end, Time left, Type, Status, Vendor, Sponsor, Organisation',
    ),
  empty: 'No contract ends in this range.',
});

/** Who is away today. */
export const leave = collection({
  ...REPORT,
  path: '/reports/leave',
  title: 'Leave',
  subtitle: `${wordFor('Workers')} who are away today. Their access stays theirs unless a ticket says otherwise.`,
  rows: ({ state }) => byDay(currentWorkers(state, { status: 'leave' }), w => leaveSince(state, w)),
  filters: { type: typeFilter },
  columns: given =>
    inLists.columns(
      given,
      'Worker, Worker ID, On leave since, Type, Status, Position, Organisation, Manager',
    ),
  empty: `Nobody is ${lowWordFor('On leave')}.`,
});

/** Every showing of a masked field, the latest first. */
export const disclosures = collection({
  path: '/disclosures',
  title: 'Disclosures',
  subtitle: 'Every showing of a covered field, with who asked and why. Entries are kept for ever.',
  rows: ({ state }) => Object.values(state.reveals).reverse(),
  columns: given =>
    ofReveal.columns(given, 'Number, Worker, Worker ID, Field, Shown at, Shown to, Reason, Ticket'),
  empty: 'Nothing has been disclosed yet.',
});
