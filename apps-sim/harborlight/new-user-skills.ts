import {
  attempt,
  button,
  check,
  choose,
  click,
  field,
  fill,
  inside,
  link,
  openConsole,
  press,
  rowsOf,
  type Script,
  searchbox,
} from '#range';

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
  yield* openConsole('Harborlight ID', thought);
  yield* click(inside(link('Users'), { role: 'navigation', name: 'Main' }));
  yield* fill(searchbox('Name, user name or employee number'), text);
  const found = rowsOf(yield* press('enter'), 'Users');
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
    yield* click(link('New user'), 'Nobody has this user name; I create the user from the HR record.');
    for (const [label, text, thought] of linesOf(user)) yield* fill(field(label), text, thought);
    const why = user.status === 'Staged' ? 'Staged: no sign-in before the first day.' : undefined;
    yield* choose('Status', user.status, why);
    yield* fill(field('Ticket number'), ticket);
    yield* click(button('Create user'));
  });
}

type Line = readonly [label: string, text: string, thought?: string];

function linesOf(user: NewUser): readonly Line[] {
  const lines: Line[] = [
    ['User name', user.upn, 'The user name is the work mail that HR has given out.'],
    ['First name', user.firstName, 'Names as HR spells them.'],
    ['Last name', user.lastName],
    ['Display name', user.displayName],
    ['Employee number', user.employeeNumber, 'The number ties the account to the HR record.'],
    ['Department', user.department],
    ['Title', user.title],
    ['Office', user.office],
    ['Manager', user.manager],
  ];
  return lines.filter(([, text]) => text !== '');
}
