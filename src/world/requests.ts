import { must } from '../core/assert.ts';
import { addDays, dayOf } from '../core/calendar.ts';
import type { Rng } from '../core/rng.ts';
import { PRIVILEGED_DAYS, stepsFor } from './approvals.ts';
import { dayAt, earlier, msAt, NOW_MS, officeTime, offsetOf, TODAY, workdayAt } from './days.ts';
import { dutyOf } from './entitlements.ts';
import { FUNCTIONS } from './functions.ts';
import { accessEnd } from './grants.ts';
import { brokenRules, expandEntitlement, heldKeys } from './sod.ts';
import type { AccessRequest, Account, Approval, Entitlement, Person, WorkerId, World } from './world.ts';

const REASONS = [
  'Month-end work in the team',
  'Cover for a colleague',
  'New tasks after the change of teams',
  'Project work until the end of the quarter',
  'Needed for the audit preparation',
  'Regular part of the job',
  'Support for the site in Prague',
  'Handover from a colleague who moved',
];
const OPEN_REASONS = [...REASONS, 'Start of the new shift model', 'Preparation of the stock count'];

/** What requests are drawn from: the world so far, and each worker's accounts. */
export interface RequestPool {
  world: World;
  accounts: ReadonlyMap<WorkerId, Account[]>;
  colleagues: ReadonlyMap<string, WorkerId[]>;
  analysts: readonly WorkerId[];
}

/** A request without its number, and the account that it is for. */
export interface DrawnRequest {
  request: AccessRequest;
  account: Account;
}

/** Draws requests of the past and grants what they asked for; grants get their request's number later. */
export function drawGrantedRequests(rng: Rng, pool: RequestPool): DrawnRequest[] {
  const drawn: DrawnRequest[] = [];
  for (const person of Object.values(pool.world.persons)) {
    const isPresent = person.status !== 'prehire' && person.manager !== null;
    if (!isPresent || !rng.chance(11, 20)) continue;
    for (let n = rng.int(1, 2); n > 0; n--) {
      const wish = drawWish(rng, pool, person);
      const request = wish && drawPast(rng, pool, { person, entitlement: wish.entitlement });
      if (!wish || !request) continue;
      drawn.push({ request, account: wish.account });
      const { code, from, to } = request;
      wish.account.grants.push({ code, source: 'request', requestId: null, from, to });
    }
  }
  return drawn;
}

/** Draws requests of the last days that nobody has fulfilled yet; about a third still wait for a decision. */
export function drawOpenRequests(rng: Rng, pool: RequestPool, count: number): DrawnRequest[] {
  const active = Object.values(pool.world.persons).filter(
    person => person.status === 'active' && person.manager !== null && person.hireDay < dayAt(-15),
  );
  const drawn: DrawnRequest[] = [];
  for (const person of rng.shuffle(active)) {
    if (drawn.length === count) break;
    const wish = drawWish(rng, pool, person);
    if (wish?.account.status !== 'active') continue;
    const submitted = workdayAt(-rng.int(5, 11));
    const window = { person, entitlement: wish.entitlement, submitted, start: 0 };
    const request = makeRequest(rng, pool, window);
    request.justification = rng.pick(OPEN_REASONS);
    if (rng.chance(1, 3)) leaveOpen(rng, request);
    drawn.push({ request, account: wish.account });
  }
  return drawn;
}

/** Takes back decisions from a random step on. */
function leaveOpen(rng: Rng, request: AccessRequest): void {
  const decided = rng.int(0, request.approvals.length - 1);
  for (const approval of request.approvals.slice(decided)) {
    Object.assign(approval, { state: 'Requested', decidedMs: null, comment: '' } satisfies Partial<Approval>);
  }
}

interface Wish {
  entitlement: Entitlement;
  account: Account;
}

/** Something that the person could rightly get: requestable, not held, allowed by duties and company code. */
function drawWish(rng: Rng, pool: RequestPool, person: Person): Wish | null {
  const { world } = pool;
  const duty = FUNCTIONS.find(item => item.code === dutyOf(person.department));
  if (!duty) return null;
  const key = rng.pick(duty.wishes);
  const entitlement = must(world.entitlements[key], `entitlement ${key}`);
  const accounts = pool.accounts.get(person.workerId) ?? [];
  const account = accounts.find(item => item.app === entitlement.app && item.purpose === 'primary');
  if (!account || account.status === 'staged' || !entitlement.requestable) return null;
  if (entitlement.owner === person.workerId || pool.analysts.includes(person.workerId)) return null;
  const code = account.corvane?.companyCode;
  if (code !== undefined && !entitlement.companyCodes.includes(code)) return null;
  const held = heldKeys(world, accounts);
  // A leaver's ended grants count as well, or the history would hold what was never allowed.
  for (const grant of account.grants) held.add(`${account.app}/${grant.code}`);
  if (held.has(key)) return null;
  for (const item of expandEntitlement(world, key)) held.add(item);
  return brokenRules(world, held).length > 0 ? null : { entitlement, account };
}

