import { type AppRequest, type FieldSpec, formatMs, paginate, type Reply, view } from '#range';
import { ARTICLES } from './articles.ts';
import { CATEGORIES, CLOSE_CODES, choices, isClosed, OPEN_STATES, QUEUES } from './lists.ts';
import { byText, nameOf, personCell, statePill, TICKET_COLUMNS, ticketCells } from './rows.ts';
import type { DeskTicket, State } from './state.ts';

type Page = (state: Readonly<State>, request: AppRequest) => Reply;

/** Whether any of some texts holds what was searched for, in any case. */
function holds(texts: readonly string[], query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return wanted === '' || texts.some(text => text.toLowerCase().includes(wanted));
}

/** What lies on the operator's desk: own records, and those of the group. */
export const myWorkPage: Page = (state, request) => {
  const { operator } = request;
  const open = Object.values(state.tickets).filter(
    ticket => !isClosed(ticket) && ticket.state !== 'Resolved',
  );
  const mine = open.filter(({ assignee }) => assignee === operator.workerId);
  const ofGroup = open.filter(({ group }) => group === operator.group);
  const isGroup = request.query.of !== 'me' && (request.query.of === 'group' || mine.length === 0);
  const shown = (isGroup ? ofGroup : mine).sort(
    (a, b) => a.priority - b.priority || byText(a.number, b.number),
  );
  const { rows, paging } = paginate(shown, request);
  return view('my-work', {
    title: 'My work',
    group: operator.group,
    stats: [
      { label: 'Assigned to me', value: String(mine.length), href: '/my-work?of=me', tone: 'info' },
      {
        label: 'Unassigned in my group',
        value: String(ofGroup.filter(({ assignee }) => !assignee).length),
        tone: 'neutral',
      },
      {
        label: 'On hold',
        value: String(ofGroup.filter(ticket => ticket.state === 'On Hold').length),
        tone: 'warning',
      },
      {
        label: 'High priority',
        value: String(ofGroup.filter(({ priority }) => priority < 3).length),
        tone: 'danger',
      },
    ],
    tabs: [
      { label: 'Assigned to me', href: '/my-work?of=me', current: !isGroup, count: mine.length },
      { label: 'My group', href: '/my-work?of=group', current: isGroup, count: ofGroup.length },
    ],
    caption: isGroup ? 'Open in my group' : 'Open and assigned to me',
    columns: TICKET_COLUMNS,
    rows: rows.map(ticket => ({ cells: ticketCells(state, ticket, request.skin.timeFormat) })),
    paging,
  });
};

/** A list of tasks or incidents with its filters as breadcrumbs. */
export function ticketsPage(kind: DeskTicket['kind']): Page {
  const title = kind === 'task' ? 'Tasks' : 'Incidents';
  const path = kind === 'task' ? '/tasks' : '/incidents';
  return (state, request) => {
    const { q = '', state: wanted = '', group = '', category = '' } = request.query;
    const found = Object.values(state.tickets)
      .filter(ticket => ticket.kind === kind)
      .filter(ticket => wanted === '' || ticket.state === wanted)
      .filter(ticket => group === '' || ticket.group === group)
      .filter(ticket => category === '' || ticket.category === category)
      .filter(t => holds([t.number, t.shortDescription, t.caller, nameOf(state, t.caller), t.item], q))
      .sort((a, b) => byText(b.number, a.number));
    const { rows, paging } = paginate(found, request);
    return view('tickets', {
      title,
      path,
      fields: [
        { kind: 'search', name: 'q', label: 'Search', value: q, placeholder: 'Number, text or caller' },
        filter('state', 'State', wanted, [...OPEN_STATES, 'Resolved', ...CLOSE_CODES]),
        filter('group', 'Assignment group', group, QUEUES),
        filter('category', 'Category', category, CATEGORIES),
      ],
      crumbs: filterCrumbs(path, [
        ['q', 'Text contains', q],
        ['state', 'State', wanted],
        ['group', 'Assignment group', group],
        ['category', 'Category', category],
      ]),
      back: `${path}?${new URLSearchParams(request.query)}`,
      columns: ['Select', ...TICKET_COLUMNS],
      rows: rows.map(ticket => ({
        muted: isClosed(ticket),
        cells: [
          {
            checkbox: {
              name: 'number',
              value: ticket.number,
              label: `Select ${ticket.number}`,
              form: 'selection',
            },
          },
          ...ticketCells(state, ticket, request.skin.timeFormat),
        ],
      })),
      paging,
    });
  };
}

function filter(name: string, label: string, value: string, words: readonly string[]): FieldSpec {
  return { kind: 'choice', name, label, value, options: choices(words, 'All'), asSelect: true };
}

