import {
  action,
  alert,
  type Body,
  card,
  columns,
  type Given,
  initialsOf,
  normal,
  type Person,
  lowWordFor,
  wordFor,
} from '#range';
import { listCard, timeline, wide } from '#range';
import { mask, ofReveal, revealsOf, SHOWN_FOR_MS, showMobile } from '../acts/show-mobile.ts';
import { currentWorkers, eventOf, type EventRecord, eventsOf, orgs, positions, record } from '../state.ts';
import { type State, workers } from '../state.ts';
import { managersOf } from './org-chart.ts';
import { inLists, ofWorker, orgNameOf, statusPill, titleOf, typeOf } from './workers.ts';

/** The reason of leaving is for HR alone. */
export const REASON_REFUSED = 'You are not authorised to view the termination reason.';
const HOLD =
  'Keep records, mailbox and files of this worker. Ask Legal and Records before anything is deleted.';
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

/** Everything that a reader of a worker's record must know first, the gravest first. */
function messagesOf(worker: Person, given: Given<State>): Body {
  const { state, today, day } = given;
  const [other, sponsor, manager] = [worker.linkedWorkerId, worker.sponsor, worker.manager].map(id =>
    workers.find(state, id),
  );
  const isHere = worker.status !== 'terminated';
  const needsSponsor = isHere && worker.kind === 'contingent';
  const isOver = isHere && worker.contractEnd !== null && worker.contractEnd < today;
  const left = (who: string, person: Person | undefined): Body =>
    person?.status === 'terminated' &&
    alert('warning', `The ${who} ${person.displayName} (${person.workerId}) has left the company.`);
  return [
    worker.legalHold && alert('danger', HOLD, 'Legal hold'),
    other && alert('info', `This ${lowWordFor('Worker')} has 2 records.`),
    other &&
      action({ label: `Open linked worker ${other.workerId}`, href: workers.href(other), style: 'link' }),
    eventsOf(state, worker).map(event => messageOf(event, given)),
    needsSponsor && !sponsor && alert('warning', `This contingent worker has no ${lowWordFor('Sponsor')}.`),
    needsSponsor && left('sponsor', sponsor),
    needsSponsor &&
      worker.contractEnd === null &&
      alert('warning', `No ${lowWordFor('Contract end')} is recorded.`),
    isOver && alert('warning', `The contract ended on ${day(worker.contractEnd)}.`),
    isHere && left('manager', manager),
  ];
}

function messageOf(event: EventRecord, { today, day }: Given<State>): Body {
  const { kind, state, effective, entered } = event;
  const what = eventOf(event);
  if (kind === 'Rescind' && state !== 'Rescinded')
    return alert('warning', `Termination was rescinded on ${day(entered)} by HR Operations.`);
  if (state === 'In progress')
    return alert(
      'info',
      `${wordFor('Effective')}: ${day(effective)}. ${wordFor('Event state')}: ${wordFor(state)}.`,
      what,
    );
  const isAhead = effective > today && state === 'Completed';
  return isAhead && alert('info', `This change takes effect on ${day(effective)}.`, what);
}

/** Events as a timeline; a short one leaves out when each was entered. */
function history(events: readonly EventRecord[], { day }: Given<State>, isShort = false) {
  const items = events.map(event => {
    const { kind, effective, entered, state, note } = event;
    return {
      when: { day: effective },
      what: eventOf(event),
      detail: note,
      tone: state === 'Rescinded' || state === 'Corrected' ? ('neutral' as const) : TONES[kind],
      who: isShort ? wordFor(state) : `${wordFor(state)} · entered ${day(entered)}`,
    };
  });
  return timeline(items, { empty: NOTHING });
}

