import { comparable } from '../core/facts.ts';
import { fitting } from './fitting.ts';
import { deedsOf, isMore, merged, sayDeed } from './deeds.ts';
import { listNotes } from './list-notes.ts';
import { readBacksOf } from './read-back.ts';
import type { Step } from './recorded.ts';
import { refusalNotes } from './refusal-notes.ts';
import { type ReadScreen, readScreen } from './screen-lines.ts';
import { subjectsAt } from './subjects.ts';
import { textNotes } from './text-notes.ts';

/** A line that is held in mind, at the steps from `from` to `to`. */
export interface Held {
  from: number;
  to: number;
  text: string;
  /** The steps that have all of it in front and need no note. */
  whole?: readonly number[];
}

/**
 * The notes of whoever acts, by step, newest last: what they have read of records, lists and texts, what they did, and what they read again after it.
 * Those of a step hang on the goal and on the screens and acts before it, and on nothing that comes after: who has come so
 * far has the same, whatever comes of it.
 */
export function notesOf(steps: readonly Step[], goal: string): string[][] {
  const subjects = subjectsAt(steps, goal);
  const read = [...listNotes(steps, subjects), ...textNotes(steps, subjects), ...refusalNotes(steps)];
  const done = doneIn(steps, goal);
  const lines = [...done.map(line => ({ ...line, worth: DONE })), ...read];
  lines.sort((a, b) => a.from - b.from);
  return steps.map(({ index }) => {
    const now = lines.filter(
      ({ from, to, whole }) => from <= index && index <= to && !whole?.includes(index),
    );
    return [...new Set(bounded(now).map(({ text }) => text))];
  });
}

interface Line extends Held {
  worth: number;
}

/** More than all that is read. */
const DONE = 3;

/**
 * Where there is too much to hold, what is worth least is held by its beginning alone, and of that what was read longest ago;
 * where there is too much of that as well, it goes.
 */
function bounded(lines: readonly Line[]): Line[] {
  const worthiest = [...lines].reverse().sort((a, b) => b.worth - a.worth);
  const whole = new Set(fitting(worthiest, WHOLE_MAX, ({ text }) => text.length));
  const begun = worthiest
    .filter(line => !whole.has(line))
    .map(line => ({ line, text: beginningOf(line.text) }));
  const short = new Map(
    fitting(begun, BEGUN_MAX, ({ text }) => text.length).map(({ line, text }) => [line, text]),
  );
  return lines.flatMap(line => {
    const text = whole.has(line) ? line.text : short.get(line);
    return text === undefined ? [] : { ...line, text };
  });
}

/** So many letters of lines that are held whole, and of those that are begun. */
const [WHOLE_MAX, BEGUN_MAX] = [3600, 3400];

/** No word is cut. */
function beginningOf(text: string): string {
  return text.length <= BEGINNING_MAX ? text : `${text.slice(0, BEGINNING_MAX).replace(/\s+\S*$/, '')} …`;
}

const BEGINNING_MAX = 130;

/** What was done and what was read again after it, held to the end. */
function doneIn(steps: readonly Step[], goal: string): Held[] {
  const screens = steps.map(({ observation }) => readScreen(observation));
  const end = steps.length - 1;
  const deeds = deedsOf(steps);
  const lines = merged(deeds);
  const done = lines.map((deed, at) => {
    const later = lines[at + 1];
    const isGrown = later !== undefined && isMore(later, deed);
    const from = offScreen(screens, deed.from, deed.message);
    return { from, to: isGrown ? later.from - 1 : end, text: sayDeed(deed) };
  });
  return [...done, ...readBacksOf(steps, deeds, [goal])].filter(({ from, to }) => from <= to);
}

/** The first screen on which a message stands no more. */
function offScreen(screens: readonly ReadScreen[], from: number, message: string): number {
  const plain = comparable(message);
  let at = from;
  while (message !== '' && at < screens.length && comparable(screens[at]?.all() ?? '').includes(plain)) at++;
  return at;
}
