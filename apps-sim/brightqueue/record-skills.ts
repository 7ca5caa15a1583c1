import {
  button,
  choose,
  click,
  field,
  fill,
  inside,
  link,
  look,
  type Observation,
  openConsole,
  press,
  row,
  type Script,
  searchbox,
  seek,
  type Target,
  tick,
} from '#range';
import { openRelated, openTicket } from './ticket-skills.ts';

/** What else experts do on the desk beside working a ticket off. Every skill starts from any page of any console. */

const MAIN: Target = { role: 'navigation', name: 'Main' };

/** Goes to a place of the desk: `My work`, `Tasks`, `Approvals`, `Freeze calendar`, … */
export function* openDesk(place: string, thought?: string): Script<Observation> {
  const before = yield* look();
  const isFront = (yield* openConsole('Brightqueue Desk', thought)) === before;
  return yield* click(inside(link(place), MAIN), isFront ? thought : undefined);
}

/** Searches a list of the desk and opens the one record with that number or id. */
function* openIn(place: string, id: string, thought?: string): Script<Observation> {
  yield* openDesk(place, thought);
  yield* fill(searchbox('Search'), id);
  yield* press('enter');
  return yield* click(link(id));
}

/** Lists the tasks or incidents of a group in a state. */
export function* openQueue(
  place: 'Tasks' | 'Incidents',
  { group, state }: { group: string; state?: string },
): Script<Observation> {
  yield* openDesk(place);
  yield* choose('Assignment group', group);
  if (state) yield* choose('State', state);
  return yield* click(button('Search'));
}

/** Opens a user record by worker id. */
export function* openDeskUser(workerId: string, thought?: string): Script<Observation> {
  return yield* openIn('Users', workerId, thought);
}

/** Opens a change record by its number. */
export function* openChange(number: string, thought?: string): Script<Observation> {
  return yield* openIn('Changes', number, thought);
}

/** Opens a knowledge article: an operator rule (`P-07`) or a procedure of the desk (`KB-01`). */
export function* openArticle(id: string, thought?: string): Script<Observation> {
  return yield* openIn('Knowledge', id, thought);
}

/** Opens an access request by its number, from the list of approvals. Needs an approval step to be found there. */
export function* openAccessRequest(id: string, thought?: string): Script<Observation> {
  yield* openDesk('Approvals', thought);
  yield* fill(searchbox('Search'), id);
  const found = yield* press('enter');
  const first = inside(link(id), row('1. Line manager'));
  return yield* click(seek(found, first) ? first : link(id));
}

/** Opens the requested item behind a task, at one of its related lists. */
export function* openItem(task: string, item: string, list = 'Approvals'): Script<Observation> {
  yield* openTicket(task);
  yield* click(link(item));
  return yield* openRelated(list);
}

/** Takes a ticket into the operator's own work; it must not be there yet. */
export function* takeTicket(number: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  return yield* click(button('Assign to me'));
}

/** Writes a work note, which stays inside the desk. */
export function* addWorkNote(number: string, text: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* fill(field('Work notes'), text);
  return yield* click(button('Update'));
}

/** Writes a comment, which the customer reads. */
export function* addCustomerComment(number: string, text: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* fill(field('Additional comments'), text);
  return yield* click(button('Update'));
}

/** Puts a ticket on hold in its own group. */
export function* putOnHold(number: string, reason: string, thought?: string): Script<Observation> {
  yield* openTicket(number, thought);
  yield* choose('State', 'On Hold');
  yield* choose('On hold reason', reason);
  return yield* click(button('Update'));
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
  yield* click(link('Verify caller'));
  yield* choose('Method', method);
  if (called !== undefined) yield* fill(field('Number called'), called);
  yield* choose('Result', result);
  return yield* click(button('Record verification'));
}

/** Selects several tasks that the list of a search shows and takes them all. */
export function* takeSelected(query: string, numbers: readonly string[]): Script<Observation> {
  yield* openDesk('Tasks');
  yield* fill(searchbox('Search'), query);
  yield* press('enter');
  for (const number of numbers) yield* tick(`Select ${number}`, true);
  return yield* click(button('Assign selected to me'));
}
