import { type WorkDone, sha256 } from '#range';

/** Several things that were done in one console. */
export function doneIn(where: string, acts: readonly Omit<WorkDone, 'where'>[]): WorkDone[] {
  return acts.map(act => ({ ...act, where }));
}

/** What there is to tell of a piece of work: what was done, and what there was no need to do. */
export interface Told {
  done: readonly WorkDone[];
  left: readonly string[];
}

/** What a closing note tells: only what happened, for the script that did it puts it together. */
export interface Report {
  /** In the order in which it was done; what a piece of work left is told before all else that was left. */
  done: readonly (WorkDone | Told)[];
  /** Who was verified by a call back, in words: `the caller`. */
  calledBack?: string;
  /** What it rests on: `approval AR-308161`, `the order of E100311`. */
  basis?: readonly string[];
  /** What was looked at again afterwards: `the member list`. */
  readBack: string;
  /** What was left and why, in whole sentences. */
  left?: readonly string[];
}

/** The same with every piece of work taken apart. */
type Flat = Omit<Report, 'done'> & { done: readonly WorkDone[] };

/** A way to write: all of them tell the same. */
type Register = (report: Flat) => string;

/** A change from what stood there to what stands there now, as far as the old was seen: `from ana@… to ivo@…`. */
export function fromTo(was: string | undefined, now: string, thing = ''): string {
  const named = (value: string): string => [thing, value].filter(Boolean).join(' ');
  return was === undefined || was === '' || was === now
    ? `to ${named(now)}`
    : `from ${named(was)} to ${named(now)}`;
}

/** Several as a sentence names them: `a, b and c`. */
export function inWords(items: readonly string[]): string {
  return items.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

const named = ({ what }: WorkDone): string => (typeof what === 'string' ? what : inWords(what));
const areMany = ({ what, isMany = false }: WorkDone): boolean =>
  isMany || (typeof what !== 'string' && what.length > 1);

const phrase = (verb: string, done: WorkDone): string =>
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
    `Afterwards ${readBack} ${/ and |s$/.test(readBack) ? 'were' : 'was'} read back.`,
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
export function report(given: Report): string {
  const told = flat(given);
  const drawn = Number.parseInt(sha256(JSON.stringify(told)).slice(0, 8), 16);
  return capital((REGISTERS[drawn % REGISTERS.length] ?? terse)(placed(told)));
}

function flat(told: Report): Flat {
  const pieces = told.done.filter(each => 'done' in each);
  const done = told.done.flatMap(each => ('done' in each ? each.done : [each]));
  if (pieces.length === 0) return { ...told, done };
  return { ...told, done, left: [...pieces.flatMap(({ left }) => left), ...(told.left ?? [])] };
}

/** Each console is named once, with the first of what was done in it: an account does not say where it is. */
function placed(told: Flat): Flat {
  const done = told.done.map((each, at) => {
    const isKnown = told.done.slice(0, at).some(({ where }) => where === each.where);
    return isKnown ? each : { ...each, rest: [each.rest, `in ${each.where}`].filter(Boolean).join(' ') };
  });
  return { ...told, done };
}

/** The same in every register. */
export function everyReport(told: Report): string[] {
  return REGISTERS.map(register => capital(register(placed(flat(told)))));
}

/** A sentence begins with a capital; an address, a code or a sign-in name stays as it is. */
function capital(sentence: string): string {
  const [first = ''] = sentence.split(' ');
  return /[@_\d./-]/.test(first) ? sentence : sentence.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
