import { alert, card, code, type Columns, facts, type Given, linked, listCard, paginate, pick } from '#range';
import {
  collection,
  type Org,
  orgs,
  type Position,
  positions,
  record,
  type State,
  type Worker,
} from '../state.ts';
import {
  byName,
  currentWorkers,
  isFilled,
  orgRef,
  positionColumns,
  positionRef,
  statePill,
  tally,
  workerColumns,
  workerRef,
} from './lines.ts';
import { orgFilter } from './workers.ts';

/** Positions by number, the shorter numbers first. */
function byId(a: Position, b: Position): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
const byCode = (a: Org, b: Org): number => (a.code < b.code ? -1 : 1);

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
    org: orgFilter,
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
    const org = state.orgs[seat.orgCode];
    return {
      title: seat.title,
      subtitle: `${seat.id} · ${org?.name ?? seat.orgCode} · ${org?.location ?? '–'}`,
      pills: [statePill(state, seat)],
    };
  },
  body: (seat, given) => {
    const { state } = given;
    const vacant = !isFilled(state, seat);
    const fallback = vacant ? fallbackOf(state, seat) : undefined;
    const holder = vacant ? '–' : workerRef(state, seat.incumbentId);
    const about = facts(
      [
        ['Position ID', code(seat.id)],
        ['State', { pill: statePill(state, seat) }],
        ['Held by', holder],
        ['Tasks go to', vacant ? workerRef(state, fallback?.workerId ?? null) : holder],
        ['Reports to position', positionRef(state, seat.managerPositionId)],
        ['Organisation', orgRef(state, seat.orgCode)],
        ['Cost centre', state.orgs[seat.orgCode]?.costCenter ?? '–'],
        ['Location', state.orgs[seat.orgCode]?.location ?? '–'],
      ],
      { columns: 2 },
    );
    const shown = positionColumns(given);
    return [
      vacant &&
        alert(
          'warning',
          fallback
            ? `Position ${seat.id} is vacant; tasks route to ${fallback.name}.`
            : `Position ${seat.id} is vacant and nobody above it receives its tasks.`,
        ),
      card('Position', about),
      listCard({
        caption: 'Positions below',
        columns: pick(shown, 'Position ID', 'Title', 'State', 'Held by', 'Organisation'),
        rows: Object.values(state.positions)
          .filter(other => other.managerPositionId === seat.id)
          .sort(byId),
        empty: 'No position reports to this one.',
      }),
      listCard({
        caption: 'Formerly held by',
        columns: {
          ...pick(workerColumns(given), 'Worker', 'Worker ID', 'Status'),
          'Termination date': (w: Worker) => ({ day: w.terminationDay }),
        },
        rows: Object.values(state.workers)
          .filter(w => w.positionId === seat.id && w.workerId !== seat.incumbentId)
          .sort(byName),
        empty: 'Nobody else has held this position.',
      }),
    ];
  },
});

/** Who gets the tasks of a vacant position: the nearest filled one above, else the head of its organisation. */
function fallbackOf(state: State, seat: Position): Worker | undefined {
  const seen = new Set([seat.id]);
  let next = state.positions[seat.managerPositionId ?? ''];
  while (next && !seen.has(next.id)) {
    if (isFilled(state, next)) return state.workers[next.incumbentId ?? ''];
    seen.add(next.id);
    next = state.positions[next.managerPositionId ?? ''];
  }
  return state.workers[state.orgs[seat.orgCode]?.headId ?? ''];
}

const orgColumns = ({ state }: Given<State>) => {
  const sizes = tally(currentWorkers(state).map(w => w.orgCode));
  return {
    Organisation: org => linked(org.name, orgs.href(org)),
    Code: org => code(org.code),
    Head: org => workerRef(state, org.headId),
    'Parent organisation': org => orgRef(state, org.parentCode),
    'Cost centre': org => org.costCenter,
    Location: org => org.location,
    Workers: org => String(sizes.get(org.code) ?? 0),
  } satisfies Columns<Org>;
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
    const members = currentWorkers(state, { orgCode: org.code });
    const seats = Object.values(state.positions).filter(({ orgCode }) => orgCode === org.code);
    const below = Object.values(state.orgs).filter(({ parentCode }) => parentCode === org.code);
    const vacant = `${positionList.path}?${new URLSearchParams({ state: 'Vacant', org: org.code })}`;
    const about = facts(
      [
        ['Code', code(org.code)],
        ['Head', workerRef(state, org.headId)],
        ['Parent organisation', orgRef(state, org.parentCode)],
        ['Cost centre', org.costCenter],
        ['Current workers', String(members.length)],
        ['Vacant positions', String(seats.filter(seat => !isFilled(state, seat)).length)],
      ],
      { columns: 3 },
    );
    const { rows, paging } = paginate(members, request);
    return [
      card('Organisation', about, { actions: [{ label: 'See vacant positions', href: vacant }] }),
      below.length > 0 &&
        listCard({
          caption: 'Organisations below',
          columns: pick(orgColumns(given), 'Organisation', 'Code', 'Head', 'Workers'),
          rows: below.sort(byCode),
          empty: '',
        }),
      listCard({
        caption: 'Members',
        columns: pick(workerColumns(given), 'Worker', 'Worker ID', 'Type', 'Status', 'Position', 'Manager'),
        rows,
        empty: 'Nobody is in this organisation.',
        paging,
      }),
    ];
  },
});