/** "All > State = New > Category = Access": each step but the last leads back to itself. */
function filterCrumbs(path: string, filters: readonly (readonly [string, string, string])[]) {
  const active = filters.filter(([, , value]) => value !== '');
  const items: { label: string; href?: string }[] = [{ label: 'All', href: path }];
  const query = new URLSearchParams();
  active.forEach(([name, label, value], i) => {
    query.set(name, value);
    const text = `${label} = ${value}`;
    items.push(i === active.length - 1 ? { label: text } : { label: text, href: `${path}?${query}` });
  });
  return active.length === 0 ? [{ label: 'All' }] : items;
}

/** Every approval of every access request. */
export const approvalsPage: Page = (state, request) => {
  const { q = '', state: wanted = '' } = request.query;
  const found = Object.values(state.approvals)
    .filter(approval => wanted === '' || approval.state === wanted)
    .filter(approval => {
      const of = state.requests[approval.request];
      const people = [approval.approver, of?.beneficiary ?? ''];
      return holds(
        [approval.request, of?.entitlement ?? '', ...people, ...people.map(id => nameOf(state, id))],
        q,
      );
    })
    .sort((a, b) => byText(b.request, a.request) || a.order - b.order);
  const { rows, paging } = paginate(found, request);
  return view('approvals', {
    title: 'Approvals',
    fields: [
      { kind: 'search', name: 'q', label: 'Search', value: q, placeholder: 'Request, item or person' },
      filter('state', 'State', wanted, ['Requested', 'Approved', 'Rejected', 'Withdrawn']),
    ],
    rows: rows.map(approval => {
      const of = state.requests[approval.request];
      return {
        cells: [
          { text: approval.request, href: `/access-requests/${approval.request}` },
          of?.entitlement ?? '',
          personCell(state, of?.beneficiary ?? ''),
          `${approval.order}. ${approval.step}`,
          personCell(state, approval.approver),
          { pill: statePill(approval.state) },
          approval.decidedMs === null ? '' : formatMs(approval.decidedMs, request.skin.timeFormat),
        ],
      };
    }),
    paging,
  });
};

/** Change records, newest window first. */
export const changesPage: Page = (state, request) => {
  const { q = '' } = request.query;
  const found = Object.values(state.changes)
    .filter(change => holds([change.number, change.summary, change.type, change.state], q))
    .sort((a, b) => b.fromMs - a.fromMs || byText(a.number, b.number));
  const { rows, paging } = paginate(found, request);
  return view('changes', {
    title: 'Changes',
    fields: [{ kind: 'search', name: 'q', label: 'Search', value: q, placeholder: 'Number, text or state' }],
    rows: rows.map(change => ({
      cells: [
        { text: change.number, href: `/changes/${change.number}` },
        change.summary,
        change.type,
        { pill: statePill(change.state) },
        formatMs(change.fromMs, request.skin.timeFormat),
        formatMs(change.toMs, request.skin.timeFormat),
      ],
    })),
    paging,
  });
};

/** User records. */
export const usersPage: Page = (state, request) => {
  const { q = '' } = request.query;
  const found = Object.values(state.users)
    .filter(user => holds([user.workerId, user.name, user.mail, user.department], q))
    .sort((a, b) => byText(a.workerId, b.workerId));
  const { rows, paging } = paginate(found, request);
  return view('users', {
    title: 'Users',
    fields: [
      {
        kind: 'search',
        name: 'q',
        label: 'Search',
        value: q,
        placeholder: 'Worker id, name, mail or department',
      },
    ],
    rows: rows.map(user => ({
      muted: !user.active,
      cells: [
        { text: user.workerId, href: `/users/${user.workerId}` },
        user.name,
        user.mail,
        user.title,
        user.department,
        user.location,
        { pill: user.active ? { text: 'Active', tone: 'success' } : { text: 'Inactive', tone: 'neutral' } },
      ],
    })),
    paging,
  });
};

/** The knowledge base. */
export const knowledgePage: Page = (_state, request) => {
  const { q = '' } = request.query;
  const found = ARTICLES.filter(article => holds([article.id, article.title, article.text], q));
  const { rows, paging } = paginate(found, request);
  return view('knowledge', {
    title: 'Knowledge',
    fields: [{ kind: 'search', name: 'q', label: 'Search', value: q, placeholder: 'Rule number or words' }],
    rows: rows.map(article => ({
      cells: [
        { text: article.id, href: `/knowledge/${article.id}` },
        article.title,
        article.topic,
        {
          pill:
            article.severity === 'critical'
              ? { text: 'Critical', tone: 'danger' }
              : { text: 'Standard', tone: 'neutral' },
        },
      ],
    })),
    paging,
  });
};
