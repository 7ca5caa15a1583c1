import type { Rng } from '../../core/rng.ts';
import type { Mistake } from '../../scenario/mistake.ts';
import { ESCALATE_REASONS, type Outcome, OUTCOME_KINDS, REFUSE_REASONS } from '../../screen/outcome.ts';
import { ending } from './ending.ts';

/** Does all of the work as it should be done, and then says that it ended otherwise. */
export const wrongOutcome: Mistake = {
  name: 'wrong-outcome',
  summary: 'All of the work is done, and another outcome is reported.',
  begin: ({ script, rng }) => ending(script, outcome => otherKind(outcome, rng)),
};

function otherKind({ kind, note }: Outcome, rng: Rng): Outcome {
  const other = rng.pick(OUTCOME_KINDS.filter(known => known !== kind));
  const reasons = other === 'escalate' ? ESCALATE_REASONS : other === 'refuse' ? REFUSE_REASONS : [];
  const mistake = 'wrong-outcome';
  return { kind: other, note, mistake, ...(reasons.length > 0 ? { reason: rng.pick(reasons) } : {}) };
}
