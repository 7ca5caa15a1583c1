import type { Range } from '../app/host/host.ts';
import { unknownName } from '../core/errors.ts';
import type { Fault } from '../fault/define-fault.ts';
import type { Edge } from '../world/edges/define-edge.ts';
import type { Alternative, SharedAlternative } from './alternative.ts';
import type { Mistake } from './mistake.ts';
import type { Rule, Scenario } from './scenario.ts';
import type { SharedMistake } from './shared-mistake.ts';

/** Where a family of scenarios, or one of them, may be used. */
export type SplitRule = 'train' | 'test_template';

/** All that a run can draw on: handed from `catalog.ts` to whoever needs it. */
export interface Catalog {
  range: Range;
  scenarios: Readonly<Record<string, Scenario>>;
  /** Trouble in the data, trouble at run time, operator rules, ways to go wrong in any scenario: each by its name. */
  edges: Readonly<Record<string, Edge>>;
  faults: Readonly<Record<string, Fault>>;
  rules: Readonly<Record<string, Rule>>;
  mistakes: Readonly<Record<string, Mistake>>;
  /** Mistakes that scenarios of one kind share; they came with their names. */
  sharedMistakes: readonly SharedMistake[];
  /** Other sensible ways in any scenario, by kind, and those that scenarios of one kind share. */
  alternatives: Readonly<Record<string, Alternative>>;
  sharedAlternatives: readonly SharedAlternative[];
  /** By family; what is said of one scenario, by its name, goes before. */
  splits: Readonly<Record<string, SplitRule>>;
  /** The folder that some scenarios came from, as it was named; absent when all are the package's. */
  folder?: string;
}

/** The scenario of a name; UsageError with the nearest name for an unknown one. */
export function scenarioNamed({ scenarios }: Pick<Catalog, 'scenarios'>, name: string): Scenario {
  return named('scenario', scenarios, name);
}

/** The edge of a name; UsageError with the nearest name for an unknown one. */
export function edgeNamed({ edges }: Pick<Catalog, 'edges'>, name: string): Edge {
  return named('edge', edges, name);
}

/** The fault of a name; UsageError with the nearest name for an unknown one. */
export function faultNamed({ faults }: Pick<Catalog, 'faults'>, name: string): Fault {
  return named('fault', faults, name);
}

function named<T>(kind: string, list: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(list, name) ? list[name] : undefined;
  if (found === undefined) throw unknownName(kind, name, { known: Object.keys(list) });
  return found;
}
