/** The desk as scenarios know it: `import * as desk from '…/brightqueue/skills.ts'`. */
export const app = 'brightqueue';

export * from './approval-skills.ts';
export * from './ending-skills.ts';
export { ON_THE_LINE } from './caller-words.ts';
export * from './hand-on.ts';
export { lookUp } from './in-doubt.ts';
export { queueOfStep } from './lists.ts';
export * from './record-skills.ts';
export { type Done, doneIn, inWords, type Report, report } from './report.ts';
export * from './stray-order.ts';
export * from './take-ticket.ts';
export * from './ticket-skills.ts';
export * from './wanted.ts';
