import { all, by, clip, entry, lowWordFor } from '#range';
import type { LiveSession, Membership, Method, State, User } from './state.ts';

/** Users, not deleted, in the order of their names. */
export function liveUsers(state: Readonly<State>): User[] {
  return all(state.users)
    .filter(user => user.status !== 'Deleted')
    .sort(by(user => `${user.displayName}\n${user.upn}`));
}

/** The live user with exactly that user name or employee number. */
export function userNamed(state: Readonly<State>, text: string): User | undefined {
  const wanted = text.toLowerCase();
  const direct = entry(state.users, text) ?? entry(state.users, wanted);
  if (direct && direct.status !== 'Deleted') return direct;
  const hits = all(state.users).filter(
    user =>
      user.status !== 'Deleted' &&
      (user.upn.toLowerCase() === wanted || user.employeeNumber.toLowerCase() === wanted),
  );
  return wanted !== '' && hits.length === 1 ? hits[0] : undefined;
}

/** Why a text names no one user, in the console's words. */
export function whyNobody(state: Readonly<State>, text: string): string {
  if (text === '') return `Enter the ${lowWordFor('User name')} or the ${lowWordFor('Employee number')}.`;
  const hits = liveUsers(state).filter(user => user.displayName === text || user.employeeNumber === text);
  if (hits.length > 1)
    return `${hits.length} users match "${text}". Enter the ${lowWordFor('User name')} of one of them.`;
  if (hits.length === 1)
    return `Enter the ${lowWordFor('User name')} of ${text} instead of the ${lowWordFor('Display name')}.`;
  return `No user has the user name or employee number "${clip(text, 80)}".`;
}

/** The worker whom an act on a user is about: the person, or who answers for the account. */
export function subjectOf(state: Readonly<State>, id: string): string | null {
  const user = entry(state.users, id);
  return user?.employeeNumber || entry(state.users, user?.owner)?.employeeNumber || null;
}

/** A user's name as other records print it. */
export function nameOf(state: Readonly<State>, id: string): string {
  return entry(state.users, id)?.displayName ?? id;
}

export function membershipsOf(state: Readonly<State>, user: string): Membership[] {
  return all(state.memberships)
    .filter(item => item.user === user)
    .sort(by(item => item.group));
}

export function membersOf(state: Readonly<State>, group: string): Membership[] {
  return all(state.memberships)
    .filter(item => item.group === group)
    .sort(by(item => `${nameOf(state, item.user)}\n${item.user}`));
}

export function methodsOf(state: Readonly<State>, user: string): Method[] {
  return all(state.methods).filter(item => item.user === user);
}

/** Live sessions of a user, newest first. */
export function sessionsOf(state: Readonly<State>, user: string): LiveSession[] {
  return all(state.sessions)
    .filter(item => item.user === user)
    .sort((a, b) => b.startedMs - a.startedMs);
}

/** Administrator roles of a user, by name. */
export function rolesOf(state: Readonly<State>, user: string): string[] {
  return all(state.adminRoles)
    .filter(item => item.user === user)
    .map(item => item.role)
    .sort();
}

/** Groups that hold a group, near and far, each once. */
export function parentsOf(
  state: Readonly<State>,
  group: string,
  seen: ReadonlySet<string> = new Set([group]),
): string[] {
  const near = all(state.nestings).filter(item => item.child === group && !seen.has(item.parent));
  const known = new Set([...seen, ...near.map(item => item.parent)]);
  return near.flatMap(item => [item.parent, ...parentsOf(state, item.parent, known)]);
}

/** Every way a user gets an application: directly, or as a direct member of an assigned group. */
export function appsOf(
  state: Readonly<State>,
  user: string,
): { app: string; role: string; through: string; assignedMs: number }[] {
  const groups = new Set(membershipsOf(state, user).map(item => item.group));
  return all(state.appAssignments)
    .filter(item => (item.principalKind === 'User' ? item.principal === user : groups.has(item.principal)))
    .map(item => ({
      app: item.app,
      role: item.role,
      through: item.principalKind === 'User' ? 'Direct' : item.principal,
      assignedMs: item.assignedMs,
    }))
    .sort(by(item => `${item.app}\n${item.role}`));
}

/** One line of the audit log, from before or during the episode. */
export interface LogLine {
  atMs: number;
  actor: string;
  verb: string;
  entity: string;
  target: string;
  ticket: string;
  detail: string;
}

/** The audit log, newest first; of one user, group or other target, if it is named. */
export function logOf(state: Readonly<State>, target?: string): LogLine[] {
  const past = all(state.history).map(item => ({ ...item, ticket: '' }));
  const done = state.audit.map(item => ({ ...lineOf(item), actor: signedAs(state, item.actor) }));
  return [...past, ...done]
    .filter(line => target === undefined || line.target === target)
    .reverse()
    .sort((a, b) => b.atMs - a.atMs);
}

/** Who signed in under a name, as the directory has it: by the user name, where there is one. */
export function signedAs(state: Readonly<State>, signIn: string): string {
  const upn = `${signIn}@${state.domain}`;
  return entry(state.users, upn) ? upn : signIn;
}

/** Acts on what a user has (a membership, a method, a session) are logged of the user. */
function lineOf(item: State['audit'][number]): LogLine {
  const id = item.entity.slice(item.entity.indexOf('/') + 1);
  const isWhole = /^(users|groups|appAssignments)\//.test(item.entity);
  const at = item.detail.indexOf(': ');
  const target = isWhole || at < 0 ? id : item.detail.slice(0, at);
  const detail = isWhole || at < 0 ? item.detail : item.detail.slice(at + 2);
  return { ...item, ticket: item.ticket ?? '', target, detail };
}

/** When a user was last given a status, as the audit log says; null when it does not. */
export function sinceOf(state: Readonly<State>, user: User, verb: string): number | null {
  return logOf(state, user.id).find(line => line.verb === verb)?.atMs ?? null;
}
