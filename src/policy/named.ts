import { unknownName } from '../core/errors.ts';
import type { Catalog } from '../scenario/catalog.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { doNothing } from './do-nothing.ts';
import { expert, second } from './expert.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { alternativesOf, withAlternative } from './with-alternative.ts';
import { mistakesOf, withMistake } from './with-mistake.ts';
import { withNoise } from './with-noise.ts';
import { LAPSES, withRepair } from './with-repair.ts';
import { withRecovery } from './with-recovery.ts';
import { withThoughts } from './with-thoughts.ts';

const PLAIN: Readonly<Record<string, Policy>> = {
  expert: withThoughts(expert),
  second: withThoughts(second),
  'with-noise': withThoughts(withNoise),
  'with-recovery': withThoughts(withRecovery),
  'do-nothing': doNothing(),
  random,
};

/**
 * The policy that goes by a name in a scenario, such as `expert` or `with-mistake:stopped-early`. Whoever knows what they
 * want thinks aloud.
 */
export function policyNamed(
  catalog: Pick<Catalog, 'mistakes' | 'alternatives'>,
  name: string,
  scenario: Scenario,
): Policy {
  const plain = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain) return plain;
  const repaired = LAPSES.map(kind => `with-repair:${kind}`);
  if (repaired.includes(name)) return withThoughts(withRepair(name.slice('with-repair:'.length)));
  const ways = alternativesOf(catalog, scenario).map(kind => `with-alternative:${kind}`);
  if (ways.includes(name))
    return withThoughts(withAlternative(catalog, name.slice('with-alternative:'.length)));
  const mistakes = mistakesOf(catalog, scenario).map(kind => `with-mistake:${kind}`);
  if (mistakes.includes(name)) return withThoughts(withMistake(catalog, name.slice('with-mistake:'.length)));
  throw unknownName('policy', name, {
    known: [...Object.keys(PLAIN), ...repaired, ...ways, ...mistakes],
    where: scenario.name,
  });
}
