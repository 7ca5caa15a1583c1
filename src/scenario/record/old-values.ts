import { comparable, daysOf } from '../../core/facts.ts';
import type { Change, Trace } from '../scenario.ts';
import type { Segment } from './segments.ts';

/** `changed the owner of GG-FIN from ana@… to ivo@…`: what stood there, and what stands there now. */
const FROM_TO = /\bfrom\s+(.+?)\s+to\s+(.+)$/iu;

/**
 * What is told to have stood in a field before, and did not: of a change that the same words name by its new value. Words that
 * name no value (`from the old group`) tell nothing.
 */
export function falseOldValues(segments: readonly Segment[], { steps }: Pick<Trace, 'steps'>): string[] {
  const changes = changesIn(steps.flatMap(step => step.changes));
  return segments.flatMap(({ text, mood }) => {
    const [, from = '', to = ''] = (mood === 'done' && FROM_TO.exec(text)) || [];
    const meant = changes.filter(
      ({ before, after }) => from !== '' && isTold(after, to) && (!isNone(after) || isDay(before)),
    );
    const isOld =
      meant.length === 0 || meant.some(({ before }) => isTold(before, from) || isVague(before, from));
    return isOld ? [] : [`"${text.trim()}": it was not ${from} before.`];
  });
}

/** Each field that was changed, from the first to the last. */
function changesIn(all: readonly Change[]): Change[] {
  const byField = new Map<string, Change>();
  for (const change of all) {
    if (change.field === null) continue;
    const key = `${change.app}/${change.entity}/${change.field}`;
    byField.set(key, { ...change, before: (byField.get(key) ?? change).before });
  }
  return [...byField.values()];
}

/** Consoles write "no end" as a day that nobody will see. */
const FOR_EVER = '9000-01-01';
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A stretch of days without an end is no text that somebody has emptied. */
function isDay(value: unknown): boolean {
  return typeof value === 'string' && DAY.test(value);
}

function isNone(value: unknown): boolean {
  return (
    value === null || value === '' || (typeof value === 'string' && DAY.test(value) && value >= FOR_EVER)
  );
}

function isTold(value: unknown, text: string): boolean {
  if (isNone(value) && /\b(?:no|none|nobody|nothing|without|unlimited|open|never|empty)\b/i.test(text))
    return true;
  if (typeof value !== 'string' || value === '') return false;
  if (DAY.test(value)) return daysOf(text).includes(value);
  return comparable(text).includes(comparable(value));
}

/** Whether words name nothing that could be held against a value: no day of one, no code or name of another. */
function isVague(value: unknown, text: string): boolean {
  if (isDay(value) || value === null) return daysOf(text).length === 0 && !/\d|\bno\b/i.test(text);
  return !/[\p{Lu}\d@_]/u.test(text);
}
