import type { Rng } from '../../core/rng.ts';
import type { Mistake } from '../../scenario/mistake.ts';
import { ESCALATE_REASONS, type Outcome, REFUSE_REASONS } from '../../screen/outcome.ts';
import { ending } from './ending.ts';

/** Hands on or refuses for a reason that is not the one. */
export const wrongReason: Mistake = {
  name: 'wrong-reason',
  summary: 'The work is handed on or refused, and a wrong reason is reported.',
  begin: ({ script, rng }) => ending(script, outcome => otherReason(outcome, rng)),
};

function otherReason(outcome: Outcome, rng: Rng): Outcome {
  if (outcome.reason === undefined) return outcome;
  const reasons = outcome.kind === 'escalate' ? ESCALATE_REASONS : REFUSE_REASONS;
  const others = reasons.filter(known => known !== outcome.reason);
  return { ...outcome, reason: rng.pick(others), mistake: 'wrong-reason' };
}
