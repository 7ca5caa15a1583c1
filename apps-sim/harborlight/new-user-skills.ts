import {
  attempt,
  button,
  check,
  choose,
  click,
  field,
  fill,
  link,
  openPlace,
  press,
  rowsOf,
  type Script,
  searchbox,
} from '#range';
import { newUser } from './acts/profile.ts';
import { userList } from './pages/lists.ts';

const NEW = newUser.fields;

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
  status: 'Staged' | 'Active';
}

/** Whether somebody with that user name or worker number is in the list of users. Deleted ones are not. */
export function* findUser(text: string, thought?: string): Script<boolean> {
  yield* openPlace('Harborlight ID', userList, thought);
  yield* fill(searchbox(userList.search.label), text);
  const found = rowsOf(yield* press('enter'), userList.caption);
  return found.some(user => user['User name'] === text || user['Employee number'] === text);
}

/** The check that a worker has no account yet: a number has one account. */
export function* confirmNoAccount(workerId: string): Script<boolean | undefined> {
  return yield* check('no account yet', function* (): Script<boolean> {
    return !(yield* findUser(workerId, `Has ${workerId} an account already? I search by the number.`));
  });
}

/** Creates a user under a ticket, unless it is there. */
export function* createUser(user: NewUser, ticket: string): Script<void> {
  yield* attempt(function* () {
    if (yield* findUser(user.upn)) return;
    yield* click(link(newUser.label), 'Nobody has this user name; I create the user from the HR record.');
    for (const [label, text, thought] of linesOf(user)) yield* fill(field(label), text, thought);
    const why = user.status === 'Staged' ? 'Staged: no sign-in before the first day.' : undefined;
    yield* choose(NEW.status.label, user.status, why);
    yield* fill(field(NEW.ticket.label), ticket);
    yield* click(button(newUser.submit));
  });
}

type Line = readonly [label: string, text: string, thought?: string];

function linesOf(user: NewUser): readonly Line[] {
  const lines: Line[] = [
    [NEW.upn.label, user.upn, 'The user name is the work mail that HR has given out.'],
    [NEW.firstName.label, user.firstName, 'Names as HR spells them.'],
    [NEW.lastName.label, user.lastName],
    [NEW.displayName.label, user.displayName],
    [NEW.employeeNumber.label, user.employeeNumber, 'The number ties the account to the HR record.'],
    [NEW.department.label, user.department],
    [NEW.title.label, user.title],
    [NEW.office.label, user.office],
    [NEW.manager.label, user.manager],
  ];
  return lines.filter(([, text]) => text !== '');
}
