import { masterOf } from '../../apps-sim/corvane/population.ts';
import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';
import { addDays, dayOf, instant } from '../../src/core/calendar.ts';
import { recordOf } from '../../src/world/dirt/define-dirt.ts';
import { approvalProblems, birthrightKeysOf, sodConflicts } from '../../src/world/questions.ts';
import type { Account, Grant, World } from '../../src/world/world.ts';

/** A breach of what holds in every clean world, and the worker whom it is about. */
export interface Breach {
  kind:
    | 'account'
    | 'leaver'
    | 'contract'
    | 'manager'
    | 'approval'
    | 'duties'
    | 'unique'
    | 'date'
    | 'reference';
  workerId: string | null;
  text: string;
  /** The record that it lies in, as labels of dirt name it, where that is not the person's. */
  record?: string;
}

type Report = (kind: Breach['kind'], workerId: string | null, text: string, record?: string) => void;

/** Every breach of the invariants of a clean world that no label of dirt explains. */
export function breaches(world: World): Breach[] {
  const records = new Set(world.dirt.map(({ record }) => record));
  const doubted = new Set(world.dirt.flatMap(({ workerId }) => workerId ?? []));
  return allBreaches(world).filter(
    ({ workerId, record = '' }) => !records.has(record) && !doubted.has(workerId ?? ''),
  );
}

/** Every breach of the invariants of a clean world. */
export function allBreaches(world: World): Breach[] {
  const found: Breach[] = [];
  const report: Report = (kind, workerId, text, record) =>
    found.push({ kind, workerId, text, ...(record === undefined ? {} : { record }) });
  checkPersons(world, report);
  checkManagers(world, report);
  for (const account of Object.values(world.accounts)) checkAccount(world, account, report);
  checkAccountCounts(world, report);
  checkUnique(world, report);
  checkReferences(world, report);
  return found;
}

function checkPersons(world: World, report: Report): void {
  const today = dayOf(world.nowMs);
  for (const person of Object.values(world.persons)) {
    const { workerId } = person;
    if (sodConflicts(world, workerId).length > 0) report('duties', workerId, 'holds both sides of a rule');
    if (person.status === 'prehire' ? person.hireDay <= today : person.hireDay > today) {
      report('date', workerId, `${person.status} since ${person.hireDay}`);
    }
    if (
      person.status === 'terminated' &&
      (person.terminationDay === null || person.terminationDay >= today)
    ) {
      report('date', workerId, 'terminated without a past day');
    }
    if (person.kind !== 'contingent') continue;
    if (person.contractEnd === null) report('contract', workerId, 'no contract end');
    if (person.contractEnd && person.contractEnd > addDays(today, 366))
      report('contract', workerId, 'contract beyond a year');
    if (world.persons[person.sponsor ?? '']?.status !== 'active')
      report('contract', workerId, 'no active sponsor');
  }
}

function checkManagers(world: World, report: Report): void {
  for (const person of Object.values(world.persons)) {
    let level = 1;
    let above = person.manager;
    while (above !== null && level <= 10) {
      const manager = world.persons[above];
      if (manager?.status !== 'active' || manager.kind !== 'employee') {
        report('manager', person.workerId, `manager ${above} is not an active employee`);
      }
      above = manager?.manager ?? null;
      level += 1;
    }
    if (level > 7) report('manager', person.workerId, 'too deep or a circle');
    const position = world.positions[person.position];
    if (!position) report('reference', person.workerId, `position ${person.position}`);
    const upper = position?.reportsTo ?? null;
    if (upper !== (person.manager === null ? null : world.persons[person.manager]?.position)) {
      report('manager', person.workerId, 'position does not report to the position of the manager');
    }
    if (position && position.incumbent !== (person.status === 'terminated' ? null : person.workerId)) {
      report('manager', person.workerId, 'incumbent differs');
    }
  }
}

