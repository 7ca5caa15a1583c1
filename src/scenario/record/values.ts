import { comparable, holderOf } from '../../core/facts.ts';
import type { Outcome } from '../../screen/outcome.ts';

/** Values of an answer that what was written on its ticket does not hold: who asked reads the ticket. */
export function missingValues(written: readonly string[], { kind, values = {} }: Outcome): string[] {
  if (kind !== 'answer' || written.length === 0) return [];
  const text = comparable(written.join('\n'));
  return Object.entries(values).flatMap(([name, value]) => {
    const parts = value.split(/[,;\n]/).map(part => part.trim());
    const missing = parts.filter(part => part !== '' && !holderOf(part)(text));
    return missing.map(part => `The record does not say ${name} as it was answered: "${part}".`);
  });
}
