import { sha256 } from '#range';

/** Something done, in pieces: `{ did: 'removed', what: 'ana.kovac@…', rest: 'from GG-FIN-Files', … }`. */
export interface Done {
  /** A past form that is the same in active and passive voice. */
  did: string;
  /** One thing, or several by name. */
  what: string | readonly string[];
  rest?: string;
  /** Whether one name stands for several: `all sessions of …`. */
  isMany?: boolean;
  /** The console that it was done in, as people call it: `Corvane`. */
  where: string;
}

/** Several things that were done in one console. */
export function doneIn(where: string, acts: readonly Omit<Done, 'where'>[]): Done[] {
  return acts.map(act => ({ ...act, where }));
}

/** What a closing note tells: only what happened, for the script that did it puts it together. */
export interface Report {
  done: readonly Done[];
  /** Who was verified by a call back, in words: `the caller`. */
  calledBack?: string;
  /** What it rests on: `approval AR-308161`, `the order of E100311`. */
  basis?: readonly string[];
  /** What was looked at again afterwards: `the member list`. */
  readBack: string;
  /** What was left and why, in whole sentences. */
  left?: readonly string[];
}

/** A way to write: all of them tell the same. */
type Register = (report: Report) => string;

/** Several as a sentence names them: `a, b and c`. */
export function inWords(items: readonly string[]): string {
  return items.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

const named = ({ what }: Done): string => (typeof what === 'string' ? what : inWords(what));
const areMany = ({ what, isMany = false }: Done): boolean =>
  isMany || (typeof what !== 'string' && what.length > 1);

const phrase = (verb: string, done: Done): string =>
  [named(done), verb, done.did, done.rest].filter(Boolean).join(' ');

const terse: Register = ({ done, calledBack, basis = [], readBack, left = [] }) => {
  const parts = [
    ...(calledBack ? [`${calledBack.replace(/^the /, '')} verified by call-back`] : []),
    ...done.map(each => phrase('', each)),
    ...basis,
    `${readBack} read back`,
  ];
  return [`${parts.join('; ')}.`, ...left].join(' ');
};

const formal: Register = ({ done, calledBack, basis = [], readBack, left = [] }) => {
  const sentences = [
    ...(calledBack ? [`The identity of ${calledBack} was verified by call-back.`] : []),
    ...done.map(each => `${phrase(areMany(each) ? 'were' : 'was', each)}.`),
    ...(basis.length > 0 ? [`This rests on ${basis.join(' and ')}.`] : []),
    `Afterwards ${readBack} was read back.`,
  ];
  return [...sentences.map(capital), ...left].join(' ');
};

const list: Register = ({ done, calledBack, basis = [], readBack, left = [] }) => {
  const parts = [
    ...(calledBack ? [`identity: ${calledBack} verified by call-back`] : []),
    ...done.map(each => `${each.did}: ${[named(each), each.rest].filter(Boolean).join(' ')}`),
    ...(basis.length > 0 ? [`ground: ${basis.join(', ')}`] : []),
    `read back: ${readBack}`,
  ];
  return [`${parts.map((part, at) => `(${at + 1}) ${part}`).join('; ')}.`, ...left].join(' ');
};

const personal: Register = ({ done, calledBack, basis = [], readBack, left = [] }) => {
  const sentences = [
    ...(calledBack ? [`I verified ${calledBack} by call-back.`] : []),
    ...done.map(each => `I ${[each.did, named(each), each.rest].filter(Boolean).join(' ')}.`),
    ...(basis.length > 0 ? [`I went by ${basis.join(' and ')}.`] : []),
    `Then I read ${readBack} back.`,
  ];
  return [...sentences, ...left].join(' ');
};

const REGISTERS: readonly Register[] = [terse, formal, list, personal];

/** A closing note in one of several registers, which what is told draws. */
export function report(told: Report): string {
  const drawn = Number.parseInt(sha256(JSON.stringify(told)).slice(0, 8), 16);
  return capital((REGISTERS[drawn % REGISTERS.length] ?? terse)(placed(told)));
}

/** Each console is named once, with the first of what was done in it: an account does not say where it is. */
function placed(told: Report): Report {
  const done = told.done.map((each, at) => {
    const isKnown = told.done.slice(0, at).some(({ where }) => where === each.where);
    return isKnown ? each : { ...each, rest: [each.rest, `in ${each.where}`].filter(Boolean).join(' ') };
  });
  return { ...told, done };
}

/** The same in every register. */
export function everyReport(told: Report): string[] {
  return REGISTERS.map(register => capital(register(placed(told))));
}

/** A sentence begins with a capital; an address, a code or a sign-in name stays as it is. */
function capital(sentence: string): string {
  const [first = ''] = sentence.split(' ');
  return /[@_\d./-]/.test(first) ? sentence : sentence.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
