import { recordFaults } from '../record/record-faults.ts';
import type { Rule } from '../scenario.ts';

/** The record is true and whole: what it says was done, checked and approved was; what was done stands in it. */
const rule: Rule = {
  id: 'P-24',
  duty: 'Write down what you did, to whom, on which ground, and what you left: all of it, and nothing that is not so.',
  summary: 'The record names what was done, and nothing that was not.',
  check: recordFaults,
};
export default rule;
