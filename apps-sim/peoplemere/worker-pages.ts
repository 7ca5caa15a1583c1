import {
  type ActionSpec,
  type AppRequest,
  dayOf,
  daysBetween,
  notFound,
  paginate,
  type Reply,
  view,
} from '#range';
import { messagesOf, REASON_REFUSED } from './messages.ts';
import type { EventRecord, PeoplemereState, Worker } from './state.ts';
import {
  eventsOf,
  initialsOf,
  managersOf,
  orgRef,
  positionRef,
  reportsOf,
  statusPill,
  workerLine,
  workerRef,
} from './workers.ts';

type State = Readonly<PeoplemereState>;
export type WorkerTab = 'Summary' | 'Job' | 'Timeline' | 'Contract' | 'Contact';
const TABS: [WorkerTab, string][] = [
  ['Summary', ''],
  ['Job', '/job'],
  ['Timeline', '/timeline'],
  ['Contract', '/contract'],
  ['Contact', '/contact'],
];

/** A page of one worker: runs `body` over the worker that the address names. */
export function ofWorker(
  body: (state: PeoplemereState, request: AppRequest, worker: Worker) => Reply,
): (state: Readonly<PeoplemereState>, request: AppRequest) => Reply {
  return (state, request) => {
    const worker = state.workers[request.params.id ?? ''];
    return worker ? body(state as PeoplemereState, request, worker) : notFound(request.path);
  };
}

/** The banner, tabs and messages that every page of a worker has. */
export function frameOf(
  state: State,
  request: AppRequest,
  { worker, tab }: { worker: Worker; tab: WorkerTab },
): Record<string, unknown> & { title: string } {
  const { workerId } = worker;
  const position = state.positions[worker.positionId];
  const org = state.orgs[worker.orgCode];
  const pills = [{ text: worker.type, tone: 'neutral' }, statusPill(worker)];
  if (worker.legalHold) pills.push({ text: 'Legal hold', tone: 'danger' });
  const places = [
    workerId,
    position?.title ?? worker.positionId,
    org?.name ?? worker.orgCode,
    worker.location,
  ];
  return {
    title: `${worker.name} (${workerId})`,
    crumbs: [{ label: 'Workers', href: '/workers' }, { label: worker.name }],
    heading: {
      title: worker.name,
      subtitle: places.join(' · '),
      initials: initialsOf(worker.name),
      pills,
      menu: menuOf(worker),
    },
    tabs: TABS.map(([label, path]) => ({
      label,
      href: `/workers/${workerId}${path}`,
      current: label === tab,
    })),
    messages: messagesOf(state, worker, request),
    // A copy, because in a POST handler the record itself is a draft that does not outlive the handler.
    worker: { ...worker },
  };
}

function menuOf(worker: Worker): ActionSpec[] {
  const menu: ActionSpec[] = [
    { label: 'View org chart', href: `/org/${worker.workerId}` },
    { label: 'View position', href: `/positions/${worker.positionId}` },
    { label: 'View organisation', href: `/organisations/${worker.orgCode}` },
  ];
  if (worker.managerId !== null) menu.push({ label: 'View manager', href: `/workers/${worker.managerId}` });
  if (worker.sponsorId !== null) menu.push({ label: 'View sponsor', href: `/workers/${worker.sponsorId}` });
  if (worker.linkedWorkerId !== null) {
    menu.push({ label: 'Open linked worker', href: `/workers/${worker.linkedWorkerId}` });
  }
  menu.push({ label: 'Show mobile number', href: `/workers/${worker.workerId}/contact/show` });
  return menu;
}

/** `GET /workers/:id`. */
export const summaryPage = ofWorker((state, request, worker) => {
  const reports = reportsOf(state, worker.workerId);
  const hasEnd = worker.terminationDay !== null || worker.status === 'Terminated';
  return view('summary', {
    ...frameOf(state, request, { worker, tab: 'Summary' }),
    position: positionRef(state, worker.positionId),
    org: orgRef(state, worker.orgCode),
    manager: workerRef(state, worker.managerId),
    sponsor: workerRef(state, worker.sponsorId),
    linked: workerRef(state, worker.linkedWorkerId),
    status: statusPill(worker),
    isContingent: worker.type === 'Contingent',
    service: serviceOf(worker, dayOf(request.nowMs)),
    reasonRefused: hasEnd ? REASON_REFUSED : '',
    events: eventsOf(state, worker.workerId).slice(0, 4).map(eventItem),
    ...paginate(
      reports.map(report => workerLine(state, report)),
      request,
    ),
  });
});

