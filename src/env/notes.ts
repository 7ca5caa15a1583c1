import { codesIn, comparable, holderOf } from '../core/facts.ts';
import type { Outcome } from '../screen/outcome.ts';
import { type Deed, deedsOf, isMore, merged, sayDeed } from './deeds.ts';
import { readBacksOf } from './read-back.ts';
import type { Step } from './recorded.ts';
import type { ReadScreen } from './screen-lines.ts';
import { toldFrom } from './told.ts';

/** A line that is held in mind, at the steps from `from` to `to`. */
export interface Held {
  from: number;
  to: number;
  text: string;
}

/** A line that was read for a fact in it. */
export interface ReadLine extends Held {
  fact: string;
}

/** What the lines are taken from. */
export interface Happened {
  steps: readonly Step[];
  outcome: Outcome | null;
  screens: readonly ReadScreen[];
  /** Goal and briefing, comparable. */
  given: readonly string[];
}

/** A text that is written in an episode, with the step that does. */
interface Written {
  step: number;
  text: string;
}

/**
 * What was done, what was read again after it, and what will be told of what was read: held until the last text of the
 * episode is written.
 */
export function tellingLines(happened: Happened, read: readonly Held[]): Record<'done' | 'told', Held[]> {
  const { steps, outcome, screens } = happened;
  const texts = writtenIn(steps, outcome);
  const end = texts.at(-1)?.step ?? -1;
  const deeds = deedsOf(steps);
  const lines = merged(deeds);
  const done = lines.map((deed, at) => {
    const later = lines[at + 1];
    const isGrown = later !== undefined && isMore(later, deed);
    const from = offScreen(screens, deed.from, deed.message);
    return { from, to: isGrown ? later.from - 1 : end, text: sayDeed(deed) };
  });
  const wanted = texts.flatMap(({ text }) => codesIn(text));
  const again = readBacksOf(steps, deeds, wanted).map(readBack => ({ ...readBack, to: end }));
  const held = [...done, ...again].filter(({ from, to }) => from <= to);
  return { done: held, told: toldHeld(texts, { ...happened, deeds, read }) };
}

/** What the ending tells again that was typed before is held on; nothing is looked up twice. */
function toldHeld(texts: readonly Written[], known: Known): Held[] {
  const ending = texts.at(-1);
  return texts.flatMap(written => {
    const isAgain = written !== ending && ending?.text.endsWith(written.text) === true;
    if (isAgain) return toldIn(written, known).map(line => ({ ...line, to: ending.step }));
    const isTold =
      written === ending && texts.some(each => each !== ending && ending.text.endsWith(each.text));
    return isTold ? [] : toldIn(written, known);
  });
}

interface Known extends Happened {
  deeds: readonly Deed[];
  read: readonly Held[];
}

function toldIn({ step: used, text }: Written, { steps, screens, given, deeds, read }: Known): Held[] {
  const lines = read.filter(({ to }) => to === used).map(line => line.text);
  const before = {
    steps,
    screens: screens.slice(0, used + 1),
    given: given.join('\n'),
    deeds,
    read: comparable(lines.join('\n')),
  };
  const told = toldFrom(text, before).filter(({ step }) => step < used);
  return told.map(({ step, text: line }) => ({ from: step + 1, to: used, text: line }));
}

/** What is typed as a sentence, and what is handed back at the end. */
function writtenIn(steps: readonly Step[], outcome: Outcome | null): Written[] {
  return steps.flatMap(({ index, act }) => {
    if (act === null) return outcome ? [{ step: index, text: outcome.note }] : [];
    return act.kind === 'type' && isSentence(act.text) ? [{ step: index, text: act.text }] : [];
  });
}

/** Words that hold nothing but letters, so many that it is no value. */
function isSentence(text: string): boolean {
  return (text.match(/(?<!\S)\p{L}{2,}(?=[\s.,;:?]|$)/gu) ?? []).length >= SENTENCE_WORDS;
}

const SENTENCE_WORDS = 4;

/** The first screen on which a message stands no more. */
function offScreen(screens: readonly ReadScreen[], from: number, message: string): number {
  const plain = comparable(message);
  let at = from;
  while (message !== '' && at < screens.length && comparable(screens[at]?.all() ?? '').includes(plain)) at++;
  return at;
}

/** The notes of each step, those that were taken last at the end. A fact in the line of a deed needs none of its own. */
export function notesAt(
  count: number,
  lines: { read: readonly ReadLine[]; done: readonly Held[]; told: readonly Held[] },
): string[][] {
  const done = lines.done.map(line => ({ ...line, plain: comparable(line.text) }));
  const read = lines.read.flatMap(({ fact, ...line }) => {
    const holds = holderOf(fact);
    const other = done.find(({ from, to, plain }) => to >= line.to && from <= line.to && holds(plain));
    const to = other ? Math.min(line.to, Math.max(other.from, line.from) - 1) : line.to;
    return to < line.from ? [] : [{ ...line, to }];
  });
  const all = [...read, ...done, ...lines.told].sort((a, b) => a.from - b.from);
  return Array.from({ length: count }, (_, at) => [
    ...new Set(all.filter(({ from, to }) => from <= at && at <= to).map(({ text }) => text)),
  ]);
}
