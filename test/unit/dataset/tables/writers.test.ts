import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/core/hash.ts';
import { openParquet } from '../../../../src/dataset/parquet/read.ts';
import { schemaRecord } from '../../../../src/dataset/tables/define-table.ts';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { writerContract } from '../../../contracts/writer.ts';
import { makeDataset } from '../../../support/dataset.ts';

for (const table of tables) describe(`table ${table.name}`, () => writerContract(table));

describe('tables', () => {
  for (const table of tables) {
    it(`keep the schema of ${table.name}`, async () => {
      const text = `${JSON.stringify(schemaRecord(table), null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`../../../golden/schema-${table.name}.json`);
    });
  }
});

/** What these tests look at in a row. */
interface StepRow {
  [column: string]: unknown;
  action_json: string;
  ax_tree: string;
  image: { bytes: Uint8Array; path: string };
  elements: unknown[];
}

describe('tables read back', () => {
  let folder = '';
  beforeAll(async () => {
    folder = (await makeDataset({ episodes: 4, shardEpisodes: 4 })).folder;
  });

  it('by hyparquet, with all members and the picture whole', async () => {
    const reader = await openParquet(join(folder, 'steps/train-00000-of-00001.parquet'));
    const rows = (await reader.read({ start: 0, end: 3 })) as unknown as [StepRow, StepRow, StepRow];
    expect(rows).toHaveLength(3);
    const [click, scroll, finish] = rows;
    expect(click).toMatchObject({
      x: 80,
      y: 35,
      target_name: 'Guardar "todo"',
      target_bbox: [40, 20, 120, 50],
    });
    expect(JSON.parse(click.action_json)).toEqual({
      type: 'click',
      x: 80,
      y: 35,
      target: { role: 'button', name: 'Guardar "todo"', bbox: [40, 20, 120, 50] },
    });
    expect(click.image.path).toBe(`${click.episode_id}_0.png`);
    expect(sha256(click.image.bytes)).toBe(click.image_sha256);
    expect(click.elements[1]).toEqual({ ref: 'e3', role: 'textbox', name: 'Nom', bbox: [10, 60, 200, 90] });
    expect(click.ax_tree).toContain('[e3] textbox "Nom" value="Žuži 李" (10,60,200,90)');
    expect(JSON.parse(scroll.action_json)).toEqual({
      type: 'scroll',
      x: 5,
      y: 6,
      direction: 'up',
      amount_px: 120,
    });
    expect(finish).toMatchObject({ action_type: 'finish', is_terminal: true, steps_to_go: 0, reward: 1 });
    expect(finish.target_bbox ?? null).toBeNull();
    expect(finish.history).toEqual([
      'The page shows it. → Click the button "Guardar"',
      'The page shows it. → Scroll up',
    ]);
    expect(JSON.parse(finish.action_json)).toMatchObject({ type: 'finish', status: finish.outcome });
  });

  it('by another reader', async () => {
    // A plain one: it opens no footer of a later version than 1.
    const { ParquetReader } = createRequire(import.meta.url)('parquetjs-lite');
    const reader = await ParquetReader.openFile(join(folder, 'steps/train-00000-of-00001.parquet'));
    const cursor = reader.getCursor();
    const rows: StepRow[] = [];
    for (let row = await cursor.next(); row; row = await cursor.next()) rows.push(row);
    await reader.close();
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ step: 0, x: 80, train_on: true, app: 'desk' });
    for (const row of rows) expect(sha256(row.image.bytes)).toBe(row.image_sha256);
  });
});
