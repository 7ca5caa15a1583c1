import { dayOf } from '../core/calendar.ts';
import { UsageError, unknownName } from '../core/errors.ts';
import { nearest } from '../core/suggest.ts';
import { riskAnalysts, sodConflicts, stepsFor } from './approvals.ts';
import { accountsOf } from './find.ts';
import { birthrightOf } from './grants.ts';
import { heldKeys } from './sod.ts';
import { sortedValues } from './sorted.ts';
import type {
  AccessRequest,
  Account,
  AppName,
  Department,
  Entitlement,
  Grant,
  Person,
  Ticket,
  WorkerId,
  World,
} from './world.ts';

export {
  approvalProblems,
  latestEnd,
  rightfulApprovers,
  riskAnalysts,
  sodConflicts,
  stepsFor,
} from './approvals.ts';
export { accountKey, accountsOf, nameOf, personName } from './find.ts';

/** The person with a worker number; UsageError with the nearest number for an unknown one. */
export function personById(world: World, workerId: WorkerId): Person {
  const person = world.persons[workerId];
  if (person) return person;
  throw new UsageError(`Unknown worker "${workerId}".`, {
    where: `the world of seed ${world.seed}`,
    nearest: nearest(workerId, Object.keys(world.persons)) ?? '',
  });
}

/** People who work today, by worker number: contingent workers and interns too. */
export function activePersons(world: World): Person[] {
  return sortedValues(world.persons).filter(person => person.status === 'active');
}

/** Employees who work today, by worker number. */
export function activeEmployees(world: World): Person[] {
  return activePersons(world).filter(person => person.kind === 'employee');
}

/** All departments, by code. */
export function departmentsOf(world: World): Department[] {
  return [...sortedValues(world.departments)];
}

/** Workers whose records are doubtful, of frozen lists: asked for each of many people. */
const doubted = new WeakMap<World['dirt'], ReadonlySet<WorkerId>>();

/** Whether a task can be drawn around a worker: no dirt makes the records doubtful. */
export function isClear({ dirt }: Pick<World, 'dirt'>, workerId: WorkerId): boolean {
  const known = doubted.get(dirt) ?? new Set(dirt.flatMap(stain => stain.workerId ?? []));
  if (Object.isFrozen(dirt)) doubted.set(dirt, known);
  return !known.has(workerId);
}

/** Whether the one who answers for an entitlement is at work. */
export function isOwned(world: World, { owner }: Entitlement): boolean {
  return world.persons[owner]?.status === 'active';
}

/** People of a department, whatever their status. */
export function personsIn(world: World, department: string): Person[] {
  return sortedValues(world.persons).filter(person => person.department === department);
}

/** People who show the same name on screens; two or more are namesakes. */
export function personsNamed(world: World, displayName: string): Person[] {
  return sortedValues(world.persons).filter(person => person.displayName === displayName);
}

/** A worker's manager, or null at the top. */
export function managerOf(world: World, workerId: WorkerId): Person | null {
  const { manager } = personById(world, workerId);
  return manager === null ? null : personById(world, manager);
}

/** People who report to a worker directly. */
export function reportsOf(world: World, workerId: WorkerId): Person[] {
  return sortedValues(world.persons).filter(person => person.manager === workerId);
}

/** A worker's job title. */
export function titleOf(world: World, workerId: WorkerId): string {
  return world.positions[personById(world, workerId).position]?.title ?? '';
}

/** A worker's primary account in a console, or null; one that is not deleted comes first. */
export function accountOf(world: World, app: AppName, workerId: WorkerId): Account | null {
  const own = accountsOf(world, workerId).filter(
    account => account.app === app && account.purpose === 'primary',
  );
  return own.find(account => account.status !== 'deleted') ?? own[0] ?? null;
}

/**
 * Whether a worker has an administrator account or role, so that one operator alone must not change
 * credentials.
 */
