import { unknownName } from '../../core/errors.ts';
import { mistakesOf, needsFault } from '../../policy/with-mistake.ts';
import type { Catalog, SplitRule } from '../../scenario/catalog.ts';
import { allApps } from '../../scenario/task.ts';
import type { OutcomeKind } from '../../screen/outcome.ts';
import type { Split } from './shard-plan.ts';

/** What the planner must know of a scenario. */
export interface ScenarioInfo {
  name: string;
  /** The consoles that it works in. */
  apps: readonly string[];
  edges: readonly string[];
  faults: readonly string[];
  /** Kinds of mistakes that can be made in it. */
  mistakes: readonly string[];
}

/** What the planner must know of the catalog. */
export interface CatalogInfo {
  scenarios: readonly ScenarioInfo[];
  /**
   * Of a scenario by its family and its name: `train` leaves the split to the weights of the recipe, a split that is held out
   * takes all of it.
   */
  splitOf(family: string, scenario: string): Split;
  /** Edge by edge, how a scenario may have to end because of it; unknown edges leave the ending alone. */
  endings: Readonly<Record<string, readonly OutcomeKind[]>>;
  /** Kinds of mistakes that are made under a fault, and only there. */
  underFault: readonly string[];
  /** Console by console, in the order of their tabs, its skins, the home skin first. */
  skins: Readonly<Record<string, readonly SkinInfo[]>>;
}

/** What the planner must know of a look. */
export interface SkinInfo {
  name: string;
  /** The design system that it is made of. */
  kit: string;
}

/** What a scenario is for: what is said of it by its own name, else of its family. */
export function splitRuleOf(
  { splits }: Pick<Catalog, 'splits'>,
  family: string,
  scenario: string,
): SplitRule | undefined {
  return splits[scenario] ?? splits[family];
}

/** What the planner knows of a catalog. */
export function catalogInfoOf(catalog: Catalog): CatalogInfo {
  return {
    scenarios: Object.values(catalog.scenarios).map(scenario => ({
      name: scenario.name,
      apps: scenario.apps,
      edges: scenario.edges,
      faults: scenario.faults,
      mistakes: mistakesOf(catalog, scenario),
    })),
    splitOf: (family, scenario) => {
      const rule = splitRuleOf(catalog, family, scenario);
      if (rule === undefined)
        throw unknownName('family', family, {
          known: Object.keys(catalog.splits),
          where: 'scenarios/splits.ts',
        });
      return rule;
    },
    endings: Object.fromEntries(Object.values(catalog.edges).map(edge => [edge.name, edge.mayTurnTo])),
    underFault: Object.keys(catalog.mistakes).filter(kind => needsFault(catalog, kind)),
    skins: Object.fromEntries(
      allApps(catalog).map(app => [app.name, app.skins.map(({ name, kit }) => ({ name, kit }))]),
    ),
  };
}
