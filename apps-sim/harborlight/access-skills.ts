import {
  attempt,
  button,
  check,
  click,
  factOf,
  field,
  fill,
  goTo,
  inside,
  link,
  type Observation,
  offers,
  openConsole,
  press,
  row,
  rowsOf,
  saying,
  type Script,
  searchbox,
  tab,
} from '#range';
import { hasNextPage } from '../shared/paging.ts';
import { actOnUser, findMember, openGroup, openUser, readUser } from './user-skills.ts';

/** What experts do to take access away, and to read who has it. Every skill starts from any page of any console. */

const MAIN = { role: 'navigation', name: 'Main' };

/** Keeps a user from signing in for now; groups, methods and live sessions stay. */
export function* suspend(upn: string, ticket: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'Overview',
    label: 'Suspend',
    submit: 'Suspend user',
    isDone: screen => factOf(screen, 'Status') === 'Suspended',
  });
}

/** Searches the list of users by any text. */
function* searchUsers(text: string): Script<Observation> {
  yield* openConsole('Harborlight ID');
  yield* click(inside(link('Users'), MAIN));
  yield* fill(searchbox('Name, user name or employee number'), text);
  return yield* press('enter');
}

/** The administrator accounts of a person: named alike, and owned by the user with that employee number. */
export function* readAdminAccounts(upn: string, workerId: string): Script<string[]> {
  yield* openUser(upn);
  const overview = yield* click(inside(tab('Overview'), { role: 'tablist', name: 'User' }));
  const name = factOf(overview, 'Display name') ?? upn;
  const thought = `${name} may have a second account for administration; I search by the name and read who owns it.`;
  const list = yield* saying(thought, searchUsers(name));
  const likely = rowsOf(list, 'Users').filter(user => user['User name']?.startsWith('adm-'));
  const owned: string[] = [];
  for (const { 'User name': account = '' } of likely) {
    const owner = factOf(yield* openUser(account), 'Owner');
    if (owner !== name) continue;
    const page = yield* click(
      link(owner),
      `${account} is owned by ${owner}; a name is not enough, I read the number.`,
    );
    if (factOf(page, 'Employee number') === workerId) owned.push(account);
  }
  return owned;
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
    yield* readUser(upn, 'Groups');
  });
}

function* removeOnGroup(group: string, upn: string, ticket: string): Script<void> {
  yield* saying(`I open ${group} and look for the one member.`, openGroup(group));
  if (!(yield* findMember(upn, `Who of the members is ${upn}? I search by the user name.`))) return;
  yield* click(inside(button('Remove'), row(upn)), `The row shows ${upn}, so this is the right one.`);
  yield* confirmRemoval(ticket);
}

function* removeOnUser(group: string, upn: string, ticket: string): Script<void> {
  yield* saying(`I go by the groups of ${upn}.`, openUser(upn));
  const screen = yield* click(inside(tab('Groups'), { role: 'tablist', name: 'User' }));
  if (!offers(screen, inside(button('Remove'), row(group)))) return;
  yield* click(inside(button('Remove'), row(group)), `Only ${group} goes; the other groups stay.`);
  yield* confirmRemoval(ticket);
}

function* confirmRemoval(ticket: string): Script<void> {
  yield* fill(field('Ticket number'), ticket);
  yield* click(button('Remove from group'));
}

/** All members of a group, page by page: each row by its column words. */
export function* readMembers(group: string, thought?: string): Script<Record<string, string>[]> {
  let screen = yield* openGroup(group, thought);
  const rows = rowsOf(screen, 'Members');
  while (hasNextPage(screen)) {
    screen = yield* click(link('Next'), `There is another page of members: ${rows.length} read so far.`);
    rows.push(...rowsOf(screen, 'Members'));
  }
  return rows;
}

/** The groups that the user with an employee number is a direct member of. */
export function* readGroupsOf(workerId: string, thought: string): Script<string[]> {
  const list = yield* saying(thought, searchUsers(workerId));
  const found = rowsOf(list, 'Users').find(user => Object.values(user).includes(workerId));
  if (!found) return [];
  yield* click(inside(link(found['Display name'] ?? ''), row(workerId)));
  const screen = yield* click(inside(tab('Groups'), { role: 'tablist', name: 'User' }));
  // Below the name of the group stands its kind.
  return rowsOf(screen, 'Direct memberships').map(({ Group = '' }) => Group.split(' ')[0] ?? '');
}

/** The sign-in methods of a user: each row by its column words. */
export function* readMethods(upn: string, thought?: string): Script<Record<string, string>[]> {
  yield* openUser(upn);
  const screen = yield* click(inside(tab('Authentication'), { role: 'tablist', name: 'User' }), thought);
  return rowsOf(screen, 'Sign-in methods');
}

/** Removes the one sign-in method with a label, unless it is gone. */
export function* removeMethod(upn: string, ticket: string, label: string): Script<void> {
  yield* attempt(function* () {
    const methods = yield* readMethods(upn);
    if (!methods.some(method => method.Label === label)) return;
    yield* click(inside(link('Remove'), row(label)), `Only "${label}" is lost; the other methods stay.`);
    yield* fill(field('Ticket number'), ticket);
    yield* click(button('Remove method'));
  });
}

/** What gives a membership again when it is taken away by hand: a rule or the birthright; undefined where nothing does. */
export function* readRuleBehind(upn: string, group: string): Script<string | undefined> {
  return yield* check('how the membership is held', function* (): Script<string | undefined> {
    const thought = `Does ${group} come by hand, by a rule or with the department? The groups of the user tell.`;
    yield* openUser(upn);
    const screen = yield* click(inside(tab('Groups'), { role: 'tablist', name: 'User' }), thought);
    const rows = rowsOf(screen, 'Direct memberships');
    const source = rows.find(row => row.Group?.split(' ')[0] === group)?.['Added by'] ?? '';
    return /birthright|rule|Directory/.test(source) ? source : undefined;
  });
}

/** Suspends a user by the address of the act, without a look at the user's page: a second way to the same end. */
export function* suspendByAddress(upn: string, ticket: string, domain: string): Script<void> {
  const address = `id.${domain}/users/${encodeURIComponent(upn)}/suspend`;
  yield* goTo(address, 'The act has an address of its own; that is the quickest way.');
  yield* fill(field('Ticket number'), ticket);
  yield* click(button('Suspend user'));
}
