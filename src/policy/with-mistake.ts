import { unknownName } from '../core/errors.ts';
import type { Catalog } from '../scenario/catalog.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Policy } from './policy.ts';

/** The mistakes of a catalog. */
type Mistakes = Pick<Catalog, 'mistakes'>;

/** The kinds of mistake that a scenario can be tried with: those that are possible anywhere, and its own. */
export function mistakesOf({ mistakes }: Mistakes, scenario: Scenario): string[] {
  return [...Object.keys(mistakes), ...Object.keys(scenario.mistakes ?? {})].sort();
}

/** Whether a kind of mistake is made under a fault, and only there. */
export function needsFault({ mistakes }: Mistakes, kind: string): boolean {
  return Object.hasOwn(mistakes, kind) && mistakes[kind]?.needsFault === true;
}

/** Makes one named mistake and is sure of having done well: the judge's mutant, and a labelled negative example. */
export function withMistake(catalog: Mistakes, kind: string): Policy {
  const general = Object.hasOwn(catalog.mistakes, kind) ? catalog.mistakes[kind] : undefined;
  return {
    name: `with-mistake:${kind}`,
    underFault: needsFault(catalog, kind),
    begin: given => {
      const { scenario, briefing } = given;
      if (general) return general.begin({ ...given, script: scenario.expert(briefing) });
      const own = scenario.mistakes?.[kind];
      if (!own)
        throw unknownName('mistake', kind, { known: mistakesOf(catalog, scenario), where: scenario.name });
      return own(briefing);
    },
    ...(general?.isMade ? { isShown: general.isMade } : {}),
  };
}
