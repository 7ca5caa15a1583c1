import { drawBelow } from '../core/draw.ts';
import type { Days } from './days.ts';
import type { Ticket } from './desk-records.ts';
import { spanOf } from './moments.ts';

/** In a hundred tickets in work: those that were thought solved until the caller wrote again. */
const REOPENED = 40;
const AGAIN = [
  'It is back since this morning. Please look again.',
  'That helped for a day. Now it is as before.',
  'Sorry, it still happens.',
  'I did what you wrote; it is the same.',
  'Solved on the laptop, but not on the phone.',
];

/** A ticket in work as it is, or with what its caller wrote after the work note: it was opened again. */
export function asReopened(ticket: Ticket, days: Days, key: string): Ticket {
  const note = ticket.comments.at(-1);
  if (ticket.state !== 'In Progress' || !note || drawBelow(`${key}/again`, 100) >= REOPENED) return ticket;
  const atMs = days.officeTime(note.atMs + spanOf(`${key}/again`, [50, 1300]));
  if (atMs >= days.pastMs) return ticket;
  const text = AGAIN[drawBelow(`${key}/again/words`, AGAIN.length)] ?? '';
  return {
    ...ticket,
    comments: [...ticket.comments, { author: ticket.caller, atMs, kind: 'comment', text }],
  };
}

/** Whether a caller wrote again after somebody had worked on a ticket. */
export function isReopened({ caller, comments }: Ticket): boolean {
  const worked = comments.findIndex(({ kind }) => kind === 'work note');
  return (
    worked >= 0 && comments.slice(worked).some(({ author, kind }) => kind === 'comment' && author === caller)
  );
}
