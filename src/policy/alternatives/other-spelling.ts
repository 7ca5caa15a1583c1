import type { Alternative } from '../../scenario/alternative.ts';
import { answering, membersOf } from './answering.ts';

/** Answers in other words for the same: small letters, lists the other way round. */
export const otherSpelling: Alternative = {
  name: 'other-spelling',
  summary: 'An answer is spelled otherwise: in small letters, its lists are in another order.',
  begin: ({ script, gone }) =>
    answering(script, gone, value => membersOf(value).toReversed().join(', ').toLowerCase()),
};