function checkAccount(world: World, account: Account, given: Report): void {
  const { workerId, status, purpose } = account;
  const person = world.persons[workerId ?? ''];
  const report: Report = (kind, worker, text) => given(kind, worker, text, recordOf(account));
  const isLive = status === 'active' || status === 'suspended' || masterOf(account)?.lock === 0;
  if (isLive && purpose !== 'emergency' && !(person && ['active', 'leave'].includes(person.status))) {
    report('account', workerId, `${account.nativeId} is live without a working person`);
  }
  if (status === 'active' && person?.status === 'leave' && account.app === 'harborlight') {
    report('account', workerId, `${account.nativeId} is active during leave`);
  }
  if (person?.status === 'terminated') {
    if (isLive) report('leaver', workerId, `${account.nativeId} is ${status}`);
    if (signInOf(account).sessions.length > 0) report('leaver', workerId, `${account.nativeId} has sessions`);
    const master = masterOf(account);
    if (master && (master.userGroup !== 'TERMINATED' || master.validTo !== person.terminationDay)) {
      report('leaver', workerId, `${account.nativeId} is not closed`);
    }
  }
  checkSignIn(world, account, report);
  for (const grant of account.grants) checkGrant(world, { account, grant }, report);
}

/** Whoever is signed in has signed in, and whom a synced group holds comes from where the group does. */
function checkSignIn(world: World, account: Account, report: Report): void {
  const { workerId, app, nativeId, grants, lastUsedMs } = account;
  const { sessions, source } = signInOf(account);
  const isAfter = sessions.some(({ startedMs }) => startedMs > (lastUsedMs ?? 0));
  if (isAfter) report('account', workerId, `${nativeId} has a session from after the last sign-in`);
  const groups = grants.map(({ code }) => world.entitlements[`${app}/${code}`]);
  if (source === 'Cloud' && groups.some(group => group?.kind === 'synced-group'))
    report('account', workerId, `${nativeId} is no account of the premises, and in a group of theirs`);
}

function checkGrant(
  world: World,
  { account, grant }: { account: Account; grant: Grant },
  report: Report,
): void {
  const { workerId, app, nativeId } = account;
  const person = world.persons[workerId ?? ''];
  const entitlement = world.entitlements[`${app}/${grant.code}`];
  const name = `${nativeId} ${grant.code}`;
  if (!entitlement || !person) {
    report('reference', workerId, `${name} does not resolve`);
    return;
  }
  if (grant.from < person.hireDay) report('date', workerId, `${name} starts before the job`);
  if (grant.to !== null && grant.to < grant.from) report('date', workerId, `${name} ends before it starts`);
  if (person.kind === 'contingent' && (grant.to === null || grant.to > (person.contractEnd ?? ''))) {
    report('contract', workerId, `${name} outlives the contract`);
  }
  const code = account.companyCode;
  if (code && !entitlement.companyCodes.includes(code))
    report('reference', workerId, `${name} not in ${code}`);
  if (grant.source === 'birthright') {
    if (!birthrightKeysOf(world, person.workerId).includes(`${app}/${grant.code}`)) {
      report('approval', workerId, `${name} is no birthright`);
    }
    return;
  }
  const request = world.requests[grant.requestId ?? ''];
  if (!request || request.beneficiary !== workerId || request.code !== grant.code || request.app !== app) {
    report('approval', workerId, `${name} has no request of its own`);
    return;
  }
  const atMs = Math.min(instant(grant.from, 23, 59), world.nowMs);
  const problems = approvalProblems(world, request, atMs);
  if (problems.length > 0) report('approval', workerId, `${name}: ${problems.join('; ')}`);
  if (request.to !== grant.to || request.from !== grant.from)
    report('date', workerId, `${name} differs from request`);
}

function checkAccountCounts(world: World, report: Report): void {
  const primaries = new Set<string>();
  for (const account of Object.values(world.accounts)) {
    if (account.purpose !== 'primary' || account.workerId === null) continue;
    const key = `${account.app} ${account.workerId}`;
    if (primaries.has(key)) report('account', account.workerId, `two primary accounts in ${account.app}`);
    primaries.add(key);
  }
  for (const account of Object.values(world.accounts)) {
    const hasPrimary = primaries.has(`harborlight ${account.workerId}`);
    if (account.purpose === 'admin' && !hasPrimary)
      report('account', account.workerId, 'admin account alone');
  }
  for (const app of ['harborlight', 'corvane']) {
    const admins = Object.values(world.accounts).filter(
      account => account.app === app && account.purpose === 'admin',
    );
    if (admins.length < 2) report('account', null, `fewer than two administrators in ${app}`);
  }
}

