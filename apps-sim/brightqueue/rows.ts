import { type Cell, type Change, type Given, linked, type PillSpec, wordFor } from '#range';
import { articles, attributes, changes, items, requests, tickets, users } from './entities.ts';
import { PRIORITIES } from './lists.ts';
import { type DeskApproval, nameOf, type State, systemOf, type Verification } from './state.ts';

const TONES: Readonly<Record<string, PillSpec['tone']>> = {
  New: 'info',
  'In Progress': 'info',
  Fulfilment: 'info',
  Implement: 'info',
  Scheduled: 'info',
  Requested: 'warning',
  Approved: 'success',
  'Closed Complete': 'success',
  Resolved: 'success',
  'On Hold': 'warning',
  'Closed Incomplete': 'danger',
  Rejected: 'danger',
  Active: 'success',
  Critical: 'danger',
  Passed: 'success',
};

/** A state as a pill. */
export function statePill(state: string, tone: PillSpec['tone'] = 'neutral'): PillSpec {
  return { text: state, tone: TONES[state] ?? tone };
}

/** Whether somebody works here, how grave it is to break a rule, and whether a window is behind, open or ahead. */
export const activePill = (isActive: boolean) => statePill(isActive ? 'Active' : 'Inactive');
export const severityPill = (severity: string) =>
  statePill(severity === 'critical' ? 'Critical' : 'Standard');
export function windowPill({ fromMs, toMs }: Change, nowMs: number): PillSpec {
  if (nowMs < fromMs) return statePill('Window ahead');
  return nowMs < toMs ? statePill('Window open', 'success') : statePill('Window over');
}

/** What tasks and incidents show. */
export const ofTicket = attributes(tickets, {
  Number: ticket => ticket.number,
  'Short description': ticket => ticket.shortDescription,
  Caller: (ticket, { state }) => users.ref(state, ticket.caller),
  State: ticket => ({ pill: statePill(ticket.state) }),
  Priority: ticket => wordFor(PRIORITIES[ticket.priority]),
  Category: ticket => ticket.category,
  'Assignment group': ticket => ticket.group,
  'Assigned to': (ticket, { state }) => nameOf(state, ticket.assignee),
  Opened: ticket => ({ time: ticket.openedMs }),
  'Opened by': (ticket, { state }) => users.ref(state, ticket.openedBy),
  Channel: ticket => ticket.channel,
});
/** The columns of lists of tasks and incidents. */
export const TICKET_COLUMNS =
  'Number, Short description, Caller, State, Priority, Category, Assignment group, Assigned to, Opened';

/** What access requests show: who asked for what, for whom and until when. */
export const ofRequest = attributes(requests, {
  'Access request': request => request.id,
  'Requested access': ({ entitlement, code }) =>
    code === entitlement ? entitlement : { text: entitlement, sub: code },
  System: (request, { state }) => systemOf(state, request.app),
  'Risk class': request => request.risk,
  'Access owner': (request, { state }) => users.ref(state, request.owner),
  Beneficiary: (request, { state }) => users.ref(state, request.beneficiary),
  Requester: (request, { state }) => users.ref(state, request.requester),
  'Valid from': request => ({ day: request.from }),
  'Valid to': request => ({ day: request.to, none: 'No end' }),
  Submitted: request => ({ time: request.submittedMs }),
  'Duty check': request => request.duties || 'No conflict',
  Item: (request, { state }) => {
    const item = Object.values(state.items).find(({ requestId }) => requestId === request.id);
    return item ? linked(item.number, items.href(item)) : 'None';
  },
});

/** What approvals show: the steps of a request, who decides each and how that went. */
export const ofApproval = attributes(null, {
  'Access request': ({ request }: DeskApproval) => linked(request, requests.at(request)),
  'Requested access': ({ request }, { state }) => state.requests[request]?.entitlement ?? '',
  Beneficiary: ({ request }, { state }) => users.ref(state, state.requests[request]?.beneficiary ?? ''),
  Step: ({ order, step }) => `${order}. ${step}`,
  Approver: ({ approver }, { state }) => users.ref(state, approver),
  State: approval => ({ pill: statePill(approval.state) }),
  Decided: ({ decidedMs }) => ({ time: decidedMs, none: '' }),
  Delegation: ({ onBehalfOf, delegationEnds }, { state, day }) =>
    onBehalfOf &&
    linked(
      `for ${nameOf(state, onBehalfOf)}`,
      users.at(onBehalfOf),
      `${onBehalfOf}, delegation ends ${day(delegationEnds, 'never')}`,
    ),
  Comment: ({ comment }) => comment,
});

/** What identity checks of callers show. */
export const ofVerification = attributes(null, {
  Verification: ({ id }: Verification) => id,
  Method: ({ method }) => method,
  'Number called': ({ number }) => number,
  Result: ({ result }) => ({ pill: statePill(result, 'warning') }),
  'Recorded by': ({ by }, { state }) => nameOf(state, by),
  Recorded: ({ atMs }) => ({ time: atMs }),
  Remark: ({ note }) => note,
});

/** What changes show. */
export const ofChange = attributes(changes, {
  Number: change => change.number,
  Summary: change => change.summary,
  Type: change => change.type,
  State: change => ({ pill: statePill(change.state) }),
  'Window from': change => ({ time: change.fromMs }),
  'Window to': change => ({ time: change.toMs }),
  Window: (change, { request }) => ({ pill: windowPill(change, request.nowMs) }),
});

/** What user records show. */
export const ofUser = attributes(users, {
  'Worker id': user => user.workerId,
  Name: user => user.name,
  Mail: user => user.mail,
  Type: user => user.kind,
  Department: user => user.department,
  Title: user => user.title,
  Location: user => user.location,
  Manager: (user, { state }) => users.ref(state, user.manager),
  'Business phone': user => user.phone,
  Active: user => ({ pill: activePill(user.active) }),
});

/** What articles show. */
export const ofArticle = attributes(articles, {
  Article: article => article.id,
  'Article title': article => article.title,
  Topic: article => article.topic,
  Severity: article => ({ pill: severityPill(article.severity) }),
});

/** The access request behind an item, as a fact. */
export function requestOf({ state }: Given<State>, id: string | undefined): Cell {
  const request = state.requests[id ?? ''];
  return request ? linked(request.id, requests.href(request), request.entitlement) : 'None';
}
