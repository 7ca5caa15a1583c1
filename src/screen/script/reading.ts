import { soughtAs, wordFor } from '../../core/marked.ts';
import type { Target } from '../action.ts';
import { findAll } from '../find.ts';
import type { Observation } from '../observation.ts';
import { factsOn } from './pages.ts';
import { readFor } from './read-for.ts';
import type { Script } from './script.ts';
import { nodesOf } from './sight.ts';
import { click, expectScreen, factOf, link, look, offers, rowOf, rowsOf, shows, tableOf } from './verbs.ts';

/**
 * Reading as a person does it: what is not in view is scrolled to, and that something is not there is known at the end of
 * the page. Where there is no layout the whole page is in front, and reading costs no step.
 */

/** Reads the page in front from end to end. */
export function* readPage(thought?: string): Script<Observation> {
  yield* readFor(() => undefined, thought);
  return yield* look();
}

/**
 * The value beside a label in a list of facts; undefined when the page has no such label.
 *
 * @example
 * const owner = (yield* readFact('Owner')) ?? '';
 */
export function readFact(label: string): Script<string | undefined> {
  return readFor(seen => factOf(seen, label), lookFor(label, 'the line that says it'));
}

/**
 * What the page says beside some labels, under names of one's own; empty where it says nothing, as by `factsOn`.
 *
 * @example
 * const { status, managerId } = yield* readFacts({ status: 'Status', managerId: '> Manager' });
 */
export function* readFacts<K extends string>(labels: Record<K, string>): Script<Record<K, string>> {
  const words = Object.values<string>(labels).map(label => label.replace(/^> /, ''));
  const isWhole = (seen: Observation): true | undefined =>
    words.every(word => factOf(seen, word) !== undefined) || undefined;
  yield* readFor(isWhole, 'I read the record to its end.');
  return factsOn(yield* look(), labels);
}

/**
 * The rows of a table by its caption, all of them: each cell's text by the console's own word for its column.
 *
 * @example
 * const members = (yield* readRows('Members')).map(row => row['User name']);
 */
export function* readRows(caption: string): Script<Record<string, string>[]> {
  const isWhole = (seen: Observation): true | undefined => {
    const found = tableOf(seen, caption);
    return (found && !found.moreBelow && !found.moreAbove) || undefined;
  };
  yield* readFor(isWhole, `I read the table “${wordFor(caption)}” to its end.`);
  return rowsOf(yield* look(), caption);
}

/** The row that has a cell of exactly this text, in any table of the page. */
export function findRow(text: string): Script<Record<string, string> | undefined> {
  return readFor(seen => rowOf(seen, text), lookFor(text, 'the row that I need'));
}

/** Whether the page holds a text, in whole or as part of a line. */
export function* isWritten(text: string): Script<boolean> {
  const thought = lookFor(text, 'what settles it');
  return (yield* readFor(seen => shows(seen, text) || undefined, thought)) ?? false;
}

/** Whether the page holds a thing to aim at. */
export function* isThere(what: Target): Script<boolean> {
  const thought = lookFor(what.name, `the ${what.role} that I need`);
  return (yield* readFor(seen => offers(seen, what) || undefined, thought)) ?? false;
}

/**
 * What the page in front prints for a state that rows and facts give by the console's own word: who writes of it says
 * what was seen.
 *
 * @example
 * const findings = `The step is ${yield* asPrinted(step.State)}.`;
 */
export function* asPrinted(state: string): Script<string> {
  return nodesOf((yield* look()).tree).find(({ canonical }) => canonical === state)?.name ?? state;
}

/** Fails a script with advice when the page is not what the procedure expects: it was read to its end. */
export function* expectWritten(text: string): Script<void> {
  if (!(yield* isWritten(text))) expectScreen(yield* look(), text);
}

/**
 * Reads the list in front through all its pages: each row by its column words. Ends on the last page.
 *
 * @example
 * const holders = yield* readList(userList);
 */
export function* readList({ caption }: { caption: string }): Script<Record<string, string>[]> {
  const rows = yield* readRows(caption);
  while (yield* hasNextPage()) {
    yield* click(link('Next'), `The list goes on: ${rows.length} rows read so far.`);
    rows.push(...(yield* readRows(caption)));
  }
  return rows;
}

/** Whether the list in front goes on over another page; at its end "Next" is there but dead. */
export function* hasNextPage(): Script<boolean> {
  const thought = 'Does the list go on? I look below it.';
  const next = yield* readFor(seen => findAll(seen.tree, link('Next'))[0], thought);
  return next !== undefined && !next.disabled;
}

function lookFor(what: string, kind: string): string {
  return `I look for ${soughtAs(what, kind)} further down.`;
}
