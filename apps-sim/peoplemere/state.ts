import { type AppState, type HrEvent, type Person, shapes, type World } from '#range';

/** How the product names the kinds and states of workers. */
const TYPES = { employee: 'Employee', contingent: 'Contingent', intern: 'Intern' } as const;
const STATUSES = {
  prehire: 'Prehire',
  active: 'Active',
  leave: 'On leave',
  terminated: 'Terminated',
} as const;
export const WORKER_TYPES = Object.values(TYPES);

/** What a worker's record holds as the world has it. */
const KEPT = [
  ...([
    'workerId',
    'givenName',
    'familyName',
    'legalName',
    'mail',
    'vendor',
    'location',
    'costCenter',
  ] as const),
  ...(['hireDay', 'originalHireDay', 'contractEnd', 'terminationDay', 'workPhone', 'mobile'] as const),
  ...(['legalHold', 'rehireEligible', 'linkedWorkerId'] as const),
];

/** One record of a worker. The same human being may have two, linked by HR. The mobile number is shown masked. */
export interface Worker extends Pick<Person, (typeof KEPT)[number]> {
  type: (typeof TYPES)[keyof typeof TYPES];
  status: (typeof STATUSES)[keyof typeof STATUSES];
  name: string;
  /** ASCII spelling of the name, which the search finds too. */
  plainName: string;
  positionId: string;
  orgCode: string;
  managerId: string | null;
  sponsorId: string | null;
}

/** A seat in the organisation, filled or vacant. */
export interface Position {
  id: string;
  title: string;
  orgCode: string;
  managerPositionId: string | null;
  incumbentId: string | null;
}

/** A supervisory organisation. */
export interface Org {
  code: string;
  name: string;
  costCenter: string;
  parentCode: string | null;
  headId: string | null;
  location: string;
}

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

export interface State extends AppState {
  workers: Record<string, Worker>;
  positions: Record<string, Position>;
  orgs: Record<string, Org>;
  /** By `EV-#####`, in the order in which they were entered. */
  events: Record<string, EventRecord>;
  reveals: Record<string, Reveal>;
}

export const { act, collection, entity, record, single } = shapes<State>();
export const workers = entity({
  name: 'workers',
  path: '/workers/:id',
  key: (worker: Worker) => worker.workerId,
});
export const positions = entity({
  name: 'positions',
  path: '/positions/:id',
  key: (seat: Position) => seat.id,
});
export const orgs = entity({ name: 'orgs', path: '/organisations/:code', key: (org: Org) => org.code });

/** The HR records of a world. */
export function init(world: World): State {
  const state: State = {
    ...{ workers: {}, positions: {}, orgs: {}, events: {}, reveals: {} },
    ...{ audit: [], counters: { reveal: 0 } },
  };
  for (const person of Object.values(world.persons)) state.workers[person.workerId] = toWorker(person);
  linkBothWays(state.workers);
  for (const { id, title, department, reportsTo, incumbent } of Object.values(world.positions))
    state.positions[id] = {
      id,
      title,
      orgCode: department,
      managerPositionId: reportsTo,
      incumbentId: incumbent,
    };
  for (const { code, name, costCenter, parent, head, location } of Object.values(world.departments))
    state.orgs[code] = { code, name, costCenter, parentCode: parent, headId: head, location };
  world.hrEvents.forEach((event, i) => {
    const id = `EV-${String(i + 1).padStart(5, '0')}`;
    state.events[id] = { id, ...event };
  });
  return state;
}

function toWorker(person: Person): Worker {
  return {
    ...(Object.fromEntries(KEPT.map(key => [key, person[key]])) as Pick<Person, (typeof KEPT)[number]>),
    type: TYPES[person.kind],
    status: STATUSES[person.status],
    name: person.displayName,
    plainName: `${person.asciiGiven} ${person.asciiFamily}`.trim(),
    positionId: person.position,
    orgCode: person.department,
    managerId: person.manager,
    sponsorId: person.sponsor,
  };
}

/** A link is shown on both records, whichever of the two HR entered it on. */
function linkBothWays(all: Record<string, Worker>): void {
  for (const worker of Object.values(all)) {
    const other = worker.linkedWorkerId === null ? undefined : all[worker.linkedWorkerId];
    if (other && other.linkedWorkerId === null) other.linkedWorkerId = worker.workerId;
  }
}
