import { type Change, alert, by, card, columns, facts, linked, listCard, narrow, prose, wide } from '#range';
import { ARTICLES, paragraphsOf } from '../articles.ts';
import { articles, changes, items, LISTS, record, requests, single, tickets, users } from '../entities.ts';
import { isClosed } from '../lists.ts';
import {
  activePill,
  ofChange,
  ofRequest,
  ofTicket,
  ofUser,
  requestOf,
  severityPill,
  statePill,
  TICKET_COLUMNS,
  windowPill,
} from '../rows.ts';
import { type State, systemOf } from '../state.ts';
import { changeList } from './lists.ts';
import { approvalList, history, variableList } from './related.ts';

/** A requested item with its variables, approvals and tasks. */
export const itemPage = record({
  of: items,
  heading: item => ({ subtitle: item.name, pills: [statePill(item.state)] }),
  lead: (item, given) => {
    const [first] = tasksOf(given.state, item.number);
    return card(
      'Requested item',
      facts(
        [
          ['Item', item.name],
          ['Stage', item.state],
          ['Requested for', users.ref(given.state, item.requestedFor)],
          ['Access request', requestOf(given, item.requestId)],
          ['Opened', { time: first?.openedMs, none: '' }],
          ['Channel', first?.channel ?? ''],
        ],
        { columns: 2 },
      ),
    );
  },
  tabsLabel: 'Related lists',
  tabs: {
    approvals: { label: 'Approvals', body: (item, given) => approvalList(given, item.requestId) },
    tasks: {
      label: 'Tasks',
      body: (item, given) =>
        ofTicket.list(given, {
          caption: 'Tasks',
          shows: TICKET_COLUMNS,
          rows: tasksOf(given.state, item.number),
          empty: 'This item has no tasks.',
        }),
    },
    variables: { label: 'Variables', body: item => variableList(item) },
    history: { label: 'History', body: (item, given) => history(given, items.id(item)) },
  },
});

function tasksOf(state: Readonly<State>, item: string) {
  return tickets.all(state, ticket => ticket.item === item);
}

/** An access request and who decided. */
export const requestPage = record({
  of: requests,
  heading: ({ entitlement, app }, { state }) => ({ subtitle: `${entitlement} in ${systemOf(state, app)}` }),
  body: (request, given) => [
    card('Access request', [
      ofRequest.facts(request, given, {
        shows:
          'Requested access, System, Risk class, Access owner, Beneficiary, Requester, Valid from, Valid to, Submitted, Item, Duty check',
        columns: 2,
      }),
      prose(request.justification, { title: 'Justification' }),
    ]),
    approvalList(given, request.id),
  ],
});

const PHASES = ['Assess', 'Authorize', 'Scheduled', 'Implement', 'Review', 'Closed'] as const;
const WINDOWS = 'Number, Summary, Type, State, Window from, Window to, Window';

/** A change record with its window. */
export const changePage = record({
  of: changes,
  heading: (change, { request }) => ({
    subtitle: change.summary,
    pills: [statePill(change.state), windowPill(change, request.nowMs)],
  }),
  body: (change, given) => {
    const at = PHASES.indexOf(change.state);
    const isClash = (other: Change): boolean =>
      other.number !== change.number && other.fromMs < change.toMs && change.fromMs < other.toMs;
    return columns(
      wide(
        card('Change', [
          ofChange.facts(change, given, {
            shows: 'Number, Type, State, Window from, Window to',
            isPlain: true,
          }),
          prose(change.summary, { title: 'Summary' }),
        ]),
        ofChange.list(given, {
          caption: 'Overlapping changes',
          shows: WINDOWS,
          rows: changes.all(given.state, isClash),
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

/** Freezes and change windows in the order of time. */
export const freezeCalendar = single({
  path: '/freeze-calendar',
  title: 'Freeze calendar',
  page: given => {
    const { time, request } = given;
    const { nowMs } = request;
    const all = changes.all(given.state).sort(by(change => change.fromMs));
    const isFreeze = (change: Change): boolean => /freeze/i.test(change.summary);
    const inForce = all.filter(c => isFreeze(c) && c.fromMs <= nowMs && nowMs < c.toMs);
    const list = (caption: string, rows: Change[], empty: string) =>
      ofChange.list(given, { caption, rows, empty, shows: WINDOWS });
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
  heading: article => ({ subtitle: article.topic, pills: [severityPill(article.severity)] }),
  body: article => {
    const at = ARTICLES.indexOf(article);
    const beside = (i: number, label: string) => {
      const other = ARTICLES[i];
      return other && ([label, linked(`${other.id} ${other.title}`, articles.href(other))] as const);
    };
    return [
      card(
        'Article',
        paragraphsOf(article).map(text => prose(text)),
      ),
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
  crumbs: user => [{ label: LISTS.users.title, href: LISTS.users.path }, { label: user.workerId }],
  heading: user => ({ subtitle: user.title, pills: [activePill(user.active)] }),
  body: (user, given) => {
    const { state } = given;
    const { workerId } = user;
    const own = tickets.all(state, one => one.caller === workerId || one.openedBy === workerId).reverse();
    const reports = users.all(state, ({ manager }) => manager === workerId);
    const requested = 'Access request, Requested access, System, Valid from, Valid to';
    return [
      card(
        'User',
        ofUser.facts(user, given, {
          shows: 'Worker id, Mail, Type, Department, Title, Location, Manager, Business phone',
          columns: 2,
        }),
      ),
      ofTicket.list(given, {
        caption: 'Records of this user',
        shows: TICKET_COLUMNS,
        rows: own.sort(by(ticket => Number(isClosed(ticket)))),
        muted: isClosed,
        empty: 'No tasks or incidents.',
      }),
      listCard({
        caption: 'Access requests',
        columns: {
          ...ofRequest.columns(given, requested),
          'Requested access': request => request.entitlement,
        },
        rows: requests.all(state, ({ beneficiary }) => beneficiary === workerId).reverse(),
        empty: 'Nothing was requested for this user.',
      }),
      reports.length > 0 &&
        ofUser.list(given, {
          caption: 'Reports',
          shows: 'Worker id, Name, Title, Mail',
          rows: reports,
          empty: '',
        }),
    ];
  },
});
