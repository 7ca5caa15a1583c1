import { clip } from '../core/clip.ts';
import { ECHO_MAX, echo } from '../core/echo.ts';
import { hint } from '../core/suggest.ts';
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

/** The most answers of one ending. */
const MOST_VALUES = 1024;

/** How deep targets may lie in one another. */
const DEEPEST_WITHIN = 8;

/** The members of acts that are aims. */
const AIMED: readonly string[] = ['at', 'from', 'to'];

/** What is wrong with a member, or undefined. */
type Check = (member: string, value: unknown) => Problem | undefined;
type Form = Readonly<Record<string, Check>>;

/** What nobody reads, as values of what is no answer: it is kept as it was said. */
const anything: Check = () => undefined;
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
  complete: { reason: oneOf([]), values: anything, note: checkText },
  answer: { reason: oneOf([]), values: checkValues, note: checkText },
  escalate: { reason: oneOf(ESCALATE_REASONS), values: anything, note: checkText },
  refuse: { reason: oneOf(REFUSE_REASONS), values: anything, note: checkText },
};

const ENDINGS = OUTCOME_KINDS.join(', ');
const KINDS = `${Object.keys(ACT_FORMS).join(', ')}; to end: ${ENDINGS}`;
const AIMS = 'a target { role, name }, the { ref } of an element, or a point { x, y }';

/**
 * Reads an act or an outcome by its `kind`: plain JSON both ways, one form for every door. Whoever acts may be a model
 * that answers anything; what does not fit is said in words and is never a crash. Members beyond the form do nothing.
 *
 * @example
 * readMove({ kind: 'answer', note: 'Counted.', values: { count: 3 } }); // the count is '3'
 * readMove({ kind: 'shout' });                                          // a problem that lists the kinds
 */
export function readMove(value: unknown): ReadMove {
  return withoutThrowing(value, () => {
    if (!isObject(value)) return wrong('Not an action', value, KINDS);
    const { kind } = value;
    if (isOutcomeKind(kind)) return outcomeOf(kind, value);
    if (!isActKind(kind)) return wrongKind(kind);
    const act = copied(kind, ACT_FORMS[kind], value);
    const problem = problemOfForm(ACT_FORMS[kind], act);
    return problem ? { is: 'problem', problem } : { is: 'act', act: withTargets(act) as unknown as Action };
  });
}

/** Reads an outcome alone: where nothing is acted, an act is no answer. */
export function readOutcome(value: unknown): ReadOutcome {
  return withoutThrowing(value, () => {
    if (!isObject(value)) return wrong('Not an ending', value, ENDINGS);
    const { kind } = value;
    if (!isOutcomeKind(kind)) return wrong('Not a "kind" of ending', kind, ENDINGS);
    return outcomeOf(kind, value);
  });
}

function outcomeOf(kind: OutcomeKind, value: Readonly<Record<string, unknown>>): ReadOutcome {
  const outcome = copied(kind, OUTCOME_FORMS[kind], value);
  const problem = problemOfForm(OUTCOME_FORMS[kind], outcome);
  return problem
    ? { is: 'problem', problem }
    : { is: 'outcome', outcome: withTextValues(outcome as unknown as Outcome) };
}

/**
 * The members of a form, each read once and copied: what came may be another thing at the second look, or change when it has
 * been checked. Marks for the record are no part of what anybody sends; a thought is.
 */
function copied(
  kind: string,
  form: Form,
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const members: Record<string, unknown> = { kind };
  for (const name of [...Object.keys(form), 'thought']) {
    const member = value[name];
    if (member !== undefined) members[name] = structuredClone(member);
  }
  const { thought, ...bare } = members;
  return isText(thought) ? { ...bare, thought: clip(thought, LONGEST_TEXT) } : bare;
}

/** A getter may throw, and a proxy at anything that is asked of it: that is no plain data, and no crash. */
function withoutThrowing<R>(value: unknown, read: () => R): R | ReturnType<typeof wrong> {
  try {
    return read();
  } catch {
    return wrong('Not plain data', typeof value, 'plain JSON');
  }
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
  const { role, name, within, ref, x, y } = value;
  if (ref !== undefined) return depth === DEEPEST_WITHIN && isText(ref);
  if ('role' in value || 'name' in value) {
    return isText(role) && isText(name) && (within === undefined || isAim(within, depth - 1));
  }
  return Number.isFinite(x) && Number.isFinite(y);
}

/** An element that is named by its ref alone is a target like any other. */
function withTargets(act: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const members = Object.entries(act).map(([member, value]) => {
    if (!AIMED.includes(member) || !isObject(value) || value.ref === undefined) return [member, value];
    return [member, { role: '', name: '', ref: value.ref }];
  });
  return Object.fromEntries(members) as Readonly<Record<string, unknown>>;
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
  const answers = Object.entries(value);
  if (answers.length > MOST_VALUES)
    return { what: `Too many answers in "${member}": ${answers.length}`, allowed: `${MOST_VALUES} at once` };
  for (const [name, answer] of answers) {
    const tooLong = isText(name) ? problemOfLength(name) : say(`Not a name in "${member}"`, name, 'a text');
    if (tooLong) return tooLong;
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

function wrongKind(kind: unknown): { is: 'problem'; problem: Problem } {
  const { what, allowed } = say('Not a kind of action', kind, KINDS);
  const near = hint(kind, [...Object.keys(ACT_FORMS), ...OUTCOME_KINDS]);
  return { is: 'problem', problem: { what: near ? `${what}.${near}` : what, allowed } };
}

function wrong(what: string, value: unknown, allowed: string): { is: 'problem'; problem: Problem } {
  return { is: 'problem', problem: say(what, value, allowed) };
}
