import {
  departmentsOf,
  type Account,
  accountOf,
  activeEmployees,
  addRequest,
  addTicket,
  candidatesFor,
  dayOf,
  type Department,
  entitlementOf,
  entitlementsOf,
  grantOf,
  isOwned,
  movePerson,
  must,
  ordinaryUsers,
  type Person,
  reportsOf,
  type Rng,
  sodConflicts,
  titleOf,
  type World,
  oneLine,
} from '#range';
import { masterOf } from '../../apps-sim/corvane/population.ts';

/** Who moves where, what goes and what comes, as the ticket lists it. */
export interface Move {
  ticket: string;
  subject: string;
  upn: string;
  erpUser: string;
  /** The new department, as HR prints it. */
  to: string;
  effective: string;
  oldGroups: string[];
  oldRoles: string[];
  role: string;
  companyCode: string;
  roleRequest: string;
  group: string;
  groupRequest: string;
  /** The request that an edge may bend: the one behind the ticket, or the one that its text names. */
  request: string;
  account: string;
  isPending: boolean;
  /** Somebody and something near by, for the mistakes; empty where there is nothing. */
  other: { upn: string; group: string; role: string };
}

interface Plan {
  person: Person;
  department: Department;
  harborlight: Account;
  corvane: Account;
  oldGroups: string[];
  oldRoles: string[];
  group: string;
  role: string;
}

interface Given {
  world: World;
  draft: World;
  rng: Rng;
}

/** Lays a change of department: the HR event, two approved requests of the new job, and the ticket. */
export function drawMove({ world, draft, rng }: Given): Move {
  const plan = must(drawPlan(world, rng), 'somebody who can move');
  const { person, department, harborlight, corvane, oldGroups, oldRoles, group, role } = plan;
  const { workerId: subject, displayName } = person;
  const effective = dayOf(world.nowMs);
  const isPending = rng.chance(1, 5);
  movePerson(draft, {
    workerId: subject,
    department: department.code,
    title: titleIn(world, rng, department.code),
    effective,
    isPending,
  });
  const justification = `New job in ${department.name}`;
  const asked = { beneficiary: subject, justification };
  const roleRequest = addRequest(draft, { ...asked, app: 'corvane', code: role }).id;
  const groupRequest = addRequest(draft, { ...asked, app: 'harborlight', code: group }).id;
  const from = must(world.departments[person.department], person.department).name;
  const { nativeId: upn } = harborlight;
  const { nativeId: erpUser } = corvane;
  const companyCode = corvane.companyCode ?? '';
  const lineManager = person.manager ?? subject;
  const ticket = addTicket(draft, {
    kind: 'task',
    category: 'Lifecycle',
    caller: lineManager,
    openedBy: handedInBy(world, draft, [roleRequest, groupRequest]) ?? lineManager,
    shortDescription: `Move of ${subject} to ${department.name}, ${effective}`,
    description: oneLine`${displayName} (${subject}) moves from ${from} to ${department.name} on ${effective}.
      Ends that day: ${listed('group', oldGroups)} (Harborlight ID, ${upn}) and ${listed('role', oldRoles)}
      (Corvane, ${erpUser}; end the rows on ${effective}, do not delete them). Comes: role ${role} in
      company code ${companyCode} as approved in ${roleRequest}, and group ${group} as approved in
      ${groupRequest}. What is not listed stays. All in one go: if HR or an approval is not ready, change
      nothing and hand the task on.`,
    request: roleRequest,
  });
  return {
    ticket: ticket.number,
    subject,
    upn,
    erpUser,
    to: department.name,
    effective,
    oldGroups,
    oldRoles,
    role,
    companyCode,
    roleRequest,
    group,
    groupRequest,
    request: rng.chance(1, 2) ? roleRequest : groupRequest,
    account: `harborlight/${upn}`,
    isPending,
    other: nearBy(world, rng, plan),
  };
}

/**
 * Somebody of HR Operations who decides on none of the requests: the name of a decider must stand on the
 * approval alone.
 */
function handedInBy(world: World, draft: World, requests: readonly string[]): string | undefined {
  const deciders = requests.flatMap(
    id => draft.requests[id]?.approvals.map(({ approver }) => approver) ?? [],
  );
  return activeEmployees(world).find(
    ({ department, workerId }) => department.startsWith('HRO') && !deciders.includes(workerId),
  )?.workerId;
}

function listed(noun: string, codes: readonly string[]): string {
  return `${noun}${codes.length === 1 ? '' : 's'} ${codes.join(', ')}`;
}

