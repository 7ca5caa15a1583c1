import {
  alert,
  card,
  columns,
  factsOf,
  type Given,
  initialsOf,
  listCard,
  normal,
  type Person,
  paginate,
  pick,
  timeline,
  wide,
} from '#range';
import { mask, revealsOf, SHOWN_FOR_MS, showMobile } from '../acts/show-mobile.ts';
import { type EventRecord, orgs, positions, record, type State, workers } from '../state.ts';
import {
  currentWorkers,
  eventsOf,
  managersOf,
  orgNameOf,
  statusPill,
  titleOf,
  typeOf,
  workerColumns,
  workerFacts,
} from './lines.ts';
import { messagesOf, REASON_REFUSED } from './messages.ts';

const NOTHING = 'Nothing is recorded.';
const TONES = {
  Hire: 'success',
  'Change job': 'info',
  Leave: 'warning',
  Return: 'success',
  Terminate: 'danger',
  Rescind: 'warning',
  'Extend contract': 'info',
  'Change name': 'info',
} as const satisfies Record<EventRecord['kind'], string>;

/** Events as a timeline; a short one leaves out when each was entered. */
function history(events: readonly EventRecord[], { day }: Given<State>, isShort = false) {
  const items = events.map(({ kind, effective, entered, state, note }) => ({
    when: { day: effective },
    what: kind,
    detail: note,
    tone: state === 'Rescinded' || state === 'Corrected' ? ('neutral' as const) : TONES[kind],
    who: isShort ? state : `${state} · entered ${day(entered)}`,
  }));
  return timeline(items, { empty: NOTHING });
}

function eventsAmong(worker: Person, given: Given<State>, ...kinds: EventRecord['kind'][]): EventRecord[] {
  return eventsOf(given.state, worker).filter(({ kind }) => kinds.includes(kind));
}

/** The record of one worker. */
export const workerPage = record({
  of: workers,
  title: w => `${w.displayName} (${w.workerId})`,
  crumbs: w => [{ label: 'Workers', href: '/workers' }, { label: w.displayName }],
  heading: (w, { state }) => ({
    title: w.displayName,
    subtitle: [w.workerId, titleOf(state, w), orgNameOf(state, w), w.location].join(' · '),
    initials: initialsOf(w.displayName),
    pills: [
      { text: typeOf(w), tone: 'neutral' },
      statusPill(w),
      w.legalHold && { text: 'Legal hold', tone: 'danger' },
    ],
    menu: [
      { label: 'View org chart', href: `/org/${w.workerId}` },
      { label: 'View position', href: positions.at(w.position) },
      { label: 'View organisation', href: orgs.at(w.department) },
      w.manager !== null && { label: 'View manager', href: workers.at(w.manager) },
      w.sponsor !== null && { label: 'View sponsor', href: workers.at(w.sponsor) },
      w.linkedWorkerId !== null && { label: 'Open linked worker', href: workers.at(w.linkedWorkerId) },
      { label: showMobile.title, href: showMobile.href(w) },
    ],
  }),
  tabsLabel: 'Worker pages',
  above: messagesOf,
  acts: [showMobile],
  tabs: {
    summary: { label: 'Summary', body: summary },
    job: { label: 'Job', body: job },
    timeline: { label: 'Timeline', body: allEvents },
    contract: { label: 'Contract', body: contract },
    contact: { label: 'Contact', body: contact },
  },
});

function summary(worker: Person, given: Given<State>) {
  const { state, request } = given;
  const shown = workerFacts(given);
  const about = {
    ...pick(shown, 'Worker ID, Status, Worker type, Preferred name, Legal name, Given name, Family name'),
    ...pick(shown, 'Position, Organisation, Manager, Sponsor, Location, Cost centre, Work mail, Work phone'),
  };
  const dates = {
    ...pick(shown, 'Hire date, Original hire date, Length of service, Contract end, Termination date'),
    ...pick(shown, 'Eligible for rehire, Legal hold, Linked worker'),
  };
  const { rows, paging } = paginate(currentWorkers(state, { manager: worker.workerId }), request);
  const reports = {
    caption: 'Direct reports',
    columns: pick(workerColumns(given), 'Worker, Worker ID, Position, Status'),
    rows,
    empty: 'Nobody reports to this worker.',
    paging: paging.pages > 1 ? paging : undefined,
  };
  const latest = history(eventsOf(state, worker).slice(0, 4), given);
  return [
    (worker.terminationDay !== null || worker.status === 'terminated') && alert('info', REASON_REFUSED),
    columns(
      wide(
        card('Worker', factsOf(worker, about, { columns: 2 })),
        listCard(reports, { actions: [{ label: 'See org chart', href: `/org/${worker.workerId}` }] }),
      ),
      normal(
        card('Dates', factsOf(worker, dates)),
        card('Latest events', latest, {
          actions: [{ label: 'See timeline', href: workers.href(worker, '/timeline') }],
        }),
      ),
    ),
  ];
}

