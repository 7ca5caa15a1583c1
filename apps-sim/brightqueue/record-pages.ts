import {
  type AppRequest,
  type Change,
  formatDay,
  formatMs,
  notFound,
  type PillSpec,
  type Reply,
  view,
} from '#range';
import { ARTICLES } from './articles.ts';
import { isClosed, SYSTEMS } from './lists.ts';
import { byText, historyOf, nameOf, personCell, statePill, TICKET_COLUMNS, ticketCells } from './rows.ts';
import type { State } from './state.ts';
import { approvalsOf } from './tickets.ts';

type Page = (state: Readonly<State>, request: AppRequest) => Reply;

/** A requested item with its variables, approvals and tasks. */
export const itemPage: Page = (state, request) => {
  const item = state.items[request.params.number ?? ''];
  if (!item) return notFound(request.path);
  const tasks = Object.values(state.tickets)
    .filter(ticket => ticket.item === item.number)
    .sort((a, b) => byText(a.number, b.number));
  const names = ['Approvals', 'Tasks', 'Variables', 'History'];
  const tab = names.find(name => name === request.query.tab) ?? 'Approvals';
  return view('item', {
    title: item.number,
    item,
    pills: [statePill(item.state)],
    requestedFor: nameOf(state, item.requestedFor),
    openedMs: tasks[0]?.openedMs ?? null,
    channel: tasks[0]?.channel ?? '',
    tab,
    tabs: names.map(label => ({ label, href: `/items/${item.number}?tab=${label}`, current: label === tab })),
    variables: item.variables,
    ...approvalRows(state, request, item.requestId),
    columns: TICKET_COLUMNS,
    tasks: tasks.map(ticket => ({ cells: ticketCells(state, ticket, request.skin.timeFormat) })),
    history: historyOf(state, `items/${item.number}`),
  });
};

/** An access request: who asked for what, for whom and until when, and who decided. */
export const accessRequestPage: Page = (state, request) => {
  const id = request.params.id ?? '';
  const found = state.requests[id];
  if (!found) return notFound(request.path);
  const items = Object.values(state.items)
    .filter(({ requestId }) => requestId === id)
    .map(({ number }) => ({ text: number, href: `/items/${number}` }));
  return view('access-request', {
    title: id,
    request: found,
    system: SYSTEMS[found.app] ?? found.app,
    beneficiary: nameOf(state, found.beneficiary),
    requester: nameOf(state, found.requester),
    item: items[0],
    ...approvalRows(state, request, id),
  });
};

function delegationEnd(day: string | null, request: AppRequest): string {
  return day === null ? 'never' : formatDay(day, request.skin.dayFormat);
}

/** The steps of an access request as table rows, and the request's own facts. */
export function approvalRows(state: Readonly<State>, request: AppRequest, id: string) {
  const found = state.requests[id];
  const approvals = approvalsOf(state, id).map(approval => ({
    cells: [
      `${approval.order}. ${approval.step}`,
      personCell(state, approval.approver),
      { pill: statePill(approval.state) },
      approval.decidedMs === null ? '' : formatMs(approval.decidedMs, request.skin.timeFormat),
      approval.onBehalfOf
        ? {
            text: `for ${nameOf(state, approval.onBehalfOf)}`,
            sub: `${approval.onBehalfOf}, delegation ends ${delegationEnd(approval.delegationEnds, request)}`,
          }
        : '',
      approval.comment,
    ],
  }));
  const access = found && {
    ...found,
    system: SYSTEMS[found.app] ?? found.app,
    beneficiaryName: nameOf(state, found.beneficiary),
    requesterName: nameOf(state, found.requester),
  };
  return { access, approvals };
}

/** A change record with its window. */
export const changePage: Page = (state, request) => {
  const change = state.changes[request.params.number ?? ''];
  if (!change) return notFound(request.path);
  const phases: readonly Change['state'][] = [
    'Assess',
    'Authorize',
    'Scheduled',
    'Implement',
    'Review',
    'Closed',
  ];
  return view('change', {
    title: change.number,
    change,
    pills: [statePill(change.state), windowPill(change, request.nowMs)],
    phases: phases.map((phase, i) => ({
      cells: [
        String(i + 1),
        phase,
        phase === change.state ? 'Current' : i < phases.indexOf(change.state) ? 'Done' : 'Ahead',
      ],
      current: phase === change.state,
    })),
    clashes: Object.values(state.changes)
      .filter(
        other => other.number !== change.number && other.fromMs < change.toMs && change.fromMs < other.toMs,
      )
      .sort((a, b) => byText(a.number, b.number))
      .map(other => ({ cells: changeCells(other, request) })),
  });
};

