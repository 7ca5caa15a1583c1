import type { Observation } from '../../screen/observation.ts';
import { hostOf } from '../../screen/script/sight.ts';
import { fieldsOn, headOf, holdsText, isSayable, namesOn, placeOn } from './glimpse.ts';
import { type Cell, cellBelow, cellRowsOn, statedOn } from './printed.ts';

/** What counts before something is changed: who approved it, that the caller was verified, what was decided, what HR has. */

/** A ground with the page that it was read on. */
export interface Ground {
  /** What it is, and what the page says: `the approval: 1. Line manager, Marta Kos E100156, Approved`. */
  text: string;
  place: string;
}

/** What the form in front is about. */
interface Matter {
  /** Numbers and addresses of the person, the account and the order. */
  numbers: ReadonlySet<string>;
  /** All that the form says: what is given or taken stands in it somewhere. */
  texts: readonly string[];
}

/**
 * The ground of the act in front among the screens so far, of another console: the strongest kind that was read of the same
 * person or order, as it was read last.
 */
export function groundOf(seen: readonly Observation[], now: Observation): Ground | undefined {
  const matter = matterOf(seen, now);
  const others = seen.filter(screen => hostOf(screen) !== hostOf(now));
  for (const kind of KINDS) {
    for (const screen of others.toReversed()) {
      const text = kind(screen, matter);
      if (text !== undefined) return { text, place: placeOn(screen) };
    }
  }
  return undefined;
}

const KINDS = [approvalOn, decisionOn, verificationOn, eventOn, employmentOn];

/** Somebody else than whom the form is about: their record says nothing for the act. */
const OTHERS = /manager|supervis|reports to|sponsor|owner|approver/i;
const NUMBER = /[\w.+-]*@[\w.-]+\w|\b[A-Z]{1,8}[-_]?\d{4,}\b|\b\d{6,}\b/g;
/** A record that another belongs to, named beside a label. */
const RECORD = /^[A-Z]{2,}-?\d{4,}$/;

function matterOf(seen: readonly Observation[], now: Observation): Matter {
  const fields = fieldsOn(now).filter(({ name, canonical = name }) => !OTHERS.test(canonical));
  const values = fields.map(({ value = '' }) => value).filter(value => value !== '');
  const texts = [placeOn(now), headOf(now), ...values];
  const numbers = new Set(texts.filter(text => text.length < LONG).flatMap(numbersIn));
  const front = seen.filter(screen => hostOf(screen) === hostOf(now) && headOf(screen) === headOf(now));
  for (const screen of front) for (const number of namesOn(screen).flatMap(numbersIn)) numbers.add(number);
  // An order names the request behind it, and an account the person: what belongs together is one matter.
  const own = seen.filter(screen => isOf(screen, numbers));
  for (const screen of own) for (const number of linkedOn(screen)) numbers.add(number);
  return { numbers, texts };
}

/** A note speaks of many things. */
const LONG = 60;

function numbersIn(text: string): string[] {
  // One console writes a person's number with a letter before it, another with zeros.
  return (text.match(NUMBER) ?? []).map(number => /^[A-Z]?0*([1-9]\d{2,})$/.exec(number)?.[1] ?? number);
}

/** Whether a page is the record of what has one of some numbers. */
function isOf(screen: Observation, numbers: ReadonlySet<string>): boolean {
  return namesOn(screen)
    .flatMap(numbersIn)
    .some(number => numbers.has(number));
}

function linkedOn(screen: Observation): string[] {
  const values = statedOn(screen).flatMap(({ value }) => (RECORD.test(value) ? [value] : []));
  return [...namesOn(screen).flatMap(numbersIn), ...values];
}