/** `GET /workers/:id/job`. */
export const jobPage = ofWorker((state, request, worker) => {
  const position = state.positions[worker.positionId];
  const org = state.orgs[worker.orgCode];
  const changes = eventsOf(state, worker.workerId).filter(event => JOB_EVENTS.has(event.kind));
  return view('job', {
    ...frameOf(state, request, { worker, tab: 'Job' }),
    position: positionRef(state, worker.positionId),
    reportsTo: positionRef(state, position?.managerPositionId ?? null),
    org: orgRef(state, worker.orgCode),
    parentOrg: orgRef(state, org?.parentCode ?? null),
    manager: workerRef(state, worker.managerId),
    head: workerRef(state, org?.headId ?? null),
    chain: managersOf(state, worker).map(manager => workerLine(state, manager)),
    changes: changes.map(eventItem),
  });
});

const JOB_EVENTS: ReadonlySet<string> = new Set(['Hire', 'Change job', 'Leave', 'Return', 'Change name']);

/** `GET /workers/:id/timeline`. */
export const timelinePage = ofWorker((state, request, worker) => {
  const events = eventsOf(state, worker.workerId);
  return view('timeline', {
    ...frameOf(state, request, { worker, tab: 'Timeline' }),
    events: events.map(eventItem),
    today: dayOf(request.nowMs),
  });
});

/** `GET /workers/:id/contract`. */
export const contractPage = ofWorker((state, request, worker) => {
  const today = dayOf(request.nowMs);
  const sponsor = worker.sponsorId === null ? undefined : state.workers[worker.sponsorId];
  const changes = eventsOf(state, worker.workerId).filter(event => CONTRACT_EVENTS.has(event.kind));
  return view('contract', {
    ...frameOf(state, request, { worker, tab: 'Contract' }),
    terms: worker.contractEnd === null ? 'Open-ended' : 'Fixed term',
    isContingent: worker.type === 'Contingent',
    sponsor: workerRef(state, worker.sponsorId),
    sponsorStatus: sponsor ? statusPill(sponsor) : null,
    daysLeft: worker.contractEnd === null ? '–' : daysLeft(today, worker.contractEnd),
    reasonRefused: worker.terminationDay !== null ? REASON_REFUSED : '',
    changes: changes.map(eventItem),
  });
});

const CONTRACT_EVENTS: ReadonlySet<string> = new Set(['Hire', 'Extend contract', 'Terminate', 'Rescind']);

/** How far a day lies ahead, in words. */
export function daysLeft(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'Today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? count : `${count} ago`;
}

function serviceOf(worker: Worker, today: string): string {
  const end = worker.terminationDay !== null && worker.terminationDay < today ? worker.terminationDay : today;
  const days = daysBetween(worker.originalHireDay, end);
  if (days < 0) return 'Not started';
  const years = Math.floor(days / 365.25);
  const months = Math.floor((days - years * 365.25) / 30.4375);
  const part = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
  return years > 0 ? `${part(years, 'year')}, ${part(months, 'month')}` : part(months, 'month');
}

/** An event as timelines show it; days stay days, so that the view prints them in the skin's format. */
export interface EventItem {
  kind: string;
  effective: string;
  entered: string;
  state: string;
  note: string;
  tone: 'success' | 'info' | 'warning' | 'danger' | 'neutral';
}

const EVENT_TONES: Record<EventRecord['kind'], EventItem['tone']> = {
  Hire: 'success',
  'Change job': 'info',
  Leave: 'warning',
  Return: 'success',
  Terminate: 'danger',
  Rescind: 'warning',
  'Extend contract': 'info',
  'Change name': 'info',
};

export function eventItem(event: EventRecord): EventItem {
  const { kind, effective, entered, state, note } = event;
  return {
    kind,
    effective,
    entered,
    state,
    note,
    tone: state === 'Rescinded' || state === 'Corrected' ? 'neutral' : EVENT_TONES[kind],
  };
}
