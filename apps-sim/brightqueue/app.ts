import { dates, defineApp, navigation, place, redirect, type StatedApp, skinsOf } from '#range';
import { reassign, verify } from './acts/hand-over.ts';
import { LISTS, tickets } from './entities.ts';
import { approvals, changeList, incidents, knowledge, myWork, tasks, userList } from './pages/lists.ts';
import { articlePage, changePage, freezeCalendar, itemPage, requestPage, userPage } from './pages/records.ts';
import { assignSelected, assignTicket, filePage, saveTicket, ticketPage } from './pages/ticket.ts';
import { evidence } from './evidence.ts';
import { init, type State } from './state.ts';
import { alarms, keeps } from './wanted.ts';
import { words } from './words.ts';

const PLACES = [
  place(myWork, 'inbox'),
  place(tasks, 'task', '/items'),
  place(incidents, 'incident'),
  place(approvals, 'approval', '/access-requests'),
  place(changeList, 'change'),
  place(freezeCalendar, 'freeze'),
  place(knowledge, 'knowledge'),
  place(userList, 'users'),
];
const placesOf = navigation(...PLACES);

/** The service desk: tasks, incidents, requested items with their approvals, changes, and the rule book. */
const app: StatedApp<State> = defineApp<State>({
  name: 'brightqueue',
  title: 'Brightqueue Desk',
  kind: 'desk',
  brand: { icon: 'apps', colour: '#16325c', accent: '#ffb75d' },
  summary: 'IT service desk: tasks and incidents, approvals, caller verification, changes and knowledge.',
  host: 'desk',
  home: '/my-work',
  words,
  skins: skinsOf(
    { name: 'home', ...dates('YYYY-MM-DD', 'HH:mm:ss', ' ') },
    { name: 'night', theme: 'dark', density: 'dense', pageSize: 20 },
    { name: 'classic', nav: 'top', vocabulary: 1, ...dates('DD.MM.YYYY', 'HH:mm:ss', ' ') },
    { name: 'rotated', vocabulary: 2, columnShift: 2, choices: 'radios', pageSize: 8 },
    { name: 'bench', vocabulary: 3, density: 'dense', ...dates('MMM D, YYYY', 'h:mm:ss A') },
    {
      name: 'ledger',
      nav: 'top',
      theme: 'dark',
      columnShift: 4,
      vocabulary: 4,
      choices: 'radios',
      pageSize: 12,
    },
  ),
  evidence,
  keeps,
  alarms,
  buttons: { lookUp: ['Search', 'Apply filters'], save: ['Update'] },
  recordPaths: {
    ticket: { label: 'Ticket', path: '/tickets/' },
    request: { label: 'Request', path: '/access-requests/' },
  },
  init,
  // A record stands in the list of its kind.
  nav: (state, request) => {
    const number = /^\/tickets\/([^/]+)/.exec(request.path)?.[1] ?? '';
    const ticket = tickets.load(state, { number });
    return placesOf(state, ticket ? { ...request, path: LISTS[ticket.kind].path } : request);
  },
  places: PLACES,
  pages: [ticketPage, verify, reassign, itemPage, requestPage, changePage, articlePage, userPage],
  routes: {
    'GET /': () => redirect(myWork.path),
    'POST /assign': assignSelected,
    'POST /tickets/:number': saveTicket,
    'POST /tickets/:number/assign': assignTicket,
    'GET /tickets/:number/attachments/:file': filePage,
  },
});

export default app;
