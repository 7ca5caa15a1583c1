import { formatMs } from '#range';
import { tickets } from './entities.ts';
import { type DeskTicket, nameOf, type State } from './state.ts';

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

/** Where a file of a record is shown. */
export function attachmentHref(ticket: DeskTicket, { name }: Attachment): string {
  return tickets.href(ticket, `/attachments/${encodeURIComponent(name)}`);
}
