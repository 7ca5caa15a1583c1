import { type Cell, type Given, linked, type PillSpec, timeline, type Widget } from '#range';
import { tickets, users } from './entities.ts';
import { PRIORITIES } from './lists.ts';
import {
  approvalsOf,
  type DeskApproval,
  type DeskItem,
  type DeskTicket,
  nameOf,
  type State,
} from './state.ts';

/** A person as a cell: the name leads to the user record, the worker id stands below. */
export function personCell(state: Readonly<State>, workerId: string): Cell {
  const user = state.users[workerId];
  return user ? linked(user.name, users.href(user), workerId) : workerId;
}

const TONES: Record<string, PillSpec['tone']> = {
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

/** A record's, item's, approval's or change's state as a pill. */
export function statePill(state: string): PillSpec {
  return { text: state, tone: TONES[state] ?? 'neutral' };
}

/** What lists of tasks and incidents show of each. */
export function ticketColumns({ state }: Given<State>) {
  return {
    Number: (ticket: DeskTicket): Cell => linked(ticket.number, tickets.href(ticket)),
    'Short description': (ticket: DeskTicket): Cell => ticket.shortDescription,
    Caller: (ticket: DeskTicket): Cell => personCell(state, ticket.caller),
    State: (ticket: DeskTicket): Cell => ({ pill: statePill(ticket.state) }),
    Priority: (ticket: DeskTicket): Cell => PRIORITIES[ticket.priority],
    Category: (ticket: DeskTicket): Cell => ticket.category,
    'Assignment group': (ticket: DeskTicket): Cell => ticket.group,
    'Assigned to': (ticket: DeskTicket): Cell => nameOf(state, ticket.assignee),
    Opened: (ticket: DeskTicket): Cell => ({ time: ticket.openedMs }),
  };
}

/** The steps of an access request and who decided them. */
export function approvalList({ state, day }: Given<State>, request: string) {
  return {
    caption: 'Approvals',
    rows: approvalsOf(state, request),
    empty: 'No approvals are recorded.',
    columns: {
      Step: ({ order, step }: DeskApproval): Cell => `${order}. ${step}`,
      Approver: ({ approver }: DeskApproval): Cell => personCell(state, approver),
      State: (approval: DeskApproval): Cell => ({ pill: statePill(approval.state) }),
      Decided: ({ decidedMs }: DeskApproval): Cell => ({ time: decidedMs, none: '' }),
      Delegation: ({ onBehalfOf, delegationEnds }: DeskApproval): Cell =>
        onBehalfOf && {
          text: `for ${nameOf(state, onBehalfOf)}`,
          sub: `${onBehalfOf}, delegation ends ${day(delegationEnds, 'never')}`,
        },
      Comment: ({ comment }: DeskApproval): Cell => comment,
    },
  };
}

/** What was asked when an item was ordered. */
export function variableList(item: DeskItem | undefined) {
  return {
    caption: 'Variables',
    rows: item?.variables ?? [],
    empty: 'This item has no variables.',
    columns: {
      Question: ({ label }: DeskItem['variables'][number]): Cell => label,
      Answer: ({ value }: DeskItem['variables'][number]): Cell => value,
    },
  };
}

/** What the audit trail says of an entity, newest first. */
export function history(state: Readonly<State>, entity: string, opened: readonly Line[] = []): Widget {
  const lines = state.audit
    .filter(entry => entry.entity === entity)
    .map(({ actor, atMs, verb, detail }) => ({ who: actor, when: { time: atMs }, what: verb, detail }))
    .reverse();
  return timeline([...lines, ...opened], { empty: 'Nothing has changed since the item was ordered.' });
}
type Line = { who: string; when: { time: number }; what: string; detail: string };
