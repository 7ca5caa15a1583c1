import {
  attempt,
  button,
  check,
  choose,
  combobox,
  click,
  expectWritten,
  field,
  fill,
  fillFields,
  inside,
  isThere,
} from '#range';
import {
  type Observation,
  openApp,
  openTab,
  perform,
  press,
  readDay,
  readFact,
  readFor,
  readRows,
  seek,
  tab,
} from '#range';
import type { Script } from '#range';
import { MASS_CHANGES } from './acts/mass-changes.ts';
import { printDay } from './dates.ts';
import { BUTTONS } from './pages/editor.ts';
import { FIELDS, STRIP, TABS, TICKET } from './pages/fields.ts';
import { LOCK_ACTS, LOCKS } from './pages/locks.ts';
import { MASS_FIELDS, massUsers } from './pages/mass.ts';
import { USER } from './pages/transaction.ts';
import { personnelNo } from './population.ts';

/** Types a transaction code into the command box, from any screen of any console. */
export function* openTransaction(code: string, thought?: string): Script<Observation> {
  yield* openApp('Corvane Financials', thought);
  yield* fill(field('Command'), code);
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
    yield* fill(field(USER.user.label), user);
    return yield* press('enter');
  });
}

/** The tabs of a user master, displayed or changed. */
export const userMaster = { tabsLabel: STRIP };

/** Displays one tab of a user master. */
export function* displayUser(
  user: string,
  name: (typeof TABS)[keyof typeof TABS]['label'],
  thought?: string,
): Script<Observation> {
  yield* openUserIn('UA03', user, thought);
  return yield* click(inside(tab(name), { role: 'tablist', name: STRIP }));
}

/** Checks that a user id belongs to the worker: an id that looks like a name proves nothing. */
export function* identifyErpUser(user: string, workerId: string): Script<Observation | undefined> {
  return yield* check('identity in the ERP', function* (): Script<Observation> {
    const thought = `A user name proves nothing: is the personnel number that of ${workerId}?`;
    const screen = yield* displayUser(user, TABS.address.label, thought);
    yield* expectWritten(personnelNo(workerId));
    return screen;
  });
}

/** Does an act of UA05 under a ticket, unless there is nothing to do. */
function* changeLock(
  user: string,
  { act, ticket, thought }: { act: keyof typeof LOCK_ACTS; ticket: string; thought?: string },
): Script<void> {
  yield* attempt(function* () {
    yield* openUserIn('UA05', user, thought);
    const words = LOCK_ACTS[act];
    if (yield* isThere(button(words.label))) yield* perform(words, { ticket });
  });
}

/** Sets the administrator lock, unless it is set. */
export function* lockUser(user: string, ticket: string): Script<void> {
  yield* changeLock(user, { act: 'lock', ticket });
}

/** Takes the wrong-logon lock away, unless it is gone. */
export function* removeWrongLogonLock(user: string, ticket: string): Script<void> {
  const thought = 'Nothing stands against it: the lock that wrong passwords set goes, and no other.';
  yield* changeLock(user, { act: 'unlock-logon', ticket, thought });
}

/** Whether a lock is set, on the screen of UA05. */
export function* isSet(lock: string): Script<boolean> {
  return (yield* readRows(LOCKS)).find(row => row.Lock === lock)?.State === 'Set';
}

/** Sets the administrator lock by a mass change of one user: a second way to the same lock. */
export function* lockByMassChange(user: string, ticket: string): Script<void> {
  yield* openTransaction(massUsers.code, 'A mass change of one user sets the lock as well.');
  yield* fillFields(MASS_FIELDS, { users: user, change: MASS_CHANGES.lock.label, ticket });
  yield* click(button(massUsers.preview));
  yield* click(button(massUsers.execute), 'The preview names one user and no other.');
}

/** What stood in a user master before it was changed, as far as it was seen. */
export interface UserBefore {
  validTo?: string | undefined;
  userGroup?: string | undefined;
}

/**
 * Ends a leaver's validity on a day and moves the user to TERMINATED, unless a first try has done it; tells what stood there
 * before.
 */
export function* retireUser(
  user: string,
  { day, ticket }: { day: string; ticket: string },
): Script<UserBefore> {
  const { validTo, userGroup } = FIELDS;
  const was: UserBefore = {};
  yield* attempt(function* (isAgain) {
    if (isAgain && (yield* isRetired(user, day))) return;
    yield* openUserIn('UA02', user);
    yield* openTab(userMaster, TABS.logon);
    const thought = 'Users are never deleted here: lock, end date, group TERMINATED.';
    was.validTo ??= readDay((yield* readFor(seen => seek(seen, field(validTo.label))?.value)) ?? '');
    yield* fill(field(validTo.label), printDay(day), thought);
    yield* fill(field(TICKET.ticket.label), ticket);
    yield* openTab(userMaster, TABS.groups);
    was.userGroup ??= yield* readFor(seen => seek(seen, combobox(userGroup.label))?.value);
    yield* choose(userGroup.label, 'TERMINATED');
    yield* click(button(BUTTONS.save));
  });
  return was;
}

/** Reads a leaver back: the validity and the lock, then the user group on a page of its own. */
export function* readRetired(user: string): Script<void> {
  yield* displayUser(
    user,
    TABS.logon.label,
    'A message is no proof: lock, end date and group have to stand on the user.',
  );
  yield* openTab(
    userMaster,
    TABS.groups,
    'A leaver belongs to TERMINATED: has the change of the group been kept, too?',
  );
}

/** Whether a user's validity ends on a day, in the group of leavers. */
function* isRetired(user: string, day: string): Script<boolean> {
  yield* displayUser(user, TABS.logon.label, 'Was it saved before I was interrupted?');
  const ends = readDay((yield* readFact(FIELDS.validTo.label)) ?? '');
  yield* openTab(userMaster, TABS.groups);
  return ends === day && (yield* readFact(FIELDS.userGroup.label)) === 'TERMINATED';
}
