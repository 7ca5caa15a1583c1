import type { Evidence } from '#range';
import type { State } from './state.ts';

/** What Postbay bears witness to: which numbers were called, and whether somebody answered questions there. */
export const evidence: Evidence<State> = {
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
