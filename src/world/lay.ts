import { dayOf } from '../core/calendar.ts';
import { drawBelow } from '../core/draw.ts';
import { UsageError } from '../core/errors.ts';
import { latestEnd, rightfulApprovers, sodConflicts, stepsFor } from './approvals.ts';
import { daysFrom } from './days.ts';
import { nameOf } from './find.ts';
import { spanOf, toTheSecond, workedAt } from './moments.ts';
import { entitlementOf, personById } from './questions.ts';
import { requestNumberAt } from './requests.ts';
import { numberAt } from './ticket-numbers.ts';
import { addBeside } from './tickets-beside.ts';
import { itemFor } from './tickets.ts';
import type { AccessRequest, AppName, Approval, Day, Ticket, TicketItem, WorkerId, World } from './world.ts';

export { openAccounts } from './accounts.ts';
export { addPerson, type NewPerson, nextWorkerId, workerIdFor } from './lay-person.ts';

/** So many minutes ago a ticket of today was opened at the latest; what it rests on was decided before. */
const OPENED_AGO = [47, 95] as const;
/** Minutes that the desk takes to open a task once its approvals are complete. */
const OPENS_AFTER = [2, 11] as const;
/** A task waits for one of so many working days, today among them; the same for what was asked for. */
const [WAITS_DAYS, ASKED_DAYS] = [4, 6];
const DECIDED_AGO = [100, 145] as const;
const ASKED_AGO = [160, 260] as const;
/** Minutes that a decision takes. */
const DECIDED_AFTER = [20, 180] as const;

/**
 * What a ticket needs; all else has a default: open, with the operator, raised by the caller within the
 * hour.
 */
export type NewTicket = Pick<Ticket, 'kind' | 'shortDescription' | 'description' | 'caller'> &
  Partial<Omit<Ticket, 'number' | 'item'>> & {
    /** An access request: the task gets its catalogue item. */
    request?: string;
    /** A catalogue item without a request. */
    item?: Pick<TicketItem, 'name' | 'variables'>;
  };

/** Adds a ticket to a draft, with what its caller has open beside it, and returns it. */
export function addTicket(draft: World, options: NewTicket): Ticket {
  const { request, item, ...given } = options;
  const openedMs = openedAt(draft, options);
  const number = numberAt(draft.tickets, options.kind, openedMs);
  draft.tickets[number] = {
    number,
    category: 'Access',
    priority: 3,
    group: draft.operator.group,
    ...takenUp(draft, options),
    openedBy: options.caller,
    channel: 'Portal',
    openedMs,
    comments: [],
    ...given,
    item: makeItem(draft, openedMs, { request, item }),
  };
  addBeside(draft, draft.tickets[number]);
  return draft.tickets[number];
}

/** Of four tickets of the operator's group nobody has taken one, one is given to the operator, and two are begun. */
function takenUp(
  draft: World,
  { group, caller, shortDescription }: NewTicket,
): Pick<Ticket, 'state' | 'assignee'> {
  const { operator, seed } = draft;
  if ((group ?? operator.group) !== operator.group) return { state: 'In Progress', assignee: null };
  const lot = drawBelow(`${seed}/${caller}/${shortDescription}/taken`, 4);
  return { state: lot < 2 ? 'New' : 'In Progress', assignee: lot === 0 ? null : operator.workerId };
}

/**
 * When a ticket came in: what waits for approvals once they were complete, an incident, a start or an end today, any other
 * matter in the last days.
 */
function openedAt(draft: World, options: NewTicket): number {
  const { kind, category, caller, shortDescription, priority = 3, request } = options;
  const key = `${draft.seed}/${caller}/${shortDescription}`;
  const today = draft.nowMs - spanOf(key, OPENED_AGO);
  if (request !== undefined) {
    const { submittedMs, approvals } = requestById(draft, request);
    const decided = approvals.flatMap(({ decidedMs }) => decidedMs ?? []);
    return Math.min(today, Math.max(submittedMs, ...decided) + spanOf(key, OPENS_AFTER));
  }
  const days = daysFrom(draft.today);
  const ago = drawBelow(`${key}/ago`, WAITS_DAYS);
  const isOfToday = kind === 'incident' || category === 'Lifecycle' || priority < 3 || ago === 0;
  return isOfToday ? today : workedAt(days.at(days.workday(-ago)), key);
}

