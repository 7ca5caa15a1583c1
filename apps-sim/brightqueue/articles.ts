import { POLICIES } from '#range';
import { ESCALATIONS } from './lists.ts';

/** A knowledge article: a rule of the operators' book, or a page of the desk's own. */
export interface Article {
  id: string;
  title: string;
  topic: 'Operator rule' | 'Desk procedure';
  severity: 'critical' | 'standard';
  text: string;
}

const OWN: readonly Article[] = [
  {
    id: 'KB-01',
    title: 'Which queue takes what: reasons for handing work on',
    topic: 'Desk procedure',
    severity: 'standard',
    text: [
      'Hand a record on when another person could lawfully say yes, or holds the fact that is missing. The record is',
      'reassigned or put on hold with the findings in a work note. It is never closed.',
      '',
      ...ESCALATIONS.map(({ code, meaning, queue }) => `${code}: ${meaning}. Goes to ${queue}.`),
    ].join('\n'),
  },
  {
    id: 'KB-02',
    title: 'How to close a record',
    topic: 'Desk procedure',
    severity: 'standard',
    text: [
      'Closed Complete: the wanted state is reached and was seen, or the question is answered. The notes say what was',
      'changed and where, from what to what, the approval it rests on, how it was verified, and what was left undone.',
      '',
      'Closed Incomplete: a written rule forbids the work whoever asks for it, or the request is defective. The notes',
      'name the rule by its number. The close reason is mandatory.',
      '',
      'Closed Skipped: the work was not needed.',
      '',
      'When the last task of an item closes, the item closes by itself: complete when all tasks are, incomplete when',
      'one is, skipped when all are.',
    ].join('\n'),
  },
  {
    id: 'KB-03',
    title: 'Verifying a caller',
    topic: 'Desk procedure',
    severity: 'critical',
    text: [
      'Records of the category Authentication need a caller verification before anything is reset, issued or read out.',
      '',
      'Accepted: a call back to the number that HR holds, a video call with photo and manager, or the badge desk.',
      'Not accepted: names, numbers, birth dates or any other knowledge, and contact data taken from the record itself.',
      '',
      'A caller who fails the verification is not told why. The record goes to Security Operations.',
    ].join('\n'),
  },
];

/** All articles: the desk's own first, then the operator rules by number. */
export const ARTICLES: readonly Article[] = [
  ...OWN,
  ...POLICIES.map(({ id, title, text, severity }): Article => {
    return { id, title, text, severity, topic: 'Operator rule' };
  }),
];
