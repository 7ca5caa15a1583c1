import { must } from '../core/assert.ts';
import { drawOne } from '../core/draw.ts';
import { unknownName } from '../core/errors.ts';
import { callable, closed, type Form, oneOf, such, text, wholeNumber } from '../core/form.ts';
import { createRng, type Rng } from '../core/rng.ts';
import type { WorkerId, World } from './world.ts';

/** What HR holds of a person, and the person knows. A fact that HR does not hold is empty. */
export interface KnownFacts {
  name: string;
  workerId: WorkerId;
  manager: string;
  organisation: string;
  position: string;
  location: string;
}

/** What can be asked on the telephone: a fact that HR holds, or whether it was they who asked for what is to be done. */
export const TOPICS = ['workerId', 'manager', 'organisation', 'position', 'location', 'request'] as const;
export type Topic = (typeof TOPICS)[number];

/** What reaches a counterpart: a ringing telephone, a question on it, one in other words, something read out, or a message. */
export type Asking =
  | { way: 'ring' }
  | { way: 'question'; topic: Topic }
  | { way: 'asked'; text: string }
  | { way: 'told'; text: string }
  | { way: 'message'; channel: 'chat' | 'mail'; text: string };

/** What they say to it, and how long it takes them. */
export interface Said {
  text: string;
  afterMs: number;
}

/** What a counterpart answers from. */
export interface Answering {
  /** The facts of the person whose line it is. */
  knows: KnownFacts;
  /** The facts of somebody else of the company: for whoever guesses. */
  mixesUp: KnownFacts;
  /** Of the line: whoever draws from a fork of it says the same again when asked again. */
  rng: Rng;
  nowMs: number;
  /** What they would say of the matter that they are likely asked about; empty where there is none. */
  matter: string;
  /** How long ago the line was called for the first time; 0 where it was not. */
  waitedMs: number;
}

/** What is so, whatever is said. No screen shows it; what is right to do follows from it. */
export interface Truth {
  /** Who speaks: the person, somebody else who says so, somebody who poses as the person, or nobody. */
  voice: 'own' | 'other' | 'false' | 'none';
  /** Whether the person asked for what is to be done. */
  hasAsked: boolean;
}

/** Somebody whom an operator calls or writes to, played by the world: a truth and a pure function, never a model. */
export interface Counterpart {
  name: string;
  /** One sentence: who answers, and what shows it. */
  summary: string;
  truth: Truth;
  /** How many of a hundred call-backs meet them; 0 for whom no call-back meets. */
  share: number;
  /** What they say; null where nobody picks up, or no reply comes. */
  answers(asking: Asking, on: Answering): Said | null;
}

/** What a counterpart is made of, for whoever writes one without a compiler. */
export const COUNTERPART_FORM: Form<keyof Counterpart> = {
  name: text('a name'),
  summary: text('a sentence'),
  truth: closed({
    voice: oneOf(['own', 'other', 'false', 'none']),
    hasAsked: such(value => typeof value === 'boolean', 'true or false'),
  }),
  share: wholeNumber(0, 100),
  answers: callable('answers(asking, { knows, mixesUp, rng, nowMs })'),
};

/** All counterparts by name, as the catalog lists them. */
export type Counterparts = Readonly<Record<string, Counterpart>>;

/** Who answers at a telephone number or mail address, where it is drawn. No screen shows it. */
export interface Line {
  /** Whose number or address it is. */
  workerId: WorkerId;
  /** Name of a counterpart. */
  counterpart: string;
  seed: string;
  /** What they know of the matter at hand and say when they are asked. */
  matter?: string;
}

/** A yes by its first words, however it is said: "Yes", "That was me", "I did". */
const YES = /^(?:yes|yep|correct|confirmed|right|(?:that|it) was me|I did(?! not\b))\b/i;

/** Whether an answer confirms what was asked; everything else does not. */
export function isYes(answer: string): boolean {
  return YES.test(answer);
}

/** Declares a counterpart. */
export function defineCounterpart(counterpart: Counterpart): Counterpart {
  return counterpart;
}

/** What the counterpart of a line says. The same line says the same to the same question, in whatever order it is asked. */
export function hear(
  counterparts: Counterparts,
  asking: Asking,
  {
    line,
    ...given
  }: Omit<Answering, 'rng' | 'matter'> & { line: Pick<Line, 'counterpart' | 'seed' | 'matter'> },
): Said | null {
  return counterpartNamed(counterparts, line.counterpart).answers(asking, {
    ...given,
    matter: line.matter ?? '',
    rng: createRng(`line/${line.seed}`),
  });
}

/** The counterpart of a name; UsageError with the nearest name for an unknown one. */
export function counterpartNamed(counterparts: Counterparts, name: string): Counterpart {
  const found = Object.hasOwn(counterparts, name) ? counterparts[name] : undefined;
  if (!found) throw unknownName('counterpart', name, { known: Object.keys(counterparts).sort() });
  return found;
}

/**
 * Draws who answers at a number or address, each by the share that it states: one counterpart more takes its own share of
 * all lines, and no other line is answered by another.
 */
export function drawLine(
  draft: World,
  counterparts: Counterparts,
  on: { address: string; workerId: WorkerId; rng: Rng },
): Line {
  const lots = Object.values(counterparts).flatMap(({ name, share }) =>
    Array.from({ length: share }, (_, i) => `${name}#${i}`),
  );
  const lot = must(drawOne(on.rng.path, lots), 'a counterpart with a share');
  const counterpart = lot.slice(0, lot.lastIndexOf('#'));
  const line: Line = { workerId: on.workerId, counterpart, seed: on.rng.path };
  draft.lines[on.address] = line;
  return line;
}
