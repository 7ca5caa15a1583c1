import {
  attempt,
  button,
  check,
  checkbox,
  click,
  field,
  fill,
  fillFields,
  hasNextPage,
  heading,
  isThere,
  link,
  look,
  type Observation,
} from '#range';
import {
  offers,
  openTab,
  readList,
  readDay,
  readFor,
  readRows,
  type Script,
  searchbox,
  seek,
  shows,
} from '#range';
import { type Target, textOf, tick } from '#range';
import { workerOf } from './acts/write.ts';
import { printDay } from './dates.ts';
import { displayUser as display } from './pages/display.ts';
import { BUTTONS } from './pages/editor.ts';
import { ROW_ENTRY, TABS, TICKET } from './pages/fields.ts';
import { HELD_ROLES, selectLabel } from './pages/held-roles.ts';
import { EXECUTE } from './pages/report.ts';
import { roles } from './pages/roles.ts';
import { userList } from './pages/users.ts';
import { displayUser, openTransaction, openUserIn, userMaster } from './user-skills.ts';

/** What experts do with roles. Every skill starts from any page of any console. */

/** The role rows of a user as the console displays them, each by its column words. */
export function* readRoles(user: string, thought?: string): Script<Record<string, string>[]> {
  const front = yield* look();
  const isShown = offers(front, heading(display.title)) && shows(front, `${user} · `);
  if (!isShown) yield* displayUser(user, 'Roles', thought);
  else if (!offers(front, { role: 'table', name: HELD_ROLES }))
    yield* openTab(userMaster, TABS.roles, thought);
  return yield* readRows(HELD_ROLES);
}

/** Number of the message that warns of a conflict of duties. */
const CONFLICT = 'UA 301';

/** The number of the message on the screen: a warning before any other. */
function messageOn({ tree }: Observation): string | undefined {
  const numbers: string[] = textOf(tree).match(/\bUA \d{3}\b/g) ?? [];
  return numbers.includes(CONFLICT) ? CONFLICT : numbers[0];
}

/** Changes rows of the roles of the user in the editor, and saves them. */
function* saveRows(
  pressed: 'insert' | 'delimit' | 'remove',
  { open, mark, ticket }: { open: Script<unknown>; mark: Script<unknown>; ticket: string },
  thought: string,
): Script<Observation> {
  yield* open;
  yield* openTab(userMaster, TABS.roles);
  yield* mark;
  yield* fill(field(TICKET.ticket.label), ticket);
  yield* click(button(BUTTONS[pressed]));
  return yield* click(button(BUTTONS.save), thought);
}

const MITIGATED = 'UA 301 warns of what Access Risk has decided on: I save it as approved, for that time.';

/** A role to be assigned. A `from` of null keeps the day that the console prefills; a `to` of null has no end. */
interface NewRole {
  role: string;
  companyCode: string;
  from: string | null;
  to: string | null;
  ticket: string;
  /** Whether Access Risk lets a conflict of duties pass: it is saved over the warning. */
  isMitigated?: boolean | undefined;
}

/** Assigns a role and runs the user comparison; `conflict` when the console warns of one, and then nothing was saved. */
export function* assignRole(user: string, given: NewRole): Script<'assigned' | 'conflict'> {
  const { ticket } = given;
  const saved = yield* attempt(function* (): Script<'assigned' | 'conflict'> {
    yield* displayUser(user, 'Roles', `I look which roles ${user} holds.`);
    if ((yield* readRows(HELD_ROLES)).some(isRowOf(given))) return 'assigned';
    const row = { open: openUserIn('UA02', user), mark: fillRow(given), ticket };
    yield* saveRows('insert', row, 'The row is only inserted; it has to be saved.');
    const message = yield* readFor(messageOn, 'What does the message line say? I look for it.');
    if (message !== CONFLICT) return 'assigned';
    if (!given.isMitigated) return 'conflict';
    yield* click(button(BUTTONS.save), MITIGATED);
    return 'assigned';
  });
  if (saved === 'assigned') yield* activate(user, given);
  return saved;
}

/** The row that a new role makes: no part of a composite, and no other span or company code of the same role. */
const isRowOf =
  ({ role, companyCode, from, to }: NewRole) =>
  (row: Record<string, string>): boolean =>
    row.Role === role &&
    !row.Kind?.startsWith('via') &&
    row['Company code'] === companyCode &&
    (from === null || row.From === printDay(from)) &&
    row.To === printDay(to);

