import { isThere, readFact, readFor, readRows } from '#range';
import { attempt, button, check, choose, click, factOf, link, type Observation, offers } from '#range';
import {
  openApp,
  openListed,
  openPlace,
  perform,
  rowsOf,
  type Script,
  searchList,
  send,
  shows,
} from '#range';
import { csvLine } from './acts/csv.ts';
import type { Target } from './acts/import.ts';
import { deactivate, transfer } from './acts/members.ts';
import { importMembers, ROWS } from './pages/import.ts';
import { inviteList, memberList } from './pages/members.ts';

export * from './token-skills.ts';
export * from './wanted.ts';

/** What experts do in the partner hub, in several steps each. Every skill starts from any page of any console. */
export const app = 'freightlane';

const TITLE = 'Freightlane Partner Hub';

/** Opens the record of a member by the address, unless it is in front. */
export function* openMember(email: string, thought?: string): Script<Observation> {
  const front = yield* openApp(TITLE, thought);
  if (factOf(front, 'E-mail') === email) return front;
  const opened = yield* openListed(TITLE, memberList, {
    at: seen => linkOf(email, rowsOf(seen, memberList.caption)),
  });
  if (opened) return opened;
  yield* searchList(TITLE, memberList, { text: email });
  return yield* click(linkOf(email, yield* readRows(memberList.caption)) ?? link(email));
}

/** The link of the member with an address: rows are named by both. */
function linkOf(email: string, rows: readonly Record<string, string>[]): ReturnType<typeof link> | undefined {
  const name = rows
    .find(row => row.Member?.includes(email))
    ?.Member?.replace(email, '')
    .trim();
  return name === undefined ? undefined : link(name);
}

/** Whether a member is an Owner, by the member's own record. */
export function* isOwner(email: string): Script<boolean | undefined> {
  return yield* check('role', function* (): Script<boolean> {
    yield* openMember(email, 'Which role has the member? The last Owner must stay.');
    return (yield* readFact('Role')) === 'Owner';
  });
}

/** Whether anybody but this member is an active Owner. */
export function* hasOtherOwner(email: string): Script<boolean | undefined> {
  return yield* check('other owner', function* (): Script<boolean> {
    yield* openPlace(TITLE, memberList, 'Is somebody else an Owner? One must stay.');
    yield* choose(memberList.filters.role.label, 'Owner');
    yield* choose(memberList.filters.status.label, 'Active');
    yield* click(button(memberList.submit));
    return (yield* readRows(memberList.caption)).some(row => !row.Member?.includes(email));
  });
}

/** Gives the templates of a member to another and takes the seat away, unless that is done; tells whether there were any. */
export function* deactivateMember(
  email: string,
  { heir, ticket }: { heir: string; ticket: string },
): Script<boolean> {
  let hadTemplates = false;
  yield* attempt(function* () {
    yield* openMember(email, 'Two members may share a name; the address is the key here.');
    const isOffered = yield* readFor(seen =>
      [button('Actions'), button(transfer.label)].find(each => offers(seen, each)),
    );
    if (isOffered) {
      hadTemplates = true;
      const open = 'Shipment templates would be nobody’s: they go to the colleague first.';
      yield* perform(transfer, { to: heir, ticket }, { thoughts: { open } });
    }
    if (yield* isThere(button(deactivate.label))) yield* perform(deactivate, { ticket });
  });
  return hadTemplates;
}

/** A row that an import is asked to take. */
export type ImportRow = Record<Target, string>;
const COLUMNS = ['email', 'name', 'role', 'team', 'employee_id'] as const;
const LABELS: Readonly<Record<(typeof COLUMNS)[number], Target>> = {
  email: 'email',
  name: 'name',
  role: 'role',
  team: 'team',
  employee_id: 'employeeId',
};

/** The lines of a file for an import. */
export function fileOf(rows: readonly ImportRow[]): string {
  return [COLUMNS.join(','), ...rows.map(row => csvLine(COLUMNS.map(column => row[LABELS[column]])))].join(
    '\n',
  );
}

interface Preview {
  refused: { email: string; why: string }[];
}

/** Goes as far as the preview of an import, and reads what would be refused: nothing has been changed yet. */
export function* previewImport(
  rows: readonly ImportRow[],
  { updates = false, thought }: { updates?: boolean; thought?: string },
): Script<Preview> {
  return yield* attempt(function* (): Script<Preview> {
    yield* openPlace(TITLE, importMembers, thought);
    const submit = 'The columns are named as the hub names them.';
    yield* send(importMembers.steps.upload, { text: fileOf(rows) }, { submit });
    const why = updates ? {} : { updates: 'A role that somebody has is not to be lowered by the way.' };
    yield* send(importMembers.steps.map, { updates }, why);
    const refused = (yield* readRows(ROWS.caption)).filter(each => each[ROWS.result]?.startsWith('Row '));
    return {
      refused: refused.map(each => ({ email: each[ROWS.email] ?? '', why: each[ROWS.result] ?? '' })),
    };
  });
}

/** An import under a ticket. With `previewed` the preview of its rows is in front. */
interface Import {
  expected: readonly string[];
  updates?: boolean;
  ticket: string;
  previewed?: boolean;
}

/** Imports rows and reads the invites back; after an interruption, unless all that are expected are there. */
export function* importRows(
  rows: readonly ImportRow[],
  { expected, updates = false, ticket, previewed = false }: Import,
): Script<void> {
  yield* attempt(function* (isAgain) {
    if (isAgain && (yield* areInvited(expected))) return;
    const thought = 'The hub takes many at once from a file, and shows them before it keeps any.';
    if (isAgain || !previewed) yield* previewImport(rows, { updates, thought });
    const submit = 'What is refused now is as it should be.';
    yield* send(importMembers.steps.preview, { ticket }, { submit });
  });
  yield* openPlace(TITLE, inviteList, 'Each invite that was to be made has to be in the list.');
}

function* areInvited(emails: readonly string[]): Script<boolean> {
  yield* openPlace(TITLE, inviteList, 'Who is invited already?');
  return (yield* readFor(seen => emails.every(email => shows(seen, email)) || undefined)) ?? false;
}