function summary(worker: Person, given: Given<State>) {
  const { state } = given;
  const about = `Worker ID, Status, Worker type, Preferred name, Legal name, Given name, Family name, Position,
    Organisation, Manager, Sponsor, Location, Cost centre, Work mail, Work phone`;
  const dates = `Hire date, Original hire date, Length of service, Contract end, Termination date,
    Eligible for rehire, Legal hold, Linked worker`;
  const reports = {
    caption: 'Direct reports',
    shows: 'Worker, Worker ID, Position, Status',
    rows: currentWorkers(state, { manager: worker.workerId }),
    empty: `Nobody reports to this ${lowWordFor('Worker')}.`,
    paged: 'if long',
  } as const;
  const latest = history(eventsOf(state, worker).slice(0, 4), given);
  return [
    (worker.terminationDay !== null || worker.status === 'terminated') && alert('info', REASON_REFUSED),
    columns(
      wide(
        card('Worker', ofWorker.facts(worker, given, { shows: about, columns: 2 })),
        inLists.list(given, reports, {
          actions: [{ label: 'See org chart', href: `/org/${worker.workerId}` }],
        }),
      ),
      normal(
        card('Dates', ofWorker.facts(worker, given, { shows: dates })),
        card('Latest events', latest, {
          actions: [{ label: 'See timeline', href: workers.href(worker, '/timeline') }],
        }),
      ),
    ),
  ];
}

function job(worker: Person, given: Given<State>) {
  const { state } = given;
  const about = `Worker ID, Worker type, Position, Reports to position, Organisation, Parent organisation,
    Manager, Head of organisation, Cost centre, Location, Hire date, Original hire date`;
  const chain = 'Worker, Worker ID, Position, Organisation, Status';
  const { Worker: Manager, ...others } = inLists.columns(given, chain);
  const changes = eventsOf(state, worker, 'Hire', 'Change job', 'Leave', 'Return', 'Change name');
  return columns(
    wide(
      card('Job', ofWorker.facts(worker, given, { shows: about, columns: 2 })),
      listCard({
        caption: 'Management chain',
        columns: { Manager, ...others },
        rows: managersOf(state, worker),
        empty: `This ${lowWordFor('Worker')} reports to nobody.`,
      }),
    ),
    normal(card('Job history', history(changes, given))),
  );
}

function allEvents(worker: Person, given: Given<State>) {
  const rows = eventsOf(given.state, worker);
  const events = listCard({
    caption: 'Events',
    columns: {
      Event: eventOf,
      Effective: e => ({ day: e.effective }),
      Entered: e => ({ day: e.entered }),
      State: e => wordFor(e.state),
      Note: e => e.note || '–',
    },
    rows,
    empty: NOTHING,
  });
  return columns(normal(card('History', history(rows, given, true))), wide(events));
}

function contract(worker: Person, given: Given<State>) {
  const terms = `Worker type, Terms, Hire date, Contract end, Time left, Termination date,
    Eligible for rehire, Cost centre`;
  const supplier = ofWorker.facts(worker, given, { shows: 'Vendor, Sponsor, Sponsor status', columns: 2 });
  const changes = eventsOf(given.state, worker, 'Hire', 'Extend contract', 'Terminate', 'Rescind');
  return [
    worker.terminationDay !== null && alert('info', REASON_REFUSED),
    columns(
      wide(
        card('Contract', ofWorker.facts(worker, given, { shows: terms, columns: 2 })),
        worker.kind === 'contingent' && card('Supplier', supplier),
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
  const show = live ? '–' : { actions: showMobile.offer(worker, given) };
  const ways = [
    ['Work mail', worker.mail, 'Everybody', '–'],
    ['Work phone', worker.workPhone, 'Everybody', '–'],
    ['Mobile phone', number, 'With a recorded reason', show],
    ['Work place', worker.location, 'Everybody', '–'],
  ] as const;
  return [
    listCard({
      caption: 'Contact details',
      columns: { Kind: r => r[0], Detail: r => r[1], 'Who may see it': r => r[2], Action: r => r[3] },
      rows: ways,
      empty: NOTHING,
    }),
    ofReveal.list(given, {
      caption: 'Who was shown the mobile number',
      shows: 'Number, Shown at, Shown to, Reason, Ticket',
      rows: shown,
      empty: 'Nobody has asked for it.',
    }),
  ];
}
