import {
  type ActionSpec,
  type AppRequest,
  alert,
  type Body,
  card,
  type Cell,
  code,
  facts,
  type Given,
  givenOf,
  linked,
  listCard,
  notFound,
  page,
  type PillSpec,
  prose,
  redirect,
  type Reply,
  timeline,
  type Widget,
} from '#range';
import { reassign, verify } from '../acts/hand-over.ts';
import { attachmentHref, attachmentsOf } from '../attachments.ts';
import { items, record, requests, tickets } from '../entities.ts';
import { recordForm } from '../acts/save-record.ts';
import { RECORD } from '../fields.ts';
import { isClosed, PRIORITIES } from '../lists.ts';
import { approvalList, history, personCell, statePill, variableList } from '../rows.ts';
import { approvalsOf, type DeskTicket, nameOf, type State, verificationsOf } from '../state.ts';
import { approvalWarning, assignToOperator, refusalOf, saveRecord } from '../tickets.ts';
import { listOf, tasks } from './lists.ts';
import { requestFacts } from './records.ts';

/** The word for the one click that takes a record. */
export const ASSIGN = 'Assign to me';

/** The record form with its related lists. */
export const ticketPage = record({
  of: tickets,
  title: ticket => ticket.number,
  crumbs: ticket => [{ label: listOf(ticket).title, href: listOf(ticket).path }, { label: ticket.number }],
  heading: (ticket, { request }) => ({
    subtitle: ticket.shortDescription,
    pills: [statePill(ticket.state), priorityPill(ticket)],
    actions: [!isClosed(ticket) && ticket.assignee !== request.operator.workerId && assignAction(ticket)],
  }),
  frame: ticket => ({ context: ticket.group }),
  lead: (ticket, given) => [
    alertsOf(ticket, given),
    card('Details', [detailsOf(ticket, given), prose(ticket.description, { title: 'Description' })]),
    recordForm(ticket, given),
  ],
  tabsLabel: 'Related lists',
  tabs: {
    activity: {
      label: 'Activity',
      body: ({ number }, { state }) => card('Activity', activity(state, number)),
    },
    variables: {
      label: 'Variables',
      when: ticket => ticket.item !== '',
      body: ({ item }, { state }) => listCard(variableList(state.items[item])),
    },
    approvals: {
      label: 'Approvals',
      when: ticket => ticket.item !== '',
      body: (ticket, given) => approvalCard(ticket, given),
    },
    attachments: {
      label: 'Attachments',
      body: (ticket, { state }) =>
        listCard({
          caption: 'Attachments',
          columns: {
            'File name': file => linked(file.name, attachmentHref(ticket, file)),
            Kind: file => file.kind,
            Size: file => `${file.text.length} characters`,
          },
          rows: attachmentsOf(state, ticket),
          empty: 'Nothing is attached.',
        }),
    },
    verifications: {
      label: 'Verifications',
      body: ({ number }, { state }) =>
        listCard({
          caption: 'Verifications',
          columns: {
            Verification: row => row.id,
            Method: row => row.method,
            'Number called': row => row.number,
            Result: row => ({
              pill: { text: row.result, tone: row.result === 'Passed' ? 'success' : 'warning' },
            }),
            'Recorded by': row => nameOf(state, row.by),
            Recorded: row => ({ time: row.atMs }),
            Remark: row => row.note,
          },
          rows: verificationsOf(state, number),
          empty: 'The caller has not been verified on this record.',
        }),
    },
    history: {
      label: 'History',
      body: (ticket, { state }) => {
        const { openedMs, openedBy, channel } = ticket;
        const detail = `Channel: ${channel}`;
        const opened = { who: nameOf(state, openedBy), when: { time: openedMs }, what: 'Opened', detail };
        return card('History', history(state, tickets.id(ticket), [opened]));
      },
    },
  },
  acts: [verify, reassign],
});

function priorityPill({ priority }: DeskTicket): PillSpec {
  return { text: PRIORITIES[priority], tone: priority < 3 ? 'warning' : 'neutral' };
}

function assignAction(ticket: DeskTicket): ActionSpec {
  return { label: ASSIGN, post: tickets.href(ticket, '/assign') };
}

/** Message bars above the form: they warn and never stop. */
function alertsOf(ticket: DeskTicket, { state, today, day }: Given<State>): Body {
  const passed = verificationsOf(state, ticket.number).some(({ result }) => result === 'Passed');
  const warning = approvalWarning(state, ticket);
  const item = state.items[ticket.item];
  const ended = (item ? approvalsOf(state, item.requestId) : []).filter(
    ({ onBehalfOf, delegationEnds }) => onBehalfOf && delegationEnds && delegationEnds < today,
  );
  return [
    isClosed(ticket) && alert('info', `State can't change from ${ticket.state}.`),
    ticket.category === 'Authentication' &&
      !passed &&
      !isClosed(ticket) &&
      alert('warning', 'Caller verification is required for this category (rule P-07).'),
    warning && alert('warning', warning),
    ended.map(({ onBehalfOf, delegationEnds }) =>
      alert('info', `Delegation of ${nameOf(state, onBehalfOf)} ended ${day(delegationEnds)}.`),
    ),
  ];
}

