import { type Change, shapes } from '#range';
import type { Article } from './article.ts';
import { ARTICLES } from './articles.ts';
import type { DeskItem, DeskRequest, DeskTicket, DeskUser, State } from './state.ts';

export const { act, attributes, collection, entity, record, single } = shapes<State>();

/** The lists of the desk; each record stands in one. */
export const LISTS = {
  task: { title: 'Tasks', path: '/tasks' },
  incident: { title: 'Incidents', path: '/incidents' },
  approvals: { title: 'Approvals', path: '/approvals' },
  changes: { title: 'Changes', path: '/changes' },
  knowledge: { title: 'Knowledge', path: '/knowledge' },
  users: { title: 'Users', path: '/users' },
} as const;

/** The desk's kinds of record: where each has its page, and what audit lines call it. */
export const tickets = entity({
  name: 'tickets',
  path: '/tickets/:number',
  key: (ticket: DeskTicket) => ticket.number,
  subject: ticket => ticket.caller,
  in: ({ kind }) => LISTS[kind],
});
export const items = entity({
  name: 'items',
  path: '/items/:number',
  key: (item: DeskItem) => item.number,
  in: LISTS.task,
});
export const requests = entity({
  name: 'requests',
  path: '/access-requests/:id',
  key: (request: DeskRequest) => request.id,
  in: LISTS.approvals,
});
export const changes = entity({
  name: 'changes',
  path: '/changes/:number',
  key: (change: Change) => change.number,
  in: LISTS.changes,
});
export const users = entity({
  name: 'users',
  path: '/users/:id',
  key: (user: DeskUser) => user.workerId,
  title: user => user.name,
  in: LISTS.users,
});
export const articles = entity({
  name: 'articles',
  path: '/knowledge/:id',
  key: (article: Article) => article.id,
  load: (_state, { id }) => ARTICLES.find(article => article.id === id),
  in: LISTS.knowledge,
});
