import {
  type Account,
  accountKey,
  accountOf,
  activeEmployees,
  addDays,
  addRequest,
  addTicket,
  approvalProblems,
  type AppName,
  candidatesFor,
  dayOf,
  entitlementOf,
  entitlementsOf,
  holdersOf,
  isClear,
  isPrivileged,
  must,
  nameOf,
  riskAnalysts,
  type Rng,
  type World,
  oneLine,
} from '#range';
import { masterOf } from '../../apps-sim/corvane/population.ts';

/** One reviewed access, and what was decided on it. */
export interface Decision {
  workerId: string;
  app: AppName;
  account: string;
  code: string;
  verdict: 'Revoke' | 'Keep';
  reviewer: string;
  day: string;
}

/** A closed campaign whose decisions are to be carried out. */
export interface Campaign {
  ticket: string;
  decisions: Decision[];
  /** The person whose access was asked for anew, and the request, which edges may bend. */
  subject: string;
  request: string;
  account: string;
  /** Another member of a group that somebody is to leave, for a mistake; empty where there is none. */
  other: { code: string; upn: string };
}

interface Given {
  world: World;
  draft: World;
  rng: Rng;
}

const SYSTEM: Record<AppName, string> = {
  harborlight: 'group {code} in Harborlight ID',
  corvane: 'role {code} in Corvane Financials',
};

/**
 * Lays a list of six decisions. Two of the four revocations were asked for and approved anew since; in one
 * list of three, somebody decided on the own access.
 */
export function drawCampaign({ world, draft, rng }: Given): Campaign {
  const day = addDays(dayOf(world.nowMs), -rng.int(5, 9));
  const [kept, keptRole, ...revoked] = drawHeld({ world, draft, rng });
  const made = [
    ...[kept, keptRole].map(held => decide(world, held, { verdict: 'Keep', day })),
    ...revoked.map(held => decide(world, held, { verdict: 'Revoke', day })),
  ];
  const [first, second, ...plain] = rng.shuffle(made.filter(({ verdict }) => verdict === 'Revoke'));
  askAnew(draft, must(first, 'a first revocation'));
  const bent = must(second, 'a second revocation');
  const request = askAnew(draft, bent);
  const decisions = rng.shuffle(made);
  if (rng.chance(1, 3)) {
    const own = rng.pick(decisions);
    own.reviewer = own.workerId;
  }
  const name = `CC-${rng.int(1101, 1189)}`;
  const caller = must(riskAnalysts(world)[0], 'a risk analyst');
  const ticket = addTicket(draft, {
    kind: 'task',
    category: 'Access',
    caller,
    shortDescription: `Carry out the decisions of ${name}`,
    description: oneLine`The campaign ${name} on access by request is closed and signed off. Its decisions
      stand under Variables. Please carry them out in both consoles as KB-10 says, and close this task with
      what was revoked and what was not.`,
    item: { name: `Decisions of ${name}`, variables: decisions.map((made, i) => lineOf(world, made, i + 1)) },
  });
  return {
    ticket: ticket.number,
    decisions,
    subject: bent.workerId,
    request,
    account: `${bent.app}/${bent.account}`,
    other: otherMember(world, plain),
  };
}

/** Whether the access was asked for and approved again after the decision. */
export function isApprovedAnew(world: World, { workerId, app, code, day }: Decision): boolean {
  const asked = Object.values(world.requests).filter(
    request => request.beneficiary === workerId && request.app === app && request.code === code,
  );
  return asked.some(one => dayOf(one.submittedMs) > day && approvalProblems(world, one).length === 0);
}

interface Held {
  workerId: string;
  account: Account;
  code: string;
}

/**
 * Access by request that others decide on, of six people: one group and one role first, which stay. A small
 * company that has too little of it gets more, asked for two months ago.
 */
function drawHeld({ world, draft, rng }: Given): Held[] {
  const open = rng.shuffle(activeEmployees(world).flatMap(({ workerId }) => heldBy(world, workerId)));
  const taken = new Set<string>();
  const take = (app: AppName, count: number): Held[] => {
    const found: Held[] = [];
    const from = (list: readonly Held[], get = (held: Held): Held => held): void => {
      for (const held of list) {
        if (found.length === count) return;
        if (taken.has(held.workerId)) continue;
        taken.add(held.workerId);
        found.push(get(held));
      }
    };
    from(open.filter(({ account }) => account.app === app));
    if (found.length < count) from(grantable(world, app), held => layHeld(draft, held));
    return found;
  };
  const [keptRole, ...roles] = take('corvane', 2);
  const [kept, ...groups] = take('harborlight', 4);
  return [must(kept, 'a group that stays'), must(keptRole, 'a role that stays'), ...groups, ...roles];
}