function makeItem(
  draft: World,
  openedMs: number,
  { request, item }: Pick<NewTicket, 'request' | 'item'>,
): TicketItem | null {
  const number = numberAt(draft.tickets, 'item', openedMs);
  if (request !== undefined) {
    const behind = requestById(draft, request);
    return { ...itemFor(draft, behind), number };
  }
  return item ? { number, name: item.name, variables: item.variables, requestId: null } : null;
}

function requestById(world: World, id: string): AccessRequest {
  const request = world.requests[id];
  if (!request)
    throw new UsageError(`No access request ${id}.`, { where: `the world of seed ${world.seed}` });
  return request;
}

/**
 * What a request needs; all else has a default: asked for by the beneficiary, approved days ago by the right
 * people.
 */
export interface NewRequest {
  beneficiary: WorkerId;
  app: AppName;
  code: string;
  requester?: WorkerId;
  from?: Day;
  /** Left out, the latest end that the rules allow; open where they allow that. */
  to?: Day | null;
  justification?: string;
  /** Days from submission to now; a few when left out. */
  daysAgo?: number;
  /** False leaves all approvals in state Requested. */
  isApproved?: boolean;
}

/**
 * Adds an access request with the approvals that its risk asks for and returns it. Throws UsageError when
 * nobody but the beneficiary or the requester could approve it.
 */
export function addRequest(draft: World, options: NewRequest): AccessRequest {
  const { beneficiary, app, code } = options;
  entitlementOf(draft, app, code);
  const days = daysFrom(draft.today);
  const from = options.from ?? dayOf(draft.nowMs);
  const key = `${beneficiary}/${app}/${code}`;
  const daysAgo = options.daysAgo ?? 1 + drawBelow(`${draft.seed}/${key}/ago`, ASKED_DAYS);
  const submittedMs = submittedOn(draft, days.at(days.workday(-daysAgo)), key);
  const request: AccessRequest = {
    id: requestNumberAt(draft.requests, submittedMs),
    requester: options.requester ?? beneficiary,
    beneficiary: personById(draft, beneficiary).workerId,
    app,
    code,
    from,
    to: options.to === undefined ? latestEnd(draft, { app, code, beneficiary, from }) : options.to,
    justification: options.justification ?? 'Needed for the current job',
    submittedMs,
    approvals: [],
  };
  request.approvals = makeApprovals(draft, request, options.isApproved ?? true);
  draft.requests[request.id] = request;
  return draft.requests[request.id] as AccessRequest;
}

function makeApprovals(draft: World, request: AccessRequest, isApproved: boolean): Approval[] {
  const key = `${request.app}/${request.code}`;
  const { risk } = entitlementOf(draft, request.app, request.code);
  const hasConflict = sodConflicts(draft, request.beneficiary, key).length > 0;
  let decidedMs = request.submittedMs;
  return stepsFor(risk, hasConflict).map(step => {
    decidedMs = decidedAfter(draft, decidedMs, `${request.id}/${step}`);
    return {
      step,
      approver: approverOf(draft, request, step),
      onBehalfOf: null,
      delegationEnds: null,
      state: isApproved ? 'Approved' : 'Requested',
      decidedMs: isApproved ? decidedMs : null,
      comment: '',
    };
  });
}

/** When a request was handed in on a day, early enough for what follows. */
function submittedOn(draft: World, day: Day, key: string): number {
  const own = `${draft.seed}/${key}`;
  return Math.min(workedAt(day, own), draft.nowMs - spanOf(`${own}/asked`, ASKED_AGO));
}

/** When a step was decided that came up at an instant: in office hours, and before today's work. */
function decidedAfter(draft: World, ms: number, key: string): number {
  const own = `${draft.seed}/${key}`;
  const due = daysFrom(draft.today).officeTime(ms + spanOf(own, DECIDED_AFTER));
  return Math.max(ms, Math.min(toTheSecond(due, own), draft.nowMs - spanOf(`${own}/latest`, DECIDED_AGO)));
}

function approverOf(draft: World, request: AccessRequest, step: Approval['step']): WorkerId {
  const all = rightfulApprovers(draft, request, step);
  const approver = all.find(worker => worker !== request.beneficiary && worker !== request.requester);
  if (approver) return approver;
  throw new UsageError(`Nobody can decide "${step}" for ${nameOf(draft, request.beneficiary)}.`, {
    where: `${request.app}/${request.code}`,
    allowed: 'a beneficiary whom candidatesFor() lists',
  });
}
