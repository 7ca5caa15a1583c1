import {
  attempt,
  button,
  check,
  choose,
  click,
  expectScreen,
  factOf,
  field,
  fill,
  formatDay,
  heading,
  inside,
  link,
  menuitem,
  type Observation,
  offers,
  openConsole,
  press,
  reload,
  rowsOf,
  row,
  type Script,
  searchbox,
  seek,
  tab,
  type Target,
} from '#range';

const TITLE = 'Harborlight ID';
const MAIN: Target = { role: 'navigation', name: 'Main' };
const part = (name: string): Target => inside(tab(name), { role: 'tablist', name: 'User' });

/** Opens a user by the user name, from anywhere. */
export function* openUser(upn: string, thought?: string): Script<Observation> {
  const front = yield* openConsole(TITLE, thought);
  if (factOf(front, 'User name') === upn) return front;
  yield* click(inside(link('Users'), MAIN));
  yield* fill(searchbox('Name, user name or employee number'), upn);
  const list = yield* press('enter');
  const name = rowsOf(list, 'Users').find(user => user['User name'] === upn)?.['Display name'] ?? upn;
  return yield* click(inside(link(name), row(upn)));
}

/** Checks on the user's page that the account belongs to the worker: a name never suffices. */
export function* identify(upn: string, workerId: string): Script<Observation | undefined> {
  return yield* check('identity', function* (): Script<Observation> {
    const screen = yield* openUser(
      upn,
      `I look the account up and compare the employee number with ${workerId}.`,
    );
    expectScreen(screen, workerId);
    return screen;
  });
}

/** Identifies a user and tells the administrator roles that the account holds, if any. */
export function* adminRolesOf(upn: string, workerId: string): Script<string | undefined> {
  const screen = yield* identify(upn, workerId);
  const roles = screen && factOf(screen, 'Admin roles');
  return roles === 'None' ? undefined : roles;
}

/** Opens a group by its name, from anywhere. */
export function* openGroup(name: string, thought?: string): Script<Observation> {
  const front = yield* openConsole(TITLE, thought);
  if (offers(front, heading(name))) return front;
  yield* click(inside(link('Groups'), MAIN));
  yield* fill(searchbox('Name or description'), name);
  yield* press('enter');
  return yield* click(inside(link(name), row(name)));
}

/** Searches an open group's members for a user name. */
export function* findMember(upn: string, thought = 'I read the member list back.'): Script<boolean> {
  yield* fill(searchbox('Member name, user name or employee number'), upn, thought);
  const screen = yield* press('enter');
  return rowsOf(screen, 'Members').some(member => member['User name'] === upn);
}

/** The ways in which the console may want a day written; the field's hint shows one. */
const DAY_FORMATS = ['MMM D, YYYY', 'D MMMM YYYY', 'YYYY-MM-DD', 'DD.MM.YYYY', 'D MMM YYYY'] as const;

/** A day as the hint of a date field wants it, which shows the last day of 2025 as an example. */
function asHinted(screen: Observation, label: string, day: string): string {
  const hint = seek(screen, field(label))?.description ?? '';
  const format = DAY_FORMATS.find(pattern => hint.includes(formatDay('2025-12-31', pattern)));
  return formatDay(day, format ?? 'YYYY-MM-DD');
}

/**
 * Adds a user to a group under a ticket, unless the user is a member already, and reads the member list back.
 * `until` is a day, or null for a membership without end.
 */
export function* addMember(
  group: string,
  { upn, ticket, until }: { upn: string; ticket: string; until: string | null },
): Script<void> {
  yield* attempt(function* () {
    yield* openGroup(group, `I open ${group} and look who is in it.`);
    if (yield* findMember(upn)) return;
    yield* click(button('Add member'));
    const form = yield* fill(field('User name'), upn);
    if (until !== null) {
      const end = asHinted(form, 'End date', until);
      yield* fill(field('End date'), end, 'The request ends on a day, so the membership does too.');
    }
    yield* fill(field('Ticket number'), ticket);
    yield* click(button('Add to group'));
  });
  yield* attempt(function* () {
    yield* openGroup(group);
    yield* findMember(upn);
  });
}

/** What an act on a user is called: on its part of the page, on the button or menu item, and in the dialog. */
interface UserAct {
  part: 'Overview' | 'Authentication' | 'Sessions';
  label: string;
  submit: string;
  /** Tells by the screen that it is done already. */
  isDone(screen: Observation): boolean;
  /** Fills what the dialog asks beside the ticket number. */
  fields?: () => Script<void>;
}

/** Does one act on a user under a ticket, unless it is done already. */
export function* actOnUser(upn: string, ticket: string, act: UserAct): Script<void> {
  yield* attempt(function* () {
    yield* openUser(upn);
    let screen = yield* click(part(act.part));
    if (act.isDone(screen)) return;
    if (!offers(screen, button(act.label))) {
      screen = yield* click(button('Actions'));
      yield* click(menuitem(act.label));
    } else yield* click(button(act.label));
    if (act.fields) yield* act.fields();
    yield* fill(field('Ticket number'), ticket);
    yield* click(button(act.submit));
  });
}

/** Takes a user out of service; memberships stay, live sessions too. */
export function* deactivate(upn: string, ticket: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'Overview',
    label: 'Deactivate',
    submit: 'Deactivate user',
    isDone: screen => factOf(screen, 'Status') === 'Deactivated',
    *fields() {
      yield* fill(field('User name'), upn, 'The console wants the user name typed.');
    },
  });
}

/** Ends every session of a user. */
export function* revokeSessions(upn: string, ticket: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'Sessions',
    label: 'Revoke sessions',
    submit: 'Revoke all sessions',
    isDone: screen => rowsOf(screen, 'Open sessions').length === 0,
  });
}

/** Removes phone and authenticator methods, so that the user registers anew. */
export function* requireRegistration(upn: string, ticket: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'Authentication',
    label: 'Require new MFA registration',
    submit: 'Require registration',
    isDone: screen => factOf(screen, 'MFA registration') === 'Required at next sign-in',
  });
}

/** Issues a temporary access pass of a lifetime, single use; what it says stays on its page. */
export function* issuePass(upn: string, ticket: string, lifetime: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'Authentication',
    label: 'Issue temporary access pass',
    submit: 'Issue pass',
    isDone: screen =>
      rowsOf(screen, 'Sign-in methods').some(method => method.Method === 'Temporary access pass'),
    *fields() {
      yield* choose('Lifetime', lifetime);
    },
  });
}

/** Reads a user again after the last change, on one part of the page: a toast is no proof. */
export function* readUser(
  upn: string,
  name: 'Overview' | 'Authentication' | 'Sessions' | 'Groups',
): Script<Observation> {
  return yield* attempt(function* () {
    yield* openUser(upn);
    yield* click(part(name), 'I read the record again: what it shows now counts, not the message.');
    return yield* reload();
  });
}
