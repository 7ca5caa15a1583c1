import { drawFields, type Given, plainForm, type Widget, wordFor } from '#range';
import { tickets } from '../entities.ts';
import { CLOSED_RECORD, closeWord, RECORD } from '../fields.ts';
import { CLOSE_CODES, isClosed, OPEN_STATES, QUEUES } from '../lists.ts';
import { type DeskTicket, nameOf, type State } from '../state.ts';
import { refusalOf, versionOf } from '../tickets.ts';

/** The word on the button that saves the record form. */
export const UPDATE = 'Update';

/** The form of the record; after a refused save, as it was sent, with what is wrong. */
export function recordForm(ticket: DeskTicket, given: Given<State>): Widget {
  const update = { label: UPDATE, name: 'act', value: 'update', style: 'primary' } as const;
  const close = { label: closeWord(ticket), name: 'act', value: 'close', style: 'secondary' } as const;
  const [fields, buttons] = isClosed(ticket)
    ? [closedFields(ticket, given), [update]]
    : [openFields(ticket, given), [update, close]];
  return plainForm({
    id: 'record',
    method: 'post',
    action: tickets.href(ticket),
    columns: 2,
    legend: ticket.kind === 'task' ? 'Work on this task' : 'Work on this incident',
    fields,
    buttons,
  });
}

/** What was sent stays in the fields, over what the record says now. */
function tried(ticket: DeskTicket, { state, request }: Given<State>, now: Record<string, string>) {
  const { dayFormat } = request.skin;
  const refusal = request.method === 'POST' ? refusalOf(state, ticket, request) : undefined;
  return refusal
    ? { dayFormat, typed: { ...now, ...request.form }, problems: refusal.problems }
    : { dayFormat };
}

function closedFields(ticket: DeskTicket, given: Given<State>) {
  const { state, group, closeCode, closeReason, closeNotes } = ticket;
  const shownCode = closeCode && wordFor(closeCode);
  const now = { shownState: wordFor(state), shownGroup: group, shownCode, shownReason: closeReason };
  const all = { ...now, shownNotes: closeNotes };
  const fills = Object.entries(all).map(([name, value]) => [name, { value, readonly: true }]);
  return drawFields(CLOSED_RECORD, { fills: Object.fromEntries(fills), ...tried(ticket, given, all) });
}

function openFields(ticket: DeskTicket, given: Given<State>) {
  const { kind, holdReason, group, assignee, state } = ticket;
  const version = String(versionOf(given.state, ticket.number));
  const fills = {
    version: { value: version },
    state: { value: state, options: state === 'Resolved' ? [...OPEN_STATES, state] : OPEN_STATES },
    holdReason: { value: holdReason },
    group: { value: group, options: [...new Set([...QUEUES, group])].sort() },
    assignee: { value: assignee, options: agentsOf(given.state, group) },
    closeCode: { options: CLOSE_CODES[kind] },
  };
  return drawFields(RECORD, {
    fills,
    ...tried(ticket, given, { version, state, holdReason, group, assignee }),
  });
}

/** Who works in a group, as far as its records show. */
function agentsOf(state: Readonly<State>, group: string) {
  const agents = Object.values(state.tickets)
    .filter(ticket => ticket.group === group && ticket.assignee !== '')
    .map(ticket => ticket.assignee);
  return [...new Set(agents)].sort().map(id => ({ value: id, label: `${nameOf(state, id)} (${id})` }));
}
