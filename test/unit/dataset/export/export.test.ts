import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/core/errors.ts';
import { sha256 } from '../../../../src/core/hash.ts';
import { exportDataset } from '../../../../src/dataset/export/export.ts';
import { defineExporter } from '../../../../src/dataset/export/exporter.ts';
import { jsonl } from '../../../../src/dataset/export/jsonl.ts';
import { steps } from '../../../../src/dataset/tables/steps.ts';
import { trajectories } from '../../../../src/dataset/tables/trajectories.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { makeDataset } from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';

let dataset = '';
beforeAll(async () => {
  dataset = (await makeDataset({ episodes: 8, shardEpisodes: 2 })).folder;
});

const linesOf = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);

describe('an export', () => {
  it('to lines of JSON holds every row of its split in order, and each picture whole', async () => {
    const out = join(makeFolder(), 'lines');
    const report = await exportDataset({ dataset, exporter: jsonl, out });
    const splits = readdirSync(out)
      .filter(name => name.endsWith('.jsonl'))
      .sort();
    const rows = splits.flatMap(name => linesOf(join(out, name)).map(row => ({ name, row })));
    expect(rows).toHaveLength(24);
    expect(report).toMatchObject({ rows: 24, files: 24 + splits.length + 1 });
    const card = readFileSync(join(out, 'README.md'), 'utf8');
    for (const name of splits) expect(card).toContain(`path: ${name}`);
    for (const { name, row } of rows) {
      expect(`${row.split}.jsonl`).toBe(name);
      expect(sha256(readFileSync(join(out, String(row.image))))).toBe(row.image_sha256);
    }
    expect(rows.filter(({ row }) => row.step === 0)).toHaveLength(8);
    expect(JSON.parse(readFileSync(join(out, 'export.json'), 'utf8'))).toMatchObject({
      exporter: 'jsonl',
      rows: 24,
    });
    expect((await verifyDataset(dataset)).isOk).toBe(true);
  });

  it('reads rows while files are made: never more than a row group of them', async () => {
    let [given, most] = [0, 0];
    const slow = defineExporter({
      name: 'slow',
      summary: 'counts what lies between',
      table: steps,
      async *files(rows) {
        for await (const row of rows) {
          most = Math.max(most, ++given);
          yield { path: 'ids.txt', content: `${row.id}\n` };
          given -= 1;
        }
      },
    });
    await exportDataset({ dataset, exporter: slow, out: join(makeFolder(), 'ids') });
    expect(most).toBe(1);
  });

  it('lies outside of the dataset, in a place that is free', async () => {
    const taken = makeFolder();
    writeFileSync(join(taken, 'mine'), 'x');
    for (const [out, said] of [
      [join(dataset, 'lines'), /cannot lie inside/],
      [dataset, /cannot lie inside/],
      [taken, /is not empty/],
      [join(taken, 'mine'), /A file stands where/],
      [join(taken, 'mine', 'below'), /No folder can be made there|A file stands where/],
      ['/proc/x', /Nothing can be written there/],
      ['/proc/x/y', /No folder can be made there/],
    ] as const) {
      const failed = exportDataset({ dataset, exporter: jsonl, out });
      await expect(failed).rejects.toThrow(said);
      await expect(failed).rejects.toThrow(UsageError);
    }
    mkdirSync(join(taken, 'empty'));
    await exportDataset({ dataset, exporter: jsonl, out: join(taken, 'empty') });
    expect(readdirSync(taken).sort()).toEqual(['empty', 'mine']);
  });

  it('that fails leaves nothing behind', async () => {
    const folder = makeFolder();
    const failing = (path: string) =>
      defineExporter({
        name: 'failing',
        summary: 'fails at its second piece',
        table: trajectories,
        async *files(rows) {
          for await (const { id } of rows) {
            yield { path: 'a.txt', content: String(id) };
            yield { path, content: '' };
          }
        },
      });
    for (const path of ['../outside', '/etc/x', 'a//b', '']) {
      const exporting = exportDataset({ dataset, exporter: failing(path), out: join(folder, 'out') });
      await expect(exporting).rejects.toThrow(/cannot have a file named/);
    }
    expect(readdirSync(folder).sort()).toEqual([]);
  });

  it('is made of whole datasets that have the table', async () => {
    const out = join(makeFolder(), 'lines');
    const alone = await makeDataset({ episodes: 2, formats: ['trajectories'] });
    await expect(exportDataset({ dataset: alone.folder, exporter: jsonl, out })).rejects.toThrow(
      /has no table steps[\s\S]*it has trajectories/,
    );
    await expect(exportDataset({ dataset: makeFolder(), exporter: jsonl, out })).rejects.toThrow(
      /Not a whole dataset/,
    );
    const { folder } = await makeDataset({ episodes: 2 });
    const file = join(folder, 'steps', readdirSync(join(folder, 'steps')).sort()[0] ?? '');
    writeFileSync(file, readFileSync(file).fill(0, 100, 110));
    await expect(exportDataset({ dataset: folder, exporter: jsonl, out })).rejects.toThrow(
      /bytes are not those/,
    );
    expect(existsSync(out)).toBe(false);
  });
});
