import {
  button,
  choose,
  click,
  field,
  fill,
  inside,
  link,
  type ListWords,
  look,
  type Observation,
  openConsole,
  openTab,
  perform,
  press,
  row,
  type Script,
  searchbox,
  seek,
  type Target,
  tick,
} from '#range';
import { verify } from './acts/hand-over.ts';
import { UPDATE } from './acts/save-record.ts';
import { RECORD } from './fields.ts';
import { approvals, changeList, knowledge, tasks, userList } from './pages/lists.ts';
import { itemPage } from './pages/records.ts';
import { ASSIGN } from './pages/ticket.ts';
import { openTicket } from './ticket-skills.ts';

/** What else experts do on the desk beside working a ticket off. Every skill starts from any page of any console. */

const MAIN: Target = { role: 'navigation', name: 'Main' };

/** Goes to a place of the desk: `My work`, `Tasks`, `Approvals`, `Freeze calendar`, … */
export function* openDesk(place: string, thought?: string): Script<Observation> {
  const before = yield* look();
  const isFront = (yield* openConsole('Brightqueue Desk', thought)) === before;
  return yield* click(inside(link(place), MAIN), isFront ? thought : undefined);
}

/** Searches a list of the desk and opens the one record with that number or id. */
function* openIn(list: ListWords, id: string, thought?: string): Script<Observation> {
  yield* openDesk(list.title, thought);
  yield* fill(searchbox(list.search.label), id);
  yield* press('enter');
  return yield* click(link(id));
}

/** Lists the tasks or incidents of a group in a state. */
export function* openQueue(
  place: 'Tasks' | 'Incidents',
  { group, state }: { group: string; state?: string },
): Script<Observation> {
  yield* openDesk(place);
  yield* choose(tasks.filters.group.label, group);
  if (state) yield* choose(tasks.filters.state.label, state);
  return yield* click(button(tasks.submit));
}

/** Opens a user record by worker id. */
export function* openDeskUser(workerId: string, thought?: string): Script<Observation> {
  return yield* openIn(userList, workerId, thought);
}

/** Opens a change record by its number. */
export function* openChange(number: string, thought?: string): Script<Observation> {
  return yield* openIn(changeList, number, thought);
}

/** Opens a knowledge article: an operator rule (`P-07`) or a procedure of the desk (`KB-01`). */
export function* openArticle(id: string, thought?: string): Script<Observation> {
  return yield* openIn(knowledge, id, thought);
}

/** Opens an access request by its number, from the list of approvals. Needs an approval step to be found there. */
export function* openAccessRequest(id: string, thought?: string): Script<Observation> {
  yield* openDesk(approvals.title, thought);
  yield* fill(searchbox(approvals.search.label), id);
  const found = yield* press('enter');
  const first = inside(link(id), row('1. Line manager'));
  return yield* click(seek(found, first) ? first : link(id));
}

/** Opens the requested item behind a task, at its approvals. */
export function* openItem(task: string, item: string): Script<Observation> {
  yield* openTicket(task);
  yield* click(link(item));
  return yield* openTab(itemPage, itemPage.tabs.approvals);
}

/** Takes a ticket into the operator's own work; it must not be there yet. */
export function* takeTicket(number: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  return yield* click(button(ASSIGN));
}

/** Writes a work note, which stays inside the desk. */
export function* addWorkNote(number: string, text: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* fill(field(RECORD.workNote.label), text);
  return yield* click(button(UPDATE));
}

/** Writes a comment, which the customer reads. */
export function* addCustomerComment(number: string, text: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* fill(field(RECORD.comment.label), text);
  return yield* click(button(UPDATE));
}

/** Puts a ticket on hold in its own group. */
export function* putOnHold(number: string, reason: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* choose(RECORD.state.label, 'On Hold');
  yield* choose(RECORD.holdReason.label, reason);
  return yield* click(button(UPDATE));
}

/** Records how a caller was verified, with whatever result. */
export function* recordVerification(
  number: string,
  {
    method,
    called,
    result,
  }: { method: string; called?: string; result: 'Passed' | 'Failed' | 'Not reached' },
): Script<Observation> {
  yield* openTicket(number);
  const values = { method, result, ...(called === undefined ? {} : { number: called }) };
  return yield* perform(verify, values);
}

/** Selects several tasks that the list of a search shows and takes them all. */
export function* takeSelected(query: string, numbers: readonly string[]): Script<Observation> {
  yield* openDesk(tasks.title);
  yield* fill(searchbox(tasks.search.label), query);
  yield* press('enter');
  for (const number of numbers) yield* tick(`Select ${number}`, true);
  return yield* click(button('Assign selected to me'));
}
