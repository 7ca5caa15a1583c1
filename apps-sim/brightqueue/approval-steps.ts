import type { Reason } from '#range';
import type { Finding } from './hand-on.ts';
import { queueOfStep } from './lists.ts';

/** A step of a request as the desk shows it: each cell by its column. */
export type Step = Record<string, string>;

/** What keeps a step from carrying the grant goes to those who decide it; a request without any to those who decide first. */
const problem =
  (reason: Reason) =>
  (step: string, findings: string): Finding => ({
    reason,
    queue: queueOfStep(step),
    whose: step === '' ? 'No step is on record' : `The step is “${step}”`,
    findings,
  });
export const [missing, invalid] = [problem('APPROVAL_MISSING'), problem('APPROVAL_INVALID')];

/** The worker number in a text, or empty. */
export function workerIn(text = ''): string {
  return /[ECI]\d{6}/.exec(text)?.[0] ?? '';
}
