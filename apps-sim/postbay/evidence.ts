import { type Evidence, isYes, type Topic } from '#range';
import { lineAt } from './answers.ts';
import { type Contact, contacts, type State } from './state.ts';

/** What Postbay bears witness to: which numbers were called, and whether somebody answered questions there. */
export const evidence: Evidence<State> = {
  disclosed: ({ messages, threads, mailbox }) =>
    Object.values(messages).flatMap(({ id, thread, from, text }) =>
      from === mailbox.own.address ? { id, text, to: threads[thread]?.address ?? thread } : [],
    ),
  history: ({ messages }) => Object.values(messages).map(({ from, atMs }) => ({ by: from, atMs })),
  calls: state =>
    Object.values(state.calls).map(({ id, number, startedMs, reached, said, readOut }) => ({
      record: `calls/${id}`,
      greeting: said[0]?.text ?? '',
      readOut,
      number,
      atMs: startedMs,
      isAnswered: reached === 'Answered',
      answers: said.flatMap(({ who, topic, text, atMs }) =>
        who === 'Other side' && topic
          ? { topic, atMs, isRight: isRight(topic, text, contactAt(state, number)) }
          : [],
      ),
    })),
};

function contactAt(state: Readonly<State>, number: string): Contact | undefined {
  return contacts.find(state, lineAt(state, number)?.workerId);
}

/** Whether an answer is the one that HR has, or confirms the request. */
function isRight(topic: Topic, text: string, knows: Contact | undefined): boolean {
  if (topic === 'request') return isYes(text);
  return knows !== undefined && text.includes(knows[topic]);
}