/** Whether a window is behind, open or ahead. */
function windowPill(change: Change, nowMs: number): PillSpec {
  if (nowMs < change.fromMs) return { text: 'Window ahead', tone: 'neutral' };
  return nowMs < change.toMs
    ? { text: 'Window open', tone: 'success' }
    : { text: 'Window over', tone: 'neutral' };
}

function changeCells(change: Change, request: AppRequest) {
  const { timeFormat } = request.skin;
  return [
    { text: change.number, href: `/changes/${change.number}` },
    change.summary,
    change.type,
    { pill: statePill(change.state) },
    formatMs(change.fromMs, timeFormat),
    formatMs(change.toMs, timeFormat),
    { pill: windowPill(change, request.nowMs) },
  ];
}

/** Freezes and change windows in the order of time. */
export const freezePage: Page = (state, request) => {
  const all = Object.values(state.changes).sort((a, b) => a.fromMs - b.fromMs || byText(a.number, b.number));
  const isFreeze = (change: Change): boolean => /freeze/i.test(change.summary);
  const inForce = all.filter(c => isFreeze(c) && c.fromMs <= request.nowMs && request.nowMs < c.toMs);
  return view('freeze', {
    title: 'Freeze calendar',
    nowMs: request.nowMs,
    inForce: inForce.map(({ number, summary, toMs }) => ({ number, summary, toMs })),
    freezes: all.filter(isFreeze).map(change => ({ cells: changeCells(change, request) })),
    windows: all
      .filter(change => !isFreeze(change) && change.toMs >= request.nowMs)
      .map(change => ({ cells: changeCells(change, request) })),
  });
};

/** One knowledge article. */
export const articlePage: Page = (_state, request) => {
  const at = ARTICLES.findIndex(({ id }) => id === request.params.id);
  const article = ARTICLES[at];
  if (!article) return notFound(request.path);
  const beside = (i: number, label: string) => {
    const other = ARTICLES[i];
    return other && { label, text: `${other.id} ${other.title}`, href: `/knowledge/${other.id}` };
  };
  return view('article', {
    title: `${article.id} ${article.title}`,
    article,
    beside: [beside(at - 1, 'Previous article'), beside(at + 1, 'Next article')].filter(
      link => link !== undefined,
    ),
  });
};

/** A user record: where a person belongs and what the desk has open for them. */
export const userPage: Page = (state, request) => {
  const user = state.users[request.params.id ?? ''];
  if (!user) return notFound(request.path);
  const tickets = Object.values(state.tickets)
    .filter(({ caller, openedBy }) => caller === user.workerId || openedBy === user.workerId)
    .sort((a, b) => Number(isClosed(a)) - Number(isClosed(b)) || byText(b.number, a.number));
  const reports = Object.values(state.users)
    .filter(({ manager }) => manager === user.workerId)
    .sort((a, b) => byText(a.workerId, b.workerId));
  return view('user', {
    title: user.name,
    user,
    manager: user.manager
      ? { text: nameOf(state, user.manager), href: `/users/${user.manager}`, sub: user.manager }
      : '',
    columns: TICKET_COLUMNS,
    tickets: tickets.map(ticket => ({
      muted: isClosed(ticket),
      cells: ticketCells(state, ticket, request.skin.timeFormat),
    })),
    requests: Object.values(state.requests)
      .filter(({ beneficiary }) => beneficiary === user.workerId)
      .sort((a, b) => byText(b.id, a.id))
      .map(({ id, entitlement, app, from, to }) => ({
        id,
        entitlement,
        system: SYSTEMS[app] ?? app,
        from,
        to,
      })),
    reports: reports.map(report => ({
      cells: [
        { text: report.workerId, href: `/users/${report.workerId}` },
        report.name,
        report.title,
        report.mail,
      ],
    })),
  });
};
