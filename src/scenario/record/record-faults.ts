import type { Outcome } from '../../screen/outcome.ts';
import { newNotesOn, toldIn, writtenIn } from '../rules/events.ts';
import type { Rule, Wanted } from '../scenario.ts';
import { falseAnswer } from './answers.ts';
import { falseTelling } from './call-told.ts';
import { type Court, falseDeeds } from './claims.ts';
import { framesOf, sentencesOf, standing } from './frames.ts';
import { isOfStrangers, missingGround, strangersTold } from './ground.ts';
import { falseGrounds } from './grounds.ts';
import { falseHearsay } from './hearsay.ts';
import { ledgerOf } from './ledger.ts';
import { falseOldValues } from './old-values.ts';
import { omissions } from './omissions.ts';
import { claimsOfAll, contradictions } from './stance.ts';
import { foreignTongue } from './tongue.ts';
import { segmentsOf } from './segments.ts';
import { missingValues } from './values.ts';

/**
 * What is wrong with the record of an episode, its closing note and all that was written inside the house: what it claims and
 * was not done, checked, called or approved; what was done and its own record does not name; answers and grounds that it does not hold. What callers
 * and outsiders were told need not be whole, but it has to be true. Where it is
 * not certain what a piece of it means, it is taken for true: what it says in other words than consoles and common usage
 * have, of states and of what others did, is out of reach.
 */
export function recordFaults({ told = [], ...given }: Parameters<Rule['check']>[0]): string[] {
  const { outcome } = given.trace;
  if (!outcome) return [];
  const ledger = ledgerOf(given);
  const matter = { world: given.world, wanted: given.wanted, outcome };
  const court: Court = {
    ...{ ledger, world: given.world, isDone: outcome.kind === 'complete' },
    isOfStrangers: text => isOfStrangers(text, matter),
  };
  const written = writtenIn(given);
  const texts = [...new Set([outcome.note, ...written])];
  const outside = toldIn(given);
  const all = [...new Set([...texts, ...outside.map(({ text }) => text)])];
  // What the house has to know of a piece of work stands on its own record: elsewhere nobody looks for it.
  const { ticket = null } = given.wanted;
  const own = ticket === null ? texts : newNotesOn(given, ticket);
  const mail = given.world.persons[given.world.tickets[ticket ?? '']?.caller ?? '']?.mail;
  const toldAt = (place: string | null | undefined): string[] =>
    outside.flatMap(({ to, text }) => (to === place ? text : []));
  const isHistory = outcome.kind === 'answer' && ledger.deeds.length === 0;
  const heard = {
    ...{ ledger, world: given.world, ticket, hasWritten: outside.some(({ to }) => to !== ticket) },
    requests: () => requestsSeen(given),
    atMs: given.trace.steps.at(-1)?.atMs ?? given.world.nowMs,
  };
  const isLetter = (to: string): boolean => to.includes('@') && to !== mail;
  const asked = valuesAsked(outcome, given.wanted);
  const found = [
    ...(isHistory ? [] : all.flatMap(text => falseDeeds(segmentsOf(text), court))),
    ...falseGrounds(all.flatMap(segmentsOf), court, { ...given, told }),
    ...falseOldValues(all.flatMap(segmentsOf), given.trace),
    ...all.flatMap(text => falseHearsay(text, heard)),
    ...(outcome.kind === 'escalate' ? [] : all.flatMap(segmentsOf)).flatMap(({ text, mood }) =>
      mood === 'done' ? falseTelling(text, heard) : [],
    ),
    ...all.flatMap(text => foreignTongue(text, given.world)),
    ...omissions(own.flatMap(segmentsOf), court, told),
    ...missingValues(ticket === null ? written : own, asked, given.world),
    ...falseAnswer(asked, { world: given.world, ticket, own, told: toldAt(ticket) }),
    ...missingGround({ own: own.map(text => standing(text, ['untrue'])), caller: toldAt(ticket) }, matter),
    ...outside.flatMap(each => (isLetter(each.to) ? strangersTold(each, matter) : [])),
    ...takenBack(outcome, ledger.deeds.length > 0),
    ...claimsOfAll(texts, outcome, ledger.deeds.length > 0),
    // What stands on the record is read last.
    ...contradictions([...toldAt(mail), ...toldAt(ticket)], outcome, ledger.deeds.length > 0),
  ];
  return [...new Set(found)];
}

/** An answer without what nobody asked for: a remark beside it. */
function valuesAsked(outcome: Outcome, { values }: Wanted): Outcome {
  if (!values || !outcome.values) return outcome;
  const asked = Object.entries(outcome.values).filter(([name]) => name in values);
  return { ...outcome, values: Object.fromEntries(asked) };
}

/** What an episode ends with takes back itself, of work that was done or an answer. */
function takenBack({ kind, note }: Outcome, hasDeeds: boolean): string[] {
  const isHeld = kind === 'answer' || (kind === 'complete' && hasDeeds);
  const isBack = isHeld && framesOf(sentencesOf(note)).some(frame => frame !== undefined);
  return isBack ? [`"${note.slice(0, 80)}": it takes itself back.`] : [];
}

/** The requests of which a screen has shown the number. */
function requestsSeen({ trace, world }: Pick<Parameters<Rule['check']>[0], 'trace' | 'world'>): string[] {
  const seen = trace.steps.map(({ printed }) => printed).join('\n');
  return Object.keys(world.requests).filter(id => seen.includes(id));
}
