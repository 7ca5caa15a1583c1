import {
  attempt,
  button,
  check,
  choose,
  click,
  field,
  fill,
  heading,
  inside,
  link,
  look,
  type Observation,
  offers,
  readDay,
  rowsOf,
  type Script,
  shows,
  tab,
} from '#range';
import { hasNextPage } from '../shared/paging.ts';
import { displayUser, openTransaction, openUserIn, rowBox } from './user-skills.ts';

/** What experts do with roles and with many users at once. Every skill starts from any page of any console. */

const STRIP = { role: 'tablist', name: 'User master' };

/** The role rows of a user as the console displays them, each by its column words. */
export function* readRoles(user: string, thought?: string): Script<Record<string, string>[]> {
  const front = yield* look();
  const isShown = offers(front, heading('Display user')) && shows(front, `${user} · `);
  const screen = !isShown
    ? yield* displayUser(user, 'Roles', thought)
    : offers(front, { role: 'table', name: 'Role assignments' })
      ? front
      : yield* click(inside(tab('Roles'), STRIP), thought);
  return rowsOf(screen, 'Role assignments');
}

/** Deletes one role assignment under a ticket, unless it is gone, and reads the roles back. */
export function* removeRole(
  user: string,
  { role, ticket, by = 'user' }: { role: string; ticket: string; by?: 'user' | 'role' },
): Script<void> {
  yield* attempt(function* () {
    const held = yield* readRoles(user, `I look which roles ${user} holds before I strike one out.`);
    const from = readDay(held.find(row => row.Role === role && row.Kind === 'Single')?.From ?? '');
    if (!from) return;
    if (by === 'role') yield* openEditorByRole(user, role);
    else yield* openUserIn('UA02', user);
    yield* click(inside(tab('Roles'), STRIP));
    yield* click(rowBox(role, from), `The row of ${role} alone; the others stay as they are.`);
    yield* fill(field('Ticket/reference'), ticket);
    yield* click(button('Delete row'));
    yield* click(button('Save'), 'The row is only struck out; Save keeps it.');
  });
  yield* check('read back', function* (): Script<void> {
    yield* displayUser(user, 'Roles', 'I read the roles back: what the record shows counts.');
  });
}

/** From the role to its holder, and from there into the editor. */
function* openEditorByRole(user: string, role: string): Script<void> {
  let screen = yield* openRole(role, `I go by the role and pick ${user} among its users.`);
  while (!offers(screen, link(user)) && hasNextPage(screen)) screen = yield* click(link('Next'));
  yield* click(link(user));
  yield* click(link('Change'));
}

/** Opens the page of a role: its owner, what it contains, and who holds it. */
export function* openRole(role: string, thought?: string): Script<Observation> {
  yield* openTransaction('RA20', thought);
  yield* fill({ role: 'searchbox', name: 'Role or description' }, role);
  yield* click(button('Find'));
  return yield* click(link(role));
}

/** The users whom a role is assigned to, alone or in a composite role, page by page: each row by its column words. */
export function* listHolders(role: string, thought?: string): Script<Record<string, string>[]> {
  yield* openTransaction('IN01', thought);
  yield* fill(field('Role'), role);
  let screen = yield* click(button('Execute'));
  const rows = rowsOf(screen, 'Users');
  while (hasNextPage(screen)) {
    screen = yield* click(link('Next'), `The list goes on: ${rows.length} users read so far.`);
    rows.push(...rowsOf(screen, 'Users'));
  }
  return rows;
}

/** The worker number behind a personnel number: eight digits, of which the first two are padding. */
export function workerOfPersonnel(personnelNo: string): string {
  const digits = personnelNo.slice(-6);
  const letter = { 0: 'C', 1: 'E', 3: 'I' }[digits[0] ?? ''] ?? '';
  return `${letter}${digits}`;
}

/** Sets the administrator lock by a mass change of one user: a second way to the same lock. */
export function* lockByMassChange(user: string, ticket: string): Script<void> {
  yield* openTransaction('UA10', 'A mass change of one user sets the lock as well.');
  yield* fill(field('Users'), user);
  yield* choose('Change', 'Set administrator lock');
  yield* fill(field('Ticket/reference'), ticket);
  yield* click(button('Preview'));
  yield* click(button('Execute'), 'The preview names one user and no other.');
}
