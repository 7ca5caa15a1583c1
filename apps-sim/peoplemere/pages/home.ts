import { card, columns, feed, formatMs, type Given, initialsOf, linked, listCard, normal } from '#range';
import { type Person, plainForm, stats, type TableParts } from '#range';
import { type EventRecord, type State, single, workers } from '../state.ts';
import { titleOf } from './lines.ts';
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

type Dated = readonly [worker: Person, day: string | null];

/** Figures, what was entered lately, and who comes, goes and is away. */
export const home = single({
  path: '/',
  title: 'Home',
  page: given => {
    const { request } = given;
    const { joining, leaving, ending, away, active } = comingsAndGoings(given);
    const figure = (label: string, { path }: { path: string }, list: readonly unknown[]) => ({
      label,
      value: String(list.length),
      href: path,
    });
    const people = (caption: string, column: string, list: Short) => {
      const { rows, empty, of } = list;
      const shown: TableParts<Dated> = {
        caption,
        rows: rows.slice(0, 5),
        columns: {
          Worker: ([w]) =>
            linked(w.displayName, workers.href(w), `${w.workerId} · ${titleOf(given.state, w)}`),
          [column]: ([, day]) => ({ day, none: '' }),
        },
        empty,
      };
      return listCard(shown, { actions: [{ label: list.all, href: of.path }] });
    };
    const soon = 'in the next 60 days.';
    return {
      heading: {
        title: greetingOf(request.nowMs, request.operator.displayName),
        subtitle: formatMs(request.nowMs, `dddd, ${request.skin.dayFormat}`),
        actions: [{ label: 'Open org chart', href: '/org' }],
      },
      body: [
        card('', searchForm()),
        stats([
          { ...figure('Active workers', workerList, active), tone: 'success' },
          { ...figure('Joining', newHires, joining), tone: 'info' },
          { ...figure('Leaving', terminations, leaving), tone: 'danger' },
          { ...figure('Fixed terms ending', contracts, ending), tone: 'warning' },
          { ...figure('On leave', leave, away), tone: 'neutral' },
        ]),
        columns(
          normal(card('What is new', feed(feedOf(given), 'Nothing was entered.'))),
          normal(
            people('Joining soon', 'Start date', {
              rows: joining,
              empty: `Nobody starts ${soon}`,
              of: newHires,
              all: 'See all new hires',
            }),
            people('Leaving', 'Termination date', {
              rows: leaving,
              empty: `Nobody leaves ${soon}`,
              of: terminations,
              all: 'See all terminations',
            }),
          ),
          normal(
            people('Fixed terms', 'Contract end', {
              rows: ending,
              empty: `No contract ends ${soon}`,
              of: contracts,
              all: 'See all contracts',
            }),
            people('Away', 'On leave since', {
              rows: away,
              empty: 'Nobody is on leave.',
              of: leave,
              all: 'See all leave',
            }),
          ),
        ),
      ],
    };
  },
});

/** A short list: what is in it, and the whole of it. */
interface Short {
  rows: readonly Dated[];
  empty: string;
  of: { path: string };
  all: string;
}

function comingsAndGoings({ state, today }: Given<State>) {
  const all = Object.values(state.workers);
  const here = all.filter(({ status }) => status !== 'terminated');
  const since = leaveSince(state);
  const within = (day: string | null, [from, to]: readonly [string, string]): boolean =>
    day !== null && day >= from && day <= to;
  const dated = (list: readonly Person[], dayOf: (w: Person) => string | null): Dated[] =>
    list.toSorted(byDay(dayOf)).map(w => [w, dayOf(w)]);
  return {
    active: here.filter(({ status }) => status === 'active'),
    joining: dated(
      all.filter(w => within(w.hireDay, RANGES.newHires(today))),
      w => w.hireDay,
    ),
    leaving: terminationsOf(state)
      .filter(t => !t.isRescinded && within(t.event.effective, RANGES.terminations(today)))
      .map((t): Dated => [t.worker, t.event.effective]),
    ending: dated(
      here.filter(w => within(w.contractEnd, RANGES.contracts(today))),
      w => w.contractEnd,
    ),
    away: dated(
      here.filter(({ status }) => status === 'leave'),
      since,
    ),
  };
}

function searchForm() {
  const { label, placeholder } = workerList.search;
  const { terminated } = workerList.filters;
  return plainForm({
    method: 'get',
    action: workerList.path,
    inline: true,
    fields: [
      { kind: 'search', name: 'q', label, placeholder },
      { kind: 'checkbox', name: 'terminated', label: terminated.label },
    ],
    buttons: [{ label: workerList.submit }],
  });
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
      const { displayName: name, workerId } = worker;
      const note = `${workerId} · effective ${day(event.effective)} · entered ${day(event.entered)}`;
      const what = `${whatOf(event, worker, given)}${event.state === 'In progress' ? ' (in progress)' : ''}`;
      return [{ name, initials: initialsOf(name), href: workers.href(worker), what, note }];
    });
}

function whatOf({ kind, effective }: EventRecord, worker: Person, { state, today }: Given<State>): string {
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
  return words[kind];
}
