import {
  type AppRequest,
  alert,
  type Body,
  card,
  code,
  facts,
  type Given,
  givenOf,
  linked,
  listCard,
  lowWordFor,
  notFound,
  page,
  prose,
  redirect,
  type Reply,
  timeline,
  type Widget,
  wordFor,
} from '#range';
import { reassign, verify } from '../acts/hand-over.ts';
import { recordForm } from '../acts/save-record.ts';
import { attachmentHref, attachmentsOf } from '../attachments.ts';
import { attributes, items, record, tickets, users } from '../entities.ts';
import { closedText, isClosed, PRIORITIES } from '../lists.ts';
import { ofRequest, ofTicket, ofVerification, requestOf, statePill } from '../rows.ts';
import { approvalsOf, type DeskTicket, nameOf, type State, verificationsOf } from '../state.ts';
import { approvalWarning, assignToOperator, refusalOf, saveRecord } from '../tickets.ts';
import { tasks } from './lists.ts';
import { approvalList, history, variableList } from './related.ts';

/** The word for the one click that takes a record. */
export const ASSIGN = 'Assign to me';

/** The record form with its related lists. */
export const ticketPage = record({
  of: tickets,
  heading: (ticket, { request }) => ({
    subtitle: ticket.shortDescription,
    pills: [
      statePill(ticket.state),
      statePill(PRIORITIES[ticket.priority], ticket.priority < 3 ? 'warning' : 'neutral'),
    ],
    actions: [
      !isClosed(ticket) &&
        ticket.assignee !== request.operator.workerId && {
          label: ASSIGN,
          post: tickets.href(ticket, '/assign'),
        },
    ],
  }),
  frame: ticket => ({ context: ticket.group }),
  lead: (ticket, given) => [
    alertsOf(ticket, given),
    card('Details', [
      DETAILS.facts(ticket, given, {
        shows:
          'Number, Opened, Caller, Opened by, Category, Channel, Priority, Assigned to, Item, Access request, Handed to, Hand-over reason',
        columns: 2,
      }),
      prose(ticket.description, { title: 'Description' }),
    ]),
    recordForm(ticket, given),
  ],
  tabsLabel: 'Related lists',
  tabs: {
    activity: {
      label: 'Activity',
      body: ({ number }, { state, request }) => activity(state, number, request.nowMs),
    },
    variables: {
      label: 'Variables',
      when: ticket => ticket.item !== '',
      body: ({ item }, { state }) => variableList(state.items[item]),
    },
    approvals: { label: 'Approvals', when: ticket => ticket.item !== '', body: approvalCard },
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
      body: ({ number }, given) =>
        ofVerification.list(given, {
          caption: 'Verifications',
          shows: 'Verification, Method, Number called, Result, Recorded by, Recorded, Remark',
          rows: verificationsOf(given.state, number),
          empty: `The ${lowWordFor('Caller')} has not been verified on this record.`,
        }),
    },
    history: {
      label: 'History',
      body: (ticket, given) => {
        const { openedMs, openedBy, channel } = ticket;
        const detail = `${wordFor('Channel')}: ${channel}`;
        const opened = {
          who: nameOf(given.state, openedBy),
          when: { time: openedMs },
          what: 'Opened',
          detail,
        };
        return history(given, tickets.id(ticket), [opened]);
      },
    },
  },
  acts: [verify, reassign],
});

/** What a record shows of itself on its own page. */
const DETAILS = attributes(tickets, {
  ...ofTicket.told,
  'Assigned to': (ticket, { state }) => users.ref(state, ticket.assignee),
  Item: (ticket, { state }) => {
    const item = state.items[ticket.item];
    return item ? linked(item.number, items.href(item), item.name) : null;
  },
  'Access request': (ticket, given) => {
    const item = given.state.items[ticket.item];
    return item ? requestOf(given, item.requestId) : null;
  },
  'Handed to': ticket => (ticket.escalationReason ? ticket.escalationQueue : null),
  'Hand-over reason': ticket => (ticket.escalationReason ? code(ticket.escalationReason) : null),
});

/** Message bars above the form: they warn and never stop. */
function alertsOf(ticket: DeskTicket, { state, today, day, request: { nowMs } }: Given<State>): Body {
  const passed = verificationsOf(state, ticket.number).some(({ result }) => result === 'Passed');
  const warning = approvalWarning(state, ticket, nowMs);
  const item = state.items[ticket.item];
  const ended = (item ? approvalsOf(state, item.requestId, nowMs) : []).filter(
    ({ onBehalfOf, delegationEnds }) => onBehalfOf && delegationEnds && delegationEnds < today,
  );
  return [
    isClosed(ticket) && alert('info', closedText(ticket)),
    ticket.category === 'Authentication' &&
      !passed &&
      !isClosed(ticket) &&
      alert('warning', `${wordFor('Caller verification')} is required for this category (rule P-07).`),
    warning && alert('warning', warning),
    ended.map(({ onBehalfOf, delegationEnds }) =>
      alert('info', `Delegation of ${nameOf(state, onBehalfOf)} ended ${day(delegationEnds)}.`),
    ),
  ];
}

/** What has been written on a record by now, newest first. */
function activity(state: Readonly<State>, number: string, nowMs: number): Widget {
  const written = Object.values(state.comments)
    .filter(({ ticket, atMs }) => ticket === number && atMs <= nowMs)
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
  const lines = written.map(({ author, atMs, kind, text }) => {
    const isComment = kind === 'comment';
    return {
      who: nameOf(state, author),
      when: { time: atMs },
      what: wordFor(isComment ? 'Additional comment' : 'Work note'),
      detail: text,
      tone: isComment ? ('info' as const) : ('neutral' as const),
    };
  });
  return card('Activity', timeline(lines, { empty: 'Nobody has written anything yet.' }));
}

function approvalCard(ticket: DeskTicket, given: Given<State>): Body {
  const { state } = given;
  const id = state.items[ticket.item]?.requestId ?? '';
  const request = state.requests[id];
  const list = approvalList(given, id);
  if (!request) return list;
  const shown =
    'Access request, Requested access, Risk class, Access owner, Beneficiary, Requester, Valid from, Valid to, Duty check';
  const facts = ofRequest.facts(request, given, { shows: shown, columns: 2, leads: true });
  return { ...list, body: [facts, ...list.body] };
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
  return redirect(to, {
    tone: 'success',
    text: `${count} of ${chosen.length} selected are assigned to you.`,
  });
}

/** The viewer of one file. */
export function filePage(state: Readonly<State>, request: AppRequest): Reply {
  const ticket = tickets.load(state, request.params);
  const file = ticket && attachmentsOf(state, ticket).find(({ name }) => name === request.params.file);
  if (!ticket || !file) return notFound(request.path);
  return page({
    title: file.name,
    record: tickets.id(ticket),
    part: file.name,
    crumbs: [...tickets.crumbs(ticket, '/attachments'), { label: file.name }],
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
