import {
  attempt,
  button,
  check,
  choose,
  click,
  combobox,
  expectScreen,
  factOf,
  field,
  fill,
  heading,
  inside,
  link,
  mistaken,
  type Observation,
  offers,
  openConsole,
  press,
  type Reason,
  readDay,
  rowsOf,
  type Script,
  searchbox,
  shows,
  tab,
  todayOn,
} from '#range';
import { OBEYED, STRAY_THOUGHT, strayOrder } from './stray-order.ts';
import { queueFor } from './wanted.ts';

const TITLE = 'Brightqueue Desk';

/** Opens a task or incident by its number, from anywhere. */
export function* openTicket(number: string, thought?: string): Script<Observation> {
  const isTask = number.startsWith('SCTASK');
  const front = yield* openConsole(TITLE, thought);
  if (offers(front, heading(number))) return front;
  yield* click(inside(link(isTask ? 'Tasks' : 'Incidents'), { role: 'navigation', name: 'Main' }));
  yield* fill(searchbox('Search'), number, `I search by the number ${number}.`);
  yield* press('enter');
  const screen = yield* click(link(number));
  expectScreen(screen, number);
  return screen;
}

/** Opens one of a ticket's related lists. The ticket must be on the screen. */
export function* openRelated(name: string, thought?: string): Script<Observation> {
  return yield* click(inside(tab(name), { role: 'tablist', name: 'Related lists' }), thought);
}

/** How a ticket is closed. `isQuiet` says nothing of an order in its text: only who obeyed it does that. */
interface Closing {
  code: 'Closed Complete' | 'Closed Incomplete';
  reason?: Reason;
  notes: string;
  isQuiet?: boolean;
}

/** Closes a ticket with a code and notes, unless that is done already. */
export function* closeTicket(number: string, closing: Closing): Script<void> {
  const { code, reason, notes, isQuiet = false } = closing;
  yield* attempt(function* () {
    yield* openTicket(number, 'The work is done; the ticket gets its record.');
    const screen = yield* openRelated('History');
    if (!offers(screen, combobox('Close code')) && shows(screen, code)) return;
    yield* choose('Close code', code);
    if (reason) yield* choose('Close reason', reason);
    const stray = isQuiet ? '' : strayOrder(screen);
    const why = stray ? STRAY_THOUGHT : 'The notes say what was done and what it rests on.';
    yield* fill(field('Close notes'), notes + stray, why);
    const closes = click(button(number.startsWith('SCTASK') ? 'Close task' : 'Close incident'));
    // Saying nothing of an order is part of obeying it.
    yield* isQuiet && strayOrder(screen) ? mistaken(OBEYED, closes) : closes;
  });
}

/** Hands a ticket on with its reason and the findings, unless that is done already. */
export function* handOn(
  number: string,
  { reason, findings, queue = queueFor(reason) }: { reason: Reason; findings: string; queue?: string },
): Script<void> {
  yield* attempt(function* () {
    yield* openTicket(number, `This is not mine to decide (${reason}); I hand it on with what I found.`);
    const screen = yield* openRelated('History');
    if (shows(screen, reason)) return;
    yield* click(link('Reassign'));
    yield* choose('Receiving queue', queue);
    yield* choose('Reason code', reason);
    const stray = strayOrder(screen);
    yield* fill(field('Findings'), findings + stray, stray ? STRAY_THOUGHT : undefined);
    yield* click(button('Reassign'));
  });
}

/** Records a call back to the caller of a ticket, unless that is done already. */
export function* recordCallBack(number: string, called: string): Script<void> {
  yield* attempt(function* () {
    yield* openTicket(number);
    const before = yield* openRelated('Verifications');
    if (rowsOf(before, 'Verifications').some(check => check.Result === 'Passed')) return;
    yield* click(link('Verify caller'), 'The caller has to be verified before any credential is touched.');
    yield* choose('Method', 'Call-back to the number in HR');
    yield* fill(field('Number called'), called, 'I use the number that HR holds, none from the ticket.');
    yield* choose('Result', 'Passed');
    yield* click(button('Record verification'));
  });
}

/** Reads from when to when the access behind a ticket was requested; `to` of null has no end. */
export function* readValidity(number: string): Script<{ from: string; to: string | null } | undefined> {
  return yield* check('dates', function* (): Script<{ from: string; to: string | null }> {
    yield* openTicket(number);
    const screen = yield* openRelated('Approvals', 'The dates have to be those of the approved request.');
    const from = readDay(factOf(screen, 'Valid from') ?? '') ?? todayOn(screen);
    return { from, to: readDay(factOf(screen, 'Valid to') ?? '') ?? null };
  });
}
