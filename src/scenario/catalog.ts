import type { Range } from '../app/host/host.ts';
import type { Scenario } from './scenario.ts';
import type { SharedMistake } from './shared-mistake.ts';

/** Where a family of scenarios may be used. */
export type SplitRule = 'train' | 'test_template';

/** All that a run can draw on: handed from `catalog.ts` to whoever needs it. */
export interface Catalog {
  range: Range;
  scenarios: Readonly<Record<string, Scenario>>;
  /** Mistakes that scenarios of one kind share; they came with their names. */
  mistakes: readonly SharedMistake[];
  /** By family. */
  splits: Readonly<Record<string, SplitRule>>;
  /** The folder that some scenarios came from, as it was named; absent when all are the package's. */
  folder?: string;
}
