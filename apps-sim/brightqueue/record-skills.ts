import {
  check,
  click,
  expectScreen,
  findInList,
  findRecord,
  hasNextPage,
  inside,
  isThere,
  link,
  look,
  type Observation,
  offers,
  openListed,
  openPlace,
  readDay,
  readFact,
  readFor,
  row,
  type Script,
  textOf,
  todayOn,
} from '#range';
import { judgeApprovals } from './approval-skills.ts';
import type { Finding } from './hand-on.ts';
import { approvals, knowledge, userList } from './pages/lists.ts';
import { TITLE } from './ticket-skills.ts';

/** What else experts look up on the desk. Every skill starts from any page of any console. */

/** Opens a user record by worker id. */
export function* openDeskUser(workerId: string, thought?: string): Script<Observation> {
  return yield* findRecord(TITLE, userList, { text: workerId, thought });
}

/**
 * Opens a knowledge article: an operator rule (`P-07`) or a procedure of the desk (`KB-01`). The list is leafed through: nobody
 * types or names a number that no screen has shown.
 */
export function* openArticle(id: string, thought?: string): Script<Observation> {
  yield* openPlace(TITLE, knowledge, thought);
  const isHere = (seen: Observation): true | undefined => offers(seen, link(id)) || undefined;
  while (
    !(yield* readFor(isHere, 'The article is not among those in view, and the list goes on below.')) &&
    (yield* hasNextPage())
  )
    yield* click(link('Next'), 'The list of articles goes on over another page.');
  return yield* click(link(id));
}

/** Opens an article and reads the piece of it that is about something, as it stands on the screen. */
export function* readArticle(id: string, about: string, thought?: string): Script<string> {
  yield* openArticle(id, thought);
  const pieceOn = ({ tree }: Observation): string | undefined =>
    textOf(tree)
      .split('\n')
      .find(line => line.includes(about));
  const piece = yield* readFor(pieceOn, 'The rule is not in what I see so far; the article goes on below.');
  if (piece === undefined) expectScreen(yield* look(), about);
  return piece ?? '';
}

/** Opens an access request by its number, from the list of approvals. Needs an approval step to be found there. */
export function* openAccessRequest(id: string, thought?: string): Script<Observation> {
  const first = inside(link(id), row('1. Line manager'));
  const opened = yield* openListed(TITLE, approvals, {
    at: seen => (offers(seen, first) ? first : link(id)),
    thought,
  });
  if (opened) return opened;
  yield* findInList(TITLE, approvals, { text: id });
  return yield* click((yield* isThere(first)) ? first : link(id));
}

/** What a request that is on its own page says: from when to when, and what keeps it from carrying its grant. */
export interface RequestReading {
  from: string;
  to: string | null;
  /** The day on which it was handed in. */
  submitted: string;
  problem: Finding | undefined;
}

/** Opens a request that is not the one behind the ticket, from the list of approvals, and reads it (rules P-02, P-03). */
export function* readRequest(id: string): Script<RequestReading | undefined> {
  return yield* check('approval', function* (): Script<RequestReading> {
    const thought = `${id} stands in the text only: I read its own record.`;
    yield* openAccessRequest(id, thought);
    return yield* readHere(id);
  });
}

/** The same by the other way: from the record of the person whom it is for. */
export function* readRequestOf(workerId: string, id: string): Script<RequestReading | undefined> {
  return yield* check('approval', function* (): Script<RequestReading> {
    yield* openDeskUser(workerId, `I look ${id} up among the requests for ${workerId}.`);
    yield* click(link(id));
    return yield* readHere(id);
  });
}

/** Reads the request in front. */
function* readHere(id: string): Script<RequestReading> {
  const submitted = readDay((yield* readFact('Submitted')) ?? '') ?? '';
  const validity = yield* readValidityHere();
  return { ...validity, submitted, problem: yield* judgeApprovals(id) };
}

/** From when to when the request in front is valid; `to` of null has no end. */
export function* readValidityHere(): Script<{ from: string; to: string | null }> {
  const from = readDay((yield* readFact('Valid from')) ?? '') ?? todayOn(yield* look());
  return { from, to: readDay((yield* readFact('Valid to')) ?? '') ?? null };
}
