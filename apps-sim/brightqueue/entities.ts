import { shapes } from '#range';
import { ARTICLES, type Article } from './articles.ts';
import type { DeskChange, DeskItem, DeskRequest, DeskTicket, DeskUser, State } from './state.ts';

export const { act, collection, entity, record, single } = shapes<State>();

/** The desk's kinds of record: where each has its page, and what audit lines call it. */
export const tickets = entity({
  name: 'tickets',
  path: '/tickets/:number',
  key: (ticket: DeskTicket) => ticket.number,
  subject: ticket => ticket.caller,
});
export const items = entity({
  name: 'items',
  path: '/items/:number',
  key: (item: DeskItem) => item.number,
  subject: item => item.requestedFor,
});
export const requests = entity({
  name: 'requests',
  path: '/access-requests/:id',
  key: (request: DeskRequest) => request.id,
  subject: request => request.beneficiary,
});
export const changes = entity({
  name: 'changes',
  path: '/changes/:number',
  key: (change: DeskChange) => change.number,
});
export const users = entity({
  name: 'users',
  path: '/users/:id',
  key: (user: DeskUser) => user.workerId,
  subject: user => user.workerId,
});
export const articles = entity({
  name: 'articles',
  path: '/knowledge/:id',
  key: (article: Article) => article.id,
  load: (_state, { id }) => ARTICLES.find(article => article.id === id),
});
