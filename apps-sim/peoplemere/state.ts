import {
  type AppState,
  by,
  type Department,
  type HrEvent,
  type Person,
  type Position,
  shapes,
  wordFor,
  type World,
} from '#range';

/** One entry of a worker's history: the day it takes effect and the day it was entered are kept apart. */
export interface EventRecord extends HrEvent {
  id: string;
}

/** That somebody was shown a masked field: kept for ever. */
export interface Reveal {
  id: string;
  workerId: string;
  field: 'Mobile phone';
  reason: string;
  ticket: string;
  by: string;
  atMs: number;
}

/** HR is where the company is written down, so that its records are the world's own. */
export interface State extends AppState {
  /** The same human being may have two records, linked by HR. The mobile number is shown masked. */
  workers: Record<string, Person>;
  positions: Record<string, Position>;
  orgs: Record<string, Department>;
  /** By `EV-#####`, in the order in which they were entered. */
  events: Record<string, EventRecord>;
  reveals: Record<string, Reveal>;
}

export const { act, attributes, collection, entity, record, single } = shapes<State>();
/** Workers stand in the order of their names as ASCII spells them. */
export const workers = entity({
  name: 'workers',
  path: '/workers/:id',
  key: (w: Person) => w.workerId,
  title: w => w.displayName,
  about: w => `${w.displayName} · ${w.workerId}`,
  subject: w => w.workerId,
  order: w => `${plainName(w)}\n${w.workerId}`,
});
/** Positions stand in the order of their numbers, the shorter numbers first. */
export const positions = entity({
  name: 'positions',
  path: '/positions/:id',
  key: (p: Position) => p.id,
  title: p => p.title,
  order: p => p.id.padStart(12),
});
export const orgs = entity({
  name: 'orgs',
  path: '/organisations/:code',
  key: (o: Department) => o.code,
  title: o => o.name,
  in: { title: 'Organisations', path: '/organisations' },
});

/** ASCII spelling of a name, which the search finds, too. */
export const plainName = (w: Person): string => `${w.asciiGiven} ${w.asciiFamily}`.trim();

/** Workers who have not left, of one manager or organisation if asked. */
export function currentWorkers(state: State, of: Partial<Person> = {}): Person[] {
  const wanted = Object.entries(of) as [keyof Person, unknown][];
  const isWanted = (w: Person): boolean => wanted.every(([key, value]) => w[key] === value);
  return workers.all(state, w => w.status !== 'terminated' && isWanted(w));
}

/** A worker's history, the latest effective day first; of some kinds only, if asked. */
export function eventsOf(state: State, worker: Person, ...kinds: EventRecord['kind'][]): EventRecord[] {
  return Object.values(state.events)
    .filter(
      ({ workerId, kind }) => workerId === worker.workerId && (kinds.length === 0 || kinds.includes(kind)),
    )
    .sort(by(({ effective, entered, id }) => `${effective} ${entered} ${id}`))
    .reverse();
}

const EVENT_WORDS = {
  Hire: 'Hire',
  'Change job': 'Change job',
  Leave: 'Go on leave',
  Return: 'Return',
  Terminate: 'Terminate',
  Rescind: 'Rescind',
  'Extend contract': 'Extend contract',
  'Change name': 'Change name',
} as const satisfies Record<EventRecord['kind'], string>;
/** What an event is called, and how it stands: each vocabulary has its word for it. */
export type EventWord = (typeof EVENT_WORDS)[EventRecord['kind']] | EventRecord['state'];
export const eventOf = ({ kind }: EventRecord): string => wordFor(EVENT_WORDS[kind]);

/** The HR records of a world. */
export function init(world: World): State {
  const all = { ...world.persons };
  // A link is shown on both records, whichever of the two HR entered it on.
  for (const { workerId, linkedWorkerId } of Object.values(world.persons)) {
    const other = all[linkedWorkerId ?? ''];
    if (other?.linkedWorkerId === null) all[other.workerId] = { ...other, linkedWorkerId: workerId };
  }
  const events = world.hrEvents.map((event, i) => ({ ...event, id: `EV-${String(i + 1).padStart(5, '0')}` }));
  return {
    workers: all,
    positions: world.positions,
    orgs: world.departments,
    events: Object.fromEntries(events.map(event => [event.id, event])),
    reveals: {},
    audit: [],
    counters: { reveal: 0 },
  };
}
