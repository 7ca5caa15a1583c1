import type { Alternative } from '../../scenario/alternative.ts';
import { answering, membersOf } from './answering.ts';

/** Answers with numbers and lists, as a program does. */
export const plainValues: Alternative = {
  name: 'plain-values',
  summary: 'The values of an answer are numbers and lists instead of texts.',
  begin: ({ script, gone }) =>
    answering(script, gone, value => {
      const members = membersOf(value);
      if (members.length > 1) return members;
      return /^\d+$/.test(value) ? Number(value) : value;
    }),
};
