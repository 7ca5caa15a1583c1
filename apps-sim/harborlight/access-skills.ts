import { sayFound, isThere, isWritten, readDay, readFact, readList, readRows } from '#range';
import {
  attempt,
  button,
  check,
  click,
  inside,
  link,
  openTab,
  perform,
  row,
  saying,
  type Script,
} from '#range';
import { removeMethod as methodAct } from './acts/credentials.ts';
import { removeMember as LEAVE } from './acts/groups.ts';
import { suspend as suspendAct } from './acts/lifecycle.ts';
import { userList } from './pages/lists.ts';
import { userPage } from './pages/user.ts';
import { actOnUser, findMember, openGroup, openUser, readUser, says, search } from './user-skills.ts';

/** What experts do to take access away, and to read who has it. Every skill starts from any page of any console. */

/** Keeps a user from signing in for now; groups, methods and live sessions stay. */
export function* suspend(upn: string, ticket: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'overview',
    act: suspendAct,
    isDone: () => says('Status', 'Suspended'),
  });
}

/** The administrator accounts of a person: named alike, and owned by the user with that employee number. */
export function* readAdminAccounts(upn: string, workerId: string): Script<string[]> {
  yield* openUser(upn);
  yield* openTab(userPage, userPage.tabs.overview);
  const name = (yield* readFact('Display name')) ?? upn;
  const thought = `${name} may have a second account for administration; I search by the name and read who owns it.`;
  yield* saying(thought, search(userList, name));
  const likely = (yield* readRows(userList.caption)).filter(user => user['User name']?.startsWith('adm-'));
  const owned: string[] = [];
  for (const { 'User name': account = '' } of likely) {
    yield* openUser(account);
    const owner = yield* readFact('Owner');
    if (owner !== name) continue;
    yield* click(link(owner), `${account} is owned by ${owner}; a name is not enough, I read the number.`);
    if (yield* says('Employee number', workerId)) owned.push(account);
  }
  return owned;
}

/** The day of the last sign-in of the user in front; undefined where there was none. */
export function* readLastSignIn(): Script<string | undefined> {
  const said = (yield* readFact('Last sign-in')) ?? '';
  // Where figures alone stand between strokes, the day comes first: the hints of the date fields show it.
  const [, day, month, year] = /(\d{2})\/(\d{2})\/(\d{4})/.exec(said) ?? [];
  return year === undefined ? readDay(said) : `${year}-${month}-${day}`;
}

/** Whether the account in front is kept for emergencies. */
export function isForEmergencies(): Script<boolean> {
  return isWritten('Emergency access account');
}

/**
 * Takes a user out of a group under a ticket, unless that is done, and reads the user's groups back. From the group's list of
 * members, or from the user's own page.
 */
export function* removeMember(
  group: string,
  { upn, ticket, from = 'group' }: { upn: string; ticket: string; from?: 'group' | 'user' },
): Script<void> {
  yield* attempt(
    from === 'group' ? () => removeOnGroup(group, upn, ticket) : () => removeOnUser(group, upn, ticket),
  );
  yield* check('read back', function* (): Script<void> {
    yield* readUser(upn, 'groups');
  });
}

function* removeOnGroup(group: string, upn: string, ticket: string): Script<void> {
  yield* saying(
    `One member of ${group} goes and no other: the list of members tells them apart.`,
    openGroup(group),
  );
  if (!(yield* findMember(upn, `Who of the members is ${upn}? I search by the user name.`))) return;
  const open = `The row shows ${upn}, so this is the right one.`;
  yield* perform(LEAVE, { ticket }, { within: row(upn), thoughts: { open } });
}

function* removeOnUser(group: string, upn: string, ticket: string): Script<void> {
  yield* saying(`What ${upn} is in stands on one list: nothing is left behind unseen.`, openUser(upn));
  yield* openTab(userPage, userPage.tabs.groups);
  if (!(yield* isThere(inside(button(LEAVE.label), row(group))))) return;
  const open = `Only ${group} goes; the other groups stay.`;
  yield* perform(LEAVE, { ticket }, { within: row(group), thoughts: { open } });
}

/** All members of a group, page by page: each row by its column words. */
export function* readMembers(group: string, thought?: string): Script<Record<string, string>[]> {
  yield* openGroup(group, thought);
  return yield* readList({ caption: 'Members' });
}

/** The groups that the user with an employee number is a direct member of. */
export function* readGroupsOf(workerId: string, thought: string): Script<string[]> {
  yield* saying(thought, search(userList, workerId));
  const found = (yield* readRows(userList.caption)).find(user => Object.values(user).includes(workerId));
  if (!found) return [];
  yield* click(inside(link(found['Display name'] ?? ''), row(workerId)));
  yield* openTab(userPage, userPage.tabs.groups);
  // Below the name of the group stands its kind.
  return (yield* readRows('Direct memberships')).map(({ Group = '' }) => Group.split(' ')[0] ?? '');
}

/** The sign-in methods of a user: each row by its column words. */
export function* readMethods(upn: string, thought?: string): Script<Record<string, string>[]> {
  yield* openUser(upn, thought);
  yield* openTab(userPage, userPage.tabs.authentication);
  return yield* readRows('Sign-in methods');
}

/** Removes the one sign-in method with a label, unless it is gone. */
export function* removeMethod(upn: string, ticket: string, label: string): Script<void> {
  yield* attempt(function* () {
    const methods = yield* readMethods(upn, `Is “${label}” still among the methods of ${upn}?`);
    const isHeld = methods.some(method => method.Label === label);
    yield* sayFound(isHeld ? `“${label}” is still among them.` : `“${label}” is not among them any more.`);
    if (!isHeld) return;
    const open = `Only "${label}" is lost; the other methods stay.`;
    yield* perform(methodAct, { ticket }, { within: row(label), thoughts: { open } });
  });
}

/** What gives a membership again when it is taken away by hand: a rule or the birthright; undefined where nothing does. */
export function* readRuleBehind(upn: string, group: string): Script<string | undefined> {
  return yield* check('how the membership is held', function* (): Script<string | undefined> {
    const thought = `Does ${group} come by hand, by a rule or with the department? The groups of the user tell.`;
    yield* openUser(upn);
    yield* openTab(userPage, userPage.tabs.groups, thought);
    const rows = yield* readRows('Direct memberships');
    const source = rows.find(row => row.Group?.split(' ')[0] === group)?.['Added by'] ?? '';
    return /birthright|rule|Directory/.test(source) ? source : undefined;
  });
}
