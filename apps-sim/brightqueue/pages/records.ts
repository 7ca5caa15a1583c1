import { alert, card, columns, facts, linked, listCard, narrow, type PillSpec, prose, wide } from '#range';
import { ARTICLES } from '../articles.ts';
import { articles, changes, items, record, requests, single, users } from '../entities.ts';
import { byText, isClosed, SYSTEMS } from '../lists.ts';
import { approvalList, history, personCell, statePill, ticketColumns, variableList } from '../rows.ts';
import type { DeskChange, DeskRequest, State } from '../state.ts';
import { activePill, approvals, changeList, knowledge, severityPill, tasks, userList } from './lists.ts';

/** A requested item with its variables, approvals and tasks. */
export const itemPage = record({
  of: items,
  title: item => item.number,
  crumbs: item => [{ label: tasks.title, href: tasks.path }, { label: item.number }],
  heading: item => ({ subtitle: item.name, pills: [statePill(item.state)] }),
  lead: (item, { state }) => {
    const request = state.requests[item.requestId];
    const [first] = tasksOf(state, item.number);
    return card(
      'Requested item',
      facts(
        [
          ['Item', item.name],
          ['Stage', item.state],
          ['Requested for', personCell(state, item.requestedFor)],
          [
            'Access request',
            request ? linked(request.id, requests.href(request), request.entitlement) : 'None',
          ],
          ['Opened', { time: first?.openedMs, none: '' }],
          ['Channel', first?.channel ?? ''],
        ],
        { columns: 2 },
      ),
    );
  },
  tabsLabel: 'Related lists',
  tabs: {
    approvals: { label: 'Approvals', body: (item, given) => listCard(approvalList(given, item.requestId)) },
    tasks: {
      label: 'Tasks',
      body: (item, given) =>
        listCard({
          caption: 'Tasks',
          columns: ticketColumns(given),
          rows: tasksOf(given.state, item.number),
          empty: 'This item has no tasks.',
        }),
    },
    variables: { label: 'Variables', body: item => listCard(variableList(item)) },
    history: { label: 'History', body: (item, { state }) => card('History', history(state, items.id(item))) },
  },
});

function tasksOf(state: Readonly<State>, item: string) {
  return Object.values(state.tickets)
    .filter(ticket => ticket.item === item)
    .sort((a, b) => byText(a.number, b.number));
}

/** Who asked for what, for whom and until when. */
export function requestFacts(request: DeskRequest, state: Readonly<State>) {
  return [
    [
      'Requested access',
      { text: request.entitlement, ...(request.code === request.entitlement ? {} : { sub: request.code }) },
    ],
    ['Beneficiary', personCell(state, request.beneficiary)],
    ['Requester', personCell(state, request.requester)],
    ['Valid from', { day: request.from }],
    ['Valid to', { day: request.to, none: 'No end' }],
  ] as const;
}

/** An access request and who decided. */
export const requestPage = record({
  of: requests,
  title: request => request.id,
  crumbs: request => [{ label: approvals.title, href: approvals.path }, { label: request.id }],
  heading: request => ({ subtitle: `${request.entitlement} in ${SYSTEMS[request.app] ?? request.app}` }),
  body: (request, given) => {
    const { state } = given;
    const item = Object.values(state.items).find(({ requestId }) => requestId === request.id);
    const [access, ...rest] = requestFacts(request, state);
    return [
      card('Access request', [
        facts(
          [
            access,
            ['System', SYSTEMS[request.app] ?? request.app],
            ...rest,
            ['Submitted', { time: request.submittedMs }],
            ['Item', item ? linked(item.number, items.href(item)) : 'None'],
          ],
          { columns: 2 },
        ),
        prose(request.justification, { title: 'Justification' }),
      ]),
      listCard(approvalList(given, request.id)),
    ];
  },
});

const PHASES = ['Assess', 'Authorize', 'Scheduled', 'Implement', 'Review', 'Closed'] as const;

/** A change record with its window. */
export const changePage = record({
  of: changes,
  title: change => change.number,
  crumbs: change => [{ label: changeList.title, href: changeList.path }, { label: change.number }],
  heading: (change, { request }) => ({
    subtitle: change.summary,
    pills: [statePill(change.state), windowPill(change, request.nowMs)],
  }),
  body: (change, { state, request }) => {
    const at = PHASES.indexOf(change.state);
    const clashes = Object.values(state.changes)
      .filter(
        other => other.number !== change.number && other.fromMs < change.toMs && change.fromMs < other.toMs,
      )
      .sort((a, b) => byText(a.number, b.number));
    return columns(
      wide(
        card('Change', [
          facts([
            ['Number', change.number],
            ['Type', change.type],
            ['State', change.state],
            ['Window from', { time: change.fromMs }],
            ['Window to', { time: change.toMs }],
          ]),
          prose(change.summary, { title: 'Summary' }),
        ]),
        listCard({
          caption: 'Overlapping changes',
          columns: windowColumns(request.nowMs),
          rows: clashes,
          empty: 'No other change has a window at the same time.',
        }),
      ),
      narrow(
        listCard({
          caption: 'Course of the change',
          rows: PHASES.map((phase, i) => ({ phase, i })),
          columns: {
            Step: ({ i }) => String(i + 1),
            State: ({ phase }) => phase,
            Progress: ({ i }) => (i === at ? 'Current' : i < at ? 'Done' : 'Ahead'),
          },
          current: ({ i }) => i === at,
          empty: '',
        }),
      ),
    );
  },
});

