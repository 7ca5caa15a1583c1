import { drawOne, drawWeighted, EVEN_RANGE, evenly } from '../../core/draw.ts';
import { unknownName } from '../../core/errors.ts';
import type { CatalogInfo, ScenarioInfo } from './catalog-info.ts';
import { placeOf, RECIPE_POLICIES, type Recipe } from './recipe.ts';
import type { EpisodePlan } from './shard-plan.ts';

/** An episode before its trouble is drawn. */
type Instance = Pick<EpisodePlan, 'scenario' | 'index' | 'seed'>;

/** The trouble of an episode: in its data, at run time, and by whoever acts. */
type Trouble = Pick<EpisodePlan, 'edge' | 'fault' | 'policy' | 'mistake'>;

/**
 * Draws the trouble of episodes, each by itself: whether there is some, spread evenly over the episodes of its scenario
 * alone, and which, by the seed of the episode. One scenario, edge or fault more changes only the episodes that get it.
 * UsageError when the recipe names an edge or fault of nobody.
 */
export function troubleDrawOf(
  recipe: Recipe,
  catalog: CatalogInfo,
  where = placeOf(recipe),
): (scenario: ScenarioInfo, instance: Instance) => Trouble {
  const edges = chosen('edge', { asked: recipe.edges, where }, catalog);
  const faults = chosen('fault', { asked: recipe.faults, where }, catalog);
  const weightOf = weightsOf(recipe.edges);
  const faultTurn = shareOfExperts(recipe);
  const needsFault = (kind: string): boolean => catalog.underFault.includes(kind);
  return (scenario, instance) => {
    const lots = lotsOf(recipe, instance);
    const edge = drawEdge({ ...scenario, edges: scenario.edges.filter(name => edges.has(name)) }, lots);
    const allowed = scenario.faults.filter(name => faults.has(name));
    const mistakes = scenario.mistakes.filter(kind => allowed.length > 0 || !needsFault(kind));
    const drawn = drawPolicy(recipe, lots.share('policy'));
    const policy = drawn === 'with-mistake' && mistakes.length === 0 ? 'expert' : drawn;
    const mistake = policy === 'with-mistake' ? lots.pick('mistake', mistakes) : null;
    const isFaulty = mistake === null ? lots.share('fault') < faultTurn : needsFault(mistake);
    const fault = isFaulty && (policy === 'expert' || mistake !== null) ? lots.pick('fault', allowed) : null;
    return { edge, fault, policy: policy === 'expert' && fault !== null ? 'with-recovery' : policy, mistake };
  };

  function drawEdge(scenario: ScenarioInfo, lots: Lots): string | null {
    const place = lots.share('edge') * 100;
    if (place >= recipe.edgeShare * EVEN_RANGE) return null;
    const [sure, maybe, calm] = [1, 0.5, 0].map(chance =>
      scenario.edges.filter(edge => chanceOfOtherEnding(catalog, edge) === chance),
    ) as [string[], string[], string[]];
    const turning = [...sure, ...maybe];
    const isToTurn = place < recipe.otherEndingShare * EVEN_RANGE && turning.length > 0;
    return lots.weigh('edge', isToTurn ? turning : [...maybe, ...calm], weightOf);
  }
}

/** The chance that an edge makes an episode end otherwise than `complete`; one that may leave it counts half. */
export function chanceOfOtherEnding({ endings }: CatalogInfo, edge: string): number {
  const kinds = endings[edge] ?? ['complete'];
  if (kinds.every(kind => kind === 'complete')) return 0;
  return kinds.includes('complete') ? 0.5 : 1;
}

/** What an episode draws from: numbers for shares and names by its seed, each under a label of its own. */
interface Lots {
  share(label: string): number;
  pick(label: string, names: readonly string[]): string | null;
  /** The same by weights. */
  weigh(label: string, names: readonly string[], weightOf: (name: string) => number): string | null;
}

function lotsOf(recipe: Recipe, { scenario, index, seed }: Instance): Lots {
  return {
    share: label => evenly(`${recipe.seed}/${scenario}/${label}`, index),
    pick: (label, names) => drawOne(`${seed}/${label}`, names),
    weigh: (label, names, weightOf) => drawWeighted(`${seed}/${label}`, names, weightOf),
  };
}

/** The policy at a place of the range, each as wide as its weight. */
function drawPolicy(recipe: Recipe, place: number): EpisodePlan['policy'] {
  const total = totalWeight(recipe);
  let upTo = 0;
  for (const name of RECIPE_POLICIES) {
    upTo += recipe.policies[name] ?? 0;
    if (place * total < upTo * EVEN_RANGE) return name;
  }
  return 'expert';
}

/** Faults strike experts alone: they carry the share of all. */
function shareOfExperts(recipe: Recipe): number {
  const { expert = 0 } = recipe.policies;
  return expert === 0 ? 0 : (recipe.faultShare * totalWeight(recipe) * EVEN_RANGE) / (100 * expert);
}

function totalWeight({ policies }: Recipe): number {
  return RECIPE_POLICIES.reduce((sum, name) => sum + (policies[name] ?? 0), 0);
}

/** The names of edges or faults that the recipe allows and some scenario has. */
function chosen(
  kind: 'edge' | 'fault',
  { asked, where }: { asked: Recipe['edges']; where: string },
  { scenarios }: CatalogInfo,
): Set<string> {
  const known = [
    ...new Set(scenarios.flatMap(scenario => (kind === 'edge' ? scenario.edges : scenario.faults))),
  ].sort((a, b) => (a < b ? -1 : 1));
  if (asked === '*') return new Set(known);
  const named = Array.isArray(asked) ? asked : Object.keys(asked);
  const unknown = named.find(name => !known.includes(name));
  if (unknown !== undefined) throw unknownName(kind, unknown, { known, where: `${where}, field ${kind}s` });
  const weightOf = weightsOf(asked);
  return new Set(named.filter(name => weightOf(name) > 0));
}

/** How often a name is drawn beside others: alike, unless it was given a weight. */
function weightsOf(asked: Recipe['edges']): (name: string) => number {
  if (asked === '*' || Array.isArray(asked)) return () => 1;
  const weights = new Map(Object.entries(asked));
  return name => weights.get(name) ?? 0;
}