export function isPrivileged(world: World, workerId: WorkerId): boolean {
  return accountsOf(world, workerId).some(
    account => account.status !== 'deleted' && (account.purpose === 'admin' || account.adminRoles.length > 0),
  );
}

/**
 * Employees with an active account in each of the consoles, by worker number: those whom one operator
 * alone may serve. The operator, people with administrator accounts or roles and those of doubtful records are left out.
 */
export function ordinaryUsers(world: World, ...apps: AppName[]): Person[] {
  return activeEmployees(world).filter(({ workerId }) => {
    if (workerId === world.operator.workerId || isPrivileged(world, workerId)) return false;
    if (!isClear(world, workerId)) return false;
    return apps.every(app => accountOf(world, app, workerId)?.status === 'active');
  });
}

/** What can be granted in a console, by code. */
export function entitlementsOf(world: World, app: AppName): Entitlement[] {
  return sortedValues(world.entitlements).filter(entitlement => entitlement.app === app);
}

/** The entitlement of a console by its code; UsageError with the nearest code for an unknown one. */
export function entitlementOf(world: World, app: AppName, code: string): Entitlement {
  const entitlement = world.entitlements[`${app}/${code}`];
  if (entitlement) return entitlement;
  throw unknownName('entitlement', code, {
    known: entitlementsOf(world, app).map(item => item.code),
    where: app,
  });
}

/** Accounts that hold an entitlement today. */
export function holdersOf(world: World, app: AppName, code: string): Account[] {
  return sortedValues(world.accounts).filter(
    account => account.app === app && account.status !== 'deleted' && grantOf(world, account, code) !== null,
  );
}

/** The grant of an entitlement that an account holds today or later, or null. */
export function grantOf(world: World, account: Account, code: string): Grant | null {
  const today = dayOf(world.nowMs);
  return (
    account.grants.find(grant => grant.code === code && (grant.to === null || grant.to >= today)) ?? null
  );
}

/** What a worker gets without asking, as `${app}/${code}`. */
export function birthrightKeysOf(world: World, workerId: WorkerId): string[] {
  return birthrightOf(world, personById(world, workerId));
}

/** Requests for a worker, oldest first. */
export function requestsFor(world: World, workerId: WorkerId): AccessRequest[] {
  const own = sortedValues(world.requests).filter(request => request.beneficiary === workerId);
  return own.sort((a, b) => a.submittedMs - b.submittedMs || (a.id < b.id ? -1 : 1));
}

/** Tickets about a worker, oldest first. */
export function ticketsAbout(world: World, workerId: WorkerId): Ticket[] {
  const own = sortedValues(world.tickets).filter(ticket => ticket.caller === workerId);
  return own.sort((a, b) => a.openedMs - b.openedMs || (a.number < b.number ? -1 : 1));
}

/**
 * Active people who could rightly be given an entitlement on a request: with an active account, without the
 * entitlement (by itself or inside another: nobody asks for what they have), free of conflicts, in a company code
 * that it covers, and with approvers at work other than themselves. The operator, people with administrator accounts
 * and those of doubtful records are left out.
 */
export function candidatesFor(world: World, app: AppName, code: string): Person[] {
  const entitlement = entitlementOf(world, app, code);
  const analysts = riskAnalysts(world);
  if (stepsFor(entitlement.risk).includes('Entitlement owner') && !isOwned(world, entitlement)) return [];
  return activePersons(world).filter(person => {
    if (!isClear(world, person.workerId)) return false;
    const account = accountOf(world, app, person.workerId);
    if (account?.status !== 'active' || person.manager === null) return false;
    if (person.workerId === world.operator.workerId || isPrivileged(world, person.workerId)) return false;
    if (entitlement.owner === person.workerId || analysts.includes(person.workerId)) return false;
    const { companyCode } = account;
    if (companyCode !== null && !entitlement.companyCodes.includes(companyCode)) return false;
    return (
      !heldKeys(world, [account], world.nowMs).has(`${app}/${code}`) &&
      sodConflicts(world, person.workerId, `${app}/${code}`).length === 0
    );
  });
}
