import { type Given, linked, listCard, paginate, plainForm, stats, type Widget } from '#range';
import { ARTICLES } from '../articles.ts';
import { articles, changes, collection, single, users } from '../entities.ts';
import { byText, CATEGORIES, CLOSE_CODES, isClosed, OPEN_STATES, QUEUES } from '../lists.ts';
import { personCell, statePill, ticketColumns } from '../rows.ts';
import { type DeskTicket, nameOf, type State } from '../state.ts';

/** How all lists of the desk look: what is searched for may stand anywhere in one of the texts. */
const LIST = { clear: '', isOneCard: true } as const;

const MINE = 'Assigned to me';

/** What lies on the operator's desk: own records, and those of the group. */
export const myWork = single({
  path: '/my-work',
  title: 'My work',
  page: given => {
    const { operator, query } = given.request;
    const open = Object.values(given.state.tickets).filter(
      ticket => !isClosed(ticket) && ticket.state !== 'Resolved',
    );
    const mine = open.filter(({ assignee }) => assignee === operator.workerId);
    const ofGroup = open.filter(({ group }) => group === operator.group);
    const isGroup = query.of !== 'me' && (query.of === 'group' || mine.length === 0);
    const shown = (isGroup ? ofGroup : mine).sort(
      (a, b) => a.priority - b.priority || byText(a.number, b.number),
    );
    const tab = (label: string, of: string, [current, count]: [boolean, number]) => {
      return { label, href: `/my-work?of=${of}`, current, count };
    };
    return {
      heading: { subtitle: `Open records of ${operator.group}` },
      lead: figures(mine, ofGroup),
      tabs: {
        label: 'Lists of my work',
        tabs: [tab(MINE, 'me', [!isGroup, mine.length]), tab('My group', 'group', [isGroup, ofGroup.length])],
      },
      body: listCard({
        caption: isGroup ? 'Open in my group' : 'Open and assigned to me',
        columns: ticketColumns(given),
        empty: 'Nothing is open here.',
        ...paginate(shown, given.request),
      }),
    };
  },
});

function figures(mine: readonly DeskTicket[], ofGroup: readonly DeskTicket[]): Widget {
  const count = (is: (ticket: DeskTicket) => boolean): string => String(ofGroup.filter(is).length);
  return stats([
    { label: MINE, value: String(mine.length), href: '/my-work?of=me', tone: 'info' },
    { label: 'Unassigned in my group', value: count(({ assignee }) => !assignee), tone: 'neutral' },
    { label: 'On hold', value: count(({ state }) => state === 'On Hold'), tone: 'warning' },
    { label: 'High priority', value: count(({ priority }) => priority < 3), tone: 'danger' },
  ]);
}

/** A list of tasks or incidents with its filters as breadcrumbs. */
function ticketList(kind: DeskTicket['kind'], title: string, path: string) {
  const words = { state: 'State', group: 'Assignment group', category: 'Category' };
  const choice = { kind: 'choice', asSelect: true } as const;
  return collection({
    ...LIST,
    path,
    title,
    rows: ({ state }) =>
      Object.values(state.tickets)
        .filter(ticket => ticket.kind === kind)
        .sort((a, b) => byText(b.number, a.number)),
    search: {
      by: 'text',
      label: 'Search',
      placeholder: 'Number, text or caller',
      texts: (t, { state }) => [t.number, t.shortDescription, t.caller, nameOf(state, t.caller), t.item],
    },
    filters: {
      state: {
        ...choice,
        label: words.state,
        options: [...OPEN_STATES, 'Resolved', ...CLOSE_CODES],
        of: ticket => ticket.state,
      },
      group: { ...choice, label: words.group, options: QUEUES, of: ticket => ticket.group },
      category: { ...choice, label: words.category, options: CATEGORIES, of: ticket => ticket.category },
    },
    above: given => filterCrumbs(path, { q: 'Text contains', ...words }, given),
    columns: given => ({
      Select: ({ number }) => ({
        checkbox: { name: 'number', value: number, label: `Select ${number}`, form: 'selection' },
      }),
      ...ticketColumns(given),
    }),
    muted: ticket => isClosed(ticket),
    empty: 'No records match these filters.',
    below: ({ request }) =>
      plainForm({
        id: 'selection',
        method: 'post',
        action: '/assign',
        inline: true,
        fields: [
          {
            kind: 'hidden',
            name: 'back',
            label: 'back',
            value: `${path}?${new URLSearchParams(request.query)}`,
          },
        ],
        buttons: [{ label: 'Assign selected to me', style: 'secondary' }],
      }),
  });
}
export const tasks = ticketList('task', 'Tasks', '/tasks');
export const incidents = ticketList('incident', 'Incidents', '/incidents');

/** The list that a record stands in. */
export function listOf({ kind }: Pick<DeskTicket, 'kind'>): typeof tasks {
  return kind === 'task' ? tasks : incidents;
}