/** The steps of the request for just what the form gives, if all of them are approved. */
function approvalOn(screen: Observation, matter: Matter): string | undefined {
  const asked = statedOn(screen).filter(({ word }) => ACCESS.test(word));
  const isAsked = asked.some(({ value }) => isNamed(value, matter)) && isOf(screen, matter.numbers);
  const steps = cellRowsOn(screen).filter(cells => {
    if (!cellBelow(cells, APPROVER) || !cellBelow(cells, STATE)) return false;
    const access = cells.filter(({ word }) => ACCESS.test(word));
    const isRow = access.some(({ text }) => isNamed(text, matter)) && hasNumber(cells, matter);
    return isAsked || isRow;
  });
  const isApproved = (cells: readonly Cell[]): boolean =>
    /^approved/i.test(cellBelow(cells, STATE)?.meaning ?? '');
  if (steps.length === 0 || !steps.every(isApproved)) return undefined;
  const said = steps.map(cells => sayCells(cells, [/^step$/i, APPROVER, STATE, /^decided/i]));
  return sayable(`the approval: ${said.join('; ')}`);
}

const APPROVER = /^approver/i;
const STATE = /^(state|status)$/i;
const ACCESS = /^requested access$|entitlement|^(role|group)$/i;

function isNamed(access: string, { texts }: Matter): boolean {
  return texts.some(text => holdsText(text, access));
}

function hasNumber(cells: readonly Cell[], { numbers }: Matter): boolean {
  return cells.some(({ text }) => numbersIn(text).some(number => numbers.has(number)));
}

/** What an owner decided of just this access of just this person. */
function decisionOn(screen: Observation, matter: Matter): string | undefined {
  const row = cellRowsOn(screen).find(
    cells =>
      hasNumber(cells, matter) &&
      cells.some(({ text }) => matter.texts.some(each => !numbersIn(each).length && holdsText(text, each))),
  );
  const decided = row?.find(({ text }) => /\bdecided by\b/i.test(text));
  return decided && sayable(`the decision: ${decided.text}`);
}

/** The check of whoever called, if they passed it. */
function verificationOn(screen: Observation, { numbers }: Matter): string | undefined {
  if (!isOf(screen, numbers)) return undefined;
  const passed = cellRowsOn(screen).find(
    cells => cellBelow(cells, METHOD) && /^passed/i.test(cellBelow(cells, RESULT)?.meaning ?? ''),
  );
  return passed && sayable(`the verified call: ${sayCells(passed, [METHOD, /^number/i, RESULT])}`);
}

const METHOD = /^method$/i;
const RESULT = /^result$/i;

/** What happened to the person last, as HR entered it. */
function eventOn(screen: Observation, { numbers }: Matter): string | undefined {
  if (!isOf(screen, numbers)) return undefined;
  const last = cellRowsOn(screen).find(cells => cellBelow(cells, EVENT) && cellBelow(cells, EFFECTIVE));
  return last && sayable(`what HR has: ${sayCells(last, [EVENT, EFFECTIVE, STATE])}`);
}

const EVENT = /^event$/i;
const EFFECTIVE = /^effective/i;

/** How the person is employed, where that is not just as ever: with the day on which it ends or begins. */
function employmentOn(screen: Observation, { numbers }: Matter): string | undefined {
  const facts = statedOn(screen);
  const status = facts.find(({ word }) => STATE.test(word));
  const end = facts.find(({ word, value }) => /^terminat/i.test(word) && /\d/.test(value));
  const start = facts.find(({ word }) => /^hire date$/i.test(word));
  if (!status || !start || !isOf(screen, numbers)) return undefined;
  const isComing = /^(pre|future)/i.test(status.meaning);
  if (!end && /^active$/i.test(status.meaning)) return undefined;
  const dated = [status, ...(end ? [end] : isComing ? [start] : [])];
  return sayable(`what HR has: ${dated.map(({ label, value }) => `${label} ${value}`).join(', ')}`);
}

function sayCells(cells: readonly Cell[], words: readonly RegExp[]): string {
  return words.flatMap(word => cellBelow(cells, word)?.text ?? []).join(', ');
}

function sayable(text: string): string | undefined {
  return isSayable(text, GROUND_MAX) ? text : undefined;
}

const GROUND_MAX = 240;
