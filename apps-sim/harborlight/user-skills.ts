import { sayFound, asPrinted, expectWritten, readFact, readFor, readRows, sayOne } from '#range';
import {
  type ActWords,
  attempt,
  button,
  check,
  click,
  factOf,
  field,
  fill,
  findInList,
  formatDay,
  heading,
  inside,
  type ListWords,
  link,
  look,
  type Observation,
  offers,
  openApp,
  openListed,
  openTab,
  perform,
  press,
  reload,
  row,
  rowsOf,
  saying,
  type Script,
  searchbox,
  seek,
  type Target,
  textOf,
} from '#range';
import * as credentials from './acts/credentials.ts';
import { addMember as ADD } from './acts/groups.ts';
import * as acts from './acts/lifecycle.ts';
import { FIND_MEMBER } from './pages/group.ts';
import { groupList, userList } from './pages/lists.ts';
import { userPage } from './pages/user.ts';

const TITLE = 'Harborlight ID';

/** A part of a user's page. */
export type UserTab = keyof typeof userPage.tabs;

/** Searches a list of the directory, from any page of any console. */
export function search(list: ListWords, text: string, thought?: string): Script<Observation> {
  return findInList(TITLE, list, { text, thought });
}

/** Opens a user by the user name, from anywhere. */
export function* openUser(upn: string, thought?: string): Script<Observation> {
  const front = yield* openApp(TITLE, thought);
  if (factOf(front, 'User name') === upn) return front;
  const linkIn = (rows: readonly Record<string, string>[]): Target | undefined => {
    const name = rows.find(user => user['User name'] === upn)?.['Display name'];
    return name === undefined ? undefined : inside(link(name), row(upn));
  };
  const opened = yield* openListed(TITLE, userList, { at: seen => linkIn(rowsOf(seen, userList.caption)) });
  if (opened) return opened;
  yield* search(userList, upn);
  return yield* click(linkIn(yield* readRows(userList.caption)) ?? inside(link(upn), row(upn)));
}

/** Checks on the user's page that the account belongs to the worker: a name never suffices. */
export function* identify(upn: string, workerId: string): Script<Observation | undefined> {
  return yield* check('identity', function* (): Script<Observation> {
    const thought = sayOne(upn, [
      `A name never suffices: I look the account up by the employee number ${workerId}.`,
      `Which account is whose? By the employee number ${workerId} there can be no mistake.`,
      `Two people may share a name, but only one has ${workerId}: I search for that.`,
      `First I make sure which account belongs to ${workerId} and to nobody else.`,
      `${workerId} is who is meant; I look which account goes with that number.`,
    ]);
    yield* saying(thought, search(userList, workerId));
    const found = (yield* readRows(userList.caption)).find(user => user['User name'] === upn);
    const screen = yield* found
      ? click(inside(link(found['Display name'] ?? upn), row(upn)), `${upn} has the number ${workerId}.`)
      : openUser(upn);
    yield* expectWritten(workerId);
    return screen;
  });
}

/** Identifies a user and gives the administrator roles that the account holds, if any. */
export function* adminRolesOf(upn: string, workerId: string): Script<string | undefined> {
  const screen = yield* identify(upn, workerId);
  const roles = screen && (yield* readFact('Admin roles'));
  return roles === 'None' ? undefined : roles;
}

/** Opens a group by its name, from anywhere. */
export function* openGroup(name: string, thought?: string): Script<Observation> {
  const front = yield* openApp(TITLE, thought);
  if (offers(front, heading(name))) return front;
  const at = inside(link(name), row(name));
  const opened = yield* openListed(TITLE, groupList, { at: () => at });
  if (opened) return opened;
  yield* search(groupList, name);
  return yield* click(at);
}

/** Searches an open group's members for a user name. */
export function* findMember(
  upn: string,
  thought = 'Only the list of members shows whether it was kept.',
): Script<boolean> {
  yield* fill(searchbox(FIND_MEMBER), upn, thought);
  yield* press('enter');
  const found = (yield* readRows('Members')).find(member => member['User name'] === upn);
  yield* sayFound(
    found
      ? sayOne(upn, [`${upn} is among the members.`, `The members have ${upn}.`])
      : sayOne(upn, [`${upn} is not among the members.`, `The members do not have ${upn}.`]),
  );
  return found !== undefined;
}

/** The ways in which the console may want a day written; the field's hint shows one. */
const DAY_FORMATS = ['MMM D, YYYY', 'D MMMM YYYY', 'YYYY-MM-DD', 'DD.MM.YYYY', 'D MMM YYYY'] as const;

/** A day as the hint of a date field wants it, which shows the last day of 2025 as an example. */
function* asHinted(label: string, day: string): Script<string> {
  const hint = (yield* readFor(seen => seek(seen, field(label))))?.description ?? '';
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
    if (yield* findMember(upn, `Is ${upn} a member already? Then there is nothing to add.`)) return;
    yield* click(button(ADD.label));
    yield* fill(field(ADD.fields.user.label), upn);
    if (until !== null) {
      const end = yield* asHinted(ADD.fields.endDay.label, until);
      const thought = 'The request ends on a day, so the membership does too.';
      yield* fill(field(ADD.fields.endDay.label), end, thought);
    }
    yield* fill(field(ADD.fields.ticket.label), ticket);
    yield* click(button(ADD.submit));
  });
  yield* attempt(function* () {
    yield* openGroup(group);
    yield* findMember(upn);
  });
}

