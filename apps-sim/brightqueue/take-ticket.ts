import {
  click,
  expectScreen,
  expectWritten,
  findInList,
  link,
  look,
  mistaken,
  type Observation,
  readPage,
  readRows,
  type Script,
} from '#range';
import { claim } from './ending-skills.ts';
import { incidents, tasks } from './pages/lists.ts';
import { kindOf, readTicket, takeIfFree, TITLE } from './ticket-skills.ts';

/** The mistake of taking another open record of the same person for the one that is meant. */
export const WRONG_TICKET = 'wrong-ticket';

/** What is to be worked on: the ticket, in which words it was asked for, and about whom. */
export interface Errand {
  ticket: string;
  goal: string;
  subject: string;
}

/**
 * Opens the ticket that a goal speaks of and reads it to its end: by its number where the goal names it, else by the
 * person, among all that they have open, by what the goal says of it.
 */
export function* takeTicket(errand: Errand, thought: string): Script<Observation> {
  if (isNumbered(errand)) return yield* readTicket(errand.ticket, thought);
  const rows = yield* readOpen(errand);
  yield* openOne(rows[0], `Of ${rows.length} open, this is the one that was asked about`);
  yield* takeIfFree(rows[0]?.Number ?? errand.ticket);
  return yield* readPage('The ticket goes on below: what is asked for may stand in its last line.');
}

/** Takes another open record of the same person for the one that is meant, and closes it as done. */
export function* takeOther(errand: Errand): Script {
  const rows = yield* readOpen(errand);
  const other = rows.at(-1);
  yield* mistaken(WRONG_TICKET, openOne(other, 'This must be the one'));
  return yield* claim(other?.Number ?? errand.ticket);
}

/** Whether a goal names the number of its ticket. */
export function isNumbered({ goal, ticket }: Errand): boolean {
  return goal.includes(ticket);
}

type Row = Record<string, string>;

/** What the person has open, by the list of records of that kind: what fits the goal best comes first. */
function* readOpen({ ticket, goal, subject }: Errand): Script<Row[]> {
  const list = kindOf(ticket) === 'task' ? tasks : incidents;
  const search = `No number was given: I look for what ${subject} has open.`;
  yield* findInList(TITLE, list, { text: subject, search });
  const rows = (yield* readRows(list.title)).filter(({ State = '' }) => !/^(Closed|Resolved)/.test(State));
  if (rows.length === 0) expectScreen(yield* look(), subject);
  return rows.toSorted((a, b) => likeness(b, goal) - likeness(a, goal));
}

function* openOne(row: Row | undefined, why: string): Script<void> {
  const { Number: number = '', 'Short description': about = '' } = row ?? {};
  yield* click(link(number), `${why}: ${number}, “${about}”.`);
  yield* expectWritten(number);
}

/** How many words of a goal a record's short description has. */
function likeness({ 'Short description': about = '' }: Row, goal: string): number {
  const told = new Set(wordsOf(goal));
  return wordsOf(about).filter(word => told.has(word)).length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_-]{4,}/gu) ?? [];
}