function drawPast(
  rng: Rng,
  pool: RequestPool,
  { person, entitlement }: { person: Person; entitlement: Entitlement },
): AccessRequest | null {
  const isPrivileged = entitlement.risk === 'Privileged';
  const latest = person.terminationDay === null ? -8 : offsetOf(person.terminationDay) - 12;
  const earliest = Math.max(offsetOf(person.hireDay) + 1, isPrivileged ? -70 : -400);
  if (earliest > latest || (isPrivileged && person.status === 'terminated')) return null;
  const submitted = workdayAt(rng.int(earliest, latest));
  if (dayAt(submitted) < person.hireDay) return null;
  return makeRequest(rng, pool, { person, entitlement, submitted, start: rng.int(0, 3) });
}

interface Window {
  person: Person;
  entitlement: Entitlement;
  /** Offset of the day of submission. */
  submitted: number;
  /** Days from the last decision to the start of the access. */
  start: number;
}

function makeRequest(rng: Rng, pool: RequestPool, window: Window): AccessRequest {
  const { person, entitlement, submitted, start } = window;
  const submittedMs = msAt(submitted, rng.int(8, 16), rng.int(0, 59), rng.int(0, 59));
  const approvals = makeApprovals(rng, pool, { person, entitlement, submittedMs });
  const decidedDay = dayOf(approvals.at(-1)?.decidedMs ?? submittedMs);
  const from = earlier(addDays(decidedDay, start), TODAY);
  const end = accessEnd(person, entitlement.app);
  const isPrivileged = entitlement.risk === 'Privileged';
  return {
    id: '',
    requester: drawRequester(rng, pool, { person, approvals }),
    beneficiary: person.workerId,
    app: entitlement.app,
    code: entitlement.code,
    from,
    to: isPrivileged ? earlier(addDays(from, PRIVILEGED_DAYS), end) : end,
    justification: rng.pick(REASONS),
    submittedMs,
    approvals,
  };
}

function makeApprovals(
  rng: Rng,
  pool: RequestPool,
  { person, entitlement, submittedMs }: { person: Person; entitlement: Entitlement; submittedMs: number },
): Approval[] {
  let decidedMs = submittedMs;
  return stepsFor(entitlement.risk).map(step => {
    decidedMs = Math.min(officeTime(decidedMs + rng.int(25, 900) * 60_000), NOW_MS - 3_600_000);
    const approver =
      step === 'Line manager'
        ? person.manager
        : step === 'Access Risk'
          ? rng.pick(pool.analysts)
          : entitlement.owner;
    return {
      step,
      approver: must(approver, `${step} of ${person.workerId}`),
      onBehalfOf: null,
      delegationEnds: null,
      state: 'Approved' as const,
      decidedMs,
      comment: rng.chance(1, 3) ? rng.pick(['Agreed.', 'Needed for the job.', 'Checked with the team.']) : '',
    };
  });
}

/** Mostly people ask for themselves, sometimes a colleague who decides nothing asks for them. */
function drawRequester(
  rng: Rng,
  pool: RequestPool,
  { person, approvals }: { person: Person; approvals: readonly Approval[] },
): WorkerId {
  if (rng.chance(7, 10)) return person.workerId;
  const colleague = rng.pick(pool.colleagues.get(person.department) ?? [person.workerId]);
  return approvals.some(approval => approval.approver === colleague) ? person.workerId : colleague;
}

/** Numbers requests in the order of submission, enters them in the world and ties the grants to them. */
export function enterRequests(rng: Rng, world: World, drawn: readonly DrawnRequest[]): void {
  const sorted = [...drawn].sort(
    (a, b) => a.request.submittedMs - b.request.submittedMs || (sortKey(a) < sortKey(b) ? -1 : 1),
  );
  let number = 180_100;
  for (const { request, account } of sorted) {
    number += rng.int(1, 3);
    request.id = `AR-${number}`;
    world.requests[request.id] = request;
    const grant = account.grants.find(item => item.code === request.code && item.source === 'request');
    if (grant) grant.requestId = request.id;
  }
}

function sortKey({ request }: DrawnRequest): string {
  return `${request.beneficiary} ${request.app}/${request.code}`;
}
