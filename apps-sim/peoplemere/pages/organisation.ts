import {
  alert,
  card,
  chain,
  code,
  type Department,
  linked,
  type Person,
  type PillSpec,
  wordFor,
  lowWordFor,
} from '#range';
import type { Position } from '#range';
import { attributes, collection, currentWorkers, orgs, positions, record } from '../state.ts';
import { type State, workers } from '../state.ts';
import { inLists, orgFilter } from './workers.ts';

const SEATS = {
  filled: { text: 'Filled', tone: 'success' },
  vacant: { text: 'Vacant', tone: 'warning' },
} as const;
/** The states of positions, which each vocabulary has its word for. */
export type SeatWord = (typeof SEATS)[keyof typeof SEATS]['text'];

/** Whether a position has somebody in it who has not left. */
function isFilled(state: State, { incumbent }: Position): boolean {
  const holder = workers.find(state, incumbent);
  return holder !== undefined && holder.status !== 'terminated';
}

function statePill(state: State, seat: Position): PillSpec {
  return isFilled(state, seat) ? SEATS.filled : SEATS.vacant;
}

/** Who gets the tasks of a position: who holds it, the nearest filled one above, or the head of its organisation. */
function taskHolder(state: State, seat: Position): Person | undefined {
  const above = chain(seat, p => positions.find(state, p.reportsTo));
  const filled = [seat, ...above].find(p => isFilled(state, p));
  return workers.find(state, filled ? filled.incumbent : orgs.find(state, seat.department)?.head);
}

const ofPosition = attributes(positions, {
  'Position ID': p => linked(p.id, positions.href(p)),
  Title: p => p.title,
  State: (p, { state }) => ({ pill: statePill(state, p) }),
  'Held by': (p, { state }) => (isFilled(state, p) ? workers.ref(state, p.incumbent) : '–'),
  'Tasks go to': (p, { state }) => workers.ref(state, taskHolder(state, p)?.workerId),
  'Reports to position': (p, { state }) => positions.ref(state, p.reportsTo),
  Organisation: (p, { state }) => orgs.ref(state, p.department),
  'Cost centre': (p, { state }) => orgs.find(state, p.department)?.costCenter ?? '–',
  Location: (p, { state }) => orgs.find(state, p.department)?.location ?? '–',
});

/** All positions, filled and vacant. */
export const positionList = collection({
  path: '/positions',
  title: 'Positions',
  subtitle: `Each ${lowWordFor('Worker')} holds one ${lowWordFor('Position')}. Tasks of one that is ${lowWordFor(SEATS.vacant.text)} go up to the nearest that is not.`,
  of: positions,
  search: {
    label: 'Find a position',
    placeholder: `${wordFor('Position ID')} or title`,
    texts: seat => [seat.id, seat.title],
  },
  filters: {
    state: {
      kind: 'choice',
      label: 'State',
      options: Object.values(SEATS).map(({ text }) => text),
      of: (seat, { state }) => statePill(state, seat).text,
    },
    org: { ...orgFilter, of: seat => seat.department },
  },
  columns: given =>
    ofPosition.columns(given, 'Position ID, Title, State, Held by, Organisation, Reports to position'),
  empty: `No ${lowWordFor('Position')} matches your search.`,
});

/** One position: who holds it, what reports to it, who held it. */
export const positionPage = record({
  of: positions,
  title: seat => `${seat.title} (${seat.id})`,
  crumbs: seat => [{ label: positionList.title, href: positionList.path }, { label: seat.id }],
  heading: (seat, { state }) => {
    const org = orgs.find(state, seat.department);
    return {
      title: seat.title,
      subtitle: `${seat.id} · ${org?.name ?? seat.department} · ${org?.location ?? '–'}`,
      pills: [statePill(state, seat)],
    };
  },
  body: (seat, given) => {
    const { state } = given;
    const holder = taskHolder(state, seat);
    const route = holder
      ? `; tasks route to ${holder.displayName}`
      : ' and nobody above it receives its tasks';
    const about = `Position ID, State, Held by, Tasks go to, Reports to position, Organisation, Cost centre,
      Location`;
    return [
      !isFilled(state, seat) &&
        alert('warning', `${wordFor('Position')} ${seat.id} is ${lowWordFor(SEATS.vacant.text)}${route}.`),
      card('Position', ofPosition.facts(seat, given, { shows: about, columns: 2 })),
      ofPosition.list(given, {
        caption: 'Positions below',
        shows: 'Position ID, Title, State, Held by, Organisation',
        rows: positions.all(state, other => other.reportsTo === seat.id),
        empty: `No ${lowWordFor('Position')} reports to this one.`,
      }),
      inLists.list(given, {
        caption: 'Formerly held by',
        shows: 'Worker, Worker ID, Status, Termination date',
        rows: workers.all(state, w => w.position === seat.id && w.workerId !== seat.incumbent),
        empty: `Nobody else has held this ${lowWordFor('Position')}.`,
      }),
    ];
  },
});

const ofOrg = attributes(orgs, {
  Organisation: o => o.name,
  Code: o => code(o.code),
  Head: (o, { state }) => workers.ref(state, o.head),
  'Parent organisation': (o, { state }) => orgs.ref(state, o.parent),
  'Cost centre': o => o.costCenter,
  Location: o => o.location,
  Workers: (o, { state }) => String(membersOf(state, o).length),
  'Current workers': (o, { state }) => String(membersOf(state, o).length),
  'Vacant positions': (o, { state }) =>
    String(positions.all(state, p => p.department === o.code && !isFilled(state, p)).length),
});

function membersOf(state: State, { code: department }: Department): Person[] {
  return currentWorkers(state, { department });
}

/** All organisations. */
export const orgList = collection({
  path: '/organisations',
  title: 'Organisations',
  subtitle: `Supervisory ${lowWordFor('Organisations')}, their heads and the ${lowWordFor('Workers')} in them.`,
  of: orgs,
  search: {
    label: 'Find an organisation',
    placeholder: `Code, name or ${lowWordFor('Cost centre')}`,
    texts: org => [org.code, org.name, org.costCenter],
  },
  columns: given =>
    ofOrg.columns(given, 'Organisation, Code, Head, Parent organisation, Cost centre, Location, Workers'),
  empty: `No ${lowWordFor('Organisation')} matches your search.`,
});

/** One organisation: its head, what is below it, its members. */
export const orgPage = record({
  of: orgs,
  title: org => `${org.name} (${org.code})`,
  heading: org => ({ title: org.name, subtitle: `${org.code} · ${org.location}` }),
  body: (org, given) => {
    const below = orgs.all(given.state, ({ parent }) => parent === org.code);
    const vacant = `${positionList.path}?${new URLSearchParams({ state: SEATS.vacant.text, org: org.code })}`;
    const about = 'Code, Head, Parent organisation, Cost centre, Current workers, Vacant positions';
    return [
      card('Organisation', ofOrg.facts(org, given, { shows: about, columns: 3 }), {
        actions: [{ label: 'See vacant positions', href: vacant }],
      }),
      below.length > 0 &&
        ofOrg.list(given, {
          caption: 'Organisations below',
          shows: 'Organisation, Code, Head, Workers',
          rows: below,
          empty: '',
        }),
      inLists.list(given, {
        caption: 'Members',
        shows: 'Worker, Worker ID, Type, Status, Position, Manager',
        rows: membersOf(given.state, org),
        empty: `Nobody is in this ${lowWordFor('Organisation')}.`,
        paged: true,
      }),
    ];
  },
});
