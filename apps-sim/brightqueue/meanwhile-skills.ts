import { button, click, fillFields, isThere, type Script } from '#range';
import { RECORD } from './fields.ts';
import { ASSIGN } from './pages/ticket.ts';
import { UPDATE } from './acts/save-record.ts';
import { openTicket } from './ticket-skills.ts';

/** What one may do on a ticket while the work goes on. */

/** Writes a note for the colleagues, or a comment that whoever asked reads. */
export function* write(
  number: string,
  said: { workNote: string } | { comment: string },
  thought?: string,
): Script<void> {
  yield* openTicket(number, thought);
  yield* fillFields(RECORD, said);
  yield* click(button(UPDATE));
}

/** Takes a ticket, where somebody else has it or nobody. */
export function* take(number: string, thought?: string): Script<boolean> {
  yield* openTicket(number);
  const isFree = yield* isThere(button(ASSIGN));
  if (isFree) yield* click(button(ASSIGN), thought);
  return isFree;
}