/** "All > State = New > Category = Access": each step but the last leads back to itself. */
function filterCrumbs(path: string, labels: Record<string, string>, { request }: Given<State>): Widget {
  const active = Object.entries(labels).filter(([name]) => request.query[name]);
  const query = new URLSearchParams();
  const steps = active.map(([name, label], i) => {
    query.set(name, request.query[name] ?? '');
    const step = `${label} = ${request.query[name]}`;
    return i === active.length - 1 ? { label: step } : { label: step, href: `${path}?${query}` };
  });
  const all = active.length === 0 ? { label: 'All' } : { label: 'All', href: path };
  return { widget: 'crumbs', items: [all, ...steps] };
}

/** Every approval of every access request. */
export const approvals = collection({
  ...LIST,
  path: '/approvals',
  title: 'Approvals',
  subtitle: 'Decisions on access requests',
  rows: ({ state }) =>
    Object.values(state.approvals).sort((a, b) => byText(b.request, a.request) || a.order - b.order),
  search: {
    by: 'text',
    label: 'Search',
    placeholder: 'Request, item or person',
    texts: ({ request, approver }, { state }) => {
      const of = state.requests[request];
      const people = [approver, of?.beneficiary ?? ''];
      return [request, of?.entitlement ?? '', ...people, ...people.map(id => nameOf(state, id))];
    },
  },
  filters: {
    state: {
      kind: 'choice',
      asSelect: true,
      label: 'State',
      options: ['Requested', 'Approved', 'Rejected', 'Withdrawn'],
      of: approval => approval.state,
    },
  },
  columns: ({ state }) => ({
    'Access request': ({ request }) => linked(request, `/access-requests/${request}`),
    'Requested access': ({ request }) => state.requests[request]?.entitlement ?? '',
    Beneficiary: ({ request }) => personCell(state, state.requests[request]?.beneficiary ?? ''),
    Step: ({ order, step }) => `${order}. ${step}`,
    Approver: ({ approver }) => personCell(state, approver),
    State: approval => ({ pill: statePill(approval.state) }),
    Decided: ({ decidedMs }) => ({ time: decidedMs, none: '' }),
  }),
  empty: 'No approvals match.',
});

/** Change records, newest window first. */
export const changeList = collection({
  ...LIST,
  path: '/changes',
  title: 'Changes',
  rows: ({ state }) =>
    Object.values(state.changes).sort((a, b) => b.fromMs - a.fromMs || byText(a.number, b.number)),
  search: {
    by: 'text',
    label: 'Search',
    placeholder: 'Number, text or state',
    texts: change => [change.number, change.summary, change.type, change.state],
  },
  columns: () => ({
    Number: change => linked(change.number, changes.href(change)),
    Summary: change => change.summary,
    Type: change => change.type,
    State: change => ({ pill: statePill(change.state) }),
    'Window from': change => ({ time: change.fromMs }),
    'Window to': change => ({ time: change.toMs }),
  }),
  empty: 'No changes match.',
});

/** User records. */
export const userList = collection({
  ...LIST,
  path: '/users',
  title: 'Users',
  rows: ({ state }) => Object.values(state.users).sort((a, b) => byText(a.workerId, b.workerId)),
  search: {
    by: 'text',
    label: 'Search',
    placeholder: 'Worker id, name, mail or department',
    texts: user => [user.workerId, user.name, user.mail, user.department],
  },
  columns: () => ({
    'Worker id': user => linked(user.workerId, users.href(user)),
    Name: user => user.name,
    Mail: user => user.mail,
    Title: user => user.title,
    Department: user => user.department,
    Location: user => user.location,
    Active: user => ({ pill: activePill(user.active) }),
  }),
  muted: user => !user.active,
  empty: 'No user matches.',
});

/** Whether somebody works here, as a pill. */
export function activePill(isActive: boolean) {
  return isActive
    ? ({ text: 'Active', tone: 'success' } as const)
    : ({ text: 'Inactive', tone: 'neutral' } as const);
}

/** The knowledge base. */
export const knowledge = collection({
  ...LIST,
  path: '/knowledge',
  title: 'Knowledge',
  subtitle: 'Operator rules and desk procedures',
  caption: 'Articles',
  rows: () => ARTICLES,
  search: {
    by: 'text',
    label: 'Search',
    placeholder: 'Rule number or words',
    texts: article => [article.id, article.title, article.text],
  },
  columns: () => ({
    Article: article => linked(article.id, articles.href(article)),
    Title: article => article.title,
    Topic: article => article.topic,
    Severity: article => ({ pill: severityPill(article.severity) }),
  }),
  empty: 'No article matches.',
});

/** How grave it is to break a rule. */
export function severityPill(severity: 'critical' | 'standard') {
  return severity === 'critical'
    ? ({ text: 'Critical', tone: 'danger' } as const)
    : ({ text: 'Standard', tone: 'neutral' } as const);
}
