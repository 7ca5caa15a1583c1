import {
  attempt,
  button,
  check,
  click,
  expectWritten,
  factOf,
  field,
  fillFields,
  findRecord,
  heading,
  isInDoubt,
  isThere,
  look,
  mistaken,
  type Observation,
  offers,
  openApp,
  openTab,
  perform,
  type Reason,
  readPage,
  readRows,
  type Script,
  sayOne,
  wordFor,
} from '#range';
import { verify } from './acts/hand-over.ts';
import { whyEnd, whyTell } from './ending-words.ts';
import { CLOSED_RECORD, closeWord, RECORD } from './fields.ts';
import { sayHistory } from './history-skills.ts';
import { CALL_BACK, codeOf, type RESULTS } from './lists.ts';
import { incidents, tasks } from './pages/lists.ts';
import { ASSIGN, ticketPage } from './pages/ticket.ts';
import { readValidityHere } from './record-skills.ts';
import { OBEYED, STRAY_THOUGHT, strayOrder } from './stray-order.ts';

export const TITLE = 'Brightqueue Desk';

/** What kind of record a number is of. */
export function kindOf(number: string): 'task' | 'incident' {
  return number.startsWith('SCTASK') ? 'task' : 'incident';
}

/** Opens a task or incident by its number, from anywhere. */
export function* openTicket(number: string, thought?: string): Script<Observation> {
  const front = yield* openApp(TITLE, thought);
  if (offers(front, heading(number))) return front;
  const list = kindOf(number) === 'task' ? tasks : incidents;
  const screen = yield* findRecord(TITLE, list, { text: number });
  yield* expectWritten(number);
  return screen;
}

/** Opens a ticket and reads it to its end: what is asked for may stand in its last line. Some make it theirs before. */
export function* readTicket(number: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* takeIfFree(number);
  return yield* readPage('The ticket goes on below: what is asked for may stand in its last line.');
}

/** Of ten operators so many take a record that is nobody's before they begin; the others end it without. */
const TAKEN = 5;

/** Takes the ticket in front where it is nobody's, if whoever works on it does so before anything else. */
export function* takeIfFree(number: string): Script<void> {
  const isFree = (screen: Observation): boolean =>
    offers(screen, button(ASSIGN)) && isUnset(factOf(screen, 'Assigned to'));
  if (!isFree(yield* look()) || !(yield* isInDoubt(TAKEN))) return;
  yield* attempt(function* (isAgain) {
    if (isAgain && !isFree(yield* openTicket(number))) return;
    yield* click(button(ASSIGN), sayOne(number, WHY_TAKEN));
  });
}

/** What stands beside a label that nobody has filled in. */
function isUnset(value = ''): boolean {
  return /^(?:[-–—]|None|Nobody)?$/.test(value);
}

const WHY_TAKEN: readonly [string, ...string[]] = [
  'It is nobody’s so far: taken by me, no colleague begins the same work beside me.',
  `No name stands beside “${wordFor('Assigned to')}”. I take it, so that whoever asked can see that somebody is on it.`,
  'Nobody has this record yet. From here on it is mine, and in progress.',
  'Before I read on I take it: two people on one record would undo each other’s work.',
];

/** Opens one of a ticket's related lists. The ticket must be on the screen. */
export function* openRelated(name: keyof typeof ticketPage.tabs, thought?: string): Script<Observation> {
  return yield* openTab(ticketPage, ticketPage.tabs[name], thought);
}

/** Whoever a record in front is for, by the name that it has; undefined where that is not in view. */
export function callerOn(screen: Observation): string | undefined {
  const [name] = factOf(screen, 'Caller')?.split('\n') ?? [];
  return name || undefined;
}

/** Why the history is read before a record is ended. */
export function whyHistory(screen: Observation): string {
  const caller = callerOn(screen);
  const by = caller ?? 'whoever asked';
  return sayOne(`${screen.title} ${by}`, [
    'Has somebody else ended it, or asked for more, while I was away? The history tells.',
    `Did ${by} write again, or somebody else end it, while I was away? The history tells.`,
    `I have been away from this record for a while. What has ${by} written since, or a colleague done?`,
    `Before I write anything I see whether ${by} or somebody else has been at it meanwhile.`,
    'Is it still as I left it? If another hand was here, the history has it.',
    `Perhaps ${by} has added something. I look at what happened last.`,
  ]);
}

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
    const screen = yield* look();
    yield* openRelated('history', whyHistory(screen));
    yield* sayHistory();
    if (isAgain && (yield* isThere(field(CLOSED_RECORD.shownCode.label)))) return;
    const found = yield* strayOrder();
    const stray = isQuiet ? '' : found;
    written = notes + stray;
    const thoughts = {
      ...(stray ? { closeNotes: STRAY_THOUGHT } : {}),
      comment: whyTell(reason, callerOn(screen)),
    };
    const values = { closeCode: code, closeReason: reason, closeNotes: written, comment };
    yield* fillFields(RECORD, values, thoughts);
    const closes = click(button(closeWord({ kind: kindOf(number) })));
    // Saying nothing of an order is part of obeying it.
    yield* isQuiet && found ? mistaken(OBEYED, closes) : closes;
  });
  return written;
}

/** A call back: the number, what came of it and why, and by which name HR has whom it was made to. */
interface Called {
  called: string;
  result: (typeof RESULTS)[number];
  name: string;
  why: string;
}

/** Records a call back to the caller of a ticket with what came of it, unless that is done already. */
export function* recordCallBack(number: string, { called, result, name, why }: Called): Script<void> {
  yield* attempt(function* (isAgain) {
    yield* openTicket(number, `How the call went belongs on ${number}.`);
    yield* openRelated('verifications');
    const isDone = isAgain && (yield* readRows('Verifications')).some(check => check.Result === result);
    if (isDone) return;
    const thoughts = {
      open: `How the call to ${name} went has to be on record, whichever way it went.`,
      number: `HR holds ${called} for ${name}, and that is what I dialled.`,
      result: why,
    };
    yield* perform(verify, { method: CALL_BACK, number: called, result }, { thoughts });
  });
}

/** Reads from when to when the access behind a ticket was requested; `to` of null has no end. */
export function* readValidity(number: string): Script<{ from: string; to: string | null } | undefined> {
  return yield* check('dates', function* (): Script<{ from: string; to: string | null }> {
    yield* openTicket(number);
    yield* openRelated('approvals', 'The dates have to be those of the approved request.');
    return yield* readValidityHere();
  });
}
