import { citationsIn, codesIn, comparable, holderOf } from '../core/facts.ts';
import { readDay } from '../core/calendar.ts';
import type { Observation } from '../screen/observation.ts';
import type { Step } from './recorded.ts';
import { idOn } from './records.ts';
import { listsOn } from './rows-on.ts';
import { sentencesOn } from './texts-on.ts';

/** What is known at a step of what the work is about. */
export interface Subjects {
  /** Whether a text, comparable, speaks of it. */
  isMeant(text: string): boolean;
  /** Whether a number is that of a record that gives the order. */
  isOrder(id: string): boolean;
}

/**
 * What the work is about, at each step by what was read until then: the names, numbers and addresses in the goal and in the text
 * of the record that gives the order, which is one that the goal names, or else the first that was opened.
 */
export function subjectsAt(steps: readonly Step[], goal: string): Subjects[] {
  const codes = new Set(subjectsIn(goal));
  const named = new Set(codes);
  let first: string | undefined;
  let now = subjectsOf(codes, named);
  return steps.map(({ observation }) => {
    const id = idOn(observation);
    if (id !== '') first ??= id;
    if (id === '' || !(named.has(id) || id === first)) return now;
    const before = codes.size;
    for (const code of [id, ...textsOn(observation).flatMap(subjectsIn)]) codes.add(code);
    if (codes.size > before) now = subjectsOf(codes, new Set([...named, first ?? id]));
    return now;
  });
}

/** What the record says in sentences and lists. */
function textsOn(screen: Observation): string[] {
  return [...sentencesOn(screen), ...listsOn(screen).flatMap(({ rows }) => rows.flat())];
}

function subjectsOf(codes: ReadonlySet<string>, orders: ReadonlySet<string>): Subjects {
  const holders = [...codes].map(holderOf);
  return { isMeant: text => holders.some(holds => holds(text)), isOrder: id => orders.has(id) };
}

/** A day, a small number, a rule or an article is nobody's name. */
function subjectsIn(text: string): string[] {
  const cited = citationsIn(text);
  return codesIn(text).filter(
    code => readDay(code) === undefined && !/^[\d.,:]{1,4}$/.test(comparable(code)) && !cited.includes(code),
  );
}
