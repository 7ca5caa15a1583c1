import { drawnOrder } from '../../core/draw.ts';
import { expert } from '../../policy/expert.ts';
import { policyNamed } from '../../policy/named.ts';
import type { Policy } from '../../policy/policy.ts';
import { mistakesOf, needsFault, withMistake } from '../../policy/with-mistake.ts';
import { withRecovery } from '../../policy/with-recovery.ts';
import { withThoughts } from '../../policy/with-thoughts.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { EpisodePlan } from './shard-plan.ts';

/**
 * Who may act a planned episode out; the first that applies to its task does. A task gives no occasion for some mistakes:
 * then the kinds are tried that its seed draws next, and at last the work is done well. Whoever knows what they want thinks
 * aloud.
 */
export function whoActs(
  catalog: Pick<Catalog, 'mistakes'>,
  { policy, seed, fault }: EpisodePlan,
  scenario: Scenario,
): Policy[] {
  if (policy !== 'with-mistake') {
    const found = policyNamed(catalog, policy, scenario);
    return [DOES_WELL.has(policy) ? withThoughts(found) : found];
  }
  const kinds = mistakesOf(catalog, scenario).filter(kind => needsFault(catalog, kind) === (fault !== null));
  const drawn = drawnOrder(`${seed}/mistake`, kinds);
  return [...drawn.map(kind => withMistake(catalog, kind)), fault === null ? expert : withRecovery].map(
    withThoughts,
  );
}

/** Policies whose episodes reach the wanted end; all others must miss it. */
export const DOES_WELL: ReadonlySet<string> = new Set(['expert', 'with-noise', 'with-recovery']);
