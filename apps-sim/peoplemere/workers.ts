import type { NavItem, PillSpec } from '#range';
import type { EventRecord, PeoplemereState, PositionRecord, Worker, WorkerStatus } from './state.ts';

type State = Readonly<PeoplemereState>;

const TONES: Record<WorkerStatus, PillSpec['tone']> = {
  Prehire: 'info',
  Active: 'success',
  'On leave': 'warning',
  Terminated: 'danger',
};

/** A worker's status in a capsule. */
export function statusPill(worker: Worker): PillSpec {
  return { text: worker.status, tone: TONES[worker.status] };
}

/** A named link to a record, ready for a table cell or a list of facts. */
export interface Ref {
  text: string;
  href?: string;
  sub?: string;
}

/** A link to a worker, with the worker ID below the name. A dash for nobody. */
export function workerRef(state: State, workerId: string | null): Ref {
  const worker = workerId === null ? undefined : state.workers[workerId];
  if (!worker) return { text: workerId ?? '–' };
  return { text: worker.name, href: `/workers/${worker.workerId}`, sub: worker.workerId };
}

/** A link to a position. */
export function positionRef(state: State, positionId: string | null): Ref {
  const position = positionId === null ? undefined : state.positions[positionId];
  if (!position) return { text: positionId ?? '–' };
  return { text: position.title, href: `/positions/${position.id}`, sub: position.id };
}

/** A link to an organisation. */
export function orgRef(state: State, code: string | null): Ref {
  const org = code === null ? undefined : state.orgs[code];
  if (!org) return { text: code ?? '–' };
  return { text: org.name, href: `/organisations/${org.code}`, sub: org.code };
}

/** What a row of any list of workers is made of. */
export interface WorkerLine {
  name: string;
  href: string;
  workerId: string;
  type: string;
  status: PillSpec;
  position: string;
  org: string;
  manager: Ref;
  location: string;
  isMuted: boolean;
  worker: Worker;
}

export function workerLine(state: State, worker: Worker): WorkerLine {
  return {
    name: worker.name,
    href: `/workers/${worker.workerId}`,
    workerId: worker.workerId,
    type: worker.type,
    status: statusPill(worker),
    position: state.positions[worker.positionId]?.title ?? worker.positionId,
    org: state.orgs[worker.orgCode]?.name ?? worker.orgCode,
    manager: workerRef(state, worker.managerId),
    location: worker.location,
    isMuted: worker.status === 'Terminated',
    worker,
  };
}

/** All workers by name, then by worker ID. */
export function workersByName(state: State): Worker[] {
  return Object.values(state.workers).sort(byName);
}

export function byName(a: Worker, b: Worker): number {
  if (a.plainName !== b.plainName) return a.plainName < b.plainName ? -1 : 1;
  return a.workerId < b.workerId ? -1 : 1;
}

/** Orders by a day, earliest first, then by worker ID. */
export function byDay(dayOf: (worker: Worker) => string | null): (a: Worker, b: Worker) => number {
  return (a, b) => {
    const [left, right] = [`${dayOf(a)} ${a.workerId}`, `${dayOf(b)} ${b.workerId}`];
    return left < right ? -1 : 1;
  };
}

/** The current workers who report to somebody, by name. */
export function reportsOf(state: State, workerId: string): Worker[] {
  const reports = Object.values(state.workers).filter(
    w => w.managerId === workerId && w.status !== 'Terminated',
  );
  return reports.sort(byName);
}

/** The managers above a worker, the nearest first. Stops at a circle. */
export function managersOf(state: State, worker: Worker): Worker[] {
  const chain: Worker[] = [];
  let next = worker.managerId === null ? undefined : state.workers[worker.managerId];
  while (next && next !== worker && !chain.includes(next)) {
    chain.push(next);
    next = next.managerId === null ? undefined : state.workers[next.managerId];
  }
  return chain;
}

/** A worker's history, the latest effective day first. */
export function eventsOf(state: State, workerId: string): EventRecord[] {
  return Object.values(state.events)
    .filter(event => event.workerId === workerId)
    .sort((a, b) => (`${a.effective} ${a.entered} ${a.id}` < `${b.effective} ${b.entered} ${b.id}` ? 1 : -1));
}

/** Whether a position has somebody in it who has not left. */
export function isFilled(state: State, position: PositionRecord): boolean {
  const incumbent = position.incumbentId === null ? undefined : state.workers[position.incumbentId];
  return incumbent !== undefined && incumbent.status !== 'Terminated';
}

/** Who gets the tasks of a vacant position: the nearest filled one above, else the head of its organisation. */
export function fallbackOf(state: State, position: PositionRecord): Worker | undefined {
  const seen = new Set([position.id]);
  let next = position.managerPositionId === null ? undefined : state.positions[position.managerPositionId];
  while (next && !seen.has(next.id)) {
    if (isFilled(state, next)) return state.workers[next.incumbentId ?? ''];
    seen.add(next.id);
    next = next.managerPositionId === null ? undefined : state.positions[next.managerPositionId];
  }
  return state.workers[state.orgs[position.orgCode]?.headId ?? ''];
}

/** One or two letters for an avatar. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1] : '';
  return [words[0], last].map(word => [...(word ?? '')][0] ?? '').join('');
}

/** The places of the console, the one at hand marked. */
export function navOf(path: string): NavItem[] {
  const item = (label: string, href: string, icon: string, ...roots: string[]): NavItem => ({
    label,
    href,
    icon,
    current: [href, ...roots].some(root => path === root || (root !== '/' && path.startsWith(`${root}/`))),
  });
  return [
    item('Home', '/', 'home'),
    item('Workers', '/workers', 'users'),
    item('Org chart', '/org', 'sitemap'),
    item('Positions', '/positions', 'briefcase'),
    item('Organisations', '/organisations', 'building-community'),
    item('New hires', '/reports/new-hires', 'user-plus'),
    item('Terminations', '/reports/terminations', 'user-minus'),
    item('Contracts ending', '/reports/contracts-ending', 'calendar-due'),
    item('Leave', '/reports/leave', 'beach'),
    item('Disclosures', '/disclosures', 'eye'),
  ];
}