/** Whether a window is behind, open or ahead. */
function windowPill(change: DeskChange, nowMs: number): PillSpec {
  if (nowMs < change.fromMs) return { text: 'Window ahead', tone: 'neutral' };
  return nowMs < change.toMs
    ? { text: 'Window open', tone: 'success' }
    : { text: 'Window over', tone: 'neutral' };
}

function windowColumns(nowMs: number) {
  return {
    Number: (change: DeskChange) => linked(change.number, changes.href(change)),
    Summary: (change: DeskChange) => change.summary,
    Type: (change: DeskChange) => change.type,
    State: (change: DeskChange) => ({ pill: statePill(change.state) }),
    'Window from': (change: DeskChange) => ({ time: change.fromMs }),
    'Window to': (change: DeskChange) => ({ time: change.toMs }),
    Window: (change: DeskChange) => ({ pill: windowPill(change, nowMs) }),
  };
}

/** Freezes and change windows in the order of time. */
export const freezeCalendar = single({
  path: '/freeze-calendar',
  title: 'Freeze calendar',
  page: ({ state, request: { nowMs }, time }) => {
    const all = Object.values(state.changes).sort(
      (a, b) => a.fromMs - b.fromMs || byText(a.number, b.number),
    );
    const isFreeze = (change: DeskChange): boolean => /freeze/i.test(change.summary);
    const inForce = all.filter(c => isFreeze(c) && c.fromMs <= nowMs && nowMs < c.toMs);
    const list = (caption: string, rows: DeskChange[], empty: string) =>
      listCard({ caption, rows, empty, columns: windowColumns(nowMs) });
    return {
      heading: {
        subtitle: `As of ${time(nowMs)}`,
        actions: [{ label: 'All changes', href: changeList.path }],
      },
      body: [
        inForce.map(({ toMs, summary, number }) =>
          alert('warning', `A freeze is in force until ${time(toMs)}: ${summary} (${number}).`),
        ),
        inForce.length === 0 && alert('success', 'No freeze is in force.'),
        list('Freezes', all.filter(isFreeze), 'No freeze is announced.'),
        list(
          'Change windows',
          all.filter(change => !isFreeze(change) && change.toMs >= nowMs),
          'No change window is open or ahead.',
        ),
      ],
    };
  },
});

/** One knowledge article. */
export const articlePage = record({
  of: articles,
  title: article => `${article.id} ${article.title}`,
  crumbs: article => [{ label: knowledge.title, href: knowledge.path }, { label: article.id }],
  heading: article => ({ subtitle: article.topic, pills: [severityPill(article.severity)] }),
  body: article => {
    const at = ARTICLES.indexOf(article);
    const beside = (i: number, label: string) => {
      const other = ARTICLES[i];
      return other && ([label, linked(`${other.id} ${other.title}`, articles.href(other))] as const);
    };
    return [
      card('Article', prose(article.text)),
      card(
        'Next to this article',
        facts([beside(at - 1, 'Previous article'), beside(at + 1, 'Next article')]),
      ),
    ];
  },
});

/** A user record: where a person belongs and what the desk has open for them. */
export const userPage = record({
  of: users,
  title: user => user.name,
  crumbs: user => [{ label: userList.title, href: userList.path }, { label: user.workerId }],
  heading: user => ({ subtitle: user.title, pills: [activePill(user.active)] }),
  body: (user, given) => {
    const { state } = given;
    const own = Object.values(state.tickets)
      .filter(({ caller, openedBy }) => caller === user.workerId || openedBy === user.workerId)
      .sort((a, b) => Number(isClosed(a)) - Number(isClosed(b)) || byText(b.number, a.number));
    const reports = Object.values(state.users)
      .filter(({ manager }) => manager === user.workerId)
      .sort((a, b) => byText(a.workerId, b.workerId));
    return [
      card(
        'User',
        facts(
          [
            ['Worker id', user.workerId],
            ['Mail', user.mail],
            ['Type', user.kind],
            ['Department', user.department],
            ['Title', user.title],
            ['Location', user.location],
            ['Manager', personCell(state, user.manager)],
            ['Business phone', user.phone],
          ],
          { columns: 2 },
        ),
      ),
      listCard({
        caption: 'Records of this user',
        columns: ticketColumns(given),
        rows: own,
        muted: isClosed,
        empty: 'No tasks or incidents.',
      }),
      listCard({
        caption: 'Access requests',
        columns: {
          'Access request': request => linked(request.id, requests.href(request)),
          'Requested access': request => request.entitlement,
          System: request => SYSTEMS[request.app] ?? request.app,
          'Valid from': request => ({ day: request.from }),
          'Valid to': request => ({ day: request.to, none: 'No end' }),
        },
        rows: Object.values(state.requests)
          .filter(({ beneficiary }) => beneficiary === user.workerId)
          .sort((a, b) => byText(b.id, a.id)),
        empty: 'Nothing was requested for this user.',
      }),
      reports.length > 0 &&
        listCard({
          caption: 'Reports',
          columns: {
            'Worker id': report => linked(report.workerId, users.href(report)),
            Name: report => report.name,
            Title: report => report.title,
            Mail: report => report.mail,
          },
          rows: reports,
          empty: '',
        }),
    ];
  },
});
