import { must } from '../core/assert.ts';
import { addDays, dayOf, instant, SECOND_MS } from '../core/calendar.ts';
import type { Rng } from '../core/rng.ts';
import { PRIVILEGED_DAYS, stepsFor } from './approvals.ts';
import { type Days, earlier } from './days.ts';
import { deciderOf } from './deciders.ts';
import { dutyOf } from './functions.ts';
import { accessEnd } from './grants.ts';
import { type Growth, sideWishes } from './growth.ts';
import { toTheSecond } from './moments.ts';
import type { PopulatedApp } from './population.ts';
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
  growth: Growth;
  days: Days;
}

/** A request without its number, and the account that it is for. */
export interface DrawnRequest {
  request: AccessRequest;
  account: Account;
}

/** Of five wishes, one was once asked for. */
const ASKED = [1, 5] as const;

/** Draws requests of the past, console by console, and grants what they asked for; grants get their request's number later. */
export function drawGrantedRequests(
  rng: Rng,
  pool: RequestPool,
  consoles: readonly PopulatedApp[],
): DrawnRequest[] {
  const persons = Object.values(pool.world.persons).filter(
    person => person.status !== 'prehire' && person.manager !== null,
  );
  return consoles.flatMap(console => {
    const own = rng.fork(console.name);
    const wishesOf = rememberWishes(console);
    const othersOf = sideWishes(own.fork('others'), pool.growth.get(console.name) ?? []);
    return persons.flatMap(person =>
      [...wishesOf(person).filter(() => own.chance(...ASKED)), ...othersOf(person)].flatMap(code =>
        drawGranted(own, pool, { console, person, code }),
      ),
    );
  });
}

/** What people of a department ask for in a console: looked up once for each department. */
export function rememberWishes({ population }: PopulatedApp): (person: Person) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return ({ department }) => {
    const wishes = known.get(department) ?? population?.wishes?.(dutyOf(department)) ?? [];
    known.set(department, wishes);
    return wishes;
  };
}

/** What somebody would like to get in a console. */
export interface Wanting {
  console: PopulatedApp;
  person: Person;
  code: string;
}

function drawGranted(rng: Rng, pool: RequestPool, wanting: Wanting): DrawnRequest[] {
  const { console, person } = wanting;
  const wish = wishFor(pool, wanting);
  const request = wish && drawPast(rng, pool, { console, person, entitlement: wish.entitlement });
  if (!wish || !request) return [];
  const { code, from, to } = request;
  wish.account.grants.push({ code, source: 'request', requestId: null, from, to });
  return [{ request, account: wish.account }];
}

/**
 * Draws requests of the last days that nobody has fulfilled yet, console by console; about a third still wait for a
 * decision.
 */
export function drawOpenRequests(
  rng: Rng,
  pool: RequestPool,
  consoles: readonly PopulatedApp[],
): DrawnRequest[] {
  const active = Object.values(pool.world.persons).filter(
    person => person.status === 'active' && person.manager !== null && person.hireDay < pool.days.at(-15),
  );
  const count = openRequestCount(Object.keys(pool.world.persons).length);
  return consoles.flatMap(console => {
    const own = rng.fork(console.name);
    const wishesOf = rememberWishes(console);
    const drawn: DrawnRequest[] = [];
    for (const person of own.shuffle(active)) {
      const wishes = wishesOf(person);
      if (wishes.length === 0) continue;
      if (drawn.length === count) break;
      const wish = wishFor(pool, { console, person, code: own.pick(wishes) });
      if (wish?.account.status !== 'active') continue;
      const submitted = pool.days.workday(-own.int(5, 11));
      const window = { console, person, entitlement: wish.entitlement, submitted, start: 0 };
      const request = makeRequest(own, pool, window);
      request.justification = own.pick(OPEN_REASONS);
      if (own.chance(1, 3)) leaveOpen(own, request);
      drawn.push({ request, account: wish.account });
    }
    return drawn;
  });
}

/** About 8 unfulfilled requests of each console in a company of 250 people, and never more than a desk could list. */
function openRequestCount(people: number): number {
  return Math.min(60, Math.max(3, Math.round(people * 0.032)));
}

/** Takes back decisions from a random step on. */
function leaveOpen(rng: Rng, request: AccessRequest): void {
  const decided = rng.int(0, request.approvals.length - 1);
  for (const approval of request.approvals.slice(decided)) {
    Object.assign(approval, { state: 'Requested', decidedMs: null, comment: '' } satisfies Partial<Approval>);
  }
}

export interface Wish {
  entitlement: Entitlement;
  account: Account;
}

