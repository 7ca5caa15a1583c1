import {
  type Cell,
  card,
  columns,
  feed,
  formatMs,
  type Given,
  linked,
  listCard,
  normal,
  plainForm,
  stats,
} from '#range';
import { type EventRecord, type State, single, type Worker, workers } from '../state.ts';
import { initialsOf, titleOf } from './lines.ts';
import {
  byDay,
  contracts,
  leave,
  leaveSince,
  newHires,
  RANGES,
  terminations,
  terminationsOf,
} from './reports.ts';
import { workerList } from './workers.ts';

const SHOWN = 5;

/** Figures, what was entered lately, and who comes, goes and is away. */
export const home = single({
  path: '/',
  title: 'Home',
  page: given => {
    const { state, today, request } = given;
    const all = Object.values(state.workers);
    const here = all.filter(({ status }) => status !== 'Terminated');
    const within = (day: string | null, [from, to]: readonly [string, string]): boolean =>
      day !== null && day >= from && day <= to;
    const since = leaveSince(state);
    const joining = all.filter(w => within(w.hireDay, RANGES.newHires(today))).sort(byDay(w => w.hireDay));
    const leaving = terminationsOf(state).filter(
      ({ event, isRescinded }) => !isRescinded && within(event.effective, RANGES.terminations(today)),
    );
    const ending = here
      .filter(w => within(w.contractEnd, RANGES.contracts(today)))
      .sort(byDay(w => w.contractEnd));
    const away = here.filter(({ status }) => status === 'On leave').sort(byDay(w => since(w) ?? ''));
    const active = here.filter(({ status }) => status === 'Active');
    const figure = (label: string, list: readonly unknown[], { path }: { path: string }) => ({
      label,
      value: String(list.length),
      href: path,
    });
    return {
      heading: {
        title: greetingOf(request.nowMs, request.operator.displayName),
        subtitle: formatMs(request.nowMs, `dddd, ${request.skin.dayFormat}`),
        actions: [{ label: 'Open org chart', href: '/org' }],
      },
      body: [
        card('', searchForm()),
        stats([
          { ...figure('Active workers', active, workerList), tone: 'success' },
          { ...figure('Joining', joining, newHires), tone: 'info' },
          { ...figure('Leaving', leaving, terminations), tone: 'danger' },
          { ...figure('Fixed terms ending', ending, contracts), tone: 'warning' },
          { ...figure('On leave', away, leave), tone: 'neutral' },
        ]),
        columns(
          normal(card('What is new', feed(feedOf(given), 'Nothing was entered.'))),
          normal(
            people(given, {
              caption: 'Joining soon',
              column: 'Start date',
              rows: joining.map(w => [w, w.hireDay]),
              empty: 'Nobody starts in the next 60 days.',
              all: { label: 'See all new hires', href: newHires.path },
            }),
            people(given, {
              caption: 'Leaving',
              column: 'Termination date',
              rows: leaving.map(({ worker, event }) => [worker, event.effective]),
              empty: 'Nobody leaves in the next 60 days.',
              all: { label: 'See all terminations', href: terminations.path },
            }),
          ),
          normal(
            people(given, {
              caption: 'Fixed terms',
              column: 'Contract end',
              rows: ending.map(w => [w, w.contractEnd]),
              empty: 'No contract ends in the next 60 days.',
              all: { label: 'See all contracts', href: contracts.path },
            }),
            people(given, {
              caption: 'Away',
              column: 'On leave since',
              rows: away.map(w => [w, since(w)]),
              empty: 'Nobody is on leave.',
              all: { label: 'See all leave', href: leave.path },
            }),
          ),
        ),
      ],
    };
  },
});

function searchForm() {
  return plainForm({
    method: 'get',
    action: workerList.path,
    inline: true,
    fields: [
      {
        kind: 'search',
        name: 'q',
        label: workerList.search.label,
        placeholder: 'Name, worker ID or mail',
      },
      { kind: 'checkbox', name: 'terminated', label: workerList.filters.terminated.label },
    ],
    buttons: [{ label: workerList.submit }],
  });
}

interface People {
  caption: string;
  column: string;
  rows: readonly (readonly [worker: Worker, day: string | null])[];
  empty: string;
  all: { label: string; href: string };
}

/** A short list of workers with a day each, and a link to all of them. */
function people({ state }: Given<State>, { caption, column, rows, empty, all }: People) {
  return listCard(
    {
      caption,
      rows: rows.slice(0, SHOWN),
      columns: {
        Worker: ([w]): Cell => linked(w.name, workers.href(w), `${w.workerId} · ${titleOf(state, w)}`),
        [column]: ([, day]): Cell => ({ day, none: '' }),
      },
      empty,
    },
    { actions: [all] },
  );
}

function greetingOf(nowMs: number, name: string): string {
  const hour = Number(formatMs(nowMs, 'H'));
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return `Good ${part}, ${name.split(' ')[0] ?? name}`;
}

/** The latest that is known today, the last entered first. */
function feedOf(given: Given<State>) {
  const { state, today, day } = given;
  const key = ({ entered, id }: EventRecord): string => `${entered} ${id}`;
  return Object.values(state.events)
    .filter(({ entered }) => entered <= today)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
    .slice(0, 8)
    .flatMap(event => {
      const worker = state.workers[event.workerId];
      if (!worker) return [];
      const { name, workerId } = worker;
      const note = `${workerId} · effective ${day(event.effective)} · entered ${day(event.entered)}`;
      return [
        {
          name,
          initials: initialsOf(name),
          href: workers.href(worker),
          what: whatOf(event, worker, given),
          note,
        },
      ];
    });
}

function whatOf(
  { kind, effective, state: stands }: EventRecord,
  worker: Worker,
  { state, today }: Given<State>,
): string {
  const title = titleOf(state, worker);
  const isAhead = effective > today;
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
  return `${words[kind]}${stands === 'In progress' ? ' (in progress)' : ''}`;
}
