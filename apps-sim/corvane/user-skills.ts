import {
  attempt,
  button,
  checkbox,
  choose,
  click,
  factOf,
  field,
  fill,
  formatDay,
  inside,
  type Observation,
  openConsole,
  press,
  readDay,
  rowsOf,
  type Script,
  shows,
  tab,
  type Target,
} from '#range';

const TITLE = 'Corvane Financials';
const STRIP: Target = { role: 'tablist', name: 'User master' };

/** How the console prints a day; `null` is no end. */
export function printed(day: string | null): string {
  return day === null ? '31.12.9999' : formatDay(day, 'DD.MM.YYYY');
}

/** Types a transaction code into the command box, from any screen of any console. */
export function* openTransaction(code: string, thought?: string): Script<Observation> {
  yield* openConsole(TITLE);
  yield* fill(field('Command'), code, thought);
  return yield* press('enter');
}

/** Opens a user in a transaction that begins with a user id. */
export function* openUserIn(
  code: 'UA02' | 'UA03' | 'UA05' | 'UA07',
  user: string,
  thought?: string,
): Script<Observation> {
  return yield* attempt(function* () {
    yield* openTransaction(code, thought);
    yield* fill(field('User'), user);
    return yield* press('enter');
  });
}

/** Displays one tab of a user master. */
export function* displayUser(
  user: string,
  name: 'Address' | 'Logon' | 'Roles' | 'Groups',
  thought?: string,
): Script<Observation> {
  yield* openUserIn('UA03', user, thought);
  return yield* click(inside(tab(name), STRIP));
}

/** A role to be assigned. A `from` of null keeps the day that the console prefills; a `to` of null has no end. */
export interface NewRole {
  role: string;
  companyCode: string;
  from: string | null;
  to: string | null;
  ticket: string;
}

/** Assigns a role and runs the user comparison; `conflict` when the console warns of one, and then nothing was saved. */
export function* assignRole(user: string, given: NewRole): Script<'assigned' | 'conflict'> {
  const { role, ticket } = given;
  const saved = yield* attempt(function* (): Script<'assigned' | 'conflict'> {
    const before = yield* displayUser(user, 'Roles', `I look which roles ${user} holds.`);
    if (rowsOf(before, 'Role assignments').some(row => row.Role === role)) return 'assigned';
    yield* openUserIn('UA02', user);
    yield* click(inside(tab('Roles'), STRIP));
    yield* fillRow(given);
    yield* click(button('Insert row'));
    const screen = yield* click(button('Save'), 'The row is only inserted; Save keeps it.');
    return shows(screen, 'UA 301') ? 'conflict' : 'assigned';
  });
  if (saved === 'conflict') return saved;
  yield* attempt(function* () {
    const now = yield* displayUser(
      user,
      'Roles',
      'The message line says little: I read the assignment back.',
    );
    const status = rowsOf(now, 'Role assignments').find(row => row.Role === role)?.Status;
    if (status !== 'Comparison required') return;
    yield* openUserIn('UA02', user, 'UA 317: the assignment is not active before the user comparison.');
    yield* fill(field('Ticket/reference'), ticket);
    yield* click(button('User comparison'));
    yield* displayUser(user, 'Roles');
  });
  return saved;
}

function* fillRow({ role, companyCode, from, to, ticket }: NewRole): Script<void> {
  yield* fill(field('Role'), role);
  yield* fill(
    field('Company code'),
    companyCode,
    'The company code is prefilled; I set the one that was approved.',
  );
  if (from !== null) yield* fill(field('From'), printed(from));
  if (to !== null) yield* fill(field('To'), printed(to));
  yield* fill(field('Ticket/reference'), ticket);
}

/** Sets the administrator lock, unless it is set. */
export function* lockUser(user: string, ticket: string): Script<void> {
  yield* attempt(function* () {
    const screen = yield* openUserIn('UA05', user);
    if (isSet(screen, 'Administrator lock')) return;
    yield* click(button('Lock user'));
    yield* fill(field('Ticket/reference'), ticket);
    yield* click(button('Continue'));
  });
}

/** Takes the wrong-logon lock away, unless it is gone. */
export function* removeWrongLogonLock(user: string, ticket: string): Script<void> {
  yield* attempt(function* () {
    const screen = yield* openUserIn('UA05', user);
    if (!isSet(screen, 'Wrong-logon lock')) return;
    yield* click(button('Remove wrong-logon lock'));
    yield* fill(field('Ticket/reference'), ticket);
    yield* click(button('Continue'));
  });
}

/** Whether a lock is set, on the screen of UA05. */
export function isSet(screen: Observation, lock: string): boolean {
  return rowsOf(screen, 'Locks').find(row => row.Lock === lock)?.State === 'Set';
}

/** Ends a leaver's validity on a day and moves the user to TERMINATED, unless that is done. */
export function* retireUser(user: string, { day, ticket }: { day: string; ticket: string }): Script<void> {
  yield* attempt(function* () {
    const logon = yield* displayUser(user, 'Logon');
    const isEnded = readDay(factOf(logon, 'Valid to') ?? '') === day;
    const groups = yield* click(inside(tab('Groups'), STRIP));
    if (isEnded && factOf(groups, 'User group') === 'TERMINATED') return;
    yield* openUserIn('UA02', user);
    yield* click(inside(tab('Logon'), STRIP));
    yield* fill(
      field('Valid to'),
      printed(day),
      'Users are never deleted here: lock, end date, group TERMINATED.',
    );
    yield* fill(field('Ticket/reference'), ticket);
    yield* click(inside(tab('Groups'), STRIP));
    yield* choose('User group', 'TERMINATED');
    yield* click(button('Save'));
  });
}

/** The check box of a role's row in the editor. */
export function rowBox(role: string, from: string): Target {
  return checkbox(`Select ${role} ${printed(from)}`);
}
