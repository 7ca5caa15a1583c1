import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DatasetCatalog } from '../../../../src/dataset/catalog.ts';
import { openOutput } from '../../../../src/dataset/commit/output.ts';
import { produceShard } from '../../../../src/dataset/commit/produce.ts';
import type { ShardCommit } from '../../../../src/dataset/commit/record.ts';
import { catalogInfoOf } from '../../../../src/dataset/plan/catalog-info.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import type { Row, Table } from '../../../../src/dataset/tables/define-table.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import { makeIdentity } from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';
import { madeUpCatalog } from '../../../support/made-up/catalog.ts';

/** The first shard of a catalog whose tables write their rows changed, or are other ones. */
async function produce(
  change: (row: Row) => Row,
  other = (table: Table): Table => table,
): Promise<ShardCommit> {
  const tables = madeUpCatalog.tables.map((table: Table) => ({
    ...other(table),
    rowsOf: (...given: Parameters<Table['rowsOf']>) => [...table.rowsOf(...given)].map(change),
  }));
  const catalog: DatasetCatalog = { ...madeUpCatalog, tables };
  const asked = { episodes: 2, worlds: 1, scenarios: ['made-up/label-box'], edgeShare: 0, faultShare: 0 };
  const identity = makeIdentity({ ...asked, policies: { expert: 1 } }, false, tables);
  const output = openOutput({ folder: join(makeFolder(), 'set'), identity });
  const [plan] = planShards(identity.recipe, catalogInfoOf(catalog));
  if (!plan) throw new Error('there is no shard');
  return produceShard({ catalog, surfaces: domSurfaces(), recipe: identity.recipe, output, plan });
}

/** How many rows each file of a shard holds. */
const rowsIn = ({ files }: ShardCommit): number[] => files.map(({ rows }) => rows);

it('rows that keep the promises of their tables are published', async () => {
  const commit = await produce(row => row);
  expect(commit).toMatchObject({ setAside: [], episodes: [expect.any(String), expect.any(String)] });
  expect(Math.min(...rowsIn(commit))).toBeGreaterThan(0);
});

it('an episode with a row that breaks a promise is set aside with the line that repeats it: no table holds it', async () => {
  let finished = 0;
  const commit = await produce(row =>
    row.action_type === 'finish' && finished++ === 0
      ? { ...row, action_json: String(row.action_json).replace('"message":"', '"message":"CHG0999999 ') }
      : row,
  );
  const [aside] = commit.setAside;
  expect(commit.setAside).toHaveLength(1);
  expect(aside).toMatchObject({ policy: 'expert', reason: 'rows', edge: null, fault: null });
  expect(aside?.check).toMatch(/^steps: uses "CHG0999999", which neither goal, briefing, screen/);
  expect(aside?.repeat).toMatch(/^npx iam-range replay made-up\/label-box --seed \w+/);
  expect(commit.episodes).toHaveLength(1);
  expect(commit.episodes).not.toContain(aside?.id);
  const whole = await produce(row => row);
  expect(rowsIn(commit).every((rows, at) => rows < (rowsIn(whole)[at] ?? 0))).toBe(true);
});

it('what only the last row of an episode shows is looked for as well', async () => {
  const late = (table: Table): Table => ({
    ...table,
    lint: () => ({ check: () => {}, end: complain => complain('ends too soon') }),
  });
  const commit = await produce(row => row, late);
  expect(commit.setAside.map(({ check }) => check.split('\n')[0])).toEqual([
    'steps: ends too soon',
    'steps: ends too soon',
  ]);
  expect(rowsIn(commit)).toEqual([0, 0, 0]);
});
