import type { AppState, Day, HrEvent, Person, World } from '#range';

/** How the product names the kinds and states of workers. */
export type WorkerType = 'Employee' | 'Contingent' | 'Intern';
export type WorkerStatus = 'Prehire' | 'Active' | 'On leave' | 'Terminated';

/** One record of a worker. The same human being may have two, linked by HR. */
export interface Worker {
  workerId: string;
  type: WorkerType;
  status: WorkerStatus;
  name: string;
  givenName: string;
  /** Empty for people with one name. */
  familyName: string;
  legalName: string;
  /** ASCII spelling of the name, which the search finds too. */
  plainName: string;
  mail: string;
  positionId: string;
  orgCode: string;
  managerId: string | null;
  sponsorId: string | null;
  vendor: string | null;
  location: string;
  costCenter: string;
  hireDay: Day;
  originalHireDay: Day;
  contractEnd: Day | null;
  terminationDay: Day | null;
  workPhone: string;
  /** Shown masked until somebody asks for it with a reason. */
  mobile: string;
  legalHold: boolean;
  rehireEligible: boolean;
  linkedWorkerId: string | null;
}

/** A seat in the organisation, filled or vacant. */
export interface PositionRecord {
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

export interface PeoplemereState extends AppState {
  workers: Record<string, Worker>;
  positions: Record<string, PositionRecord>;
  orgs: Record<string, Org>;
  /** By `EV-#####`, in the order in which they were entered. */
  events: Record<string, EventRecord>;
  reveals: Record<string, Reveal>;
}

const TYPES = { employee: 'Employee', contingent: 'Contingent', intern: 'Intern' } as const;
const STATUSES = {
  prehire: 'Prehire',
  active: 'Active',
  leave: 'On leave',
  terminated: 'Terminated',
} as const;

/** The HR records of a world. */
export function init(world: World): PeoplemereState {
  const workers: Record<string, Worker> = {};
  for (const person of Object.values(world.persons)) workers[person.workerId] = toWorker(person);
  linkBothWays(workers);
  const positions: Record<string, PositionRecord> = {};
  for (const { id, title, department, reportsTo, incumbent } of Object.values(world.positions)) {
    positions[id] = { id, title, orgCode: department, managerPositionId: reportsTo, incumbentId: incumbent };
  }
  const orgs: Record<string, Org> = {};
  for (const { code, name, costCenter, parent, head, location } of Object.values(world.departments)) {
    orgs[code] = { code, name, costCenter, parentCode: parent, headId: head, location };
  }
  const events: Record<string, EventRecord> = {};
  for (const [i, event] of world.hrEvents.entries()) {
    const id = `EV-${String(i + 1).padStart(5, '0')}`;
    events[id] = { id, ...event };
  }
  return { workers, positions, orgs, events, reveals: {}, audit: [], counters: { reveal: 0 } };
}

function toWorker(person: Person): Worker {
  return {
    workerId: person.workerId,
    type: TYPES[person.kind],
    status: STATUSES[person.status],
    name: person.displayName,
    givenName: person.givenName,
    familyName: person.familyName,
    legalName: person.legalName,
    plainName: `${person.asciiGiven} ${person.asciiFamily}`.trim(),
    mail: person.mail,
    positionId: person.position,
    orgCode: person.department,
    managerId: person.manager,
    sponsorId: person.sponsor,
    vendor: person.vendor,
    location: person.location,
    costCenter: person.costCenter,
    hireDay: person.hireDay,
    originalHireDay: person.originalHireDay,
    contractEnd: person.contractEnd,
    terminationDay: person.terminationDay,
    workPhone: person.workPhone,
    mobile: person.mobile,
    legalHold: person.legalHold,
    rehireEligible: person.rehireEligible,
    linkedWorkerId: person.linkedWorkerId,
  };
}

/** A link is shown on both records, whichever of the two HR entered it on. */
function linkBothWays(workers: Record<string, Worker>): void {
  for (const worker of Object.values(workers)) {
    const other = worker.linkedWorkerId === null ? undefined : workers[worker.linkedWorkerId];
    if (other && other.linkedWorkerId === null) other.linkedWorkerId = worker.workerId;
  }
}
