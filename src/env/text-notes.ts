import { citationsIn, comparable } from '../core/facts.ts';
import type { Observation } from '../screen/observation.ts';
import { hostOf, textOn } from '../screen/script/sight.ts';
import { fittingTexts } from './fitting.ts';
import type { ReadNote } from './list-notes.ts';
import type { Step } from './recorded.ts';
import { idOn, recordOn, sayRecord } from './records.ts';
import type { Subjects } from './subjects.ts';
import { codesOffered, isTellingText, sentencesOn } from './texts-on.ts';

/** What was read of one page: its sentences so far, and the note of them. */
interface Reading {
  sentences: readonly string[];
  note: ReadNote;
}

/**
 * What the pages of records have to be read, and what menus offer under codes, each as far as it had been read at every step.
 * Of much, what holds a name or a number comes first. What was written by whoever reads it is no reading.
 */
export function textNotes(steps: readonly Step[], subjects: readonly Subjects[]): ReadNote[] {
  const open = new Map<string, Reading>();
  const notes: ReadNote[] = [];
  let typed = '';
  for (const { index, observation, act } of steps) {
    const id = idOn(observation);
    const isOrder = id !== '' && subjects[index]?.isOrder(id) === true;
    const read = readOn(observation, isOrder).filter(each => !typed.includes(each));
    if (act?.kind === 'type') typed += `${act.text}\n`;
    const key = `${hostOf(observation)} ${id}`;
    const before = open.get(key);
    const known = before?.sentences ?? [];
    const isNew = read.some(each => !known.includes(each));
    if (isNew) {
      if (before) before.note.to = index;
      const sentences = [...new Set([...known, ...read])];
      const [text, to] = [sayText(steps.slice(0, index + 1), sentences, isOrder), steps.length - 1];
      // An article that was opened says how the work is done.
      const isMeant = citationsIn(id).length > 0 || subjects[index]?.isMeant(comparable(text)) === true;
      // What a menu has is wanted again and again.
      const worth = isOrder || id === '' ? 2 : isMeant ? 1 : 0;
      const note = { from: index + 1, to, text, whole: [], worth } as const;
      open.set(key, { sentences, note });
      notes.push(note);
    }
    const reading = open.get(key);
    if (reading && isWholeOn(observation, reading)) reading.note.whole = [...reading.note.whole, index];
  }
  return notes.filter(({ from, to }) => from <= to);
}

/**
 * Of the record that gives the order all is read, of others what nobody could guess. An article may be cited once it was opened,
 * however little of it was read: its beginning is held until more is.
 */
function readOn(screen: Observation, isOrder: boolean): readonly string[] {
  const id = idOn(screen);
  if (id === '') return codesOffered(screen);
  const sentences = sentencesOn(screen);
  if (isOrder) return sentences;
  const telling = sentences.filter(isTellingText);
  return telling.length === 0 && citationsIn(id).length > 0 ? sentences.slice(0, 1) : telling;
}

/** What a page had to be read, in the order that it was read in. */
function sayText(steps: readonly Step[], sentences: readonly string[], isOrder: boolean): string {
  const { observation } = steps.at(-1) as Step;
  const telling = sentences.filter(isTellingText);
  const first = [...telling, ...sentences.filter(each => !telling.includes(each))];
  const kept = new Set(fittingTexts(first, isOrder ? ORDER_MAX : TEXT_MAX));
  const text = sentences.filter(each => kept.has(each)).join(' ');
  return `${sayRecord(steps, recordOn(observation))}: ${text}`;
}

const [TEXT_MAX, ORDER_MAX] = [700, 1500];

function isWholeOn(screen: Observation, { sentences }: Reading): boolean {
  const all = comparable(textOn(screen));
  return sentences.every(each => all.includes(comparable(each)));
}
