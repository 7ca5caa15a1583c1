import { soughtAs } from '../../core/marked.ts';
import type { Target } from '../action.ts';
import { findAll } from '../find.ts';
import type { Observation } from '../observation.ts';
import { readFor } from './read-for.ts';
import type { Script } from './script.ts';
import {
  button,
  choose,
  click,
  factOf,
  field,
  fill,
  heading,
  inside,
  link,
  look,
  menuitem,
  offers,
  openApp,
  press,
  searchbox,
  seek,
  tab,
  tick,
} from './verbs.ts';

/**
 * Verbs over what a console's pages are called. The words come from the pages themselves (`suspend.label`), so that no
 * skill writes them a second time.
 */

/** An act: the words on what opens it, on its fields, and on what does it. */
export interface ActWords<F extends string = string> {
  label: string;
  submit: string;
  fields: FieldWords<F>;
}

/** Fields by their names: what each is called, and how it is filled. */
export type FieldWords<F extends string> = Readonly<Record<F, { label: string; kind: string }>>;
/** What goes into fields, by their names: a text, or whether a box is ticked. What is null stays as it is. */
export type Filled<F extends string> = Readonly<Partial<Record<F, string | boolean | null>>>;

/** A list: the word for it in the navigation, and on its search. */
export interface ListWords {
  title: string;
  search: { label: string };
  submit: string;
}

/** What is thought before a control is used: at fields by their names. */
export type Thoughts<F extends string> = Readonly<Partial<Record<F | 'open' | 'submit', string>>>;

const MAIN: Target = { role: 'navigation', name: 'Main' };
const ACTIONS = button('Actions');
/** What a search of a list is called in its address. */
const SEARCHED = 'q';

/**
 * Does an act that the page in front offers: opens it by its button, its link or the menu "Actions", fills the fields
 * that have a value, and submits. `thoughts` are said at the opening, at fields by their names, and at the `submit`.
 *
 * @example
 * yield* perform(suspend, { ticket: 'INC0041290' }, { thoughts: { open: 'Nobody else must sign in.' } });
 * yield* perform(removeMember, { ticket }, { within: row(upn) });
 */
export function* perform<F extends string>(
  act: ActWords<F>,
  values: Filled<NoInfer<F>>,
  options: { within?: Target; thoughts?: Thoughts<NoInfer<F>> } = {},
): Script<Observation> {
  const thought = (options.thoughts as Thoughts<F> | undefined)?.open;
  yield* openAct(act, { within: options.within, thought });
  return yield* send(act, values, options.thoughts);
}

/**
 * Fills the form in front, in the fields that have a value, and submits it.
 *
 * @example
 * yield* send(importing.steps.upload, { text: file }, { submit: 'The columns are named as they should be.' });
 */
export function* send<F extends string>(
  form: Pick<ActWords<F>, 'submit' | 'fields'>,
  values: Filled<NoInfer<F>>,
  thoughts?: Thoughts<NoInfer<F>>,
): Script<Observation> {
  yield* fillFields<F>(form.fields, values, thoughts);
  return yield* click(button(form.submit), (thoughts as Thoughts<F> | undefined)?.submit);
}

/**
 * Fills those fields of the form in front that have a value, in the order of the form.
 *
 * @example
 * yield* fillFields(RECORD, { closeCode: 'Closed Complete', closeNotes: notes });
 */
export function* fillFields<F extends string>(
  fields: FieldWords<F>,
  values: Filled<NoInfer<F>>,
  thoughts?: Thoughts<NoInfer<F>>,
): Script<void> {
  for (const [name, { label, kind }] of Object.entries<FieldWords<F>[F]>(fields) as [F, FieldWords<F>[F]][]) {
    const value = values[name];
    if (value !== undefined && value !== null)
      yield* fillOne(label, { kind, value, thought: thoughts?.[name] });
  }
}

/**
 * Opens an act that the page in front offers: by its button, its link or the menu "Actions". What is read on its page comes
 * before `send`; where there is nothing to read, `perform` does both.
 */
export function* openAct(
  { label }: { label: string },
  { within, thought }: { within?: Target | undefined; thought?: string | undefined } = {},
): Script<Observation> {
  const placed = (target: Target): Target => (within ? inside(target, within) : target);
  const direct = [placed(button(label)), placed(link(label))];
  const find = (seen: Observation): Target | undefined => direct.find(target => offers(seen, target));
  const screen = yield* look();
  if (!find(screen) && offers(screen, ACTIONS)) {
    const menu = yield* click(ACTIONS, thought);
    if (offers(menu, menuitem(label))) return yield* click(menuitem(label));
    yield* press('escape', `The menu has no ${soughtAs(label, 'entry for it')}; it must be further down.`);
  }
  return yield* click((yield* readFor(find)) ?? placed(button(label)), thought);
}

function* fillOne(
  label: string,
  what: { kind: string; value: string | boolean; thought: string | undefined },
): Script<Observation> {
  const { kind, value, thought } = what;
  if (typeof value === 'boolean') return yield* tick(label, value, thought);
  return yield* kind === 'choice' ? choose(label, value, thought) : fill(field(label), value, thought);
}

