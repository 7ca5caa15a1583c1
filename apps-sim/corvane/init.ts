import { type Account, dayOf, earlier, later, must, type SodRule, type World } from '#range';
import { covers } from './dates.ts';
import { type Change, editorsOf, holdRecords, writeHistory } from './past.ts';
import { masterOf } from './population.ts';
import { assignmentKey, type Role, type State, type UserMaster } from './state.ts';

const APP = 'corvane';

/** The console's state at the start: every fact of the world that Corvane holds. */
export function init(world: World): State {
  const state: State = {
    audit: [],
    counters: {},
    users: {},
    roleAssignments: {},
    roles: rolesOf(world),
    lockEntries: {},
    changeDocuments: {},
    conflictRules: conflictRulesOf(world),
  };
  const past: Change[] = [];
  for (const key of Object.keys(world.accounts).sort()) {
    const account = world.accounts[key];
    if (account?.app === APP) past.push(...addAccount(state, world, account));
  }
  const editors = editorsOf(world);
  writeHistory(state, world, { past, editors });
  holdRecords(state, world, editors);
  return state;
}

/** Adds a user with its roles; gives what must have been changed for it. */
function addAccount(state: State, world: World, account: Account): Change[] {
  const master = userOf(world, account);
  const user = master.userId;
  state.users[user] = master;
  const today = dayOf(world.nowMs);
  const created = { user, field: 'User master', after: 'created', transaction: 'UA01', byHand: false };
  const past: Change[] = [{ day: master.createdDay, ...created }];
  for (const { code: role, from, to, source } of account.grants) {
    const allowed = state.roles[role]?.companyCodes ?? [];
    const isAllowed = allowed.length === 0 || allowed.includes(master.companyCode);
    const companyCode = isAllowed ? master.companyCode : (allowed[0] ?? '');
    const row = { user, role, from, to, companyCode, active: covers({ from, to }, today) };
    state.roleAssignments[assignmentKey(row)] = row;
    const day = later(master.createdDay, earlier(from, today));
    const byHand = source === 'request';
    past.push({ day, user, field: 'Role', after: role, transaction: 'UA02', byHand });
  }
  return past;
}

function userOf(world: World, account: Account): UserMaster {
  const master = must(masterOf(account), `master of ${account.nativeId}`);
  const { workerId, displayName, personNumber, companyCode, lastUsedMs } = account;
  const isTechnical = master.type !== 'A';
  const person = workerId && !isTechnical ? world.persons[workerId] : undefined;
  return {
    userId: account.nativeId,
    workerId,
    ...master,
    firstName: person?.familyName ? person.givenName : '',
    lastName: person ? person.familyName || person.givenName : displayName,
    jobTitle: person ? (world.positions[person.position]?.title ?? '') : isTechnical ? 'Technical user' : '',
    department: person?.department ?? '',
    costCenter: person?.costCenter ?? '',
    mail: person?.mail ?? '',
    phone: person?.workPhone ?? '',
    personnelNo: personNumber ?? '',
    companyCode: companyCode ?? '',
    initialPassword: lastUsedMs === null,
    handedTo: null,
    passwordDay: account.passwordChangedDay,
    lastLogonMs: lastUsedMs,
    createdDay: account.createdDay,
  };
}

function rolesOf(world: World): Record<string, Role> {
  const roles: Record<string, Role> = {};
  for (const key of Object.keys(world.entitlements).sort()) {
    const found = world.entitlements[key];
    if (found?.app !== APP) continue;
    roles[found.code] = {
      code: found.code,
      name: found.description || found.name,
      isComposite: found.kind === 'composite-role',
      contains: found.contains.map(code => code.replace(`${APP}/`, '')),
      companyCodes: found.companyCodes,
      risk: found.risk,
      owner: world.persons[found.owner]?.displayName ?? found.owner,
    };
  }
  return roles;
}

function conflictRulesOf(world: World): Record<string, SodRule> {
  const own = (side: string[]): string[] =>
    side.filter(key => key.startsWith(`${APP}/`)).map(key => key.slice(APP.length + 1));
  const rules: Record<string, SodRule> = {};
  for (const id of Object.keys(world.sodRules).sort()) {
    const rule = world.sodRules[id];
    if (!rule) continue;
    const left = own(rule.left);
    const right = own(rule.right);
    if (left.length > 0 && right.length > 0) rules[id] = { ...rule, left, right };
  }
  return rules;
}
