import { dayOf } from '../../core/calendar.ts';
import { daysOf } from '../../core/facts.ts';
import type { Outcome } from '../../screen/outcome.ts';
import type { World } from '../../world/world.ts';
import { namesOf } from '../known-names.ts';
import { partsOf } from '../same-answer.ts';
import { sentencesOf } from './frames.ts';
import { mentionsIn } from './names.ts';
import { missingValues } from './values.ts';

/** Where an answer was given besides its values. */
interface Given {
  world: World;
  /** The record of the question. */
  ticket: string | null;
  /** What was written on it, inside the house. */
  own: readonly string[];
  /** What whoever asked was told. */
  told: readonly string[];
}

/**
 * What stands against an answer in the words that go with it: a hand-back note that neither holds it nor says on which record
 * it stands, or that names another; a text that denies what was answered.
 */
export function falseAnswer(outcome: Outcome, { world, ticket, own, told }: Given): string[] {
  if (outcome.kind !== 'answer') return [];
  const { note, values = {} } = outcome;
  const denied = [note, ...own, ...told].flatMap(text => denialsIn(text, Object.values(values), world));
  if (missingValues([note], outcome, world).length === 0) return denied;
  const said = `"${note.slice(0, 80)}"`;
  const isPointed = own.length > 0 && ticket !== null && note.includes(ticket);
  if (!isPointed) return [...denied, `${said}: the answer is not in what was handed back.`];
  const others = othersIn(
    note,
    { ...outcome, note: [...own, ...told, ...Object.values(values)].join('\n') },
    world,
  );
  const isNone = sentencesOf(note).some(sentence => NONE.test(sentence) && !UNTOUCHED.test(sentence));
  return [
    ...denied,
    ...others.map(other => `${said}: ${other} is not in the answer.`),
    ...(isNone ? [`${said}: something else was answered.`] : []),
  ];
}

/** That there is nobody or nothing of the kind, where an answer names some. */
const NONE = /\b(?:nobody|no[ -]?one|none|nothing|never|neither|not|no)\b|n['’]t\b/iu;
/** That nothing was touched says nothing of what was found. */
const UNTOUCHED = /\b(?:chang|touch|modif|alter|grant|remov|revok|assign)\p{L}*/iu;

/** People, access and days in a note that the answer and its record do not have. */
function othersIn(note: string, { note: known }: Outcome, world: World): string[] {
  const whoIs = namesOf(world);
  const meant = new Set(
    mentionsIn(known, world).flatMap(({ text, means }) => [whoIs(text) ?? text, ...means]),
  );
  const mentions = mentionsIn(note, world).filter(({ kind }) => kind !== 'record');
  const days = daysOf(known);
  return [
    ...mentions.flatMap(({ text, means }) => (means.some(one => meant.has(one)) ? [] : text)),
    ...daysOf(note).filter(day => !days.includes(day) && day !== dayOf(world.nowMs)),
  ];
}

const BEFORE =
  /(?:\b(?:not|never|nor|neither|instead of|rather than|other than|except|without)|n['’]t)(?: (?:by|to|of|on|the|from|was|is|at))? $/iu;
const AFTER =
  /^ (?:(?:did|does|do|has|have|had)(?: not|n['’]t) (?:\p{L}+ )?(?:decid|approv|sign|hold|held|ha[sdv]|do|g[ia]v|own|sa[yi]|belong)|(?:was|were|is|are)(?: not|n['’]t) (?:the one|who|it|among|part)|never (?:decid|approv|sign|h[ae]l?[dv]|had|gave|did)|neither )/iu;

/** Of an access it may be true that somebody is not in it. */
const IT_IS_NOT =
  /\b(?:it|this|that|they|these|those|answer|groups?|roles?) (?:is|was|are|were)(?: not|n['’]t) $/iu;

/** Where a text says of what was answered that it is not so. */
function denialsIn(text: string, values: readonly string[], world: World): string[] {
  const whoIs = namesOf(world);
  const parts = values.flatMap(value => partsOf(value)).filter(part => part.length >= TELLING);
  const people = new Set(parts.flatMap(part => whoIs(part) ?? []));
  const isOne = (name: string): boolean => people.has(whoIs(name) ?? '');
  const names = mentionsIn(text, world).flatMap(({ text: name }) => (isOne(name) ? name : []));
  const denied = [...names, ...parts.flatMap(daysOf)].filter(name => isDenied(text, name));
  const isNot = parts.filter(part =>
    text.split(part).some((piece, at, all) => at < all.length - 1 && IT_IS_NOT.test(piece)),
  );
  return [...new Set([...denied, ...isNot])].map(
    name => `"${text.slice(0, 80)}": it denies ${name}, which was answered.`,
  );
}

/** A small count stands in any text. */
const TELLING = 4;

function isDenied(text: string, name: string): boolean {
  const pieces = text.split(name);
  return pieces.some(
    (piece, at) => (at > 0 && AFTER.test(piece)) || (at < pieces.length - 1 && BEFORE.test(piece)),
  );
}
