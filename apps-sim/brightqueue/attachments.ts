import { type AppRequest, formatMs, notFound, type Reply, view } from '#range';
import { nameOf } from './rows.ts';
import type { DeskTicket, State } from './state.ts';

/** A file on a record: the request form of an item, or the message that opened the record. */
export interface Attachment {
  name: string;
  kind: 'Request form' | 'Message';
  text: string;
}

/** The files of a record. */
export function attachmentsOf(state: Readonly<State>, ticket: DeskTicket): Attachment[] {
  const found: Attachment[] = [];
  const item = state.items[ticket.item];
  if (item) {
    const lines = item.variables.map(({ label, value }) => `${label}: ${value}`);
    const head = [
      `Item: ${item.name}`,
      `Requested for: ${nameOf(state, item.requestedFor)} (${item.requestedFor})`,
    ];
    const name = `${item.number}-request-form.txt`;
    found.push({ name, kind: 'Request form', text: [...head, ...lines].join('\n') });
  }
  if (ticket.channel === 'Mail') {
    const sender = state.users[ticket.openedBy];
    const head = [
      `From: ${sender ? `${sender.name} <${sender.mail}>` : ticket.openedBy}`,
      `To: ${ticket.group}`,
      `Date: ${formatMs(ticket.openedMs, 'YYYY-MM-DD HH:mm:ss')}`,
      `Subject: ${ticket.shortDescription}`,
    ];
    found.push({
      name: `${ticket.number}-message.txt`,
      kind: 'Message',
      text: [...head, '', ticket.description].join('\n'),
    });
  }
  return found;
}

/** The viewer of one file. */
export function attachmentPage(state: Readonly<State>, request: AppRequest): Reply {
  const ticket = state.tickets[request.params.number ?? ''];
  const file = ticket && attachmentsOf(state, ticket).find(({ name }) => name === request.params.file);
  if (!ticket || !file) return notFound(request.path);
  return view('attachment', { title: file.name, ticket, file, opener: nameOf(state, ticket.openedBy) });
}
