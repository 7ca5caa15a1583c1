import type { ShardPlan } from '../plan/shard-plan.ts';
import { screensOf } from '../plan/viewport.ts';
import type { Row, Table } from '../tables/define-table.ts';
import type { LintedFile } from '../tables/lint.ts';
import type { Identity } from './record.ts';

/** The rows of one episode in a table. */
export interface TableRows {
  table: Table;
  rows: readonly Row[];
}

/**
 * What checks the rows of an episode by what their tables promise, in all tables, before any of them is written: it gives
 * what they break, as of a file that holds nothing else. What is refused here would fail `verify`, when it is too late.
 * Pictures are decoded there alone: that takes long.
 */
export function createRowCheck(
  { recipe, render }: Pick<Identity, 'recipe' | 'render'>,
  { split }: Pick<ShardPlan, 'split'>,
): (rows: readonly TableRows[]) => string[] {
  const viewports = screensOf(recipe);
  return tables => {
    const file: LintedFile = {
      ...{ viewports, hasPixels: render !== null, split, episodes: 1 },
      decode: () => {},
      shard: { facts: null },
    };
    return tables.flatMap(({ table, rows }) => {
      const found: string[] = [];
      const complain = (reason: string): void => void found.push(`${table.name}: ${reason}`);
      const lint = table.lint(file);
      for (const row of rows) lint.check(row, complain);
      lint.end?.(complain);
      return found;
    });
  };
}