/** An act on a user: on its part of the page, with what the dialog asks beside the ticket number. */
interface ActOnUser<F extends string> {
  part: UserTab;
  act: ActWords<F | 'ticket'>;
  values?: Readonly<Partial<Record<F, string>>>;
  thoughts?: Readonly<Partial<Record<F | 'ticket' | 'open' | 'submit', string>>>;
  /** Why one goes to the user for it. */
  thought?: string;
  /** Whether it is done already, as that part of the page says. */
  isDone(): Script<boolean>;
}

/** Whether a fact of the user in front stands at a value. */
export function* says(label: string, value: string): Script<boolean> {
  return (yield* readFact(label)) === value;
}

/** Does one act on a user under a ticket, unless it is done already; tells whether it was needed. */
export function* actOnUser<F extends string>(
  upn: string,
  ticket: string,
  { part, act, values, thoughts, thought, isDone }: ActOnUser<F>,
): Script<boolean> {
  let isSent = false;
  yield* attempt(function* () {
    yield* openUser(upn, thought);
    yield* openTab(userPage, userPage.tabs[part]);
    if (yield* isDone()) return;
    isSent = true;
    const all = { ...values, ticket } as Readonly<Partial<Record<F | 'ticket', string>>>;
    yield* perform(act, all, thoughts ? { thoughts } : {});
  });
  return isSent;
}

/** Takes a user out of service; memberships stay, live sessions too. Tells in how many applications accounts are left. */
export function* deactivate(upn: string, ticket: string): Script<number> {
  yield* actOnUser(upn, ticket, {
    part: 'overview',
    act: acts.deactivate,
    values: { confirm: upn },
    thoughts: { confirm: 'The console wants the user name typed.' },
    isDone: () => says('Status', 'Deactivated'),
  });
  return Number(acts.LEFT.exec(textOf((yield* look()).tree))?.[1] ?? 0);
}

/** Lets a user who is prepared sign in, unless that is so already. */
export function* activate(upn: string, ticket: string): Script<void> {
  yield* actOnUser(upn, ticket, {
    part: 'overview',
    act: acts.activate,
    isDone: () => says('Status', 'Active'),
  });
}

/** Ends every session of a user; tells whether there was one. */
export function* revokeSessions(upn: string, ticket: string): Script<boolean> {
  return yield* actOnUser(upn, ticket, {
    part: 'sessions',
    act: credentials.revokeSessions,
    *isDone() {
      return (yield* readRows('Open sessions')).length === 0;
    },
  });
}

/** Removes phone and authenticator methods, so that the user registers anew; tells which kinds there were to remove. */
export function* requireRegistration(upn: string, ticket: string): Script<string[]> {
  const kinds = credentials.ON_DEVICES.map(kind => credentials.kindOf({ kind }));
  let found: string[] | undefined;
  yield* actOnUser(upn, ticket, {
    part: 'authentication',
    act: credentials.requireRegistration,
    thought: `Nothing stands against it: what ${upn} signs in with goes first.`,
    *isDone() {
      // Done once and not answered, it leaves nothing to be seen: what stood there first was removed.
      found ??= (yield* readRows('Sign-in methods')).flatMap(({ Method = '' }) =>
        kinds.includes(Method) ? Method : [],
      );
      return yield* says('MFA registration', 'Required at next sign-in');
    },
  });
  return [...new Set(found ?? [])].sort();
}

/**
 * Issues a temporary access pass of a lifetime, single use, and reads it where it is shown once. One that was made while
 * nobody saw it is of no use: it is removed, and another issued.
 */
export function* issuePass(upn: string, ticket: string, lifetime: string): Script<string> {
  const pass = credentials.kindOf({ kind: 'tempPass' });
  return yield* attempt(function* (isAgain) {
    yield* openUser(
      upn,
      'A single-use pass opens the way to new methods; it is made on the page of the user.',
    );
    yield* openTab(userPage, userPage.tabs.authentication);
    const isThere = isAgain && (yield* readRows('Sign-in methods')).some(({ Method }) => Method === pass);
    if (isThere) {
      const open = 'A pass was made that nobody has seen: it goes, and I issue another.';
      yield* perform(credentials.removeMethod, { ticket }, { within: row(pass), thoughts: { open } });
    }
    yield* perform(credentials.issuePass, { lifetime, ticket });
    return (yield* readFact(pass)) ?? '';
  });
}

/**
 * Reads a user again after the last change, on one part of the page: a toast is no proof. A part that is opened for it
 * shows what is there now; only one that was in front is shown anew.
 */
export function* readUser(upn: string, tab: UserTab): Script<Observation> {
  return yield* attempt(function* () {
    const before = yield* look();
    const thought = sayOne(`${upn} ${tab}`, [
      'I read the record again: what it shows now counts, not the message.',
      `A message is soon said. What does ${upn} look like now?`,
      `I want to see with my own eyes how ${upn} stands after that.`,
      `Done is what the record of ${upn} shows as done, so I look.`,
    ]);
    yield* openUser(upn, thought);
    const front = yield* openTab(userPage, userPage.tabs[tab]);
    const screen = front.url === before.url ? yield* reload(thought) : front;
    const status = yield* readFact('Status');
    if (status !== undefined) yield* sayFound(sayStanding(upn, yield* asPrinted(status)));
    return screen;
  });
}

function sayStanding(upn: string, status: string): string {
  return sayOne(`${upn} ${status}`, [
    `${upn} stands at ${status} now.`,
    `The record of ${upn} has ${status}.`,
    `So ${upn} is ${status}: that is what was kept.`,
  ]);
}