function* fillRow({ role, companyCode, from, to }: NewRole): Script<void> {
  const days = { newFrom: from && printDay(from), newTo: to && printDay(to) };
  const newCompany = 'The company code is prefilled; I set the one that was approved.';
  yield* fillFields(ROW_ENTRY, { newRole: role, newCompany: companyCode, ...days }, { newCompany });
}

/** Reads an assignment back, and runs the user comparison when it is not active yet. */
function* activate(user: string, given: NewRole): Script<void> {
  const { role, ticket } = given;
  yield* attempt(function* () {
    const thought = 'The message line says little: only the list of roles shows whether the row is active.';
    yield* displayUser(user, 'Roles', thought);
    const status = (yield* readRows(HELD_ROLES)).find(isRowOf(given))?.Status;
    if (status !== 'Comparison required') return;
    yield* openUserIn('UA02', user, 'UA 317: saved, but not active yet. One step more makes it so.');
    yield* fill(field(TICKET.ticket.label), ticket);
    yield* click(
      button(BUTTONS.compare),
      `The comparison makes ${role} active; without it the row is there and gives nothing.`,
    );
    yield* displayUser(user, 'Roles', `Is ${role} active now, after the comparison?`);
  });
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
    const open = by === 'role' ? openEditorByRole(user, role) : openUserIn('UA02', user);
    const box: Target = checkbox(selectLabel({ role, from }));
    const mark = click(box, `The row of ${role} alone; the others stay as they are.`);
    yield* saveRows('remove', { open, mark, ticket }, 'The row is only struck out; it has to be saved.');
  });
  yield* check('read back', function* (): Script<void> {
    yield* displayUser(user, 'Roles', 'What the record shows counts: is the role gone from it?');
  });
}

/** From the role to its holder, and from there into the editor. */
function* openEditorByRole(user: string, role: string): Script<void> {
  yield* openRole(role, `I go by the role and pick ${user} among its users.`);
  while (!(yield* isThere(link(user))) && (yield* hasNextPage())) yield* click(link('Next'));
  yield* click(link(user));
  yield* click(link('Change'));
}

/** Ends roles of a user on a day, rows kept, unless they end then already. What was saved is still to be read back. */
export function* endRoles(
  user: string,
  codes: readonly string[],
  { day, ticket }: { day: string; ticket: string },
): Script<void> {
  const isOpen = ({ To = '', Role = '', Kind = '', Status }: Record<string, string>): boolean => {
    const to = readDay(To);
    return codes.includes(Role) && !Kind.startsWith('via') && Status !== 'Expired' && (!to || to > day);
  };
  yield* attempt(function* () {
    yield* displayUser(user, 'Roles', `I look which roles ${user} holds.`);
    const open = (yield* readRows(HELD_ROLES)).filter(isOpen);
    if (open.length === 0) return;
    const mark = markEnded(open, day);
    const rows = { open: openUserIn('UA02', user), mark, ticket };
    yield* saveRows('delimit', rows, 'The rows are only marked; they have to be saved.');
  });
}

function* markEnded(rows: readonly Record<string, string>[], day: string): Script<void> {
  for (const { Role = '', From = '' } of rows) yield* tick(`Select ${Role} ${From}`, true);
  const thought = 'Roles are ended, not deleted: the row tells who held what until when.';
  yield* fill(field(ROW_ENTRY.delimitTo.label), printDay(day), thought);
}

/** Opens the page of a role: its owner, what it contains, and who holds it. */
export function* openRole(role: string, thought?: string): Script<Observation> {
  yield* openTransaction(roles.code, thought);
  if (seek(yield* look(), link(role))) return yield* click(link(role));
  yield* fill(searchbox(roles.search), role);
  yield* click(button(roles.submit));
  return yield* click(link(role));
}

/** The users whom a role is assigned to, alone or in a composite role, page by page: each row by its column words. */
export function* listHolders(role: string, thought?: string): Script<Record<string, string>[]> {
  yield* openTransaction(userList.code, thought);
  yield* fill(field(userList.fields.role.label), role);
  yield* click(button(EXECUTE));
  return yield* readList(userList);
}

/** The worker number behind a personnel number, as lists of users show it. */
export function workerOfPersonnel(personnelNo: string): string {
  return workerOf(personnelNo) ?? '';
}
