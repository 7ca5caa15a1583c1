import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NO_CRASH } from '../../src/dataset/commit/crash-point.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { SPLITS } from '../../src/dataset/plan/shard-plan.ts';
import type { Table } from '../../src/dataset/tables/define-table.ts';
import { openTableWriter } from '../../src/dataset/tables/writer.ts';
import { CATALOG, LABELS, makeEpisode, makeRecipe } from '../support/dataset.ts';
import { makeFolder } from '../support/folders.ts';

/** What every table owes: one file a shard, true facts about it, the same bytes every time. */
export function writerContract(table: Table): void {
  const plan = planShards(makeRecipe({ episodes: 16, shardEpisodes: 4 }), CATALOG)[0];
  if (!plan) throw new Error('the plan of the test has no shard');

  const open = (options: { hasPixels?: boolean } = {}) => {
    const folder = makeFolder();
    const tempOf = (path: string): string => join(folder, path.replaceAll('/', '--'));
    const writer = openTableWriter({ table, plan, labels: LABELS, tempOf, crashPoint: NO_CRASH });
    const write = async (): Promise<void> => {
      for (const planned of plan.episodes) await writer.write(writer.rowsOf(makeEpisode(planned, options)));
    };
    return { writer, tempOf, write };
  };

  it('says truly what it wrote', async () => {
    const { writer, tempOf, write } = open();
    await write();
    const file = await writer.finish();
    expect(file.path).toMatch(new RegExp(`^${table.name}/(${SPLITS.join('|')})-\\d{5}-of-\\d{5}\\.\\w+$`));
    const bytes = readFileSync(tempOf(file.path));
    expect(file.bytes).toBe(bytes.length);
    expect(await writer.countRows(tempOf(file.path))).toBe(file.rows);
  });

  it('writes the same bytes for the same episodes', async () => {
    const made = await Promise.all(
      [open(), open()].map(async ({ writer, write }) => {
        await write();
        return writer.finish();
      }),
    );
    expect(made[0]).toEqual(made[1]);
  });

  it('writes episodes without pictures', async () => {
    const { writer, tempOf, write } = open({ hasPixels: false });
    await write();
    const file = await writer.finish();
    expect(await writer.countRows(tempOf(file.path))).toBe(file.rows);
  });

  it('shows no console word that the screen does not show', async () => {
    const { writer, tempOf, write } = open();
    await write();
    const file = await writer.finish();
    expect(readFileSync(tempOf(file.path)).includes('secret word')).toBe(false);
  });

  it('can be closed at any time, twice', async () => {
    const { writer, write, tempOf } = open();
    await write();
    writer.close();
    writer.close();
    expect(existsSync(tempOf('nothing'))).toBe(false);
  });
}
