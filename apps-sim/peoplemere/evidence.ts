import type { Evidence } from '#range';
import type { State } from './state.ts';

/** What HR bears witness to: the private numbers, which it shows masked, and what is noted on somebody's leaving or leave. */
export const evidence: Evidence<State> = {
  confidential: ({ workers, events }) => [
    ...Object.values(workers).map(({ workerId: of, mobile: value }) => ({
      what: 'The private number',
      value,
      of,
    })),
    ...Object.values(events).flatMap(({ kind, note, workerId }) =>
      ['Terminate', 'Leave'].includes(kind) && note !== ''
        ? { what: 'The reason for leaving', value: note, of: workerId }
        : [],
    ),
  ],
};
