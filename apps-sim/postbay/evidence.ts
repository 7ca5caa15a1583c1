import type { Evidence } from '#range';
import type { State } from './state.ts';

/** What Postbay bears witness to: which numbers were called, and whether somebody answered questions there. */
export const evidence: Evidence<State> = {
  history: ({ messages, contacts }) => {
    const owners = new Map(Object.values(contacts).map(({ mail, workerId }) => [mail, workerId]));
    return Object.values(messages).map(({ from, atMs }) => ({ by: owners.get(from) ?? from, atMs }));
  },
  calls: ({ calls }) =>
    Object.values(calls).map(({ number, startedMs, reached, said }) => ({
      number,
      atMs: startedMs,
      isAnswered: reached === 'Answered',
      answers: new Set(said.flatMap(({ who, topic }) => (who === 'Other side' && topic ? topic : []))).size,
    })),
};
