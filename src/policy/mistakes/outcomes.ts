import type { Rng } from '../../core/rng.ts';
import { textOf } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import { ESCALATE_REASONS, type Outcome, OUTCOME_KINDS, REFUSE_REASONS } from '../../screen/outcome.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { look } from '../../screen/script/verbs.ts';
import type { Mistake } from '../../scenario/mistake.ts';

/** Does all of the work as it should be done, and then says that it ended otherwise. */
export const wrongOutcome: Mistake = {
  name: 'wrong-outcome',
  summary: 'All of the work is done, and another outcome is reported.',
  begin: ({ script, rng }) => ending(script, outcome => otherKind(outcome, rng)),
};

/** Hands on or refuses for a reason that is not the one. */
export const wrongReason: Mistake = {
  name: 'wrong-reason',
  summary: 'The work is handed on or refused, and a wrong reason is reported.',
  begin: ({ script, rng }) => ending(script, outcome => otherReason(outcome, rng)),
};

/** Answers with a value that stands near the right one. */
export const wrongAnswer: Mistake = {
  name: 'wrong-answer',
  summary: 'A question is answered with a neighbouring value.',
  begin: ({ script, rng }) => ending(script, (outcome, seen) => otherValue(outcome, { seen, rng })),
};

/** Acts a script out as written and changes what it says at the end; an ending that stays as it is makes no mistake. */
function* ending(script: Script, change: (outcome: Outcome, seen: readonly string[]) => Outcome): Script {
  const seen: Observation[] = [yield* look()];
  const outcome = yield* mapScript(script, {
    *act(action): Script<Observation> {
      const screen = yield action;
      seen.push(screen);
      return screen;
    },
  });
  return change(
    outcome,
    seen.map(({ tree }) => textOf(tree)),
  );
}

function otherKind({ kind, note }: Outcome, rng: Rng): Outcome {
  const other = rng.pick(OUTCOME_KINDS.filter(known => known !== kind));
  const reasons = other === 'escalate' ? ESCALATE_REASONS : other === 'refuse' ? REFUSE_REASONS : [];
  const mistake = 'wrong-outcome';
  return { kind: other, note, mistake, ...(reasons.length > 0 ? { reason: rng.pick(reasons) } : {}) };
}

function otherReason(outcome: Outcome, rng: Rng): Outcome {
  if (outcome.reason === undefined) return outcome;
  const reasons = outcome.kind === 'escalate' ? ESCALATE_REASONS : REFUSE_REASONS;
  const others = reasons.filter(known => known !== outcome.reason);
  return { ...outcome, reason: rng.pick(others), mistake: 'wrong-reason' };
}

/** Another value of the same shape that was on a screen, or else the next number. */
function otherValue(outcome: Outcome, { seen, rng }: { seen: readonly string[]; rng: Rng }): Outcome {
  const values = Object.entries(outcome.values ?? {}).filter(([, value]) => /\d/.test(value));
  if (values.length === 0) return outcome;
  const [name, value] = rng.fork('value').pick(values);
  const pattern = value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\d/g, '\\d');
  const shape = new RegExp(`(?<![\\w-])${pattern}(?![\\w-])`, 'g');
  const others = [...new Set(seen.flatMap(text => text.match(shape) ?? []))].filter(text => text !== value);
  const other = others.length > 0 ? rng.fork('other').pick(others.sort()) : nextNumber(value);
  return { ...outcome, values: { ...outcome.values, [name]: other }, mistake: 'wrong-answer' };
}

function nextNumber(value: string): string {
  return value.replace(/\d(?=\D*$)/, digit => String((Number(digit) + 1) % 10));
}
