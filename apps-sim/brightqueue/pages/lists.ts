import { by, type Given, plainForm, stats, type Widget, lowWordFor } from '#range';
import { ARTICLES } from '../articles.ts';
import { changes, collection, LISTS, requests, single, tickets, users } from '../entities.ts';
import { CATEGORIES, CLOSE_CODES, isClosed, OPEN_STATES, QUEUES } from '../lists.ts';
import { ofApproval, ofArticle, ofChange, ofTicket, ofUser, TICKET_COLUMNS } from '../rows.ts';
import { approvalsOf, type DeskTicket, nameOf, type State } from '../state.ts';

/** How all lists of the desk look: what is searched for may stand anywhere in one of the texts. */
const LIST = { clear: '', isOneCard: true } as const;
const SEARCH = { by: 'text', label: 'Search' } as const;
const CHOICE = { kind: 'choice', asSelect: true } as const;

const MINE = 'Assigned to me';

/** What lies on the operator's desk: own records, and those of the group. */
export const myWork = single({
  path: '/my-work',
  title: 'My work',
  page: given => {
    const { operator, query } = given.request;
    const open = tickets.all(given.state, one => !isClosed(one) && one.state !== 'Resolved');
    const mine = open.filter(({ assignee }) => assignee === operator.workerId);
    const ofGroup = open.filter(({ group }) => group === operator.group);
    const isGroup = query.of !== 'me' && (query.of === 'group' || mine.length === 0);
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
      body: ofTicket.list(given, {
        caption: isGroup ? 'Open in my group' : 'Open and assigned to me',
        shows: TICKET_COLUMNS,
        empty: 'Nothing is open here.',
        rows: (isGroup ? ofGroup : mine).sort(by(ticket => ticket.priority)),
        paged: true,
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

/** What is done to the ticked records of a list. */
export const ASSIGN_SELECTED = 'Assign selected to me';

/** A list of tasks or incidents with its filters as breadcrumbs. */
function ticketList(kind: DeskTicket['kind']) {
  const { path } = LISTS[kind];
  const words = { state: 'State', group: 'Assignment group', category: 'Category' };
  const states = [...OPEN_STATES, 'Resolved', ...(kind === 'task' ? CLOSE_CODES.task : ['Closed'])];
  return collection({
    ...LISTS[kind],
    ...LIST,
    rows: ({ state }) => tickets.all(state, ticket => ticket.kind === kind).reverse(),
    search: {
      ...SEARCH,
      placeholder: 'Number, text or caller',
      texts: (t, { state }) => [t.number, t.shortDescription, t.caller, nameOf(state, t.caller), t.item],
    },
    filters: {
      state: { ...CHOICE, label: words.state, options: states, of: ticket => ticket.state },
      group: { ...CHOICE, label: words.group, options: QUEUES, of: ticket => ticket.group },
      category: { ...CHOICE, label: words.category, options: CATEGORIES, of: ticket => ticket.category },
    },
    above: given => filterCrumbs(path, { q: 'Text contains', ...words }, given),
    columns: given => ({
      Select: ({ number }) => ({
        checkbox: { name: 'number', value: number, label: `Select ${number}`, form: 'selection' },
      }),
      ...ofTicket.columns(given, TICKET_COLUMNS),
    }),
    muted: ticket => isClosed(ticket),
    empty: 'No records match these filters.',
    below: ({ request: { query } }) =>
      plainForm({
        id: 'selection',
        method: 'post',
        action: '/assign',
        inline: true,
        fields: [
          { kind: 'hidden', name: 'back', label: 'back', value: `${path}?${new URLSearchParams(query)}` },
        ],
        buttons: [{ label: ASSIGN_SELECTED, style: 'secondary' }],
      }),
  });
}
export const tasks = ticketList('task');
export const incidents = ticketList('incident');

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
  ...LISTS.approvals,
  ...LIST,
  subtitle: `Decisions on ${lowWordFor('Access requests')}`,
  rows: ({ state, request: { nowMs } }) =>
    requests
      .all(state)
      .reverse()
      .flatMap(({ id }) => approvalsOf(state, id, nowMs)),
  search: {
    ...SEARCH,
    placeholder: 'Request, item or person',
    texts: ({ request, approver }, { state }) => {
      const of = state.requests[request];
      const people = [approver, of?.beneficiary ?? ''];
      return [request, of?.entitlement ?? '', ...people, ...people.map(id => nameOf(state, id))];
    },
  },
  filters: {
    state: {
      ...CHOICE,
      label: 'State',
      options: ['Requested', 'Approved', 'Rejected', 'Withdrawn'],
      of: approval => approval.state,
    },
  },
  columns: given =>
    ofApproval.columns(
      given,
      'Access request, Requested access, Beneficiary, Step, Approver, State, Decided',
    ),
  empty: 'No approvals match.',
});

/** Change records, newest window first. */
export const changeList = collection({
  ...LISTS.changes,
  ...LIST,
  rows: ({ state }) => changes.all(state).sort(by(change => -change.fromMs)),
  search: {
    ...SEARCH,
    placeholder: 'Number, text or state',
    texts: change => [change.number, change.summary, change.type, change.state],
  },
  columns: given => ofChange.columns(given, 'Number, Summary, Type, State, Window from, Window to'),
  empty: 'No changes match.',
});

/** User records. */
export const userList = collection({
  ...LISTS.users,
  ...LIST,
  of: users,
  search: {
    ...SEARCH,
    placeholder: 'Worker id, name, mail or department',
    texts: user => [user.workerId, user.name, user.mail, user.department],
  },
  columns: given => ofUser.columns(given, 'Worker id, Name, Mail, Title, Department, Location, Active'),
  muted: user => !user.active,
  empty: 'No user matches.',
});

/** The knowledge base. */
export const knowledge = collection({
  ...LISTS.knowledge,
  ...LIST,
  subtitle: 'Operator rules and desk procedures',
  caption: 'Articles',
  rows: () => ARTICLES,
  search: {
    ...SEARCH,
    placeholder: 'Rule number or words',
    texts: article => [article.id, article.title, article.text],
  },
  columns: given => ofArticle.columns(given, 'Article, Article title, Topic, Severity'),
  empty: 'No article matches.',
});
