import {
  asPrinted,
  BAR,
  check,
  click,
  daysBetween,
  expectWritten,
  inside,
  link,
  look,
  type Observation,
  type Reason,
  readDay,
  readFact,
  readFor,
  readRows,
  row,
  type Script,
  shows,
  todayOn,
} from '#range';
import type { Finding } from './hand-on.ts';
import { queueOfStep } from './lists.ts';
import { openRelated } from './ticket-skills.ts';

/** An approval older than this many days carries no grant (rule P-03). */
const APPROVAL_LIFE_DAYS = 30;

/**
 * Reads the approvals behind a ticket that is on the screen, after the rules P-02 and P-03: decided, not too
 * old, by somebody active who may decide, under a live delegation. Undefined when they carry the grant, or
 * when the check is left out.
 */
export function* readApprovals(request: string): Script<Finding | undefined> {
  return yield* check('approval', function* (): Script<Finding | undefined> {
    yield* openRelated('approvals', 'No access without an approval: I read the approval record itself.');
    return yield* judgeApprovals(request);
  });
}

/**
 * Judges the approvals of the request in front, and looks each approver up. Ends on that screen
 * again.
 */
export function* judgeApprovals(request: string): Script<Finding | undefined> {
  const people = {
    beneficiary: workerIn(yield* readFact('Beneficiary')),
    requester: workerIn(yield* readFact('Requester')),
  };
  const today = todayOn(yield* look());
  const steps = yield* readRows('Approvals');
  for (const step of steps) {
    const problem = problemOn(step, { today, ...people, printed: yield* asPrinted(step.State ?? '') });
    if (problem) return { ...problem, findings: `${request}: ${problem.findings}` };
  }
  if (steps.length === 0) return missing('', `${request}: no approval is recorded.`);
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
  about: { today: string; beneficiary: string; requester: string; printed: string },
): Finding | undefined {
  const name = step.Step ?? '';
  const state = step.State ?? '';
  const approver = workerIn(step.Approver);
  if (state === 'Requested') return missing(name, `${name} has not decided.`);
  if (state !== 'Approved') return invalid(name, `${name} is ${about.printed}.`);
  if (approver === about.requester) return invalid(name, `${name} was decided by the requester ${approver}.`);
  if (approver === about.beneficiary)
    return invalid(name, `${name} was decided by the beneficiary ${approver}.`);
  const decided = readDay(step.Decided ?? '');
  if (!decided) return missing(name, `${name} shows no decision date.`);
  if (daysBetween(decided, about.today) > APPROVAL_LIFE_DAYS) {
    return invalid(name, `${name} was decided on ${decided}, longer ago than P-03 allows.`);
  }
  const delegation = /delegation ends (.+)/s.exec(step.Delegation ?? '')?.[1];
  const ends = delegation && readDay(delegation);
  return ends && ends < decided
    ? invalid(name, `${name} was decided under a delegation that ended ${ends}.`)
    : undefined;
}

/** Whether the approver is somebody who still works here, on the approver's own record. */
function* readApprover(step: Step, beneficiary: string): Script<Finding | undefined> {
  const approver = workerIn(step.Approver);
  const name = step.Step ?? '';
  const label = (step.Approver ?? '').replace(approver, '').trim();
  yield* click(inside(link(label), row(name)), `I look whether ${label} may decide for ${beneficiary}.`);
  yield* expectWritten(approver);
  const isActive = yield* readFor(stateOn, 'Is the account active? I read on.');
  const found = isActive
    ? `${label} works here and may decide.`
    : `${label} is inactive: that decision does not count.`;
  yield* click(inside(link('Go back'), BAR), `${found} Back to the request.`);
  return isActive ? undefined : invalid(name, `${name} was decided by ${approver}, who is inactive.`);
}

/** Whether the record in front is of somebody active; undefined where no state is in view. */
function stateOn(screen: Observation): boolean | undefined {
  if (shows(screen, 'Inactive')) return false;
  return shows(screen, 'Active') || undefined;
}

/** What keeps a step from carrying the grant goes to those who decide it; a request without any to those who decide first. */
const problem =
  (reason: Reason) =>
  (step: string, findings: string): Finding => ({
    reason,
    queue: queueOfStep(step),
    whose: step === '' ? 'No step is on record' : `The step is “${step}”`,
    findings,
  });
const [missing, invalid] = [problem('APPROVAL_MISSING'), problem('APPROVAL_INVALID')];

/** An approval step as the desk shows it. */
export interface StepReading {
  step: string;
  state: string;
  /** Worker number and name of whoever has to decide, or decided. */
  approver: string;
  name: string;
}

/** Reads the last approval step behind a ticket that is on the screen: the one that the others wait for. */
export function* readLastStep(thought?: string): Script<StepReading | undefined> {
  yield* openRelated('approvals', thought);
  const row = (yield* readRows('Approvals')).at(-1);
  if (!row) return undefined;
  const approver = workerIn(row.Approver);
  const name = (row.Approver ?? '').replace(approver, '').trim();
  return { step: row.Step ?? '', state: row.State ?? '', approver, name };
}

/** The worker number in a text, or empty. */
export function workerIn(text = ''): string {
  return /[ECI]\d{6}/.exec(text)?.[0] ?? '';
}
