import { unknownName } from '../core/errors.ts';
import type { Gone } from '../scenario/alternative.ts';
import type { Catalog } from '../scenario/catalog.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScriptedPolicy } from './policy.ts';

type Alternatives = Pick<Catalog, 'alternatives'>;

/** The kinds of other sensible ways that a scenario can be tried with: those that are possible anywhere, and its own. */
export function alternativesOf({ alternatives }: Alternatives, scenario: Scenario): string[] {
  return [...Object.keys(alternatives), ...Object.keys(scenario.alternatives ?? {})].sort();
}

/** Goes one named other way, which is as good: the judge must take it for the success that it is. */
export function withAlternative(catalog: Alternatives, kind: string): ScriptedPolicy {
  const general = Object.hasOwn(catalog.alternatives, kind) ? catalog.alternatives[kind] : undefined;
  const gone: Gone = { isGone: false };
  return {
    name: `with-alternative:${kind}`,
    underFault: false,
    begin: ({ scenario, briefing, rng }) => {
      gone.isGone = false;
      if (general)
        return general.begin({ script: scenario.expert(briefing), scenario, rng: rng.fork('way'), gone });
      const own = scenario.alternatives?.[kind];
      if (!own) {
        const known = alternativesOf(catalog, scenario);
        throw unknownName('alternative', kind, { known, where: scenario.name });
      }
      return own(briefing, gone);
    },
    isShown: () => gone.isGone,
  };
}
