import { type AppRequest, dayOf, formatMs, type Reply, view } from '#range';
import { leaveSince, RANGES, terminationsIn } from './report-pages.ts';
import type { EventRecord, PeoplemereState, Worker } from './state.ts';
import { byDay, initialsOf, workerLine } from './workers.ts';

type State = Readonly<PeoplemereState>;
const SHOWN = 5;

/** `GET /`: figures, what was entered lately, and who comes, goes and is away. */
export function homePage(state: State, request: AppRequest): Reply {
  const today = dayOf(request.nowMs);
  const workers = Object.values(state.workers);
  const here = workers.filter(worker => worker.status !== 'Terminated');
  const within = (day: string | null, [from, to]: readonly [string, string]): boolean =>
    day !== null && day >= from && day <= to;
  const [hired, left, ended] = [RANGES.newHires(today), RANGES.terminations(today), RANGES.contracts(today)];
  const joining = workers.filter(w => within(w.hireDay, hired)).sort(byDay(w => w.hireDay));
  const leaving = terminationsIn(state, day => within(day, left)).filter(t => !t.rescinded);
  const ending = here.filter(w => within(w.contractEnd, ended));
  const away = here.filter(worker => worker.status === 'On leave');
  const since = leaveSince(state);
  const list = (found: Worker[], dayOfWorker: (worker: Worker) => string | null): unknown[] =>
    found.slice(0, SHOWN).map(worker => ({ ...workerLine(state, worker), day: dayOfWorker(worker) }));
  return view('home', {
    title: 'Home',
    greeting: greetingOf(request.nowMs, request.operator.displayName),
    today: formatMs(request.nowMs, `dddd, ${request.skin.dayFormat}`),
    figures: {
      active: String(here.filter(worker => worker.status === 'Active').length),
      joining: String(joining.length),
      leaving: String(leaving.length),
      ending: String(ending.length),
      away: String(away.length),
    },
    joining: list(joining, worker => worker.hireDay),
    leaving: leaving.slice(0, SHOWN).map(t => ({ ...workerLine(state, t.worker), day: t.event.effective })),
    ending: list(ending.sort(byDay(w => w.contractEnd)), worker => worker.contractEnd),
    away: list(away.sort(byDay(w => since.get(w.workerId) ?? '')), w => since.get(w.workerId) ?? null),
    feed: feedOf(state, today),
  });
}

function greetingOf(nowMs: number, name: string): string {
  const hour = Number(formatMs(nowMs, 'H'));
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return `Good ${part}, ${name.split(' ')[0] ?? name}`;
}

/** One entry of the feed: a link to the worker, and what happened. */
interface FeedItem {
  name: string;
  initials: string;
  href: string;
  workerId: string;
  what: string;
  effective: string;
  entered: string;
}

function feedOf(state: State, today: string): FeedItem[] {
  const known = Object.values(state.events).filter(event => event.entered <= today);
  known.sort((a, b) => (a.entered === b.entered ? (a.id < b.id ? 1 : -1) : a.entered < b.entered ? 1 : -1));
  return known.slice(0, 8).flatMap(event => {
    const worker = state.workers[event.workerId];
    return worker ? [feedItem(state, { event, worker, today })] : [];
  });
}

function feedItem(
  state: State,
  { event, worker, today }: { event: EventRecord; worker: Worker; today: string },
): FeedItem {
  const title = state.positions[worker.positionId]?.title ?? worker.positionId;
  const isAhead = event.effective > today;
  const words: Record<EventRecord['kind'], string> = {
    Hire: isAhead ? `joins as ${title}` : `joined as ${title}`,
    'Change job': isAhead ? 'changes job' : `changed job, now ${title}`,
    Leave: isAhead ? 'goes on leave' : 'is on leave',
    Return: isAhead ? 'returns from leave' : 'returned from leave',
    Terminate: isAhead ? 'leaves the company' : 'left the company',
    Rescind: 'stays: the termination was rescinded',
    'Extend contract': 'had the contract extended',
    'Change name': 'has a new name',
  };
  return {
    name: worker.name,
    initials: initialsOf(worker.name),
    href: `/workers/${worker.workerId}`,
    workerId: worker.workerId,
    what: `${words[event.kind]}${event.state === 'In progress' ? ' (in progress)' : ''}`,
    effective: event.effective,
    entered: event.entered,
  };
}
