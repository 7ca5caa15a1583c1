import { type Account, type Day, dayOf, earlier, instant, must, type Person, type World } from '#range';
import { masterOf } from './population.ts';
import {
  assignmentKey,
  type ConflictRule,
  documentNumber,
  type LockEntry,
  type Role,
  type State,
  type UserMaster,
} from './state.ts';

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
  for (const key of Object.keys(world.accounts).sort()) {
    const account = world.accounts[key];
    if (account?.app === APP) addAccount(state, world, account);
  }
  holdRecords(state, world.nowMs);
  return state;
}

function addAccount(state: State, world: World, account: Account): void {
  const user = userOf(world, account);
  state.users[user.userId] = user;
  const today = dayOf(world.nowMs);
  addDocument(state, {
    user,
    field: 'User master',
    after: 'created',
    day: user.createdDay,
    transaction: 'UA01',
  });
  for (const grant of account.grants) {
    const role = state.roles[grant.code];
    const allowed = role?.companyCodes ?? [];
    const companyCode =
      allowed.length === 0 || allowed.includes(user.companyCode) ? user.companyCode : (allowed[0] ?? '');
    const active = grant.from <= today && (grant.to === null || grant.to >= today);
    const row = { user: user.userId, role: grant.code, from: grant.from, to: grant.to, companyCode, active };
    state.roleAssignments[assignmentKey(row)] = row;
    addDocument(state, {
      user,
      field: 'Role',
      after: grant.code,
      day: earlier(grant.from, today),
      transaction: 'UA02',
    });
  }
}

function userOf(world: World, account: Account): UserMaster {
  const master = must(masterOf(account), `master of ${account.nativeId}`);
  const person = account.workerId ? world.persons[account.workerId] : undefined;
  const isPersonal = master.type === 'A';
  const isInitial = account.lastUsedMs === null;
  return {
    userId: account.nativeId,
    workerId: account.workerId,
    ...addressOf(world, isPersonal ? person : undefined, account.displayName),
    ...master,
    personnelNo: account.personNumber ?? '',
    companyCode: account.companyCode ?? '',
    initialPassword: isInitial,
    handedTo: null,
    passwordDay: account.passwordChangedDay,
    lastLogonMs: account.lastUsedMs,
    createdDay: account.createdDay,
  };
}

function addressOf(world: World, person: Person | undefined, displayName: string) {
  if (!person) {
    return {
      firstName: '',
      lastName: displayName,
      jobTitle: 'Technical user',
      department: '',
      costCenter: '',
      mail: '',
      phone: '',
    };
  }
  return {
    firstName: person.familyName ? person.givenName : '',
    lastName: person.familyName || person.givenName,
    jobTitle: world.positions[person.position]?.title ?? '',
    department: person.department,
    costCenter: person.costCenter,
    mail: person.mail,
    phone: person.workPhone,
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

function conflictRulesOf(world: World): Record<string, ConflictRule> {
  const own = (side: string[]): string[] =>
    side.filter(key => key.startsWith(`${APP}/`)).map(key => key.slice(APP.length + 1));
  const rules: Record<string, ConflictRule> = {};
  for (const id of Object.keys(world.sodRules).sort()) {
    const rule = world.sodRules[id];
    if (!rule) continue;
    const left = own(rule.left);
    const right = own(rule.right);
    if (left.length > 0 && right.length > 0)
      rules[id] = { id, name: rule.name, severity: rule.severity, left, right };
  }
  return rules;
}

/** Two records are held by other editors, none that the operator works on: a technical user and a role. */
function holdRecords(state: State, nowMs: number): void {
  const hold = (entry: LockEntry): void => {
    state.lockEntries[`${entry.object}|${entry.record}`] = entry;
  };
  const technical = Object.keys(state.users).find(id => state.users[id]?.type !== 'A');
  if (technical) {
    hold({
      holder: 'MKELLER',
      object: 'USER',
      record: technical,
      transaction: 'UA02',
      sinceMs: nowMs - 46 * 60_000,
    });
  }
  if (state.roles.FI_TAX_REPORT) {
    hold({
      holder: 'PDORN',
      object: 'ROLE',
      record: 'FI_TAX_REPORT',
      transaction: 'RA10',
      sinceMs: nowMs - 12 * 60_000,
    });
  }
}

interface DocumentSource {
  user: UserMaster;
  field: string;
  after: string;
  day: Day;
  transaction: string;
}

function addDocument(state: State, { user, field, after, day, transaction }: DocumentSource): void {
  const id = documentNumber((state.counters.documents ?? 0) + 1);
  state.counters.documents = Number(id);
  const atMs = instant(day, 8 + (Number(id) % 9), (Number(id) * 7) % 60);
  const by = Number(id) % 3 === 0 ? 'PDORN' : 'MKELLER';
  state.changeDocuments[id] = { atMs, by, transaction, user: user.userId, field, before: '', after };
}
