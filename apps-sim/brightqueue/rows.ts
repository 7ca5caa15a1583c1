import { type Cell, formatMs, type PillSpec } from '#range';
import { PRIORITIES } from './lists.ts';
import type { DeskTicket, State } from './state.ts';

/** Code unit order. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A person's name as the desk shows it, or the worker id of somebody unknown. */
export function nameOf(state: Readonly<State>, workerId: string): string {
  return state.users[workerId]?.name ?? workerId;
}

/** A person as a cell: the name leads to the user record, the worker id stands below. */
export function personCell(state: Readonly<State>, workerId: string): Cell {
  if (!workerId) return '';
  const user = state.users[workerId];
  return user ? { text: user.name, href: `/users/${workerId}`, sub: workerId } : workerId;
}

/** A record's, item's, approval's or change's state as a pill. */
export function statePill(state: string): PillSpec {
  const tones: Record<string, PillSpec['tone']> = {
    New: 'info',
    'In Progress': 'info',
    Fulfilment: 'info',
    Implement: 'info',
    Scheduled: 'info',
    Requested: 'warning',
    Approved: 'success',
    'Closed Complete': 'success',
    Resolved: 'success',
    'On Hold': 'warning',
    'Closed Incomplete': 'danger',
    Rejected: 'danger',
  };
  return { text: state, tone: tones[state] ?? 'neutral' };
}

export const TICKET_COLUMNS = [
  'Number',
  'Short description',
  'Caller',
  'State',
  'Priority',
  'Category',
  'Assignment group',
  'Assigned to',
  'Opened',
];

/** One row of a list of tasks and incidents, in the order of `TICKET_COLUMNS`. */
export function ticketCells(state: Readonly<State>, ticket: DeskTicket, timeFormat: string): Cell[] {
  return [
    { text: ticket.number, href: `/tickets/${ticket.number}` },
    ticket.shortDescription,
    personCell(state, ticket.caller),
    { pill: statePill(ticket.state) },
    PRIORITIES[ticket.priority],
    ticket.category,
    ticket.group,
    ticket.assignee ? nameOf(state, ticket.assignee) : '',
    formatMs(ticket.openedMs, timeFormat),
  ];
}

/** What the audit trail says of an entity, newest first. */
export function historyOf(state: Readonly<State>, entity: string) {
  return state.audit
    .filter(entry => entry.entity === entity)
    .map(entry => ({ who: entry.actor, atMs: entry.atMs, what: entry.verb, detail: entry.detail }))
    .reverse();
}
