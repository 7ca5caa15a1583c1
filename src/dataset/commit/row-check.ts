import { assert } from '../../core/assert.ts';
import type { Episode } from '../../env/recorded.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import { repeatLine } from '../../scenario/repeat.ts';
import type { ShardPlan } from '../plan/shard-plan.ts';
import { screensOf } from '../plan/viewport.ts';
import type { Row, Table } from '../tables/define-table.ts';
import type { LintedFile, RowLint } from '../tables/lint.ts';
import type { Identity } from './record.ts';

/** Checks the rows of a shard while they are written, by what their tables promise. */
export interface RowCheck {
  /** The check of a table, row by row. */
  of(table: Table): (row: Row) => void;
  /** An episode whose rows broke a promise is a broken scenario: nothing of it may reach a dataset. */
  refuse(episode: Episode): void;
  /** The same of what only the whole shard shows. */
  end(): void;
}

/** What is refused here would fail `verify`, when it is too late. Pictures are decoded there alone: that takes long. */
export function createRowCheck(catalog: Catalog, { recipe, render }: Identity, plan: ShardPlan): RowCheck {
  const file: LintedFile = {
    viewports: screensOf(recipe),
    hasPixels: render !== null,
    split: plan.split,
    episodes: plan.episodes.length,
    decode: () => {},
    shard: { facts: null },
  };
  const lints: { name: string; lint: RowLint<Row> }[] = [];
  const found: string[] = [];
  const complainIn =
    (name: string) =>
    (reason: string): void => {
      found.push(`${name}: ${reason}`);
    };
  return {
    of: ({ name, lint: lintOf }) => {
      const lint = lintOf(file);
      const complain = complainIn(name);
      lints.push({ name, lint });
      return row => lint.check(row, complain);
    },
    refuse: ({ id, policy, task }) =>
      assert(
        found.length === 0,
        `${id}: rows of ${policy} break what their tables promise\n${found.join('\n')}\n${repeatLine(catalog, task, { policy })}`,
      ),
    end: () => {
      for (const { name, lint } of lints) lint.end?.(complainIn(name));
      assert(found.length === 0, `Shard ${plan.shard} breaks what its tables promise\n${found.join('\n')}`);
    },
  };
}
