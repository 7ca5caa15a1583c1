import {
  type AppRequest,
  addDays,
  type Day,
  dayOf,
  type FieldSpec,
  paginate,
  type Reply,
  view,
} from '#range';
import { type RangeEnd, readRangeEnd } from './days.ts';
import { REASON_REFUSED } from './messages.ts';
import { typeField } from './search.ts';
import type { EventRecord, PeoplemereState, Worker } from './state.ts';
import { byDay, workerLine, workerRef } from './workers.ts';
import { daysLeft } from './worker-pages.ts';

type State = Readonly<PeoplemereState>;

/** The range that each report opens with, in days; the home page counts over the same. */
export const RANGES = {
  newHires: (today: Day): [Day, Day] => [`${today.slice(0, 8)}01`, addDays(today, 60)],
  terminations: (today: Day): [Day, Day] => [addDays(today, -90), addDays(today, 60)],
  contracts: (today: Day): [Day, Day] => [addDays(today, -30), addDays(today, 60)],
};

/** The two ends of a report's range and the fields that hold them. */
interface Range {
  from: RangeEnd;
  to: RangeEnd;
  fields: FieldSpec[];
  has(day: Day | null): boolean;
}

function readRange(request: AppRequest, [from, to]: readonly [Day, Day]): Range {
  const { dayFormat } = request.skin;
  const start = readRangeEnd(request.query.from, from, dayFormat);
  const end = readRangeEnd(request.query.to, to, dayFormat);
  if (!start.problem && !end.problem && end.day < start.day)
    end.problem = 'The end of the range is before its start.';
  const field = (name: string, label: string, { text, problem }: RangeEnd): FieldSpec => ({
    kind: 'date',
    name,
    label,
    value: text,
    width: 'short',
    ...(problem ? { problem } : {}),
  });
  return {
    from: start,
    to: end,
    fields: [field('from', 'From', start), field('to', 'To', end)],
    has: day => day !== null && day >= start.day && day <= end.day,
  };
}

function ofType(request: AppRequest): (worker: Worker) => boolean {
  const { type = '' } = request.query;
  return worker => type === '' || worker.type === type;
}

/** `GET /reports/new-hires`: who starts in a range, from this month on unless asked otherwise. */
export function newHiresPage(state: State, request: AppRequest): Reply {
  const today = dayOf(request.nowMs);
  const range = readRange(request, RANGES.newHires(today));
  const found = Object.values(state.workers)
    .filter(worker => range.has(worker.hireDay) && ofType(request)(worker))
    .sort(byDay(worker => worker.hireDay));
  const { rows, paging } = paginate(found, request);
  return view('new-hires', {
    title: 'New hires',
    fields: [...range.fields, typeField(request.query.type ?? '')],
    rows: rows.map(worker => workerLine(state, worker)),
    paging,
  });
}

/** Whether a termination was taken back: marked so, or followed by the event that says so. */
function isRescinded(event: EventRecord, events: readonly EventRecord[]): boolean {
  if (event.state === 'Rescinded') return true;
  return events.some(
    e => e.kind === 'Rescind' && e.workerId === event.workerId && e.entered >= event.entered,
  );
}

/** One termination, taken back or not. */
export interface Termination {
  event: EventRecord;
  worker: Worker;
  rescinded: boolean;
}

/** The terminations whose effective day is wanted, the latest first. */
export function terminationsIn(state: State, has: (day: Day) => boolean): Termination[] {
  const events = Object.values(state.events);
  const rescinds = events.filter(event => event.kind === 'Rescind');
  const found: Termination[] = [];
  for (const event of events) {
    const worker = state.workers[event.workerId];
    if (event.kind !== 'Terminate' || !worker || !has(event.effective)) continue;
    found.push({ event, worker, rescinded: isRescinded(event, rescinds) });
  }
  return found.sort((a, b) => (key(a.event) < key(b.event) ? 1 : -1));
}

/** `GET /reports/terminations`. */
export function terminationsPage(state: State, request: AppRequest): Reply {
  const range = readRange(request, RANGES.terminations(dayOf(request.nowMs)));
  const withRescinded = request.query.rescinded !== undefined;
  const found = terminationsIn(state, range.has).filter(
    row => (withRescinded || !row.rescinded) && ofType(request)(row.worker),
  );
  const { rows, paging } = paginate(found, request);
  const value = withRescinded ? 'on' : '';
  return view('terminations', {
    title: 'Terminations',
    refused: REASON_REFUSED,
    fields: [
      ...range.fields,
      typeField(request.query.type ?? ''),
      { kind: 'checkbox', name: 'rescinded', label: 'Include rescinded', value },
    ],
    rows: rows.map(({ event, worker, rescinded }) => ({
      ...workerLine(state, worker),
      effective: event.effective,
      entered: event.entered,
      state: rescinded ? { text: 'Rescinded', tone: 'neutral' } : { text: event.state, tone: 'info' },
    })),
    paging,
  });
}

function key(event: EventRecord): string {
  return `${event.effective} ${event.id}`;
}

/** `GET /reports/contracts-ending`: fixed terms of people who are still here. */
export function contractsPage(state: State, request: AppRequest): Reply {
  const today = dayOf(request.nowMs);
  const range = readRange(request, RANGES.contracts(today));
  const found = Object.values(state.workers)
    .filter(
      worker => worker.status !== 'Terminated' && range.has(worker.contractEnd) && ofType(request)(worker),
    )
    .sort(byDay(worker => worker.contractEnd));
  const { rows, paging } = paginate(found, request);
  return view('contracts-ending', {
    title: 'Contracts ending',
    fields: [...range.fields, typeField(request.query.type ?? '')],
    rows: rows.map(worker => ({
      ...workerLine(state, worker),
      sponsor: workerRef(state, worker.sponsorId),
      left: worker.contractEnd === null ? '–' : daysLeft(today, worker.contractEnd),
      isOver: worker.contractEnd !== null && worker.contractEnd < today,
    })),
    paging,
  });
}

/** The day since which a worker is on leave, by the latest event that says so. */
export function leaveSince(state: State): Map<string, Day> {
  const since = new Map<string, Day>();
  for (const event of Object.values(state.events)) {
    if (event.kind === 'Leave' && event.state !== 'Rescinded') since.set(event.workerId, event.effective);
  }
  return since;
}

/** `GET /reports/leave`: who is away today. */
export function leavePage(state: State, request: AppRequest): Reply {
  const since = leaveSince(state);
  const found = Object.values(state.workers)
    .filter(worker => worker.status === 'On leave' && ofType(request)(worker))
    .sort(byDay(worker => since.get(worker.workerId) ?? ''));
  const { rows, paging } = paginate(found, request);
  return view('leave', {
    title: 'Leave',
    fields: [typeField(request.query.type ?? '')],
    rows: rows.map(worker => ({ ...workerLine(state, worker), since: since.get(worker.workerId) ?? null })),
    paging,
  });
}

/** `GET /disclosures`: every showing of a masked field, the latest first. */
export function disclosuresPage(state: State, request: AppRequest): Reply {
  const found = Object.values(state.reveals).reverse();
  const { rows, paging } = paginate(found, request);
  return view('disclosures', {
    title: 'Disclosures',
    rows: rows.map(reveal => ({ ...reveal, worker: workerRef(state, reveal.workerId) })),
    paging,
  });
}