/** What the person could rightly get: requestable, not held, allowed by duties and company code. */
export function wishFor(pool: RequestPool, { console: { name }, person, code }: Wanting): Wish | null {
  const { world } = pool;
  const key = `${name}/${code}`;
  const entitlement = must(world.entitlements[key], `entitlement ${key}`);
  const accounts = pool.accounts.get(person.workerId) ?? [];
  const account = accounts.find(item => item.app === name && item.purpose === 'primary');
  if (!account || account.status === 'staged' || !entitlement.requestable) return null;
  if (entitlement.owner === person.workerId || pool.analysts.includes(person.workerId)) return null;
  if (account.companyCode !== null && !entitlement.companyCodes.includes(account.companyCode)) return null;
  const held = heldKeys(world, accounts, pool.days.pastMs);
  // A leaver's ended grants count as well, or the history would hold what was never allowed.
  for (const grant of account.grants) held.add(`${account.app}/${grant.code}`);
  if (held.has(key)) return null;
  for (const item of expandEntitlement(world, key)) held.add(item);
  return brokenRules(world, held).length > 0 ? null : { entitlement, account };
}

function drawPast(
  rng: Rng,
  pool: RequestPool,
  { console, person, entitlement }: Pick<Window, 'console' | 'person' | 'entitlement'>,
): AccessRequest | null {
  const { days } = pool;
  const isPrivileged = entitlement.risk === 'Privileged';
  const latest = person.terminationDay === null ? -8 : days.offsetOf(person.terminationDay) - 12;
  const earliest = Math.max(days.offsetOf(person.hireDay) + 1, isPrivileged ? -70 : -400);
  if (earliest > latest || (isPrivileged && person.status === 'terminated')) return null;
  const submitted = days.workday(rng.int(earliest, latest));
  if (days.at(submitted) < person.hireDay) return null;
  return makeRequest(rng, pool, { console, person, entitlement, submitted, start: rng.int(0, 3) });
}

export interface Window {
  console: PopulatedApp;
  person: Person;
  entitlement: Entitlement;
  /** Offset of the day of submission. */
  submitted: number;
  /** Days from the last decision to the start of the access. */
  start: number;
}

export function makeRequest(rng: Rng, pool: RequestPool, window: Window): AccessRequest {
  const { console, person, entitlement, submitted, start } = window;
  const submittedMs = pool.days.ms(submitted, rng.int(8, 16), rng.int(0, 59)) + rng.int(0, 59) * SECOND_MS;
  const approvals = makeApprovals(rng, pool, { person, entitlement, submittedMs });
  const decidedDay = dayOf(approvals.at(-1)?.decidedMs ?? submittedMs);
  const from = earlier(addDays(decidedDay, start), pool.days.today);
  const end = accessEnd(console.population, person);
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
  const { days } = pool;
  let decidedMs = submittedMs;
  return stepsFor(entitlement.risk).map(step => {
    const due = Math.min(days.officeTime(decidedMs + rng.int(25, 900) * 60_000), days.pastMs - 3_600_000);
    decidedMs = toTheSecond(due, `${pool.world.seed}/${person.workerId}/${entitlement.code}/${step}/${due}`);
    const approver =
      step === 'Line manager'
        ? person.manager
        : step === 'Access Risk'
          ? rng.pick(pool.analysts)
          : entitlement.owner;
    const key = `${pool.world.seed}/${person.workerId}/${entitlement.code}/${step}`;
    return {
      step,
      ...deciderOf(pool.world, {
        approver: must(approver, `${step} of ${person.workerId}`),
        step,
        decidedMs,
        key,
      }),
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

/** One number in two and a half minutes: whose requests come in between moves no other number. */
const NUMBER_MS = 150_000;
const FIRST_NUMBER = 180_100;
/** Before anything that a company remembers. */
const FIRST_MS = instant('2023-11-01');

/** Numbers requests by the time of submission, enters them in the world and ties the grants to them. */
export function enterRequests(world: World, drawn: readonly DrawnRequest[]): void {
  const sorted = [...drawn].sort(
    (a, b) => a.request.submittedMs - b.request.submittedMs || (sortKey(a) < sortKey(b) ? -1 : 1),
  );
  let last = FIRST_NUMBER;
  for (const { request, account } of sorted) {
    last = Math.max(last + 1, dueNumber(request.submittedMs));
    request.id = `AR-${last}`;
    world.requests[request.id] = request;
    const grant = account.grants.find(item => item.code === request.code && item.source === 'request');
    if (grant) grant.requestId = request.id;
  }
}

/** The first free number from that on which is due at an instant. */
export function requestNumberAt(requests: Readonly<Record<string, AccessRequest>>, ms: number): string {
  let number = dueNumber(ms);
  while (requests[`AR-${number}`]) number++;
  return `AR-${number}`;
}

function dueNumber(ms: number): number {
  return FIRST_NUMBER + Math.floor((ms - FIRST_MS) / NUMBER_MS);
}

function sortKey({ request }: DrawnRequest): string {
  return `${request.beneficiary} ${request.app}/${request.code}`;
}
