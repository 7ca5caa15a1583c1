import type { Rng } from '../../core/rng.ts';
import type { Mistake } from '../../scenario/mistake.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { ending } from './ending.ts';

/** Answers with a value that stands near the right one. */
export const wrongAnswer: Mistake = {
  name: 'wrong-answer',
  summary: 'A question is answered with a neighbouring value.',
  begin: ({ script, rng }) => ending(script, (outcome, seen) => otherValue(outcome, { seen, rng })),
};

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
