import { must } from '../../core/assert.ts';
import { unknownName } from '../../core/errors.ts';
import { needsFault } from '../../policy/with-mistake.ts';
import type { CatalogInfo, ScenarioInfo } from './plan.ts';
import type { Recipe } from './recipe.ts';
import { type EpisodePlan, SPLITS, type Split } from './shard-plan.ts';

/** Where an episode stands: the rank of its scenario and its index in it. */
interface Place {
  rank: number;
  index: number;
}

/** Hands out splits, policies and trouble in turn. Remembers what it gave: ask in the order of the plan. */
export interface Rotation {
  splitAt(own: Split, place: Place): Split;
  troubleAt(scenario: ScenarioInfo, place: Place): Pick<EpisodePlan, 'edge' | 'fault' | 'policy' | 'mistake'>;
}

/** Steps through ranks that share no divisor with 100, so that shares do not fall on the same scenarios. */
const EDGE_STRIDE = 61;
const FAULT_STRIDE = 37;
const TURN_STRIDE = 3;

/** A rotation that has given nothing yet. UsageError when the recipe names an edge or fault of nobody. */
export function createRotation(
  recipe: Recipe,
  catalog: CatalogInfo,
  scenarios: readonly ScenarioInfo[],
): Rotation {
  const edges = chosen('edge', recipe, scenarios);
  const faults = chosen('fault', recipe, scenarios);
  const policies = turns(Object.entries(recipe.policies));
  const splits =
    recipe.splits === 'by-family' ? null : turns(SPLITS.map(name => [name, weightOf(recipe, name)]));
  const used = new Map<string, number>();
  const take = (kind: string, names: readonly string[]): string | null => {
    const name = least(names, candidate => used.get(`${kind}/${candidate}`) ?? 0);
    if (name !== null) used.set(`${kind}/${name}`, (used.get(`${kind}/${name}`) ?? 0) + 1);
    return name;
  };
  const endings = createEndings(recipe.otherEndingShare, catalog);
  const takeEdge = (scenario: ScenarioInfo, isDue: boolean): string | null => {
    const fit = isDue ? endings.fitting(scenario.edges.filter(edge => edges.has(edge))) : [];
    const edge = take('edge', fit);
    endings.note(scenario, edge);
    return edge;
  };
  return {
    splitAt: (own, { rank, index }) =>
      own === 'train' && splits ? (at(splits, index + rank) as Split) : own,
    troubleAt: (scenario, { rank, index }) => {
      const edge = takeEdge(scenario, isDue(recipe.edgeShare, index, rank * EDGE_STRIDE));
      const drawn = at(policies, index + rank * TURN_STRIDE);
      const allowed = scenario.faults.filter(name => faults.has(name));
      const mistakes = scenario.mistakes.filter(kind => allowed.length > 0 || !needsFault(kind));
      if (drawn === 'with-mistake' && mistakes.length > 0) {
        const mistake = take('mistake', mistakes);
        const fault = mistake !== null && needsFault(mistake) ? take('fault', allowed) : null;
        return { edge, fault, policy: drawn, mistake };
      }
      const policy = drawn === 'with-mistake' ? 'expert' : drawn;
      const isFaulty = policy === 'expert' && isDue(recipe.faultShare, index, rank * FAULT_STRIDE);
      const fault = isFaulty ? take('fault', allowed) : null;
      return { edge, fault, policy: fault === null ? policy : 'with-recovery', mistake: null };
    },
  };
}

/** Counts episodes that end otherwise than `complete`, in halves: an edge that may leave it counts one. */
function createEndings(share: number, catalog: CatalogInfo) {
  let episodes = 0;
  let halves = 0;
  const halvesOf = (edge: string): number => {
    const endings = catalog.turns?.[edge] ?? ['complete'];
    if (endings.every(kind => kind === 'complete')) return 0;
    return endings.includes('complete') ? 1 : 2;
  };
  return {
    /** The edges that bring the share nearer to its goal; none when only the wrong ones are left. */
    fitting: (edges: readonly string[]): string[] => {
      const isShort = halves * 100 < 2 * share * (episodes + 1);
      const turning = edges.filter(edge => halvesOf(edge) > 0);
      const calm = edges.filter(edge => halvesOf(edge) === 0);
      return isShort && turning.length > 0 ? turning : calm;
    },
    note: (scenario: ScenarioInfo, edge: string | null): void => {
      episodes += 1;
      const turned = edge === null ? 0 : halvesOf(edge);
      halves += (scenario.ending ?? 'complete') === 'complete' ? turned : 2;
    },
  };
}

/** Whether a share given in percent falls on an index: spread evenly, shifted from scenario to scenario. */
function isDue(percent: number, index: number, shift: number): boolean {
  const upTo = (n: number): number => Math.floor((n * percent + (shift % 100)) / 100);
  return upTo(index + 1) > upTo(index);
}

/** The names of edges or faults that the recipe allows and some scenario has. */
function chosen(kind: 'edge' | 'fault', recipe: Recipe, scenarios: readonly ScenarioInfo[]): Set<string> {
  const known = [
    ...new Set(scenarios.flatMap(scenario => (kind === 'edge' ? scenario.edges : scenario.faults))),
  ].sort((a, b) => (a < b ? -1 : 1));
  const wanted = kind === 'edge' ? recipe.edges : recipe.faults;
  if (wanted === '*') return new Set(known);
  for (const name of wanted) {
    if (!known.includes(name)) throw unknownName(kind, name, known, `recipe ${recipe.name}, field ${kind}s`);
  }
  return new Set(wanted);
}

/** A round in which each name has as many turns as its weight, spread as evenly as can be. */
function turns(weights: readonly (readonly [string, number | undefined])[]): string[] {
  const parts = weights
    .map(([name, weight]) => ({ name, weight: weight ?? 0, credit: 0 }))
    .filter(part => part.weight > 0);
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  return Array.from({ length: total }, () => {
    for (const part of parts) part.credit += part.weight;
    const next = parts.reduce((best, part) => (part.credit > best.credit ? part : best));
    next.credit -= total;
    return next.name;
  });
}

function weightOf(recipe: Recipe, split: Split): number {
  return recipe.splits === 'by-family' ? 0 : (recipe.splits[split] ?? 0);
}

function at(round: readonly string[], place: number): string {
  return must(round[place % round.length], 'a turn of the rotation');
}

function least(names: readonly string[], rank: (name: string) => number): string | null {
  let best: string | null = null;
  for (const name of names) if (best === null || rank(name) < rank(best)) best = name;
  return best;
}
