import { sayFound, readFact, readRows } from '#range';
import { attempt, check, perform, type Script } from '#range';
import { editProfile, newUser } from './acts/profile.ts';
import { userList } from './pages/lists.ts';
import { openUser, readUser, says, search } from './user-skills.ts';

/** A user as the form "New user" asks for it. */
export interface NewUser {
  upn: string;
  firstName: string;
  lastName: string;
  displayName: string;
  employeeNumber: string;
  department: string;
  title: string;
  office: string;
  /** User name or worker number of the manager. */
  manager: string;
  /** A member when left out. */
  userType?: 'Member' | 'Guest';
  status: 'Staged' | 'Active';
}

/** Whether somebody with that user name or worker number is in the list of users. Deleted ones are not. */
export function* findUser(text: string, thought?: string): Script<boolean> {
  yield* search(userList, text, thought);
  const found = yield* readRows(userList.caption);
  return found.some(user => user['User name'] === text || user['Employee number'] === text);
}

/** The check that a worker has no account yet: a number has one account. */
export function* confirmNoAccount(workerId: string): Script<boolean | undefined> {
  return yield* check('no account yet', function* (): Script<boolean> {
    const isThere = yield* findUser(workerId, `Has ${workerId} an account already? I search by the number.`);
    yield* sayFound(isThere ? `${workerId} has an account already.` : `Nobody here has ${workerId} yet.`);
    return !isThere;
  });
}

/** Creates a user under a ticket, unless it is there. */
export function* createUser(user: NewUser, ticket: string): Script<void> {
  yield* attempt(function* () {
    if (yield* findUser(user.upn)) return;
    const filled = Object.fromEntries(Object.entries(user).filter(([, text]) => text !== ''));
    const thoughts = {
      open: 'Nobody has this user name; I create the user from the HR record.',
      upn: 'The user name is the work mail that HR has given out.',
      firstName: 'Names as HR spells them.',
      employeeNumber: 'The number ties the account to the HR record.',
      ...(user.userType === 'Guest' ? { userType: 'A contractor is a guest here, not a member.' } : {}),
      ...(user.status === 'Staged' ? { status: 'Staged: no sign-in before the first day.' } : {}),
    };
    yield* perform(newUser, { ...filled, ticket }, { thoughts });
  });
}

/** Whether a user is mastered in another directory, so that its profile can't be changed here. */
export function* isMasteredElsewhere(upn: string, thought: string): Script<boolean> {
  yield* openUser(upn, thought);
  return yield* says('Source', 'Synced');
}

/**
 * Writes new names into the profile of a user under a ticket, unless they stand there, reads the user back, and tells which
 * name was shown before.
 */
export function* rename(
  upn: string,
  { ticket, ...names }: { lastName: string; displayName: string; ticket: string },
): Script<string | undefined> {
  let was: string | undefined;
  yield* attempt(function* () {
    yield* openUser(upn);
    if (yield* says('Display name', names.displayName)) return;
    was = yield* readFact('Display name');
    const thoughts = {
      lastName: 'The name as HR writes it, accents and all.',
      displayName: 'What others see follows it.',
    };
    yield* perform(editProfile, { ...names, ticket }, { thoughts });
  });
  yield* readUser(upn, 'overview');
  return was;
}
