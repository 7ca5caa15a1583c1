import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DatasetCatalog } from '../../../../src/dataset/catalog.ts';
import { missingShards } from '../../../../src/dataset/commit/commit.ts';
import { listFolder } from '../../../../src/dataset/commit/files.ts';
import { openOutput } from '../../../../src/dataset/commit/output.ts';
import { produceShard } from '../../../../src/dataset/commit/produce.ts';
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
): Promise<{ missing: number[]; published: string[] }> {
  const tables = madeUpCatalog.tables.map((table: Table) => ({
    ...other(table),
    rowsOf: (...given: Parameters<Table['rowsOf']>) => [...table.rowsOf(...given)].map(change),
  }));
  const catalog: DatasetCatalog = { ...madeUpCatalog, tables };
  const asked = { episodes: 2, worlds: 1, scenarios: ['made-up/label-box'], edgeShare: 0, faultShare: 0 };
  const identity = makeIdentity({ ...asked, policies: { expert: 1 } }, false, tables);
  const folder = join(makeFolder(), 'set');
  const output = openOutput({ folder, identity });
  const [plan] = planShards(identity.recipe, catalogInfoOf(catalog));
  if (!plan) throw new Error('there is no shard');
  const given = { catalog, surfaces: domSurfaces(), recipe: identity.recipe, output, plan };
  let failure: unknown;
  await produceShard(given).catch(error => {
    failure = error;
  });
  const published = tables.flatMap(({ name }) => listFolder(join(folder, name)));
  const found = { missing: missingShards(output, [plan]), published };
  if (failure) throw Object.assign(failure as Error, found);
  return found;
}

it('rows that keep the promises of their tables are published', async () => {
  const { missing, published } = await produce(row => row);
  expect(missing).toEqual([]);
  expect(published.length).toBeGreaterThan(0);
});

it('a row that breaks a promise is an error with the line that repeats its episode, and nothing is published', async () => {
  const error = await produce(row =>
    row.action_type === 'finish'
      ? { ...row, action_json: String(row.action_json).replace('"message":"', '"message":"CHG0999999 ') }
      : row,
  ).catch(failure => failure);
  expect(error.name).toBe('InvariantError');
  expect(error.message).toMatch(/^made-up-label-box-\d+: rows of expert break/);
  expect(error.message).toContain('steps: uses "CHG0999999", which neither goal, briefing, screen');
  expect(error.message).toMatch(/\nnpx iam-range replay made-up\/label-box --seed \w+/);
  expect(error).toMatchObject({ missing: [0], published: [] });
});

it('what only the end of a shard shows is looked for as well', async () => {
  const late = (table: Table): Table => ({
    ...table,
    lint: () => ({ check: () => {}, end: complain => complain('ends too soon') }),
  });
  const error = await produce(row => row, late).catch(failure => failure);
  expect(error.message).toMatch(/^Shard 0 breaks what its tables promise\nsteps: ends too soon/);
  expect(error).toMatchObject({ missing: [0], published: [] });
});
