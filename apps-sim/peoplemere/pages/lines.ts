import {
  type Cell,
  code,
  type Columns,
  daysBetween,
  type Given,
  linked,
  type Person,
  type PillSpec,
  type Position,
} from '#range';
import { type EventRecord, orgs, positions, type State, workers } from '../state.ts';

const TYPES: Record<Person['kind'], string> = {
  employee: 'Employee',
  contingent: 'Contingent',
  intern: 'Intern',
};
const STATUSES: Record<Person['status'], PillSpec> = {
  prehire: { text: 'Prehire', tone: 'info' },
  active: { text: 'Active', tone: 'success' },
  leave: { text: 'On leave', tone: 'warning' },
  terminated: { text: 'Terminated', tone: 'danger' },
};
export const typeOf = ({ kind }: Person): string => TYPES[kind];
export const statusPill = ({ status }: Person): PillSpec => STATUSES[status];

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
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => (`${a.label} ${a.value}` < `${b.label} ${b.value}` ? -1 : 1)),
} as const;

/** A link to a worker, with the worker ID below the name. A dash for nobody. */
export function workerRef(state: State, id: string | null): Cell {
  const worker = state.workers[id ?? ''];
  return worker ? linked(worker.displayName, workers.href(worker), worker.workerId) : (id ?? '–');
}

/** A link to a position. */
export function positionRef(state: State, id: string | null): Cell {
  const seat = state.positions[id ?? ''];
  return seat ? linked(seat.title, positions.href(seat), seat.id) : (id ?? '–');
}

/** A link to an organisation. */
export function orgRef(state: State, id: string | null): Cell {
  const org = state.orgs[id ?? ''];
  return org ? linked(org.name, orgs.href(org), org.code) : (id ?? '–');
}

export const titleOf = (state: State, w: Person): string => state.positions[w.position]?.title ?? w.position;
export const orgNameOf = (state: State, w: Person): string => state.orgs[w.department]?.name ?? w.department;

/** What lists of workers show of each. */
export const workerColumns = ({ state }: Given<State>) =>
  ({
    Worker: w => linked(w.displayName, workers.href(w)),
    'Worker ID': w => code(w.workerId, workers.href(w)),
    Type: typeOf,
    Status: w => ({ pill: statusPill(w) }),
    Position: w => titleOf(state, w),
    Organisation: w => orgNameOf(state, w),
    Manager: w => workerRef(state, w.manager),
    Location: w => w.location,
  }) satisfies Columns<Person>;

const yesNo = (is: boolean): string => (is ? 'Yes' : 'No');

/** What pages of a worker say of the one, each under its label. */
export const workerFacts = ({ state, today }: Given<State>) =>
  ({
    'Worker ID': w => code(w.workerId),
    Status: w => ({ pill: statusPill(w) }),
    'Worker type': typeOf,
    'Preferred name': w => w.displayName,
    'Legal name': w => w.legalName,
    'Given name': w => w.givenName,
    'Family name': w => w.familyName || '–',
    Position: w => positionRef(state, w.position),
    'Reports to position': w => positionRef(state, state.positions[w.position]?.reportsTo ?? null),
    Organisation: w => orgRef(state, w.department),
    'Parent organisation': w => orgRef(state, state.orgs[w.department]?.parent ?? null),
    Manager: w => workerRef(state, w.manager),
    'Head of organisation': w => workerRef(state, state.orgs[w.department]?.head ?? null),
    Sponsor: w => workerRef(state, w.sponsor),
    'Sponsor status': w => {
      const sponsor = state.workers[w.sponsor ?? ''];
      return sponsor ? { pill: statusPill(sponsor) } : '–';
    },
    Vendor: w => w.vendor || '–',
    Location: w => w.location,
    'Cost centre': w => w.costCenter,
    'Work mail': w => w.mail,
    'Work phone': w => w.workPhone,
    'Hire date': w => ({ day: w.hireDay }),
    'Original hire date': w => ({ day: w.originalHireDay }),
    'Length of service': w => serviceOf(w, today),
    Terms: w => (w.contractEnd === null ? 'Open-ended' : 'Fixed term'),
    'Contract end': w => ({ day: w.contractEnd }),
    'Time left': w => daysLeft(today, w.contractEnd),
    'Termination date': w => ({ day: w.terminationDay }),
    'Eligible for rehire': w => yesNo(w.rehireEligible),
    'Legal hold': w => yesNo(w.legalHold),
    'Linked worker': w => workerRef(state, w.linkedWorkerId),
  }) satisfies Columns<Person>;

/** How far a day lies ahead, in words. */
export function daysLeft(today: string, day: string | null): string {
  if (day === null) return '–';
  const days = daysBetween(today, day);
  if (days === 0) return 'Today';
  return days > 0 ? counted(days, 'day') : `${counted(-days, 'day')} ago`;
}

function serviceOf({ terminationDay, originalHireDay }: Person, today: string): string {
  const end = terminationDay !== null && terminationDay < today ? terminationDay : today;
  const days = daysBetween(originalHireDay, end);
  if (days < 0) return 'Not started';
  const years = Math.floor(days / 365.25);
  const months = counted(Math.floor((days - years * 365.25) / 30.4375), 'month');
  return years > 0 ? `${counted(years, 'year')}, ${months}` : months;
}

/** `1 day`, `2 days`. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Whether a position has somebody in it who has not left. */
export function isFilled(state: State, { incumbent }: Position): boolean {
  const holder = state.workers[incumbent ?? ''];
  return holder !== undefined && holder.status !== 'terminated';
}

/** Current workers, by name; of one manager or organisation if asked. */
export function currentWorkers(state: State, of: Partial<Person> = {}): Person[] {
  const wanted = Object.entries(of) as [keyof Person, unknown][];
  return Object.values(state.workers)
    .filter(w => w.status !== 'terminated' && wanted.every(([key, value]) => w[key] === value))
    .sort(byName);
}

/** Orders by ASCII spelling, then by worker ID. */
export function byName(a: Person, b: Person): number {
  const key = (w: Person): string => `${plainName(w)}\n${w.workerId}`;
  return key(a) < key(b) ? -1 : 1;
}

/** ASCII spelling of a name, which the search finds, too. */
export const plainName = (w: Person): string => `${w.asciiGiven} ${w.asciiFamily}`.trim();

/** How many values are equal to each. */
export function tally(values: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The managers above a worker, the nearest first. Stops at a circle. */
export function managersOf(state: State, worker: Person): Person[] {
  const chain: Person[] = [];
  let next = state.workers[worker.manager ?? ''];
  while (next && next !== worker && !chain.includes(next)) {
    chain.push(next);
    next = state.workers[next.manager ?? ''];
  }
  return chain;
}

/** A worker's history, the latest effective day first. */
export function eventsOf(state: State, { workerId }: Person): EventRecord[] {
  const key = (event: EventRecord): string => `${event.effective} ${event.entered} ${event.id}`;
  return Object.values(state.events)
    .filter(event => event.workerId === workerId)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1));
}
