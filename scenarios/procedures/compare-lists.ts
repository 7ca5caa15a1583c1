import type { RangeState, Script, Sighting } from '#range';
import * as erp from '../../apps-sim/corvane/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';

/** The members of a group, and those of them who hold a role too, by worker number. */
export interface Compared {
  members: string[];
  both: string[];
}

/** Reads the members of the group, then the holders of the role, and keeps who is in both. */
export function* compareByMembers(group: string, role: string): Script<Compared> {
  const thought = `First the one side: all direct members of ${group}, by number.`;
  const rows = yield* directory.readMembers(group, thought);
  const members = unique(rows.map(row => row['Employee number'] ?? ''));
  const why = `${members.length} members with a number. Now the other side: who holds ${role}?`;
  const holders = yield* holdersByNumber(role, why);
  return { members, both: members.filter(number => holders.includes(number)) };
}

/** Reads the holders of the role, and looks at the groups of each. */
export function* compareByHolders(group: string, role: string): Script<Compared> {
  const why = `${role} has fewer holders than ${group} has members: I begin there.`;
  const both: string[] = [];
  for (const number of yield* holdersByNumber(role, why)) {
    const groups = yield* directory.readGroupsOf(number, `Is ${number} in ${group}?`);
    if (groups.includes(group)) both.push(number);
  }
  return { members: both, both };
}

function* holdersByNumber(role: string, thought: string): Script<string[]> {
  const rows = yield* erp.listHolders(role, thought);
  return unique(rows.map(row => erp.workerOfPersonnel(row['Personnel number'] ?? '')));
}

/** A person with two accounts is one, and an account of nobody has no number. */
function unique(numbers: readonly string[]): string[] {
  return [...new Set(numbers)].filter(number => number !== '');
}

/** What the judge reads of the two consoles. */
interface Lists {
  memberships: Record<string, { group: string; user: string }>;
  users: Record<string, { employeeNumber: string; workerId: string | null }>;
  roles: Record<string, { contains: string[] }>;
  roleAssignments: Record<string, { user: string; role: string }>;
}

/** Who has both, from the states of the consoles. */
export function holdersOfBoth(state: RangeState, group: string, role: string): string[] {
  const inDirectory = state[directory.app] as unknown as Lists;
  const inErp = state[erp.app] as unknown as Lists;
  const members = Object.values(inDirectory.memberships)
    .filter(membership => membership.group === group)
    .map(({ user }) => inDirectory.users[user]?.employeeNumber ?? '');
  const holders = Object.values(inErp.roleAssignments)
    .filter(row => row.role === role || inErp.roles[row.role]?.contains.includes(role))
    .map(({ user }) => inErp.users[user]?.workerId ?? '');
  return unique(members).filter(number => holders.includes(number));
}

/** Of each who has both, either side has to be read, from whichever end one begins. */
export function bothRead(
  state: RangeState,
  { both, group, role }: { both: readonly string[]; group: string; role: string },
): Sighting[] {
  const { users } = state[directory.app] as unknown as Lists;
  const upns = Object.keys(users).filter(upn => both.includes(users[upn]?.employeeNumber ?? ''));
  const members = upns.filter(upn => groupsOf(state, upn).includes(group));
  return [
    ...members.map(upn => directory.membershipRead(group, upn)),
    ...both.map(workerId => erp.holderListed(state, workerId, role)),
  ];
}

/** The groups that a user is a member of, from the state of the identity provider. */
export function groupsOf(state: RangeState, upn: string): string[] {
  const { memberships } = state[directory.app] as unknown as Lists;
  return Object.values(memberships).flatMap(({ group, user }) => (user === upn ? group : []));
}
