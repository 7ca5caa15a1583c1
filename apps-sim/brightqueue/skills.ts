/** The desk as scenarios know it: `import * as desk from '…/brightqueue/skills.ts'`. */
export const app = 'brightqueue';

export * from './approval-skills.ts';
export { workerIn } from './approval-steps.ts';
export * from './ending-skills.ts';
export { ON_THE_LINE } from './caller-words.ts';
export * from './hand-on.ts';
export { lookUp, readUp } from './in-doubt.ts';
export { APPROVALS_ON, queueOfStep, REQUESTER } from './lists.ts';
export * from './meanwhile-skills.ts';
export * from './record-skills.ts';
export { doneIn, fromTo, inWords, type Report, report, type Told } from './report.ts';
export * from './stray-order.ts';
export * from './take-ticket.ts';
export * from './ticket-skills.ts';
export * from './wanted.ts';