/**
 * Goes to a place of a console by its navigation, from any page of any console, unless the whole place is in front: then
 * the next act has the thought.
 */
export function* openPlace(console: string, place: { title: string }, thought?: string): Script<Observation> {
  const screen = yield* openApp(console, thought);
  return isInFront(screen, place, '') ? screen : yield* click(entryOf(place));
}

const entryOf = ({ title }: { title: string }): Target => inside(link(title), MAIN);

/**
 * Whether a place is in front and, as its address says, shows all that it holds; of a list, all that a search for the text
 * finds.
 */
function isInFront(screen: Observation, place: { title: string }, text: string | undefined): boolean {
  const isTitle = findAll(screen.tree, heading(place.title)).some(({ level }) => level === 1);
  if (!isTitle || !seek(screen, entryOf(place))?.current) return false;
  const { [SEARCHED]: searched = '', ...narrowed } = Object.fromEntries(
    new URLSearchParams(screen.url.split('?')[1] ?? ''),
  );
  return (text ?? searched) === searched && Object.values(narrowed).every(value => value === '');
}

/** What is looked for in a list, with what is thought at the first click on the way there and at the search. */
export interface Sought {
  text: string;
  thought?: string | undefined;
  search?: string;
}

/** Searches a list of a console, from any page of any console. */
export function searchList(console: string, list: ListWords, sought: Sought): Script<Observation> {
  return searching(console, list, { ...sought, submitting: click(button(list.submit)) });
}

/** Searches a list of a console by the keyboard, from any page of any console. */
export function findInList(console: string, list: ListWords, sought: Sought): Script<Observation> {
  return searching(console, list, { ...sought, submitting: press('enter') });
}

/** A list that is in front is searched where it is, and one that shows what is looked for is not searched again. */
function* searching(
  console: string,
  list: ListWords,
  { text, thought, search, submitting }: Sought & { submitting: Script<Observation> },
): Script<Observation> {
  const front = yield* openApp(console, thought);
  if (isInFront(front, list, text)) return front;
  if (!isInFront(front, list, undefined)) yield* click(entryOf(list));
  yield* fill(searchbox(list.search.label), text, search);
  return yield* submitting;
}

/** Which link on a screen opens what is looked for; undefined where none does. */
type LinkOn = (screen: Observation) => Target | undefined;

/**
 * Opens a record of a list by its link, where the page in front of the console or the list has that link in view and no
 * other is called so: then there is nothing to search. Undefined, with the list in front, where it has not.
 *
 * @example
 * if (yield* openListed('Staffbook', workers, { at: () => link('E100413') })) return;
 */
export function* openListed(
  console: string,
  list: { title: string },
  { at, thought }: { at: LinkOn; thought?: string | undefined },
): Script<Observation | undefined> {
  const front = yield* openApp(console, thought);
  const isHere = seenBy(front, at);
  if (isHere) return yield* click(isHere);
  if (isInFront(front, list, undefined)) return undefined;
  const isListed = seenBy(yield* click(entryOf(list)), at);
  return isListed && (yield* click(isListed));
}

/** The link, if it is in view once. */
function seenBy(screen: Observation, at: LinkOn): Target | undefined {
  const target = at(screen);
  return target && seek(screen, target) ? target : undefined;
}

/**
 * Opens a record of a list of a console by its number or id: by its link where that is in view, else by a search.
 *
 * @example
 * yield* findRecord('Staffbook', workers, { text: 'E100413', thought: 'I look who it is.' });
 */
export function* findRecord(console: string, list: ListWords, sought: Sought): Script<Observation> {
  const { text, thought } = sought;
  const opened = yield* openListed(console, list, { at: () => link(text), thought });
  if (opened) return opened;
  yield* findInList(console, list, { ...sought, thought: undefined });
  return yield* click(link(text));
}

/** Opens one tab of the record in front, unless it is the one that shows: then the next act has the thought. */
export function* openTab(
  page: { tabsLabel: string },
  { label }: { label: string },
  thought?: string,
): Script<Observation> {
  const at = inside(tab(label), { role: 'tablist', name: page.tabsLabel });
  const screen = yield* look();
  if (!seek(screen, at)?.selected) return yield* click(at, thought);
  return thought === undefined ? screen : yield { kind: 'glance', thought };
}

/**
 * What a screen says beside some labels, under names of one's own; empty where it says nothing. A label after `>` is
 * asked for the quiet line below its value: the number of who or what is linked.
 *
 * @example
 * const { name, managerId } = factsOn(screen, { name: 'Preferred name', managerId: '> Manager' });
 */
export function factsOn<K extends string>(screen: Observation, labels: Record<K, string>): Record<K, string> {
  const read = (label: string): string => {
    const [line, asked] = label.startsWith('> ') ? [1, label.slice(2)] : [0, label];
    return (factOf(screen, asked) ?? '').split('\n')[line] ?? '';
  };
  const entries = Object.entries<string>(labels).map(([name, label]) => [name, read(label)]);
  return Object.fromEntries(entries) as Record<K, string>;
}
