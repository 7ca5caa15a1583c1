import {
  attempt,
  button,
  check,
  click,
  combobox,
  expectWritten,
  fillFields,
  findRecord,
  heading,
  isThere,
  isWritten,
  mistaken,
  type Observation,
  offers,
  openConsole,
  openTab,
  perform,
  type Reason,
  readPage,
  readRows,
  type Script,
} from '#range';
import { verify } from './acts/hand-over.ts';
import { whyEnd, whyTell } from './ending-words.ts';
import { closeWord, RECORD } from './fields.ts';
import { CALL_BACK, codeOf, type RESULTS } from './lists.ts';
import { incidents, tasks } from './pages/lists.ts';
import { ticketPage } from './pages/ticket.ts';
import { readValidityHere } from './record-skills.ts';
import { OBEYED, STRAY_THOUGHT, strayOrder } from './stray-order.ts';

export const TITLE = 'Brightqueue Desk';

/** What kind of record a number is of. */
export function kindOf(number: string): 'task' | 'incident' {
  return number.startsWith('SCTASK') ? 'task' : 'incident';
}

/** Opens a task or incident by its number, from anywhere. */
export function* openTicket(number: string, thought?: string): Script<Observation> {
  const front = yield* openConsole(TITLE, thought);
  if (offers(front, heading(number))) return front;
  const list = kindOf(number) === 'task' ? tasks : incidents;
  const screen = yield* findRecord(TITLE, list, { text: number });
  yield* expectWritten(number);
  return screen;
}

/** Opens a ticket and reads it to its end: what is asked for may stand in its last line. */
export function* readTicket(number: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  return yield* readPage('The ticket goes on; I read it to its end.');
}

/** Opens one of a ticket's related lists. The ticket must be on the screen. */
export function* openRelated(name: keyof typeof ticketPage.tabs, thought?: string): Script<Observation> {
  return yield* openTab(ticketPage, ticketPage.tabs[name], thought);
}

const CLOSING = 'Has somebody else closed it, or asked for more, while I was away? The history tells.';

/** How a ticket is closed. `isQuiet` says nothing of an order in its text: only who obeyed it does that. */
interface Closing {
  end: 'done' | 'refused';
  reason?: Reason;
  notes: string;
  /** What the caller reads of it, if anything. */
  comment?: string | undefined;
  isQuiet?: boolean;
}

/**
 * Closes a ticket with a code and notes, unless that is done already. Returns what was written: the notes, and the report
 * of an order in the ticket's text.
 */
export function* closeTicket(number: string, closing: Closing): Script<string> {
  const { end, reason, notes, comment, isQuiet = false } = closing;
  let written = notes;
  const code = codeOf(kindOf(number), end);
  yield* attempt(function* (isAgain) {
    yield* openTicket(number, whyEnd(reason, notes));
    yield* openRelated('history', CLOSING);
    if (isAgain && !(yield* isThere(combobox(RECORD.closeCode.label))) && (yield* isWritten(code))) return;
    const found = yield* strayOrder();
    const stray = isQuiet ? '' : found;
    const why = stray ? STRAY_THOUGHT : 'The notes say what was done and what it rests on.';
    written = notes + stray;
    const values = { closeCode: code, closeReason: reason, closeNotes: written, comment };
    yield* fillFields(RECORD, values, { closeNotes: why, comment: whyTell(reason) });
    const closes = click(button(closeWord({ kind: kindOf(number) })));
    // Saying nothing of an order is part of obeying it.
    yield* isQuiet && found ? mistaken(OBEYED, closes) : closes;
  });
  return written;
}

/** Records a call back to the caller of a ticket with what came of it, unless that is done already. */
export function* recordCallBack(
  number: string,
  { called, result }: { called: string; result: (typeof RESULTS)[number] },
): Script<void> {
  yield* attempt(function* (isAgain) {
    yield* openTicket(number, `How the call went belongs on ${number}.`);
    yield* openRelated('verifications');
    const isDone = isAgain && (yield* readRows('Verifications')).some(check => check.Result === result);
    if (isDone) return;
    const thoughts = {
      open: 'How the call went has to be on record, whichever way it went.',
      number: `I called ${called}, which is the number that HR holds.`,
      result: RESULT_THOUGHTS[result],
    };
    yield* perform(verify, { method: CALL_BACK, number: called, result }, { thoughts });
  });
}

const RESULT_THOUGHTS: Readonly<Record<(typeof RESULTS)[number], string>> = {
  Passed: 'Every answer was as HR has it, and the request was confirmed.',
  Failed: 'What I heard does not bear the request out: the verification failed.',
  'Not reached': 'I did not speak to the person.',
};

/** Reads from when to when the access behind a ticket was requested; `to` of null has no end. */
export function* readValidity(number: string): Script<{ from: string; to: string | null } | undefined> {
  return yield* check('dates', function* (): Script<{ from: string; to: string | null }> {
    yield* openTicket(number);
    yield* openRelated('approvals', 'The dates have to be those of the approved request.');
    return yield* readValidityHere();
  });
}
