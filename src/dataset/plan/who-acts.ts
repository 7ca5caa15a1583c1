import { drawnOrder } from '../../core/draw.ts';
import { policyNamed } from '../../policy/named.ts';
import type { Policy } from '../../policy/policy.ts';
import { LAPSES } from '../../policy/with-repair.ts';
import { mistakesOf, needsFault } from '../../policy/with-mistake.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { EpisodePlan } from './shard-plan.ts';

/**
 * Who may act a planned episode out; the first that applies to its task does. A task gives no occasion for some mistakes:
 * then the kinds are tried that its seed draws next, and at last the work is done well. So it is with repaired mistakes.
 */
export function whoActs(
  catalog: Pick<Catalog, 'mistakes' | 'alternatives'>,
  { policy, seed, fault }: EpisodePlan,
  scenario: Scenario,
): Policy[] {
  if (policy === 'with-repair') {
    const lapses = drawnOrder(`${seed}/lapse`, LAPSES).map(kind => `with-repair:${kind}`);
    return [...lapses, 'expert'].map(name => policyNamed(catalog, name, scenario));
  }
  if (policy !== 'with-mistake') return [policyNamed(catalog, policy, scenario)];
  const kinds = mistakesOf(catalog, scenario).filter(kind => needsFault(catalog, kind) === (fault !== null));
  const drawn = drawnOrder(`${seed}/mistake`, kinds);
  const names = [...drawn.map(kind => `with-mistake:${kind}`), fault === null ? 'expert' : 'with-recovery'];
  return names.map(name => policyNamed(catalog, name, scenario));
}

/** Policies whose episodes reach the wanted end; all others must miss it. */
export const DOES_WELL: ReadonlySet<string> = new Set([
  'expert',
  'with-noise',
  'with-recovery',
  ...LAPSES.map(kind => `with-repair:${kind}`),
]);
