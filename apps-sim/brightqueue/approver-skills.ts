import {
  BAR,
  click,
  expectWritten,
  inside,
  link,
  type Observation,
  readFact,
  readFor,
  readRows,
  row,
  type Script,
  shows,
  sayOne,
} from '#range';
import { invalid, missing, type Step, workerIn } from './approval-steps.ts';
import type { Finding } from './hand-on.ts';
import { MATRIX, RISK_ANALYST } from './lists.ts';

/** Whose step it is: KB-20 says who decides what, and the desk's records say who that is. */

/** What the request in front says of the access and of whom it is for. */
export interface Asked {
  beneficiary: string;
  /** Worker number of the access owner. */
  owner: string;
  /** The risk class, which says what steps there have to be. */
  risk: string;
}

const MANAGER = 'Line manager';
const RULE = ['KB-20', 'Whose step it is'] as const;
const SAYS = 'A decision counts only if the step was theirs to decide; the request takes one of its own.';

/** The first step that the risk class asks for and the request does not have. */
export function missingStep({ risk }: Asked, steps: readonly Step[]): Finding | undefined {
  const asked = MATRIX.find(({ classes }) => classes.includes(risk));
  const wanting = asked?.steps.find(name => !steps.some(({ Step = '' }) => Step.endsWith(name)));
  if (asked === undefined || wanting === undefined) return undefined;
  const findings = `access of the risk class ${risk} needs the step ${wanting}, which was not asked.`;
  return { ...missing(wanting, findings), rule: ['KB-20', `${asked.classes.join(' or ')} needs: `] };
}

/** Whether each step was decided by somebody who works here and whose step it is. Each record is opened once. */
export function* readApprovers(steps: readonly Step[], asked: Asked): Script<Finding | undefined> {
  const read = new Map<string, Reading>();
  for (const step of steps) {
    const approver = workerIn(step.Approver);
    const whose = workerIn(step.Delegation) || approver;
    const reading = read.get(approver) ?? (yield* readApprover(step, asked));
    read.set(approver, reading);
    const name = step.Step ?? '';
    if (!reading.isActive) return invalid(name, `${name} was decided by ${approver}, who is inactive.`);
    const principal = whose === approver ? reading : (read.get(whose) ?? (yield* readPrincipal(step, asked)));
    read.set(whose, principal);
    const problem = strangerOn(name, { ...principal, whose, ...asked });
    if (problem) return { ...invalid(name, problem), rule: RULE, says: SAYS };
  }
  return undefined;
}

/** What a user record says of somebody who decided. */
interface Reading {
  isActive: boolean;
  /** Whether the beneficiary is among the reports. */
  isManager: boolean;
  title: string;
}

/** Why a step was not for somebody to decide, if so. */
function strangerOn(
  name: string,
  { whose, beneficiary, owner, isManager, title }: Reading & Asked & { whose: string },
): string | undefined {
  if (name.endsWith(MANAGER))
    return isManager
      ? undefined
      : `${name} was decided by ${whose}, who is not the manager of ${beneficiary}.`;
  if (name.endsWith('Entitlement owner'))
    return whose === owner
      ? undefined
      : `${name} was decided by ${whose}; the access owner is ${owner || 'nobody'}.`;
  return title === RISK_ANALYST ? undefined : `${name} was decided by ${whose}, who is not of Access Risk.`;
}

/** Reads the record of whoever decided a step, and goes back. */
function* readApprover(step: Step, asked: Asked): Script<Reading> {
  const approver = workerIn(step.Approver);
  const label = (step.Approver ?? '').replace(approver, '').trim();
  const thought = `I look whether ${label} may decide for ${asked.beneficiary}.`;
  yield* click(inside(link(label), row(step.Step ?? '')), thought);
  yield* expectWritten(approver);
  return yield* readHere({ step, label, isDeputy: workerIn(step.Delegation) !== '' }, asked);
}

/** Reads the record of the one for whom a deputy decided. */
function* readPrincipal(step: Step, asked: Asked): Script<Reading> {
  const label = (step.Delegation ?? '').split(/\s*\b[ECI]\d{6}\b/)[0]?.trim() ?? '';
  const thought = `A deputy decided ${label}: was the step theirs to give away? I open that record.`;
  yield* click(inside(link(label), row(step.Step ?? '')), thought);
  yield* expectWritten(workerIn(step.Delegation));
  return yield* readHere({ step, label: label.replace(/^for /, ''), isDeputy: false }, asked);
}

interface Front {
  step: Step;
  label: string;
  isDeputy: boolean;
}

/** Reads the user record in front as far as it decides, and goes back to the request. */
function* readHere({ step, label, isDeputy }: Front, asked: Asked): Script<Reading> {
  const name = step.Step ?? '';
  const isActive = yield* readFor(stateOn, 'Is the account active? I read on.');
  const title = (yield* readFact('Title')) ?? '';
  const reports = isActive && name.endsWith(MANAGER) ? yield* readRows('Reports') : [];
  const isManager = reports.some(report => Object.values(report).includes(asked.beneficiary));
  const reading = { isActive: isActive ?? false, isManager, title };
  const seen = isActive
    ? sayReading({ name, label, isDeputy }, { ...reading, ...asked })
    : `${label} is inactive`;
  yield* click(
    inside(link('Go back'), BAR),
    sayOne(seen, [
      `${seen}. Whether that makes the step theirs, the approvals tell.`,
      `${seen}; a decision counts only from whoever had it to decide.`,
      `${seen}. The approvals have to agree with that.`,
      `${seen}; what the approvals say is worth as much as that.`,
    ]),
  );
  return reading;
}

/** What the record in front says of whether the step is theirs. */
function sayReading(
  { name, label, isDeputy }: { name: string; label: string; isDeputy: boolean },
  { isManager, title, beneficiary }: Reading & Asked,
): string {
  if (isDeputy) return `${label} works here, and decided as a deputy`;
  if (name.endsWith(MANAGER)) {
    const is = isManager ? 'is' : 'is not';
    return `${label} works here, and ${beneficiary} ${is} among the reports`;
  }
  if (name.endsWith('Entitlement owner')) return `${label} works here; the request names the access owner`;
  return `${label} works here, title ${title}`;
}

/** Whether the record in front is of somebody active; undefined where no state is in view. */
function stateOn(screen: Observation): boolean | undefined {
  if (shows(screen, 'Inactive')) return false;
  return shows(screen, 'Active') || undefined;
}
