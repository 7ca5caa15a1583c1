import {
  attempt,
  button,
  click,
  type Observation,
  openPlace,
  perform,
  readFact,
  readRows,
  type Script,
  send,
  type Topic,
  link,
} from '#range';
import { ask, hangUp, newCall, QUESTIONS } from './acts/calls.ts';
import { callLog, SAID } from './pages/calls.ts';

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

/** Calls a number about a ticket, asks whoever says that name, hangs up, and tells what was heard. */
export function* callAndAsk(
  number: string,
  ticket: string,
  { name, questions }: { name: string; questions: readonly Asked[] },
): Script<Heard> {
  return yield* attempt(function* (isAgain): Script<Heard> {
    yield* openCall(number, ticket, isAgain);
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
    if ((yield* readFact('State')) === 'Connected') {
      yield* click(button(hangUp.label), isNamed ? ASKED : NOT_THEM);
    }
    return { isAnswered, greeting: said[0] ?? '', answers: answersIn(said, questions) };
  });
}

const ASKED = 'I have what I need and say nothing of how it went.';
const NOT_THEM = 'That is somebody else: I ask and tell nothing, and hang up.';

/** The call about a ticket: made now, unless an interruption came between and the log has it. */
function* openCall(number: string, ticket: string, isAgain: boolean): Script<Observation> {
  yield* openPlace(TITLE, callLog, `I call ${number} back: the number that HR holds, none from the ticket.`);
  const rows = isAgain ? yield* readRows(callLog.caption) : [];
  if (rows.some(row => row.Ticket === ticket && (row.Number ?? '').startsWith(number)))
    return yield* click(link(number), 'The call is in the log already.');
  return yield* perform(newCall, { number, ticket });
}

/** Each answer stands below its question. */
function answersIn(said: readonly string[], questions: readonly Asked[]): Heard['answers'] {
  const pairs = questions.map(
    ({ topic }) => [topic, said[said.indexOf(QUESTIONS[topic]) + 1] ?? ''] as const,
  );
  return Object.fromEntries(pairs.filter(([topic]) => said.includes(QUESTIONS[topic])));
}