function job(worker: Person, given: Given<State>) {
  const facts = workerFacts(given);
  const about = {
    ...pick(
      facts,
      'Worker ID, Worker type, Position, Reports to position, Organisation, Parent organisation',
    ),
    ...pick(facts, 'Manager, Head of organisation, Cost centre, Location, Hire date, Original hire date'),
  };
  const { Worker: Manager, ...rest } = workerColumns(given);
  const chain = listCard({
    caption: 'Management chain',
    columns: { Manager, ...pick(rest, 'Worker ID, Position, Organisation, Status') },
    rows: managersOf(given.state, worker),
    empty: 'This worker reports to nobody.',
  });
  const changes = eventsAmong(worker, given, 'Hire', 'Change job', 'Leave', 'Return', 'Change name');
  return columns(
    wide(card('Job', factsOf(worker, about, { columns: 2 })), chain),
    normal(card('Job history', history(changes, given))),
  );
}

function allEvents(worker: Person, given: Given<State>) {
  const rows = eventsOf(given.state, worker);
  const events = listCard({
    caption: 'Events',
    columns: {
      Event: e => e.kind,
      Effective: e => ({ day: e.effective }),
      Entered: e => ({ day: e.entered }),
      State: e => e.state,
      Note: e => e.note || '–',
    },
    rows,
    empty: NOTHING,
  });
  return columns(normal(card('History', history(rows, given, true))), wide(events));
}

function contract(worker: Person, given: Given<State>) {
  const shown = workerFacts(given);
  const terms = {
    ...pick(shown, 'Worker type, Terms, Hire date, Contract end, Time left, Termination date'),
    ...pick(shown, 'Eligible for rehire, Cost centre'),
  };
  const supplier = pick(shown, 'Vendor, Sponsor, Sponsor status');
  const changes = eventsAmong(worker, given, 'Hire', 'Extend contract', 'Terminate', 'Rescind');
  return [
    worker.terminationDay !== null && alert('info', REASON_REFUSED),
    columns(
      wide(
        card('Contract', factsOf(worker, terms, { columns: 2 })),
        worker.kind === 'contingent' && card('Supplier', factsOf(worker, supplier, { columns: 2 })),
      ),
      normal(card('Contract history', history(changes, given))),
    ),
  ];
}

function contact(worker: Person, given: Given<State>) {
  const shown = revealsOf(given.state, worker);
  const live = shown.find(({ atMs }) => given.request.nowMs - atMs < SHOWN_FOR_MS);
  const number = live
    ? { text: worker.mobile, sub: `Shown until ${given.time(live.atMs + SHOWN_FOR_MS)}` }
    : mask(worker.mobile);
  const ways = [
    ['Work mail', worker.mail, 'Everybody', '–'],
    ['Work phone', worker.workPhone, 'Everybody', '–'],
    [
      'Mobile phone',
      number,
      'With a recorded reason',
      live ? '–' : { actions: showMobile.offer(worker, given) },
    ],
    ['Work place', worker.location, 'Everybody', '–'],
  ] as const;
  return [
    listCard({
      caption: 'Contact details',
      columns: { Kind: r => r[0], Detail: r => r[1], 'Who may see it': r => r[2], Action: r => r[3] },
      rows: ways,
      empty: NOTHING,
    }),
    listCard({
      caption: 'Who was shown the mobile number',
      columns: {
        Number: r => r.id,
        'Shown at': r => ({ time: r.atMs }),
        'Shown to': r => r.by,
        Reason: r => r.reason,
        Ticket: r => r.ticket,
      },
      rows: shown,
      empty: 'Nobody has asked for it.',
    }),
  ];
}