/** The first person, in a drawn order, and the first department that fit together. */
function drawPlan(world: World, rng: Rng): Plan | undefined {
  const departments = rng.shuffle(
    departmentsOf(world).filter(
      ({ head }) => world.persons[head ?? '']?.status === 'active' && head !== world.operator.workerId,
    ),
  );
  const people = ordinaryUsers(world, 'harborlight', 'corvane');
  for (const person of rng.shuffle(people.filter(who => isMovable(world, who)))) {
    for (const department of departments) {
      const plan = planFor(world, person, department);
      if (plan) return plan;
    }
  }
  return undefined;
}

/** No leader, and with no composite role that would hide a role from the list. */
function isMovable(world: World, { workerId, manager }: Person): boolean {
  const corvane = accountOf(world, 'corvane', workerId);
  return (
    manager !== null &&
    corvane !== null &&
    masterOf(corvane)?.userGroup !== 'SUPER' &&
    corvane.grants.every(({ code }) => entitlementOf(world, 'corvane', code).kind === 'role') &&
    reportsOf(world, workerId).length === 0
  );
}

function planFor(world: World, person: Person, department: Department): Plan | undefined {
  const { workerId } = person;
  const harborlight = accountOf(world, 'harborlight', workerId);
  const corvane = accountOf(world, 'corvane', workerId);
  if (!harborlight || !corvane) return undefined;
  if (department.code === person.department || department.head === workerId) return undefined;
  const before = birthrightIn(world, person.department);
  const after = birthrightIn(world, department.code);
  const goes = (account: Account): string[] =>
    before
      .filter(key => key.startsWith(`${account.app}/`) && !after.includes(key))
      .map(key => key.slice(account.app.length + 1))
      .filter(code => isOpenEnded(world, account, code));
  const comes = (account: Account): string[] =>
    after
      .filter(key => key.startsWith(`${account.app}/`) && !before.includes(key))
      .map(key => key.slice(account.app.length + 1))
      .filter(code => isGrantable(world, account, code));
  const [oldGroups, oldRoles] = [goes(harborlight), goes(corvane)];
  const [group] = comes(harborlight);
  const [role] = comes(corvane);
  const isWhole = oldGroups.length > 0 && oldRoles.length > 0 && group !== undefined && role !== undefined;
  return isWhole ? { person, department, harborlight, corvane, oldGroups, oldRoles, group, role } : undefined;
}

function birthrightIn(world: World, department: string): string[] {
  return world.businessRoles[`BR-${department}`]?.entitlements ?? [];
}

/** Whether a grant is held today and beyond, by hand and not by a rule. */
function isOpenEnded(world: World, account: Account, code: string): boolean {
  const grant = grantOf(world, account, code);
  const { kind } = entitlementOf(world, account.app, code);
  return grant !== null && grant.to === null && (kind === 'group' || kind === 'role');
}

/** Whether the person could be given it on a request that others decide, without a conflict of duties. */
function isGrantable(world: World, account: Account, code: string): boolean {
  const item = entitlementOf(world, account.app, code);
  const { requestable, risk, successor, owner, kind, companyCodes } = item;
  const { companyCode } = account;
  const isOthers = owner !== account.workerId && isOwned(world, item);
  const isFree = requestable && successor === null && risk !== 'Privileged' && isOthers;
  return (
    isFree &&
    (kind === 'group' || kind === 'role') &&
    (companyCode === null || companyCodes.includes(companyCode)) &&
    grantOf(world, account, code) === null &&
    sodConflicts(world, account.workerId ?? '', `${account.app}/${code}`).length === 0
  );
}

function titleIn(world: World, rng: Rng, department: string): string {
  const head = world.departments[department]?.head;
  const colleagues = activeEmployees(world).filter(p => p.department === department && p.workerId !== head);
  return colleagues.length > 0 ? titleOf(world, rng.pick(colleagues).workerId) : 'Specialist';
}

/** A colleague who lacks the new group, a group that stays, and a role that nobody asked for. */
function nearBy(world: World, rng: Rng, { person, corvane, group, role }: Plan): Move['other'] {
  const colleagues = candidatesFor(world, 'harborlight', group).filter(
    ({ workerId }) => workerId !== person.workerId,
  );
  const roles = entitlementsOf(world, 'corvane').filter(
    ({ code, kind, companyCodes }) =>
      kind === 'role' &&
      code !== role &&
      companyCodes.includes(corvane.companyCode ?? '') &&
      grantOf(world, corvane, code) === null &&
      sodConflicts(world, person.workerId, `corvane/${code}`).length === 0,
  );
  const upn =
    colleagues.length > 0
      ? (accountOf(world, 'harborlight', rng.pick(colleagues).workerId)?.nativeId ?? '')
      : '';
  return { upn, group: 'APP-Postbay-User', role: roles.length > 0 ? rng.pick(roles).code : '' };
}