function checkUnique(world: World, report: Report): void {
  const unique = (what: string, values: string[]): void => {
    const folded = values.map(value => value.toLowerCase());
    if (new Set(folded).size !== folded.length) report('unique', null, `${what} repeat`);
  };
  unique(
    'mails',
    Object.values(world.persons).map(person => person.mail),
  );
  unique(
    'accounts',
    Object.values(world.accounts).map(account => `${account.app}/${account.nativeId}`),
  );
  unique(
    'items',
    Object.values(world.tickets).flatMap(ticket => (ticket.item ? [ticket.item.number] : [])),
  );
  // The second account of one person has the number of the first.
  const second = new Set(world.dirt.map(({ record }) => record));
  const personnelNos = Object.values(world.accounts).filter(
    account =>
      account.personNumber !== null && account.purpose === 'primary' && !second.has(recordOf(account)),
  );
  unique(
    'personnel numbers',
    personnelNos.map(account => account.personNumber ?? ''),
  );
  for (const [key, id] of [
    ...Object.entries(world.persons).map(([id, person]) => [id, person.workerId]),
    ...Object.entries(world.accounts).map(([id, account]) => [id, `${account.app}/${account.nativeId}`]),
    ...Object.entries(world.requests).map(([id, request]) => [id, request.id]),
    ...Object.entries(world.tickets).map(([id, ticket]) => [id, ticket.number]),
    ...Object.entries(world.entitlements).map(([id, item]) => [id, `${item.app}/${item.code}`]),
  ]) {
    if (key !== id) report('unique', null, `${key} is filed as ${id}`);
  }
  for (const id of Object.keys(world.persons)) {
    if (!/^(E1\d{5}|C0\d{5}|I3\d{5})$/.test(id)) report('unique', id, 'worker number');
  }
}

function checkReferences(world: World, report: Report): void {
  const person = (id: string | null, where: string): void => {
    if (id !== null && !world.persons[id]) report('reference', id, where);
  };
  for (const { head, code, parent } of Object.values(world.departments)) {
    person(head, `head of ${code}`);
    if (parent !== null && !world.departments[parent]) report('reference', null, `parent of ${code}`);
  }
  for (const item of Object.values(world.entitlements)) {
    if (world.persons[item.owner]?.status !== 'active')
      report('reference', item.owner, `owner of ${item.code}`, `entitlements/${item.app}/${item.code}`);
    for (const code of [...item.contains, ...(item.successor ? [item.successor] : [])]) {
      if (!world.entitlements[`${item.app}/${code}`]) report('reference', null, `${item.code} names ${code}`);
    }
  }
  const listed = [
    ...Object.values(world.businessRoles).flatMap(role => role.entitlements),
    ...Object.values(world.sodRules).flatMap(rule => [...rule.left, ...rule.right]),
  ];
  for (const key of listed) if (!world.entitlements[key]) report('reference', null, key);
  for (const request of Object.values(world.requests)) {
    person(request.requester, request.id);
    for (const approval of request.approvals) person(approval.approver, request.id);
  }
  for (const ticket of Object.values(world.tickets)) {
    for (const id of [ticket.caller, ticket.openedBy, ticket.assignee]) person(id, ticket.number);
    for (const comment of ticket.comments) {
      person(comment.author, ticket.number);
      if (comment.atMs < ticket.openedMs || comment.atMs > world.nowMs)
        report('date', null, `note of ${ticket.number}`);
    }
    const request = ticket.item?.requestId ?? null;
    if (request !== null && !world.requests[request])
      report('reference', null, `${ticket.number} names ${request}`);
    if (ticket.openedMs > world.nowMs) report('date', null, `${ticket.number} lies ahead`);
  }
  for (const event of world.hrEvents) person(event.workerId, 'HR event');
  for (const account of Object.values(world.accounts)) person(account.workerId, account.nativeId);
}
