import {
  type App,
  type AppRequest,
  defineApp,
  type NavItem,
  notFound,
  type Reply,
  redirect,
  type Skin,
  skinsOf,
} from '#range';
import { reassignPage, verifyPage } from './act-pages.ts';
import { attachmentPage } from './attachments.ts';
import {
  approvalsPage,
  changesPage,
  knowledgePage,
  myWorkPage,
  ticketsPage,
  usersPage,
} from './list-pages.ts';
import {
  accessRequestPage,
  articlePage,
  changePage,
  freezePage,
  itemPage,
  userPage,
} from './record-pages.ts';
import { type DeskTicket, init, type State } from './state.ts';
import type { Tried } from './ticket-form.ts';
import { ticketPage, triedWith } from './ticket-page.ts';
import { assignToOperator, type Result, reassign, saveRecord, verifyCaller } from './tickets.ts';
import { words } from './words.ts';

const HOME: Skin = {
  name: 'home',
  kit: 'lightning',
  theme: 'light',
  density: 'roomy',
  nav: 'side',
  vocabulary: 0,
  pageSize: 15,
  columnShift: 0,
  choices: 'select',
  dayFormat: 'YYYY-MM-DD',
  timeFormat: 'YYYY-MM-DD HH:mm:ss',
};

const NAV = [
  { label: 'My work', href: '/my-work', icon: 'inbox', also: [] },
  { label: 'Tasks', href: '/tasks', icon: 'task', also: ['/items'] },
  { label: 'Incidents', href: '/incidents', icon: 'incident', also: [] },
  { label: 'Approvals', href: '/approvals', icon: 'approval', also: ['/access-requests'] },
  { label: 'Changes', href: '/changes', icon: 'change', also: [] },
  { label: 'Freeze calendar', href: '/freeze-calendar', icon: 'freeze', also: [] },
  { label: 'Knowledge', href: '/knowledge', icon: 'knowledge', also: [] },
  { label: 'Users', href: '/users', icon: 'users', also: [] },
];

function nav(state: Readonly<State>, request: AppRequest): NavItem[] {
  const { path } = request;
  const number = /^\/tickets\/([^/]+)/.exec(path)?.[1] ?? '';
  const kind = state.tickets[number]?.kind;
  const at = kind ? (kind === 'task' ? '/tasks' : '/incidents') : path;
  return NAV.map(({ also, ...item }) => ({
    ...item,
    current: [item.href, ...also].some(start => at === start || at.startsWith(`${start}/`)),
  }));
}

/** A POST on one ticket: its transition, then the record, or the page of the form again. */
function onTicket(
  act: (draft: State, ticket: DeskTicket, request: AppRequest) => Result,
  formPage: (state: Readonly<State>, request: AppRequest, tried: Tried) => Reply,
  tab = '',
): (draft: State, request: AppRequest) => Reply {
  return (draft, request) => {
    const ticket = draft.tickets[request.params.number ?? ''];
    if (!ticket) return notFound(request.path);
    const result = act(draft, ticket, request);
    if (!result.done) return formPage(draft, request, triedWith(request, result));
    return redirect(`/tickets/${ticket.number}${tab}`, result.notice);
  };
}

function assign(draft: State, request: AppRequest): Reply {
  const ticket = draft.tickets[request.params.number ?? ''];
  if (!ticket) return notFound(request.path);
  const text = assignToOperator(draft, ticket, request)
    ? `${ticket.number} is assigned to you.`
    : 'Nothing was changed.';
  return redirect(`/tickets/${ticket.number}`, { tone: 'success', text });
}

function assignSelected(draft: State, request: AppRequest): Reply {
  const back = request.form.back ?? '/tasks';
  const to = /^\/(tasks|incidents)(\?|$)/.test(back) ? back : '/tasks';
  const tickets = (request.lists.number ?? []).flatMap(number => draft.tickets[number] ?? []);
  if (tickets.length === 0) return redirect(to, { tone: 'warning', text: 'No record is selected.' });
  const count = tickets.filter(ticket => assignToOperator(draft, ticket, request)).length;
  return redirect(to, { tone: 'success', text: `Assigned to you: ${count} of ${tickets.length} selected.` });
}

/** The service desk: tasks, incidents, requested items with their approvals, changes, and the rule book. */
const app: App<State> = defineApp<State>({
  name: 'brightqueue',
  title: 'Brightqueue Desk',
  kind: 'desk',
  summary: 'IT service desk: tasks and incidents, approvals, caller verification, changes and knowledge.',
  host: 'desk',
  home: '/my-work',
  views: new URL('views/', import.meta.url),
  kit: 'lightning',
  words,
  skins: skinsOf(
    HOME,
    { name: 'night', theme: 'dark', density: 'dense', pageSize: 20 },
    {
      name: 'classic',
      nav: 'top',
      vocabulary: 1,
      timeFormat: 'DD.MM.YYYY HH:mm:ss',
      dayFormat: 'DD.MM.YYYY',
    },
    { name: 'rotated', columnShift: 2, choices: 'radios', pageSize: 8 },
    {
      name: 'ledger',
      nav: 'top',
      theme: 'dark',
      columnShift: 4,
      vocabulary: 1,
      choices: 'radios',
      pageSize: 12,
    },
  ),
  recordPaths: {
    ticket: { label: 'Ticket', path: '/tickets/' },
    request: { label: 'Request', path: '/access-requests/' },
  },
  init,
  nav,
  routes: {
    'GET /': () => redirect('/my-work'),
    'GET /my-work': myWorkPage,
    'GET /tasks': ticketsPage('task'),
    'GET /incidents': ticketsPage('incident'),
    'POST /assign': assignSelected,
    'GET /tickets/:number': (state, request) => ticketPage(state, request),
    'POST /tickets/:number': onTicket(saveRecord, ticketPage),
    'POST /tickets/:number/assign': assign,
    'GET /tickets/:number/reassign': (state, request) => reassignPage(state, request),
    'POST /tickets/:number/reassign': onTicket(reassign, reassignPage),
    'GET /tickets/:number/verify': (state, request) => verifyPage(state, request),
    'POST /tickets/:number/verify': onTicket(verifyCaller, verifyPage, '?tab=Verifications'),
    'GET /tickets/:number/attachments/:file': attachmentPage,
    'GET /items/:number': itemPage,
    'GET /approvals': approvalsPage,
    'GET /access-requests/:id': accessRequestPage,
    'GET /changes': changesPage,
    'GET /changes/:number': changePage,
    'GET /freeze-calendar': freezePage,
    'GET /knowledge': knowledgePage,
    'GET /knowledge/:id': articlePage,
    'GET /users': usersPage,
    'GET /users/:id': userPage,
  },
});

export default app;