/** Days since a small company's people asked for what it has too little of. */
const ASKED_DAYS = 60;

/** What employees of some months could rightly have been given. */
function grantable(world: World, app: AppName): Held[] {
  const since = addDays(dayOf(world.nowMs), -2 * ASKED_DAYS);
  const plain = entitlementsOf(world, app).filter(
    ({ kind, risk, successor }) =>
      (kind === 'group' || kind === 'role') && risk !== 'Privileged' && successor === null,
  );
  return plain
    .filter(({ requestable }) => requestable)
    .flatMap(({ code }) =>
      candidatesFor(world, app, code)
        .filter(({ kind, hireDay }) => kind === 'employee' && hireDay < since)
        .map(({ workerId }) => ({
          workerId,
          code,
          account: must(accountOf(world, app, workerId), workerId),
        })),
    )
    .filter(({ account }) => isReviewable(world, account));
}

/** Gives the access, on a request of two months ago. */
function layHeld(draft: World, held: Held): Held {
  const { workerId: beneficiary, account, code } = held;
  const from = addDays(dayOf(draft.nowMs), 5 - ASKED_DAYS);
  const asked = { beneficiary, app: account.app, code, from, to: null, daysAgo: ASKED_DAYS };
  const { id: requestId } = addRequest(draft, asked);
  const { grants } = must(draft.accounts[accountKey(account)], account.nativeId);
  grants.push({ code, source: 'request', requestId, from, to: null });
  return held;
}

function heldBy(world: World, workerId: string): Held[] {
  const { operator } = world;
  if (workerId === operator.workerId || isPrivileged(world, workerId) || !isClear(world, workerId)) return [];
  if ((world.persons[workerId]?.manager ?? null) === null || riskAnalysts(world).includes(workerId))
    return [];
  return ['harborlight', 'corvane'].flatMap(app => {
    const account = accountOf(world, app, workerId);
    if (account?.status !== 'active' || !isReviewable(world, account)) return [];
    return account.grants
      .filter(({ source, to, from }) => source === 'request' && to === null && from < dayOf(world.nowMs))
      .filter(({ code }) => isReviewed(world, account, code))
      .map(({ code }) => ({ workerId, account, code }));
  });
}

/** Whether an operator may change the account, and sees its access as it is: no role hides in another. */
function isReviewable(world: World, account: Account): boolean {
  const { app, grants } = account;
  const isComposed = grants.some(({ code }) => entitlementOf(world, app, code).contains.length > 0);
  return masterOf(account)?.userGroup !== 'SUPER' && !(app === 'corvane' && isComposed);
}

function isReviewed(world: World, { app, workerId, grants }: Account, code: string): boolean {
  const { kind, risk, owner, requestable } = entitlementOf(world, app, code);
  const isSingle = grants.filter(grant => grant.code === code).length === 1;
  const isPlain = kind === 'group' || kind === 'role';
  return isSingle && isPlain && requestable && risk !== 'Privileged' && owner !== workerId;
}

function decide(
  world: World,
  held: Held | undefined,
  { verdict, day }: { verdict: Decision['verdict']; day: string },
): Decision {
  const { workerId, account, code } = must(held, 'access by request');
  const reviewer = must(world.persons[workerId]?.manager ?? undefined, `manager of ${workerId}`);
  return { workerId, app: account.app, account: account.nativeId, code, verdict, reviewer, day };
}

/** A request for the reviewed access, handed in and approved after the decision; gives its number. */
function askAnew(draft: World, { workerId, app, code }: Decision): string {
  const justification = 'Still needed, see the handover list of the team';
  return addRequest(draft, { beneficiary: workerId, app, code, daysAgo: 2, justification }).id;
}

function lineOf(world: World, made: Decision, n: number): { label: string; value: string } {
  const { workerId, app, account, code, verdict, reviewer, day } = made;
  const what = (SYSTEM[app] ?? '').replace('{code}', code);
  return {
    label: `${n}. ${nameOf(world, workerId)}: ${what}, user ${account}`,
    value: `${verdict}, decided by ${nameOf(world, reviewer)} on ${day}`,
  };
}

/** A member whom nobody decided on, of a group that somebody is to leave. */
function otherMember(world: World, plain: readonly Decision[]): Campaign['other'] {
  const left = plain.find(({ app }) => app === 'harborlight');
  if (!left) return { code: '', upn: '' };
  const members = holdersOf(world, 'harborlight', left.code).filter(
    ({ workerId, status }) => workerId !== left.workerId && status === 'active',
  );
  return { code: left.code, upn: members[0]?.nativeId ?? '' };
}
