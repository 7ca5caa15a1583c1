import {
  asPrinted,
  check,
  daysBetween,
  look,
  offers,
  oneLine,
  otherwise,
  readDay,
  readFact,
  readRows,
  type Script,
  todayOn,
} from '#range';
import { invalid, missing, type Step, workerIn } from './approval-steps.ts';
import { missingStep, readApprovers } from './approver-skills.ts';
import type { Finding } from './hand-on.ts';
import { inWords } from './report.ts';
import { openRelated } from './ticket-skills.ts';

/** The other way of naming the last of several problems. */
export const OTHER_PROBLEM = 'other-problem';
/** An approval older than this many days carries no grant (rule P-03). */
const APPROVAL_LIFE_DAYS = 30;
/** The longest life of access with a conflict of duties that Access Risk lets pass (KB-19). */
const MITIGATED_DAYS = 180;

/**
 * Reads the approvals behind a ticket that is on the screen, after the rules P-02 and P-03: decided, not too
 * old, all the steps that the risk class asks for, each by somebody active whose step it is or their deputy. Undefined when
 * they carry the grant, or when the check is left out.
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
  const risk = (yield* readFact('Risk class')) ?? '';
  const asked = { ...people, risk, owner: workerIn(yield* readFact('Access owner')) };
  const today = todayOn(yield* look());
  const duties = yield* readDuties();
  const steps = yield* readRows('Approvals');
  const problems: Finding[] = [];
  for (const step of steps) {
    const problem = problemOn(step, { today, ...people, printed: yield* asPrinted(step.State ?? '') });
    if (problem) problems.push({ ...problem, findings: `${request}: ${problem.findings}` });
  }
  if (duties && !isMitigated(steps, duties)) problems.push(conflicting(request, duties.said));
  const [first, last] = [problems[0], problems.at(-1)];
  if (first && first !== last) return (yield* otherwise(OTHER_PROBLEM, true, false)) ? first : last;
  if (first) return first;
  if (steps.length === 0) return missing('', `${request}: no approval is recorded.`);
  const wanting = missingStep(asked, steps);
  if (wanting) return { ...wanting, findings: `${request}: ${wanting.findings}` };
  const stranger = yield* readApprovers(steps, asked);
  return stranger && { ...stranger, findings: `${request}: ${stranger.findings}` };
}

/**
 * What a grant rests on: the approval, who gave it, and what the duty check says, as far as the request is in front. Who has
 * not looked can name no more than the number.
 */
export function* groundOf(request: string): Script<string> {
  const front = yield* look();
  if (!offers(front, { role: 'table', name: 'Approvals' })) return `approval ${request}`;
  const givers = [...new Set((yield* readRows('Approvals')).map(({ Approver }) => workerIn(Approver)))];
  const said = (yield* readFact('Duty check')) ?? '';
  const duties = said.startsWith('SOD-') ? `conflict of duties ${said.split(' ')[0]} let pass` : NO_CONFLICT;
  return `approval ${request} (by ${inWords(givers.filter(Boolean))}; ${duties})`;
}

const NO_CONFLICT = 'duty check without conflict';

/** What the duty check of a request says, and from when to when the access is to be. */
interface Duties {
  said: string;
  from: string | undefined;
  to: string | undefined;
}

/** Reads the duty check of the request in front; undefined where it shows no conflict (rule P-06). */
function* readDuties(): Script<Duties | undefined> {
  const said = (yield* readFact('Duty check')) ?? '';
  if (!said.startsWith('SOD-')) return undefined;
  const [from, to] = [yield* readFact('Valid from'), yield* readFact('Valid to')];
  return { said, from: readDay(from ?? ''), to: readDay(to ?? '') };
}

/** Whether Access Risk lets a conflict pass, for no longer than it may. */
function isMitigated(steps: readonly Step[], { from, to }: Duties): boolean {
  const isDecided = steps.some(step => step.Step?.includes('Access Risk') && step.State === 'Approved');
  return isDecided && from !== undefined && to !== undefined && daysBetween(from, to) <= MITIGATED_DAYS;
}

function conflicting(request: string, said: string): Finding {
  const findings = `${request}: the duty check shows ${said}. Access Risk has not let it pass.`;
  return { reason: 'SOD_CONFLICT', findings, rule: ['KB-19', 'Without that step'] };
}

/** What one approval step itself gives away. */
function problemOn(
  step: Step,
  about: { today: string; beneficiary: string; requester: string; printed: string },
): Finding | undefined {
  const name = step.Step ?? '';
  const state = step.State ?? '';
  const approver = workerIn(step.Approver);
  if (state === 'Requested') return missing(name, `${name} has not decided.`);
  if (state === 'Rejected') return { ...DECLINED, findings: `${name} is ${about.printed}.` };
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

/** A no is a decision, too: nobody is left to hand the record to. */
const DECLINED = {
  reason: 'NOT_ENTITLED',
  rule: ['KB-07', 'a decision like any other'],
  told: oneLine`Whoever decides on it has declined your request, so we close it. Please speak to them if you need it
    all the same.`,
} as const;

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

/** Whether a request that is on the screen has a step of Access Risk: it lets a conflict of duties pass. */
export function* isConflictDecided(): Script<boolean> {
  return (yield* readRows('Approvals')).some(row => row.Step?.includes('Access Risk'));
}
