import { dayOf } from '../../core/calendar.ts';
import { comparable, holderOf } from '../../core/facts.ts';
import { namesOf } from '../known-names.ts';
import { saidDay } from '../said-day.ts';
import { countsIn, isSameAnswer, partsOf } from '../same-answer.ts';
import type { Outcome } from '../../screen/outcome.ts';
import type { World } from '../../world/world.ts';
import { standing } from './frames.ts';
import { mentionsIn } from './names.ts';

/** Values of an answer that what was written on its ticket does not hold: who asked reads the ticket. */
export function missingValues(
  written: readonly string[],
  { kind, values = {} }: Outcome,
  world: World,
): string[] {
  if (kind !== 'answer' || written.length === 0) return [];
  const stands = written.map(each => standing(each, ['untrue', 'undone'])).join('\n');
  const text = comparable(stands);
  const whoIs = namesOf(world);
  const isNamed = (part: string): boolean => {
    const who = whoIs(part);
    return who !== undefined && mentionsIn(stands, world).some(each => whoIs(each.text) === who);
  };
  // A small count may stand in a clock time or a day, where it is none.
  const isHeld = (said: string): boolean => !/^\d{1,3}$/.test(said.trim()) && holderOf(said)(text);
  return Object.entries(values).flatMap(([name, value]) => {
    if ([value, ...daysIn(value, world)].some(isHeld)) return [];
    const parts = partsOf(value);
    const isTold = (part: string): boolean => isHeld(part) || isCountIn(text, part) || isNamed(part);
    const missing = parts.filter(part => !isTold(part));
    return missing.map(part => `The record does not say ${name} as it was answered: "${part}".`);
  });
}

/** The days that a value may stand for, day or month first: which of them is right the outcome says. */
function daysIn(value: string, { nowMs }: World): string[] {
  return ['DD/MM/YYYY', 'MM/DD/YYYY'].flatMap(
    format => saidDay(value, { dayFormats: [format], today: dayOf(nowMs) }) ?? [],
  );
}

/** Whether a text has a small count, in figures or as a word, where the answer has the other, or what is counted besides. */
function isCountIn(text: string, part: string): boolean {
  return countsIn(text).some(count => isSameAnswer(part, count));
}
