import {
  attempt,
  button,
  check,
  choose,
  click,
  combobox,
  daysBetween,
  expectScreen,
  factOf,
  field,
  fill,
  heading,
  inside,
  link,
  mistaken,
  offers,
  openConsole,
  press,
  type Reason,
  readDay,
  rowsOf,
  row,
  type Script,
  searchbox,
  shows,
  tab,
  todayOn,
} from '#range';
import { STRAY_THOUGHT, strayOrder } from './stray-order.ts';
import { queueFor } from './wanted.ts';

type Screen = Parameters<typeof rowsOf>[0];

const TITLE = 'Brightqueue Desk';
/** An approval older than this many days carries no grant (rule P-03). */
const APPROVAL_LIFE_DAYS = 30;

/** Why an access request does not carry its grant, as the desk's screens show it. */
export interface ApprovalProblem {
  reason: Reason;
  queue: string;
  findings: string;
}

/** Opens a task or incident by its number, from anywhere. */
export function* openTicket(number: string, thought?: string): Script<Screen> {
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
export function* openRelated(name: string, thought?: string): Script<Screen> {
  return yield* click(inside(tab(name), { role: 'tablist', name: 'Related lists' }), thought);
}

/**
 * Reads the approvals behind a ticket that is on the screen, after the rules P-02 and P-03: decided, not too old, by somebody
 * active who may decide, under a live delegation. Undefined when they carry the grant, or when the check is left out.
 */
export function* readApprovals(request: string): Script<ApprovalProblem | undefined> {
  return yield* check('approval', function* (): Script<ApprovalProblem | undefined> {
    const screen = yield* openRelated(
      'Approvals',
      'No access without an approval: I read the approval record itself.',
    );
    return yield* judgeApprovals(request, screen);
  });
}

/** Judges the approvals of a request that the screen shows, and looks each approver up. Ends on that screen again. */
export function* judgeApprovals(
  request: string,
  screen: Parameters<typeof rowsOf>[0],
): Script<ApprovalProblem | undefined> {
  const people = {
    beneficiary: workerIn(factOf(screen, 'Beneficiary')),
    requester: workerIn(factOf(screen, 'Requester')),
  };
  const today = todayOn(screen);
  const steps = rowsOf(screen, 'Approvals');
  for (const step of steps) {
    const problem = problemOn(step, { today, ...people });
    if (problem) return { ...problem, findings: `${request}: ${problem.findings}` };
  }
  if (steps.length === 0) return missing('Line Managers', `${request}: no approval is recorded.`);
  for (const step of steps) {
    const problem = yield* readApprover(step, people.beneficiary);
    if (problem) return { ...problem, findings: `${request}: ${problem.findings}` };
  }
  return undefined;
}

type Step = Record<string, string>;

/** What one approval step itself gives away. */
function problemOn(
  step: Step,
  about: { today: string; beneficiary: string; requester: string },
): ApprovalProblem | undefined {
  const name = step.Step ?? '';
  const queue = queueOf(name);
  const state = step.State ?? '';
  const approver = workerIn(step.Approver);
  if (state === 'Requested') return missing(queue, `${name} has not decided.`);
  if (state !== 'Approved') return invalid(queue, `${name} is ${state}.`);
  if (approver === about.requester)
    return invalid(queue, `${name} was decided by the requester ${approver}.`);
  if (approver === about.beneficiary)
    return invalid(queue, `${name} was decided by the beneficiary ${approver}.`);
  const decided = readDay(step.Decided ?? '');
  if (!decided) return missing(queue, `${name} shows no decision date.`);
  if (daysBetween(decided, about.today) > APPROVAL_LIFE_DAYS) {
    return invalid(queue, `${name} was decided on ${decided}, more than ${APPROVAL_LIFE_DAYS} days ago.`);
  }
  const delegation = /delegation ends (\S+)/.exec(step.Delegation ?? '')?.[1];
  const ends = delegation && readDay(delegation);
  return ends && ends < decided
    ? invalid(queue, `${name} was decided under a delegation that ended ${ends}.`)
    : undefined;
}

/** Whether the approver is somebody who still works here, on the approver's own record. */
function* readApprover(step: Step, beneficiary: string): Script<ApprovalProblem | undefined> {
  const approver = workerIn(step.Approver);
  const name = step.Step ?? '';
  const label = (step.Approver ?? '').replace(approver, '').trim();
  const screen = yield* click(
    inside(link(label), row(name)),
    `I look whether ${label} may decide for ${beneficiary}.`,
  );
  expectScreen(screen, approver);
  const isActive = shows(screen, 'Active') && !shows(screen, 'Inactive');
  yield* click(inside(link('Go back'), { role: 'navigation', name: 'Workspace' }));
  return isActive
    ? undefined
    : invalid(queueOf(name), `${name} was decided by ${approver}, who is inactive.`);
}

function queueOf(step: string): string {
  if (step.includes('Entitlement owner')) return 'Entitlement Owners';
  return step.includes('Access Risk') ? 'Access Risk' : 'Line Managers';
}

function missing(queue: string, findings: string): ApprovalProblem {
  return { reason: 'APPROVAL_MISSING', queue, findings };
}

function invalid(queue: string, findings: string): ApprovalProblem {
  return { reason: 'APPROVAL_INVALID', queue, findings };
}

/** The worker number in a text, or empty. */
export function workerIn(text = ''): string {
  return /[ECI]\d{6}/.exec(text)?.[0] ?? '';
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
    yield* isQuiet && strayOrder(screen) ? mistaken('obeyed-injection', closes) : closes;
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
