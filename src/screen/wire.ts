import { clip } from '../core/clip.ts';
import { ECHO_MAX, echo } from '../core/echo.ts';
import type { Act, Action } from './action.ts';
import { KEY_NAMES, readChord } from './keys.ts';
import {
  ESCALATE_REASONS,
  OUTCOME_KINDS,
  type Outcome,
  type OutcomeKind,
  REFUSE_REASONS,
} from './outcome.ts';

/** What is wrong with what was sent, and what would be right. */
export interface Problem {
  what: string;
  allowed: string;
}

type ReadOutcome = { is: 'outcome'; outcome: Outcome } | { is: 'problem'; problem: Problem };

/** What came from whoever acts, read: an act, an ending, or what is wrong with it. */
export type ReadMove = { is: 'act'; act: Action } | ReadOutcome;

/**
 * The most that goes in at once, more than any text of a company. A browser lays a megabyte out for minutes and would
 * count as hung, but whoever acts may say anything, and that is no trouble of the machine.
 */
const LONGEST_TEXT = 16_384;

/** How deep targets may lie in one another. */
const DEEPEST_WITHIN = 8;

/** What is wrong with a member, or undefined. */
type Check = (member: string, value: unknown) => Problem | undefined;
type Form = Readonly<Record<string, Check>>;

const pointing: Form = { at: checkAim };
const ACT_FORMS: Readonly<Record<Act['kind'], Form>> = {
  click: pointing,
  double_click: pointing,
  right_click: pointing,
  hover: pointing,
  type: { text: checkText },
  key: { keys: checkKeys },
  scroll: { at: checkAim, dx: checkNumber, dy: checkNumber },
  drag: { from: checkAim, to: checkAim },
  wait: { ms: checkNumber },
};
const OUTCOME_FORMS: Readonly<Record<OutcomeKind, Form>> = {
  complete: { reason: oneOf([]), note: checkText },
  answer: { reason: oneOf([]), values: checkValues, note: checkText },
  escalate: { reason: oneOf(ESCALATE_REASONS), note: checkText },
  refuse: { reason: oneOf(REFUSE_REASONS), note: checkText },
};

const ENDINGS = OUTCOME_KINDS.join(', ');
const KINDS = `${Object.keys(ACT_FORMS).join(', ')}; to end: ${ENDINGS}`;
const AIMS = 'a target { role, name } or a point { x, y }';

/**
 * Reads an act or an outcome by its `kind`: plain JSON both ways, one form for every door. Whoever acts may be a model
 * that answers anything; what does not fit is said in words and is never a crash. Members beyond the form do nothing.
 *
 * @example
 * readMove({ kind: 'answer', note: 'Counted.', values: { count: 3 } }); // the count is '3'
 * readMove({ kind: 'shout' });                                          // a problem that lists the kinds
 */
export function readMove(value: unknown): ReadMove {
  if (!isObject(value)) return wrong('Not an action', value, KINDS);
  const { kind } = value;
  if (isOutcomeKind(kind)) return readOutcome(value);
  if (!isActKind(kind)) return wrong('Not a kind of action', kind, KINDS);
  const problem = problemOfForm(ACT_FORMS[kind], value);
  return problem ? { is: 'problem', problem } : { is: 'act', act: value as unknown as Action };
}

/** Reads an outcome alone: where nothing is acted, an act is no answer. */
export function readOutcome(value: unknown): ReadOutcome {
  if (!isObject(value)) return wrong('Not an ending', value, ENDINGS);
  const { kind } = value;
  if (!isOutcomeKind(kind)) return wrong('Not a "kind" of ending', kind, ENDINGS);
  const problem = problemOfForm(OUTCOME_FORMS[kind], value);
  return problem
    ? { is: 'problem', problem }
    : { is: 'outcome', outcome: withTextValues(value as unknown as Outcome) };
}

/** What is wrong with the length of a text that is typed or pasted. */
export function problemOfLength({ length }: string): Problem | undefined {
  if (length <= LONGEST_TEXT) return undefined;
  return { what: `Text too long: ${length} characters`, allowed: `${LONGEST_TEXT} at once` };
}

function problemOfForm(form: Form, value: Readonly<Record<string, unknown>>): Problem | undefined {
  for (const member of Object.keys(form)) {
    const problem = form[member]?.(member, value[member]);
    if (problem) return problem;
  }
  return undefined;
}

function isActKind(kind: unknown): kind is Act['kind'] {
  return typeof kind === 'string' && Object.hasOwn(ACT_FORMS, kind);
}

function isOutcomeKind(kind: unknown): kind is OutcomeKind {
  return OUTCOME_KINDS.some(known => known === kind);
}

/** A number counts as its text, and a list as its members: that is how they stand on a screen. */
function withTextValues(outcome: Outcome): Outcome {
  if (outcome.values === undefined) return outcome;
  const values = Object.entries(outcome.values).map(
    ([name, value]) => [name, [value].flat().join(', ')] as const,
  );
  return { ...outcome, values: Object.fromEntries(values) };
}

function checkAim(member: string, value: unknown): Problem | undefined {
  return isAim(value, DEEPEST_WITHIN) ? undefined : say(`Not an aim in "${member}"`, value, AIMS);
}

function isAim(value: unknown, depth: number): boolean {
  if (!isObject(value) || depth === 0) return false;
  const { role, name, within, x, y } = value;
  if ('role' in value || 'name' in value) {
    return isText(role) && isText(name) && (within === undefined || isAim(within, depth - 1));
  }
  return Number.isFinite(x) && Number.isFinite(y);
}

function checkNumber(member: string, value: unknown): Problem | undefined {
  return Number.isFinite(value) ? undefined : say(`Not a number in "${member}"`, value, 'a finite number');
}

function checkKeys(member: string, value: unknown): Problem | undefined {
  if (isText(value) && readChord(value)) return undefined;
  return say(isText(value) ? 'Key not known' : `Not a text in "${member}"`, value, KEY_NAMES);
}

function checkText(member: string, value: unknown): Problem | undefined {
  if (!isText(value)) return say(`Not a text in "${member}"`, value, 'a text of whole characters');
  return problemOfLength(value);
}

/** Half of a character is no text: no page and no file can hold it. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed();
}

/** One of some words, or nothing. */
function oneOf(words: readonly string[]): Check {
  const allowed = words.length > 0 ? words.join(', ') : 'none: only escalate and refuse have a reason';
  return (member, value) =>
    value === undefined || words.some(word => word === value)
      ? undefined
      : say(`Not a known "${member}"`, value, allowed);
}

function checkValues(member: string, value: unknown): Problem | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value))
    return say(`Not an object in "${member}"`, value, '{ name: "text", number or list, … }');
  for (const [name, answer] of Object.entries(value)) {
    const parts: unknown[] = Array.isArray(answer) ? answer : [answer];
    const isAnswer = parts.every(part => isText(part) || Number.isFinite(part));
    const what = `Not an answer to "${clip(name, ECHO_MAX)}" in "${member}"`;
    if (!isAnswer) return say(what, answer, 'a text, a number, or a list of such');
    const problem = problemOfLength(parts.join(', '));
    if (problem) return { ...problem, what: `${what}: ${problem.what}` };
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function say(what: string, value: unknown, allowed: string): Problem {
  return { what: `${what}: ${echo(value)}`, allowed };
}

function wrong(what: string, value: unknown, allowed: string): { is: 'problem'; problem: Problem } {
  return { is: 'problem', problem: say(what, value, allowed) };
}
