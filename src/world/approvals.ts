import { addDays, DAY_MS, dayOf, daysBetween } from '../core/calendar.ts';
import { accountsOf, nameOf } from './find.ts';
import { RISK_TITLE } from './people.ts';
import { brokenRules, expandEntitlement, heldKeys } from './sod.ts';
import type { AccessRequest, Approval, Entitlement, SodRule, WorkerId, World } from './world.ts';

/** An approval older than this many days carries no grant. */
export const APPROVAL_LIFE_DAYS = 30;
/** The longest life of privileged access, and of access with a mitigated conflict. */
export const PRIVILEGED_DAYS = 90;
export const MITIGATED_DAYS = 180;

/** The approval steps that a risk class asks for, in their order. */
export function stepsFor(risk: Entitlement['risk'], hasConflict = false): Approval['step'][] {
  const steps: Approval['step'][] = ['Line manager'];
  if (risk === 'High' || risk === 'Privileged') steps.push('Entitlement owner');
  if (risk === 'Privileged' || hasConflict) steps.push('Access Risk');
  return steps;
}

/** What frozen worlds answered before. A draft changes under our hands, so it is searched each time. */
const knownAnalysts = new WeakMap<World, WorkerId[]>();

/** The people who may decide the step "Access Risk", by worker number. */
export function riskAnalysts(world: World): WorkerId[] {
  const known = knownAnalysts.get(world) ?? findAnalysts(world);
  if (Object.isFrozen(world)) knownAnalysts.set(world, known);
  return [...known];
}

function findAnalysts(world: World): WorkerId[] {
  return Object.values(world.positions)
    .filter(position => position.title === RISK_TITLE && position.incumbent !== null)
    .map(position => position.incumbent as WorkerId)
    .filter(worker => world.persons[worker]?.status === 'active')
    .sort();
}

/** Rules that a worker would break with what the worker holds and, if given, one more `${app}/${code}`. */
export function sodConflicts(world: World, workerId: WorkerId, extra: string | null = null): SodRule[] {
  const held = heldKeys(world, accountsOf(world, workerId), world.nowMs);
  if (extra !== null) for (const key of expandEntitlement(world, extra)) held.add(key);
  return brokenRules(world, held);
}

/** How an approval stands at a moment: decided, where that moment has come. */
export function approvalAt<A extends Approval>(approval: A, atMs: number): A {
  const { later } = approval;
  return later && later.decidedMs <= atMs ? { ...approval, ...later } : approval;
}

/** Who may decide a step for a request: the current manager, the entitlement's owner, the risk analysts. */
export function rightfulApprovers(world: World, request: AccessRequest, step: Approval['step']): WorkerId[] {
  if (step === 'Access Risk') return riskAnalysts(world);
  const owner = world.entitlements[`${request.app}/${request.code}`]?.owner ?? null;
  const approver = step === 'Line manager' ? (world.persons[request.beneficiary]?.manager ?? null) : owner;
  return approver === null ? [] : [approver];
}

/**
 * What keeps a request's approvals from carrying its grant at an instant, a sentence each; empty when they
 * carry it. Checked are the steps that the risk asks for, each approver and decision, and the end date.
 */
export function approvalProblems(world: World, request: AccessRequest, atMs = world.nowMs): string[] {
  const entitlement = world.entitlements[`${request.app}/${request.code}`];
  if (!entitlement) return [`${request.app}/${request.code} is not in the catalogue`];
  const conflicts = sodConflicts(world, request.beneficiary, `${request.app}/${request.code}`);
  const steps = stepsFor(entitlement.risk, conflicts.length > 0);
  const steady = steps.flatMap(step => stepProblems(world, { request, step, atMs }));
  return [
    ...steady,
    ...endProblems(world, request, { risk: entitlement.risk, hasConflict: conflicts.length > 0 }),
  ];
}

interface Judged {
  request: AccessRequest;
  step: Approval['step'];
  atMs: number;
}

function stepProblems(world: World, { request, step, atMs }: Judged): string[] {
  const last = request.approvals.findLast(item => item.step === step);
  const approval = last && approvalAt(last, atMs);
  if (!approval) return [`${step} was not asked`];
  if (approval.state !== 'Approved' || approval.decidedMs === null) return [`${step} is ${approval.state}`];
  const problems: string[] = [];
  const decided = approval.decidedMs;
  if (decided > atMs || decided < request.submittedMs)
    problems.push(`${step} decided outside the life of the request`);
  if (atMs - decided > APPROVAL_LIFE_DAYS * DAY_MS) {
    problems.push(`${step} decided more than ${APPROVAL_LIFE_DAYS} days before`);
  }
  if (approval.approver === request.requester) problems.push(`${step} was decided by the requester`);
  if (approval.approver === request.beneficiary) problems.push(`${step} was decided by the beneficiary`);
  return [...problems, ...approverProblems(world, request, approval)];
}

function approverProblems(world: World, request: AccessRequest, approval: Approval): string[] {
  const { step, approver, onBehalfOf, delegationEnds } = approval;
  const problems: string[] = [];
  // Whoever went on leave after a decision has decided it all the same.
  if (!['active', 'leave'].includes(world.persons[approver]?.status ?? '')) {
    problems.push(`${step} was decided by ${nameOf(world, approver)}, who is not active`);
  }
  if (!rightfulApprovers(world, request, step).includes(onBehalfOf ?? approver)) {
    problems.push(`${step} was not decided by the one whose step it is`);
  }
  const decidedDay = dayOf(approval.decidedMs ?? 0);
  if (onBehalfOf !== null && (delegationEnds === null || delegationEnds < decidedDay)) {
    problems.push(`${step} was decided under a delegation that had ended`);
  }
  return problems;
}

function endProblems(
  world: World,
  request: AccessRequest,
  { risk, hasConflict }: { risk: Entitlement['risk']; hasConflict: boolean },
): string[] {
  const { from, to } = request;
  if (to !== null && to < from) return ['The end lies before the start'];
  const limit = risk === 'Privileged' ? PRIVILEGED_DAYS : hasConflict ? MITIGATED_DAYS : null;
  const problems: string[] = [];
  if (limit !== null && (to === null || daysBetween(from, to) > limit)) {
    problems.push(`The end is missing or more than ${limit} days after the start`);
  }
  const contractEnd = world.persons[request.beneficiary]?.contractEnd ?? null;
  if (contractEnd !== null && (to === null || to > contractEnd))
    problems.push('The end is missing or after the contract');
  return problems;
}

/** The latest end that the rules allow for a grant, or null when it may stay open. */
export function latestEnd(
  world: World,
  request: Pick<AccessRequest, 'app' | 'code' | 'beneficiary' | 'from'>,
): string | null {
  const key = `${request.app}/${request.code}`;
  const contractEnd = world.persons[request.beneficiary]?.contractEnd ?? null;
  const isPrivileged = world.entitlements[key]?.risk === 'Privileged';
  const limit = isPrivileged
    ? PRIVILEGED_DAYS
    : sodConflicts(world, request.beneficiary, key).length > 0
      ? MITIGATED_DAYS
      : null;
  if (limit === null) return contractEnd;
  const end = addDays(request.from, limit);
  return contractEnd !== null && contractEnd < end ? contractEnd : end;
}
