import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/core/errors.ts';
import { digest } from '../../../../src/core/hash.ts';
import { canonicalJson } from '../../../../src/core/json.ts';
import { NO_CRASH } from '../../../../src/dataset/commit/crash-point.ts';
import { openParquetFile } from '../../../../src/dataset/parquet/file.ts';
import { openParquet } from '../../../../src/dataset/parquet/read.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import type { Row, Table } from '../../../../src/dataset/tables/define-table.ts';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { HOSTILE, TEXTS } from '../../../contracts/hostile-texts.ts';
import { CATALOG, LABELS, makeEpisode, makeIdentity, makeRecipe } from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';

/** Halves of characters: in UTF-8 there are none, and a file would hold a replacement sign in their place. */
const { halves = [] } = HOSTILE;

/** A row of each table, with every column filled. */
function rowsOfEach(): { table: Table; row: Row }[] {
  const [planned] = planShards(makeRecipe(), CATALOG)[0]?.episodes ?? [];
  if (!planned) throw new Error('the plan of the test has no episode');
  const episode = makeEpisode(planned);
  const context = { split: 'train', labels: LABELS } as const;
  return tables.map(table => ({ table, row: [...table.rowsOf(episode, context)].at(-1) ?? {} }));
}

/** Copies of a row, each with another of its texts replaced, and the column that it stands in. */
function* replaced(row: Row, text: string): Generator<{ column: string; changed: Row }> {
  for (const [column, value] of Object.entries(row))
    for (const other of variants(value, text)) yield { column, changed: { ...row, [column]: other } };
}

function* variants(value: unknown, text: string): Generator<unknown> {
  if (typeof value === 'string') yield text;
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries())
      for (const other of variants(item, text)) yield value.with(i, other);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const [key, member] of Object.entries(value))
      for (const other of variants(member, text)) yield { ...value, [key]: other };
  }
}

function open(table: Table) {
  const path = join(makeFolder(), 'a.parquet');
  return { path, file: openParquetFile({ path, table, crashPoint: NO_CRASH }) };
}

describe('half of a character', () => {
  it('is refused in every text of a recipe', () => {
    for (const half of halves) {
      for (const field of ['title', 'seed', 'name', 'license', 'skins'] as const)
        expect(() => makeIdentity({ [field]: half }), field).toThrow(UsageError);
      for (const field of ['scenarios', 'edges', 'faults'] as const)
        expect(() => makeIdentity({ [field]: [half] }), field).toThrow(UsageError);
    }
  });

  it('is the same after JSON, and no two are one', () => {
    for (const half of halves) expect(JSON.parse(canonicalJson({ [half]: half }))).toEqual({ [half]: half });
    expect(new Set([...halves, ''].map(digest)).size).toBe(halves.length + 1);
  });

  it('is refused in every text of a row, by the name of its column', () => {
    for (const { table, row } of rowsOfEach()) {
      const { file } = open(table);
      const columns = new Set<string>();
      for (const { column, changed } of replaced(row, `x${halves[0]}`)) {
        columns.add(column);
        expect(() => file.append(changed), column).toThrow(`column ${column} of ${table.name} holds half`);
      }
      file.close();
      const texts = table.columns.filter(({ type }) => JSON.stringify(type).includes('string'));
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter(({ name }) => row[name] !== null && !columns.has(name))).toEqual([]);
    }
  });
});

it('every other hostile text is the same after Parquet, alone and in a list', async () => {
  const texts = TEXTS.flatMap(({ kind, text }) => (kind === 'halves' ? [] : [text]));
  const lists: Record<string, string> = { steps: 'history', trajectories: 'apps' };
  for (const { table, row } of rowsOfEach()) {
    const { path, file } = open(table);
    const list = lists[table.name] ?? '';
    const goal = texts.join('|');
    file.append({ ...row, goal, [list]: texts });
    file.finish();
    const [read] = await (await openParquet(path)).read({ start: 0, end: 1 });
    expect([read?.goal, read?.[list]]).toEqual([goal, texts]);
  }
});
