import { by, card, columns, feed, formatMs, type Given, initialsOf, linked, listCard } from '#range';
import { lowWordFor, normal, type Person, stats } from '#range';
import { type EventRecord, single, type State, workers } from '../state.ts';
import { contracts, leave, newHires, terminations } from './reports.ts';
import { leaveSince, titleOf, workerList } from './workers.ts';

/** Who comes, goes or is away: a figure, and the first rows of a report. */
interface Short {
  figure: string;
  tone: 'info' | 'danger' | 'warning' | 'neutral';
  caption: string;
  column: string;
  rows: (readonly [worker: Person, day: string | null])[];
  empty: string;
  /** The report, over the same span of days. */
  href: string;
  all: string;
}

/** Reports look back, too; what is coming begins today. */
const ahead = ({ path }: { path: string }, { today }: Given<State>): string => `${path}?from=${today}`;

const shortsOf = (given: Given<State>): [joining: Short, leaving: Short, ending: Short, away: Short] => [
  {
    figure: 'Joining',
    tone: 'info',
    caption: 'Joining soon',
    column: 'Start date',
    rows: newHires
      .opening(given)
      .filter(w => w.hireDay >= given.today)
      .map(w => [w, w.hireDay]),
    empty: 'Nobody starts in the next 60 days.',
    href: ahead(newHires, given),
    all: 'See all new hires',
  },
  {
    figure: 'Leaving',
    tone: 'danger',
    caption: 'Leaving',
    column: 'Termination date',
    rows: terminations
      .opening(given)
      .filter(({ event }) => event.effective >= given.today)
      .map(({ worker, event }) => [worker, event.effective]),
    empty: 'Nobody leaves in the next 60 days.',
    href: ahead(terminations, given),
    all: 'See all terminations',
  },
  {
    figure: 'Fixed terms ending',
    tone: 'warning',
    caption: 'Fixed terms',
    column: 'Contract end',
    rows: contracts
      .opening(given)
      .filter(({ contractEnd }) => contractEnd !== null && contractEnd >= given.today)
      .map(w => [w, w.contractEnd]),
    empty: 'No contract ends in the next 60 days.',
    href: ahead(contracts, given),
    all: 'See all contracts',
  },
  {
    figure: 'On leave',
    tone: 'neutral',
    caption: 'Away',
    column: 'On leave since',
    rows: leave.opening(given).map(w => [w, leaveSince(given.state, w)]),
    empty: `Nobody is ${lowWordFor('On leave')}.`,
    href: leave.path,
    all: 'See all leave',
  },
];

/** Figures, what was entered lately, and who comes, goes and is away. */
export const home = single({
  path: '/',
  title: 'Home',
  page: given => {
    const { state, request } = given;
    const active = workers.all(state, ({ status }) => status === 'active');
    const shorts = shortsOf(given);
    const [joining, leaving, ending, away] = shorts;
    const people = ({ caption, column, rows, empty, href, all }: Short) =>
      listCard<Short['rows'][number]>(
        {
          caption,
          rows: rows.slice(0, 5),
          columns: {
            Worker: ([w]) => linked(w.displayName, workers.href(w), `${w.workerId} · ${titleOf(state, w)}`),
            [column]: ([, day]) => ({ day, none: '' }),
          },
          empty,
        },
        { actions: [{ label: all, href }] },
      );
    return {
      heading: {
        title: greetingOf(request.nowMs, request.operator.displayName),
        subtitle: formatMs(request.nowMs, `dddd, ${request.skin.dayFormat}`),
        actions: [{ label: 'Open org chart', href: '/org' }],
      },
      body: [
        card('', workerList.finder(given, 'terminated')),
        stats([
          {
            label: 'Active workers',
            value: String(active.length),
            href: workerList.path,
            tone: 'success',
          },
          ...shorts.map(({ figure: label, rows, href, tone }) => {
            return { label, value: String(rows.length), href, tone };
          }),
        ]),
        columns(
          normal(card('What is new', feed(feedOf(given), 'Nothing was entered.'))),
          normal(people(joining), people(leaving)),
          normal(people(ending), people(away)),
        ),
      ],
    };
  },
});

function greetingOf(nowMs: number, name: string): string {
  const hour = Number(formatMs(nowMs, 'H'));
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return `Good ${part}, ${name.split(' ')[0] ?? name}`;
}

/** The latest that is known today, the last entered first. */
function feedOf(given: Given<State>) {
  const { state, today, day } = given;
  return Object.values(state.events)
    .filter(({ entered }) => entered <= today)
    .sort(by(({ entered, id }) => `${entered} ${id}`))
    .slice(-8)
    .reverse()
    .flatMap(event => {
      const worker = workers.find(state, event.workerId);
      if (!worker) return [];
      const { displayName: name, workerId } = worker;
      const note = `${workerId} · effective ${day(event.effective)} · entered ${day(event.entered)}`;
      const what = `${whatOf(event, worker, given)}${event.state === 'In progress' ? ` (${lowWordFor('In progress')})` : ''}`;
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
