import {
  type ActionSpec,
  type AppRequest,
  dayOf,
  formatDay,
  notFound,
  type Reply,
  type Tone,
  view,
} from '#range';
import { attachmentsOf } from './attachments.ts';
import { isClosed, PRIORITIES } from './lists.ts';
import { historyOf, nameOf, statePill } from './rows.ts';
import { approvalRows } from './record-pages.ts';
import type { DeskTicket, State } from './state.ts';
import { closedForm, openForm, type Tried } from './ticket-form.ts';
import { approvalsOf, approvalWarning, type Result } from './tickets.ts';

/** The form as it was sent, and why it was not saved. */
export function triedWith(request: AppRequest, result: Result & { done: false }): Tried {
  return {
    values: request.form,
    problems: result.problems,
    notice: { tone: 'danger', text: result.message },
  };
}

/** The record form with its related lists. */
export function ticketPage(state: Readonly<State>, request: AppRequest, tried?: Tried): Reply {
  const ticket = state.tickets[request.params.number ?? ''];
  if (!ticket) return notFound(request.path);
  const item = state.items[ticket.item];
  const rows = approvalRows(state, request, item?.requestId ?? '');
  const model = {
    title: ticket.number,
    ticket,
    frame: { context: ticket.group },
    pills: [
      statePill(ticket.state),
      {
        text: PRIORITIES[ticket.priority],
        tone: ticket.priority < 3 ? ('warning' as const) : ('neutral' as const),
      },
    ],
    caller: nameOf(state, ticket.caller),
    openedBy: nameOf(state, ticket.openedBy),
    assignee: ticket.assignee ? nameOf(state, ticket.assignee) : '',
    priority: PRIORITIES[ticket.priority],
    item,
    actions: recordActions(ticket, request),
    alerts: alertsOf(state, ticket, request),
    form: isClosed(ticket) ? closedForm(ticket, tried) : openForm(state, ticket, tried),
    approvals: rows.approvals,
    request: rows.access,
    comments: commentsOf(state, ticket.number),
    verifications: verificationsOf(state, ticket.number),
    attachments: attachmentsOf(state, ticket),
    history: historyOf(state, `tickets/${ticket.number}`),
    ...tabsOf(ticket, request),
  };
  return view('ticket', model, tried ? { notice: tried.notice, status: 422 } : {});
}

function recordActions(ticket: DeskTicket, request: AppRequest): ActionSpec[] {
  const path = `/tickets/${ticket.number}`;
  if (isClosed(ticket)) return [];
  const actions: ActionSpec[] = [
    { label: 'Verify caller', href: `${path}/verify` },
    { label: 'Reassign', href: `${path}/reassign` },
  ];
  const isMine = ticket.assignee === request.operator.workerId;
  return isMine ? actions : [{ label: 'Assign to me', post: `${path}/assign` }, ...actions];
}

/** Message bars above the form: they warn and never stop. */
function alertsOf(
  state: Readonly<State>,
  ticket: DeskTicket,
  request: AppRequest,
): { tone: Tone; text: string }[] {
  const alerts: { tone: Tone; text: string }[] = [];
  if (isClosed(ticket)) alerts.push({ tone: 'info', text: `State can't change from ${ticket.state}.` });
  const passed = verificationsOf(state, ticket.number).some(({ result }) => result === 'Passed');
  if (ticket.category === 'Authentication' && !passed && !isClosed(ticket)) {
    alerts.push({ tone: 'warning', text: 'Caller verification is required for this category (rule P-07).' });
  }
  const warning = approvalWarning(state, ticket);
  if (warning) alerts.push({ tone: 'warning', text: warning });
  const item = state.items[ticket.item];
  for (const approval of item ? approvalsOf(state, item.requestId) : []) {
    const { onBehalfOf, delegationEnds } = approval;
    if (onBehalfOf && delegationEnds && delegationEnds < dayOf(request.nowMs)) {
      const text = `Delegation of ${nameOf(state, onBehalfOf)} ended ${formatDay(delegationEnds, request.skin.dayFormat)}.`;
      alerts.push({ tone: 'info', text });
    }
  }
  return alerts;
}

function tabsOf(ticket: DeskTicket, request: AppRequest) {
  const hasItem = ticket.item !== '';
  const names = [
    'Activity',
    ...(hasItem ? ['Variables', 'Approvals'] : []),
    'Attachments',
    'Verifications',
    'History',
  ];
  const asked = request.query.tab ?? 'Activity';
  const current = names.includes(asked) ? asked : 'Activity';
  const tabs = names.map(label => ({
    label,
    href: `/tickets/${ticket.number}?tab=${label}`,
    current: label === current,
  }));
  return { tab: current, tabs };
}

/** What was written on a record, newest first. */
export function commentsOf(state: Readonly<State>, number: string) {
  return Object.values(state.comments)
    .filter(({ ticket }) => ticket === number)
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1))
    .map(comment => ({ ...comment, who: nameOf(state, comment.author) }));
}

/** How the caller of a record was identified, newest first. */
export function verificationsOf(state: Readonly<State>, number: string) {
  return Object.values(state.verifications)
    .filter(({ ticket }) => ticket === number)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .map(row => ({ ...row, who: nameOf(state, row.by) }));
}
