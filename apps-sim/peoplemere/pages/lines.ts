import { type Cell, code, type Columns, type Given, linked, type PillSpec } from '#range';
import {
  type EventRecord,
  orgs,
  type Position,
  positions,
  type State,
  type Worker,
  workers,
} from '../state.ts';

const TONES: Record<Worker['status'], PillSpec['tone']> = {
  Prehire: 'info',
  Active: 'success',
  'On leave': 'warning',
  Terminated: 'danger',
};

/** A worker's status in a capsule. */
export function statusPill({ status }: Worker): PillSpec {
  return { text: status, tone: TONES[status] };
}

/** A link to a worker, with the worker ID below the name. A dash for nobody. */
export function workerRef(state: State, id: string | null): Cell {
  const worker = state.workers[id ?? ''];
  return worker ? linked(worker.name, workers.href(worker), worker.workerId) : (id ?? '–');
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

export const titleOf = (state: State, worker: Worker): string =>
  state.positions[worker.positionId]?.title ?? worker.positionId;
export const orgNameOf = (state: State, worker: Worker): string =>
  state.orgs[worker.orgCode]?.name ?? worker.orgCode;

/** What lists of workers show of each. */
export const workerColumns = ({ state }: Given<State>) =>
  ({
    Worker: w => linked(w.name, workers.href(w)),
    'Worker ID': w => code(w.workerId, workers.href(w)),
    Type: w => w.type,
    Status: w => ({ pill: statusPill(w) }),
    Position: w => titleOf(state, w),
    Organisation: w => orgNameOf(state, w),
    Manager: w => workerRef(state, w.managerId),
    Location: w => w.location,
  }) satisfies Columns<Worker>;

/** What the list of positions, and the one below a position, show of each. */
export const positionColumns = ({ state }: Given<State>) =>
  ({
    'Position ID': p => linked(p.id, positions.href(p)),
    Title: p => p.title,
    State: p => ({ pill: statePill(state, p) }),
    'Held by': p => (isFilled(state, p) ? workerRef(state, p.incumbentId) : '–'),
    Organisation: p => orgRef(state, p.orgCode),
    'Reports to position': p => positionRef(state, p.managerPositionId),
  }) satisfies Columns<Position>;

/** Whether a position has somebody in it who has not left. */
export function isFilled(state: State, { incumbentId }: Position): boolean {
  const incumbent = state.workers[incumbentId ?? ''];
  return incumbent !== undefined && incumbent.status !== 'Terminated';
}

export function statePill(state: State, position: Position): PillSpec {
  return isFilled(state, position)
    ? { text: 'Filled', tone: 'success' }
    : { text: 'Vacant', tone: 'warning' };
}

/** Current workers, by name; of one manager or organisation if asked. */
export function currentWorkers(state: State, of: Partial<Worker> = {}): Worker[] {
  const wanted = Object.entries(of) as [keyof Worker, unknown][];
  return Object.values(state.workers)
    .filter(w => w.status !== 'Terminated' && wanted.every(([key, value]) => w[key] === value))
    .sort(byName);
}

export function byName(a: Worker, b: Worker): number {
  if (a.plainName !== b.plainName) return a.plainName < b.plainName ? -1 : 1;
  return a.workerId < b.workerId ? -1 : 1;
}

/** How many rows have each value. */
export function tally(values: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The managers above a worker, the nearest first. Stops at a circle. */
export function managersOf(state: State, worker: Worker): Worker[] {
  const chain: Worker[] = [];
  let next = state.workers[worker.managerId ?? ''];
  while (next && next !== worker && !chain.includes(next)) {
    chain.push(next);
    next = state.workers[next.managerId ?? ''];
  }
  return chain;
}

/** A worker's history, the latest effective day first. */
export function eventsOf(state: State, { workerId }: Worker): EventRecord[] {
  const key = (event: EventRecord): string => `${event.effective} ${event.entered} ${event.id}`;
  return Object.values(state.events)
    .filter(event => event.workerId === workerId)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** One or two letters for an avatar. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1] : '';
  return [words[0], last].map(word => [...(word ?? '')][0] ?? '').join('');
}
