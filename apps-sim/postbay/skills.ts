import {
  attempt,
  button,
  click,
  inside,
  type Observation,
  openPlace,
  perform,
  readFact,
  readRows,
  row,
  type Script,
  send,
  type Topic,
  link,
} from '#range';
import { ask, hangUp, newCall, QUESTIONS, READ_OUT, readOut } from './acts/calls.ts';
import { callLog, SAID } from './pages/calls.ts';

export * from './message-skills.ts';
export * from './wanted.ts';

/** What experts do in Postbay. Every skill starts from any page of any console. */
export const app = 'postbay';
const TITLE = 'Postbay';

/** A question, and why it is asked. */
export interface Asked {
  topic: Topic;
  thought: string;
}

/** What was heard on a call: the greeting, and the answer to each question. */
export interface Heard {
  isAnswered: boolean;
  greeting: string;
  answers: Partial<Record<Topic, string>>;
}

/** Who is asked for by which name, what, and whether the line is kept after what was heard; it is not when left out. */
interface Inquiry {
  name: string;
  questions: readonly Asked[];
  keeps?: (heard: Heard) => boolean;
  /** Which call to the number it is: the first when left out. */
  nth?: number;
}

/** Calls a number about a ticket, asks whoever says that name, hangs up, and gives what was heard. */
export function* callAndAsk(
  number: string,
  ticket: string,
  { name, questions, keeps = () => false, nth = 1 }: Inquiry,
): Script<Heard> {
  return yield* attempt(function* (isAgain): Script<Heard> {
    yield* openCall(number, ticket, { nth, isAgain });
    let rows = yield* readRows(SAID.caption);
    const isAnswered = rows.length > 0;
    const isNamed = (rows[0]?.[SAID.text] ?? '').includes(name);
    for (const { topic, thought } of isNamed ? questions : []) {
      if (rows.some(row => row[SAID.text] === QUESTIONS[topic])) continue;
      if ((yield* readFact('State')) !== 'Connected') break;
      yield* send(ask, { topic: QUESTIONS[topic] }, { topic: thought });
      rows = yield* readRows(SAID.caption);
    }
    const said = rows.map(row => row[SAID.text] ?? '');
    const heard = { isAnswered, greeting: said[0] ?? '', answers: answersIn(said, questions) };
    if (!keeps(heard))
      yield* leaveLine(isNamed ? `I have what I need; how it went ${name} need not hear from me.` : NOT_THEM);
    return heard;
  });
}

/** Hangs up, where somebody is on the line. */
function* leaveLine(thought: string): Script<void> {
  if ((yield* readFact('State')) === 'Connected') yield* click(button(hangUp.label), thought);
}

/**
 * Reads out to the person of a ticket what is shown once: on the line that was kept, else on a new call to that number.
 * Whoever does not say that name hears nothing. Gives whether it was read out.
 */
export function* handOver(
  number: string,
  ticket: string,
  { name, secret }: { name: string; secret: string },
): Script<boolean> {
  return yield* attempt(function* (isAgain): Script<boolean> {
    yield* openPlace(TITLE, callLog, 'The pass is of use to nobody but the person: I read it out to them.');
    const mine = (yield* readRows(callLog.caption)).filter(row => row.Ticket === ticket);
    const isKept = mine[0]?.State === 'Connected';
    const open = isKept
      ? `${name}, whom I verified, is still on the line.`
      : `Nobody else may hear it: I call ${number}, the number that was verified.`;
    // After an interruption the latest call may be the one on which it was read out already.
    if (isKept || isAgain) yield* click(inside(link(number), row(mine[0]?.Started ?? '')), open);
    else yield* perform(newCall, { number, ticket }, { thoughts: { open } });
    const said = yield* readRows(SAID.caption);
    const isThem = (said[0]?.[SAID.text] ?? '').includes(name);
    const isTold = (rows: typeof said): boolean => rows.some(row => row[SAID.text]?.startsWith(READ_OUT));
    if (isThem && !isTold(said)) {
      const thoughts = { open: `${name} is on the line: what HR and the greeting say is the same.` };
      yield* perform(readOut, { text: secret }, { thoughts });
    }
    const isDone = isTold(yield* readRows(SAID.caption));
    yield* leaveLine(isDone ? 'They have it and repeated nothing I need. I hang up.' : NOT_THEM);
    return isDone;
  });
}

const NOT_THEM = 'That is somebody else: I ask and tell nothing, and hang up.';

/** The call about a ticket: made now, unless an interruption came between and the log has as many. */
function* openCall(
  number: string,
  ticket: string,
  { nth, isAgain }: { nth: number; isAgain: boolean },
): Script<Observation> {
  yield* openPlace(TITLE, callLog, `I call ${number} back: the number that HR holds, none from the ticket.`);
  const rows = isAgain ? yield* readRows(callLog.caption) : [];
  const mine = rows.filter(row => row.Ticket === ticket && (row.Number ?? '').startsWith(number));
  if (isAgain && mine.length >= nth)
    return yield* click(inside(link(number), row(mine[0]?.Started ?? '')), 'The call is in the log already.');
  const thoughts = nth > 1 ? { open: 'The first call is in the log. I try the same number once more.' } : {};
  return yield* perform(newCall, { number, ticket }, { thoughts });
}

/** Each answer stands below its question. */
function answersIn(said: readonly string[], questions: readonly Asked[]): Heard['answers'] {
  const pairs = questions.map(
    ({ topic }) => [topic, said[said.indexOf(QUESTIONS[topic]) + 1] ?? ''] as const,
  );
  return Object.fromEntries(pairs.filter(([topic]) => said.includes(QUESTIONS[topic])));
}
