import type { Evidence } from '#range';
import type { State } from './state.ts';

/** What Postbay bears witness to: which numbers were called, and whether somebody answered questions there. */
export const evidence: Evidence<State> = {
  disclosed: ({ messages, threads, mailbox }) =>
    Object.values(messages).flatMap(({ id, thread, from, text }) =>
      from === mailbox.own.address ? { id, text, to: threads[thread]?.address ?? thread } : [],
    ),
  history: ({ messages }) => Object.values(messages).map(({ from, atMs }) => ({ by: from, atMs })),
  calls: ({ calls }) =>
    Object.values(calls).map(({ id, number, startedMs, reached, said, readOut }) => ({
      record: `calls/${id}`,
      greeting: said[0]?.text ?? '',
      readOut,
      number,
      atMs: startedMs,
      isAnswered: reached === 'Answered',
      answers: new Set(said.flatMap(({ who, topic }) => (who === 'Other side' && topic ? topic : []))).size,
    })),
};
