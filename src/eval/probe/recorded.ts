import { join } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { openParquet } from '../../dataset/parquet/read.ts';
import { readManifest, requireFolder } from '../../dataset/verify/folder.ts';
import { type Instance, wordsOf } from './instance.ts';
import type { Thought } from './thoughts.ts';

/** The episodes of a dataset, by its table of whole episodes. Recorded mistakes are no matter: the right ending counts. */
export async function recordedIn(dataset: string): Promise<Instance[]> {
  return readTable(dataset, 'trajectories', { toRow: instanceOf });
}

/** What was thought at the steps of a dataset. */
export async function thoughtsIn(dataset: string): Promise<Thought[]> {
  const columns = ['episode_id', 'step_label', 'action_type', 'target_role', 'url', 'thought'];
  return readTable(dataset, 'steps', { toRow: thoughtOf, columns });
}

async function readTable<T>(
  dataset: string,
  name: string,
  { toRow, columns }: { toRow(row: Readonly<Record<string, unknown>>): T; columns?: string[] },
): Promise<T[]> {
  requireFolder(dataset);
  const problems: string[] = [];
  const manifest = readManifest(dataset, (file, reason) => problems.push(`${file} ${reason}`));
  const shards = manifest?.shards.filter(({ path }) => path.startsWith(`${name}/`)) ?? [];
  if (problems.length > 0 || shards.length === 0) {
    throw new UsageError(`No episodes to probe: ${problems[0] ?? `the dataset has no table ${name}`}`, {
      where: dataset,
      allowed: 'a folder that `iam-range generate` has finished, or a recipe',
    });
  }
  const rows: T[] = [];
  for (const { path } of shards) {
    const reader = await openParquet(join(dataset, path));
    for (const group of reader.groups)
      for (const row of await reader.read(group, columns)) rows.push(toRow(row));
  }
  return rows;
}

function thoughtOf(row: Readonly<Record<string, unknown>>): Thought {
  const text = (name: string): string => String(row[name] ?? '');
  const page = text('url')
    .replace(/[?#].*$/, '')
    .replace(/^\w+:\/\/(\w+)[^/]*/, '$1');
  return {
    episode: text('episode_id'),
    label: text('step_label'),
    kind: [page.replace(/[^/]*\d[^/]*/g, '…'), text('action_type'), text('target_role')].join(' '),
    text: text('thought'),
  };
}

function instanceOf(row: Readonly<Record<string, unknown>>): Instance {
  const text = (name: string): string => String(row[name] ?? '');
  const orNull = (name: string): string | null => (row[name] == null ? null : text(name));
  return {
    scenario: text('template'),
    clues: {
      goal: wordsOf(text('goal')),
      briefing: wordsOf(text('briefing')),
      company: [text('world_seed')],
      split: [text('split')],
      viewport: [`${text('width')}x${text('height')}@${text('scale')}`],
    },
    ending: `${text('wanted_outcome')} ${text('wanted_reason')}`.trim(),
    edge: orNull('edge'),
    fault: orNull('fault'),
  };
}
