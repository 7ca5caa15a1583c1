import {
  alert,
  card,
  code,
  type Columns,
  factsOf,
  type Given,
  linked,
  listCard,
  paginate,
  type Person,
  pick,
  type PillSpec,
  type Department,
  type Position,
} from '#range';
import { collection, orgs, positions, record, type State } from '../state.ts';
import {
  byName,
  currentWorkers,
  isFilled,
  orgFilter,
  orgRef,
  positionRef,
  tally,
  workerColumns,
  workerRef,
} from './lines.ts';

/** Positions by number, the shorter numbers first. */
function byId(a: Position, b: Position): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
const byCode = (a: Department, b: Department): number => (a.code < b.code ? -1 : 1);

function statePill(state: State, seat: Position): PillSpec {
  return isFilled(state, seat) ? { text: 'Filled', tone: 'success' } : { text: 'Vacant', tone: 'warning' };
}

const positionColumns = ({ state }: Given<State>) =>
  ({
    'Position ID': p => linked(p.id, positions.href(p)),
    Title: p => p.title,
    State: p => ({ pill: statePill(state, p) }),
    'Held by': p => (isFilled(state, p) ? workerRef(state, p.incumbent) : '–'),
    Organisation: p => orgRef(state, p.department),
    'Reports to position': p => positionRef(state, p.reportsTo),
  }) satisfies Columns<Position>;

/** All positions, filled and vacant. */
export const positionList = collection({
  path: '/positions',
  title: 'Positions',
  subtitle:
    'Each worker holds one position. Tasks of a vacant position go to the nearest filled one above it.',
  rows: ({ state }) => Object.values(state.positions).sort(byId),
  search: {
    label: 'Find a position',
    placeholder: 'Position ID or title',
    texts: seat => [seat.id, seat.title],
  },
  filters: {
    state: {
      kind: 'choice',
      label: 'State',
      options: ['Filled', 'Vacant'],
      of: (seat, { state }) => statePill(state, seat).text,
    },
    org: { ...orgFilter, of: seat => seat.department },
  },
  columns: positionColumns,
  empty: 'No position matches your search.',
});

/** One position: who holds it, what reports to it, who held it. */
export const positionPage = record({
  of: positions,
  title: seat => `${seat.title} (${seat.id})`,
  crumbs: seat => [{ label: positionList.title, href: positionList.path }, { label: seat.id }],
  heading: (seat, { state }) => {
    const org = state.orgs[seat.department];
    return {
      title: seat.title,
      subtitle: `${seat.id} · ${org?.name ?? seat.department} · ${org?.location ?? '–'}`,
      pills: [statePill(state, seat)],
    };
  },
  body: (seat, given) => {
    const { state } = given;
    const org = state.orgs[seat.department];
    const vacant = !isFilled(state, seat);
    const fallback = vacant ? fallbackOf(state, seat) : undefined;
    const shown = positionColumns(given);
    const about = {
      ...pick(shown, 'Position ID, State, Held by'),
      'Tasks go to': () => workerRef(state, vacant ? (fallback?.workerId ?? null) : seat.incumbent),
      ...pick(shown, 'Reports to position, Organisation'),
      'Cost centre': () => org?.costCenter ?? '–',
      Location: () => org?.location ?? '–',
    };
    const route = fallback ? `tasks route to ${fallback.displayName}` : 'nobody above it receives its tasks';
    return [
      vacant && alert('warning', `Position ${seat.id} is vacant${fallback ? ';' : ' and'} ${route}.`),
      card('Position', factsOf(seat, about, { columns: 2 })),
      listCard({
        caption: 'Positions below',
        columns: pick(shown, 'Position ID, Title, State, Held by, Organisation'),
        rows: Object.values(state.positions)
          .filter(other => other.reportsTo === seat.id)
          .sort(byId),
        empty: 'No position reports to this one.',
      }),
      listCard({
        caption: 'Formerly held by',
        columns: {
          ...pick(workerColumns(given), 'Worker, Worker ID, Status'),
          'Termination date': (w: Person) => ({ day: w.terminationDay }),
        },
        rows: Object.values(state.workers)
          .filter(w => w.position === seat.id && w.workerId !== seat.incumbent)
          .sort(byName),
        empty: 'Nobody else has held this position.',
      }),
    ];
  },
});

/** Who gets the tasks of a vacant position: the nearest filled one above, else the head of its organisation. */
function fallbackOf(state: State, seat: Position): Person | undefined {
  const seen = new Set([seat.id]);
  let next = state.positions[seat.reportsTo ?? ''];
  while (next && !seen.has(next.id)) {
    if (isFilled(state, next)) return state.workers[next.incumbent ?? ''];
    seen.add(next.id);
    next = state.positions[next.reportsTo ?? ''];
  }
  return state.workers[state.orgs[seat.department]?.head ?? ''];
}

const orgColumns = ({ state }: Given<State>) => {
  const sizes = tally(currentWorkers(state).map(w => w.department));
  return {
    Organisation: org => linked(org.name, orgs.href(org)),
    Code: org => code(org.code),
    Head: org => workerRef(state, org.head),
    'Parent organisation': org => orgRef(state, org.parent),
    'Cost centre': org => org.costCenter,
    Location: org => org.location,
    Workers: org => String(sizes.get(org.code) ?? 0),
  } satisfies Columns<Department>;
};

/** All organisations. */
export const orgList = collection({
  path: '/organisations',
  title: 'Organisations',
  subtitle: 'Supervisory organisations, their heads and the workers in them.',
  rows: ({ state }) => Object.values(state.orgs).sort(byCode),
  search: {
    label: 'Find an organisation',
    placeholder: 'Code, name or cost centre',
    texts: org => [org.code, org.name, org.costCenter],
  },
  columns: orgColumns,
  empty: 'No organisation matches your search.',
});

/** One organisation: its head, what is below it, its members. */
export const orgPage = record({
  of: orgs,
  title: org => `${org.name} (${org.code})`,
  crumbs: org => [{ label: orgList.title, href: orgList.path }, { label: org.name }],
  heading: org => ({ title: org.name, subtitle: `${org.code} · ${org.location}` }),
  body: (org, given) => {
    const { state, request } = given;
    const members = currentWorkers(state, { department: org.code });
    const seats = Object.values(state.positions).filter(({ department }) => department === org.code);
    const below = Object.values(state.orgs).filter(({ parent }) => parent === org.code);
    const vacant = `${positionList.path}?${new URLSearchParams({ state: 'Vacant', org: org.code })}`;
    const about = {
      Code: () => code(org.code),
      ...pick(orgColumns(given), 'Head, Parent organisation, Cost centre'),
      'Current workers': () => String(members.length),
      'Vacant positions': () => String(seats.filter(seat => !isFilled(state, seat)).length),
    };
    const { rows, paging } = paginate(members, request);
    return [
      card('Organisation', factsOf(org, about, { columns: 3 }), {
        actions: [{ label: 'See vacant positions', href: vacant }],
      }),
      below.length > 0 &&
        listCard({
          caption: 'Organisations below',
          columns: pick(orgColumns(given), 'Organisation, Code, Head, Workers'),
          rows: below.sort(byCode),
          empty: '',
        }),
      listCard({
        caption: 'Members',
        columns: pick(workerColumns(given), 'Worker, Worker ID, Type, Status, Position, Manager'),
        rows,
        empty: 'Nobody is in this organisation.',
        paging,
      }),
    ];
  },
});
