import {
  alert,
  card,
  code,
  columns,
  daysBetween,
  facts,
  type Given,
  listCard,
  normal,
  paginate,
  pick,
  timeline,
  wide,
} from '#range';
import { mask, revealsOf, SHOWN_FOR_MS, showMobile } from '../acts/show-mobile.ts';
import { type EventRecord, orgs, positions, record, type State, type Worker, workers } from '../state.ts';
import {
  currentWorkers,
  eventsOf,
  initialsOf,
  managersOf,
  orgNameOf,
  orgRef,
  positionRef,
  statusPill,
  titleOf,
  workerColumns,
  workerRef,
} from './lines.ts';
import { messagesOf, REASON_REFUSED } from './messages.ts';

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
const JOB_EVENTS = ['Hire', 'Change job', 'Leave', 'Return', 'Change name'];
const CONTRACT_EVENTS = ['Hire', 'Extend contract', 'Terminate', 'Rescind'];
const NOTHING = 'Nothing is recorded.';

/** Events as a timeline; `entered` tells when each was written down, too. */
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

const yesNo = (is: boolean): string => (is ? 'Yes' : 'No');

/** The record of one worker. */
export const workerPage = record({
  of: workers,
  title: worker => `${worker.name} (${worker.workerId})`,
  crumbs: worker => [{ label: 'Workers', href: '/workers' }, { label: worker.name }],
  heading: (worker, { state }) => ({
    title: worker.name,
    subtitle: [worker.workerId, titleOf(state, worker), orgNameOf(state, worker), worker.location].join(
      ' · ',
    ),
    initials: initialsOf(worker.name),
    pills: [
      { text: worker.type, tone: 'neutral' },
      statusPill(worker),
      worker.legalHold && { text: 'Legal hold', tone: 'danger' },
    ],
    menu: [
      { label: 'View org chart', href: `/org/${worker.workerId}` },
      { label: 'View position', href: positions.at(worker.positionId) },
      { label: 'View organisation', href: orgs.at(worker.orgCode) },
      worker.managerId !== null && { label: 'View manager', href: workers.at(worker.managerId) },
      worker.sponsorId !== null && { label: 'View sponsor', href: workers.at(worker.sponsorId) },
      worker.linkedWorkerId !== null && {
        label: 'Open linked worker',
        href: workers.at(worker.linkedWorkerId),
      },
      { label: showMobile.title, href: showMobile.href(worker) },
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

function summary(worker: Worker, given: Given<State>) {
  const { state, today, request } = given;
  const { rows, paging } = paginate(currentWorkers(state, { managerId: worker.workerId }), request);
  const hasEnd = worker.terminationDay !== null || worker.status === 'Terminated';
  const about = facts(
    [
      ['Worker ID', code(worker.workerId)],
      ['Status', { pill: statusPill(worker) }],
      ['Worker type', worker.type],
      ['Preferred name', worker.name],
      ['Legal name', worker.legalName],
      ['Given name', worker.givenName],
      ['Family name', worker.familyName || '–'],
      ['Position', positionRef(state, worker.positionId)],
      ['Organisation', orgRef(state, worker.orgCode)],
      ['Manager', workerRef(state, worker.managerId)],
      ['Sponsor', workerRef(state, worker.sponsorId)],
      ['Location', worker.location],
      ['Cost centre', worker.costCenter],
      ['Work mail', worker.mail],
      ['Work phone', worker.workPhone],
    ],
    { columns: 2 },
  );
  const dates = facts([
    ['Hire date', { day: worker.hireDay }],
    ['Original hire date', { day: worker.originalHireDay }],
    ['Length of service', serviceOf(worker, today)],
    ['Contract end', { day: worker.contractEnd }],
    ['Termination date', { day: worker.terminationDay }],
    ['Eligible for rehire', yesNo(worker.rehireEligible)],
    ['Legal hold', yesNo(worker.legalHold)],
    ['Linked worker', workerRef(state, worker.linkedWorkerId)],
  ]);
  const reports = listCard(
    {
      caption: 'Direct reports',
      columns: pick(workerColumns(given), 'Worker', 'Worker ID', 'Position', 'Status'),
      rows,
      empty: 'Nobody reports to this worker.',
      paging: paging.pages > 1 ? paging : undefined,
    },
    { actions: [{ label: 'See org chart', href: `/org/${worker.workerId}` }] },
  );
  const latest = card('Latest events', history(eventsOf(state, worker).slice(0, 4), given), {
    actions: [{ label: 'See timeline', href: workers.href(worker, '/timeline') }],
  });
  return [
    hasEnd && alert('info', REASON_REFUSED),
    columns(wide(card('Worker', about), reports), normal(card('Dates', dates), latest)),
  ];
}

function job(worker: Worker, given: Given<State>) {
  const { state } = given;
  const org = state.orgs[worker.orgCode];
  const about = facts(
    [
      ['Worker ID', code(worker.workerId)],
      ['Worker type', worker.type],
      ['Position', positionRef(state, worker.positionId)],
      [
        'Reports to position',
        positionRef(state, state.positions[worker.positionId]?.managerPositionId ?? null),
      ],
      ['Organisation', orgRef(state, worker.orgCode)],
      ['Parent organisation', orgRef(state, org?.parentCode ?? null)],
      ['Manager', workerRef(state, worker.managerId)],
      ['Head of organisation', workerRef(state, org?.headId ?? null)],
      ['Cost centre', worker.costCenter],
      ['Location', worker.location],
      ['Hire date', { day: worker.hireDay }],
      ['Original hire date', { day: worker.originalHireDay }],
    ],
    { columns: 2 },
  );
  const shown = workerColumns(given);
  const chain = listCard({
    caption: 'Management chain',
    columns: { Manager: shown.Worker, ...pick(shown, 'Worker ID', 'Position', 'Organisation', 'Status') },
    rows: managersOf(state, worker),
    empty: 'This worker reports to nobody.',
  });
  const changes = eventsOf(state, worker).filter(({ kind }) => JOB_EVENTS.includes(kind));
  return columns(wide(card('Job', about), chain), normal(card('Job history', history(changes, given))));
}

function allEvents(worker: Worker, given: Given<State>) {
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

function contract(worker: Worker, given: Given<State>) {
  const { state, today } = given;
  const sponsor = state.workers[worker.sponsorId ?? ''];
  const terms = facts(
    [
      ['Worker type', worker.type],
      ['Terms', worker.contractEnd === null ? 'Open-ended' : 'Fixed term'],
      ['Hire date', { day: worker.hireDay }],
      ['Contract end', { day: worker.contractEnd }],
      ['Time left', daysLeft(today, worker.contractEnd)],
      ['Termination date', { day: worker.terminationDay }],
      ['Eligible for rehire', yesNo(worker.rehireEligible)],
      ['Cost centre', worker.costCenter],
    ],
    { columns: 2 },
  );
  const supplier = facts(
    [
      ['Vendor', worker.vendor || '–'],
      ['Sponsor', workerRef(state, worker.sponsorId)],
      ['Sponsor status', sponsor ? { pill: statusPill(sponsor) } : '–'],
    ],
    { columns: 2 },
  );
  const changes = eventsOf(state, worker).filter(({ kind }) => CONTRACT_EVENTS.includes(kind));
  return [
    worker.terminationDay !== null && alert('info', REASON_REFUSED),
    columns(
      wide(card('Contract', terms), worker.type === 'Contingent' && card('Supplier', supplier)),
      normal(card('Contract history', history(changes, given))),
    ),
  ];
}

function contact(worker: Worker, given: Given<State>) {
  const { state, request, time } = given;
  const shown = revealsOf(state, worker);
  const live = shown.find(({ atMs }) => request.nowMs - atMs < SHOWN_FOR_MS);
  const number = live
    ? { text: worker.mobile, sub: `Shown until ${time(live.atMs + SHOWN_FOR_MS)}` }
    : mask(worker.mobile);
  const ways = listCard({
    caption: 'Contact details',
    columns: { Kind: r => r[0], Detail: r => r[1], 'Who may see it': r => r[2], Action: r => r[3] ?? '–' },
    rows: [
      ['Work mail', worker.mail, 'Everybody'],
      ['Work phone', worker.workPhone, 'Everybody'],
      [
        'Mobile phone',
        number,
        'With a recorded reason',
        live ? undefined : { actions: showMobile.offer(worker, given) },
      ],
      ['Work place', worker.location, 'Everybody'],
    ] as const,
    empty: NOTHING,
  });
  return [
    ways,
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

/** How far a day lies ahead, in words. */
export function daysLeft(today: string, day: string | null): string {
  if (day === null) return '–';
  const days = daysBetween(today, day);
  if (days === 0) return 'Today';
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  return days > 0 ? count : `${count} ago`;
}

function serviceOf({ terminationDay, originalHireDay }: Worker, today: string): string {
  const end = terminationDay !== null && terminationDay < today ? terminationDay : today;
  const days = daysBetween(originalHireDay, end);
  if (days < 0) return 'Not started';
  const years = Math.floor(days / 365.25);
  const months = Math.floor((days - years * 365.25) / 30.4375);
  const part = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
  return years > 0 ? `${part(years, 'year')}, ${part(months, 'month')}` : part(months, 'month');
}
