import { toldIn, writtenIn } from '../rules/events.ts';
import type { Rule } from '../scenario.ts';
import { type Court, falseDeeds } from './claims.ts';
import { falseGrounds } from './grounds.ts';
import { ledgerOf } from './ledger.ts';
import { omissions } from './omissions.ts';
import { segmentsOf } from './segments.ts';
import { missingValues } from './values.ts';

/**
 * What is wrong with the record of an episode, its closing note and all that was written inside the house: what it claims and
 * was not done, checked, called or approved; what was done and it does not name; answers that it does not hold. What callers
 * and outsiders were told need not be whole, but it has to be true. Where it is
 * not certain what a piece of it means, it is taken for true: what it says in other words than consoles and common usage
 * have, of states and of what others did, is out of reach.
 */
export function recordFaults({ told = [], ...given }: Parameters<Rule['check']>[0]): string[] {
  const { outcome } = given.trace;
  if (!outcome) return [];
  const ledger = ledgerOf(given);
  const court: Court = { ledger, world: given.world, isDone: outcome.kind === 'complete' };
  const written = writtenIn(given);
  const texts = [...new Set([outcome.note, ...written])];
  const segments = texts.flatMap(segmentsOf);
  const all = [...new Set([...texts, ...toldIn(given).map(({ text }) => text)])];
  const isHistory = outcome.kind === 'answer' && ledger.deeds.length === 0;
  const found = [
    ...(isHistory ? [] : all.flatMap(text => falseDeeds(segmentsOf(text), court))),
    ...falseGrounds(all.flatMap(segmentsOf), court, { ...given, told }),
    ...omissions(segments, court, told),
    ...missingValues(written, outcome),
  ];
  return [...new Set(found)];
}
