import type { PopulatedApp } from './population.ts';
import type { SodRule } from './world.ts';

/**
 * The pairs of duties that one person must not hold together, put together of what each console names. A rule that is
 * left with one side is none.
 */
export function makeSodRules(consoles: readonly PopulatedApp[]): Record<string, SodRule> {
  const rules = new Map<string, SodRule>();
  for (const { name, population } of consoles) {
    const keys = (codes: readonly string[]): string[] => codes.map(code => `${name}/${code}`);
    for (const { id, left, right, ...words } of population?.segregation ?? []) {
      const known = rules.get(id) ?? { id, ...words, left: [], right: [] };
      rules.set(id, {
        ...known,
        left: [...known.left, ...keys(left)],
        right: [...known.right, ...keys(right)],
      });
    }
  }
  const whole = [...rules.values()].filter(({ left, right }) => left.length > 0 && right.length > 0);
  return Object.fromEntries(whole.sort((a, b) => (a.id < b.id ? -1 : 1)).map(rule => [rule.id, rule]));
}