function detailsOf(ticket: DeskTicket, { state }: Given<State>): Widget {
  const item = state.items[ticket.item];
  const request = item && state.requests[item.requestId];
  const isHandedOn = ticket.escalationReason !== '';
  return facts(
    [
      ['Number', ticket.number],
      ['Opened', { time: ticket.openedMs }],
      ['Caller', personCell(state, ticket.caller)],
      ['Opened by', personCell(state, ticket.openedBy)],
      ['Category', ticket.category],
      ['Channel', ticket.channel],
      ['Priority', PRIORITIES[ticket.priority]],
      [RECORD.assignee.label, personCell(state, ticket.assignee)],
      item && ['Item', linked(item.number, items.href(item), item.name)],
      item && [
        'Access request',
        request ? linked(request.id, requests.href(request), request.entitlement) : 'None',
      ],
      isHandedOn && ['Handed to', ticket.escalationQueue],
      isHandedOn && ['Hand-over reason', code(ticket.escalationReason)],
    ],
    { columns: 2 },
  );
}

/** What was written on a record, newest first. */
function activity(state: Readonly<State>, number: string): Widget {
  const written = Object.values(state.comments)
    .filter(({ ticket }) => ticket === number)
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
  const lines = written.map(({ author, atMs, kind, text }) => {
    const isComment = kind === 'comment';
    return {
      who: nameOf(state, author),
      when: { time: atMs },
      what: isComment ? 'Additional comment' : 'Work note',
      detail: text,
      tone: isComment ? ('info' as const) : ('neutral' as const),
    };
  });
  return timeline(lines, { empty: 'Nobody has written anything yet.' });
}

function approvalCard(ticket: DeskTicket, given: Given<State>): Widget {
  const { state } = given;
  const id = state.items[ticket.item]?.requestId ?? '';
  const request = state.requests[id];
  const list = approvalList(given, id);
  const opened: [string, Cell] | undefined = request && [
    'Access request',
    linked(request.id, requests.href(request)),
  ];
  const card = listCard(list);
  if (!request) return card;
  return { ...card, body: [facts([opened, ...requestFacts(request, state)], { columns: 2 }), ...card.body] };
}

/** Saves the record form, or shows it again with what is wrong. */
export function saveTicket(draft: State, request: AppRequest): Reply {
  const ticket = tickets.load(draft, request.params);
  if (!ticket) return notFound(request.path);
  const refusal = refusalOf(draft, ticket, request);
  if (!refusal) return redirect(tickets.href(ticket), saveRecord(draft, ticket, request));
  const again = ticketPage.reply(ticket, givenOf(draft, request));
  return { ...again, status: 422, notice: { tone: 'danger', text: refusal.message } };
}

/** Takes one record into the operator's own work. */
export function assignTicket(draft: State, request: AppRequest): Reply {
  const ticket = tickets.load(draft, request.params);
  if (!ticket) return notFound(request.path);
  const isDone = assignToOperator(draft, ticket, request);
  const text = isDone ? `${ticket.number} is assigned to you.` : 'Nothing was changed.';
  return redirect(tickets.href(ticket), { tone: 'success', text });
}

/** Takes the ticked records of a list. */
export function assignSelected(draft: State, request: AppRequest): Reply {
  const back = request.form.back ?? tasks.path;
  const to = /^\/(tasks|incidents)(\?|$)/.test(back) ? back : tasks.path;
  const chosen = (request.lists.number ?? []).flatMap(number => draft.tickets[number] ?? []);
  if (chosen.length === 0) return redirect(to, { tone: 'warning', text: 'No record is selected.' });
  const count = chosen.filter(ticket => assignToOperator(draft, ticket, request)).length;
  return redirect(to, { tone: 'success', text: `Assigned to you: ${count} of ${chosen.length} selected.` });
}

/** The viewer of one file. */
export function filePage(state: Readonly<State>, request: AppRequest): Reply {
  const ticket = tickets.load(state, request.params);
  const file = ticket && attachmentsOf(state, ticket).find(({ name }) => name === request.params.file);
  if (!ticket || !file) return notFound(request.path);
  const list = listOf(ticket);
  return page({
    title: file.name,
    record: tickets.id(ticket),
    crumbs: [
      { label: list.title, href: list.path },
      { label: ticket.number, href: ticketPage.href(ticket, 'attachments') },
      { label: file.name },
    ],
    heading: { subtitle: `${file.kind} on ${ticket.number}` },
    body: card('Contents', [
      facts(
        [
          ['Attached by', nameOf(state, ticket.openedBy)],
          ['Attached', { time: ticket.openedMs }],
        ],
        { columns: 2 },
      ),
      prose(file.text),
    ]),
  });
}
