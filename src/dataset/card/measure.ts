import { join } from 'node:path';
import { sha256 } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import type { FileEntry } from '../commit/record.ts';
import { openParquet } from '../parquet/read.ts';
import { familyOf } from '../plan/plan.ts';
import { SPLITS, type Split } from '../plan/shard-plan.ts';
import type { Row } from '../tables/rows.ts';

/** How often each word occurs, in code unit order of the words. */
export type Counts = Record<string, number>;

/** What a dataset holds, counted from its published rows alone. */
export interface Measures {
  episodes: number;
  rows: number;
  bytes: number;
  splits: Record<
    string,
    { episodes: number; rows: number; configs: Record<string, { rows: number; bytes: number }> }
  >;
  /** Of episodes. */
  outcomes: Counts;
  wanted: Counts;
  edges: Counts;
  faults: Counts;
  policies: Counts;
  success: Counts;
  templates: Counts;
  /** Of steps. */
  labels: Counts;
  actions: Counts;
  apps: Counts;
  kits: Counts;
  phases: Counts;
  trainRows: number;
  overlap: Overlap[];
}

/** How many things of a split occur in `train` too. */
export interface Overlap {
  split: Split;
  seeds: number;
  worlds: number;
  goals: number;
  parameters: number;
  screens: number;
  templates: number;
  families: number;
}

type Kind = Exclude<keyof Overlap, 'split'>;
const KINDS: readonly Kind[] = ['seeds', 'worlds', 'goals', 'parameters', 'screens', 'templates', 'families'];

const STEP_COLUMNS = [
  'template',
  'outcome',
  'wanted_outcome',
  'edge',
  'fault',
  'policy',
  'success',
  'seed',
  'world_seed',
  'goal',
  'step_label',
  'action_type',
  'app',
  'kit',
  'fault_phase',
  'train_on',
  'image_sha256',
  'is_last',
];

/** Reads every published table and counts. `files` are paths with their folder, as the shards list them. */
export async function measureDataset(
  folder: string,
  files: readonly (FileEntry & { split: Split })[],
): Promise<Measures> {
  const tally = createTally();
  for (const file of files) {
    const config = file.path.split('/')[0] ?? '';
    tally.addFile(file, config);
    const reader = await openParquet(join(folder, file.path));
    const columns = config === 'steps' ? STEP_COLUMNS : ['task_json'];
    for (const group of reader.groups) {
      for (const row of await reader.read(group, columns)) {
        if (config === 'steps') tally.addStep(row, file.split);
        else tally.addTask(row, file.split);
      }
    }
  }
  return tally.result();
}

function createTally() {
  const count = {
    outcomes: new Map(),
    wanted: new Map(),
    edges: new Map(),
    faults: new Map(),
    policies: new Map(),
    success: new Map(),
    templates: new Map(),
    labels: new Map(),
    actions: new Map(),
    apps: new Map(),
    kits: new Map(),
    phases: new Map(),
  } satisfies Record<string, Map<string, number>>;
  const seen = new Map<Split, Record<Kind, Set<string>>>();
  const splits: Measures['splits'] = {};
  const total = { episodes: 0, rows: 0, bytes: 0, trainRows: 0 };
  const seenIn = (split: Split): Record<Kind, Set<string>> => {
    let sets = seen.get(split);
    if (!sets) {
      sets = Object.fromEntries(KINDS.map(kind => [kind, new Set<string>()])) as Record<Kind, Set<string>>;
      seen.set(split, sets);
    }
    return sets;
  };
  const splitOf = (split: Split) => {
    splits[split] ??= { episodes: 0, rows: 0, configs: {} };
    return splits[split];
  };
  const addEpisode = (row: Row, split: Split): void => {
    total.episodes += 1;
    splitOf(split).episodes += 1;
    add(count.outcomes, row.outcome ?? 'truncated');
    add(count.wanted, row.wanted_outcome);
    add(count.edges, row.edge ?? 'none');
    add(count.faults, row.fault ?? 'none');
    add(count.policies, row.policy);
    add(count.success, row.success);
    add(count.templates, row.template);
    const sets = seenIn(split);
    sets.seeds.add(String(row.seed));
    sets.worlds.add(String(row.world_seed));
    sets.goals.add(String(row.goal).trim().replace(/\s+/g, ' ').toLowerCase());
    sets.templates.add(String(row.template));
    sets.families.add(familyOf(String(row.template)));
  };
  return {
    addFile: (file: FileEntry & { split: Split }, config: string): void => {
      const configs = splitOf(file.split).configs;
      configs[config] ??= { rows: 0, bytes: 0 };
      configs[config].rows += file.rows;
      configs[config].bytes += file.bytes;
      total.bytes += file.bytes;
    },
    addStep: (row: Row, split: Split): void => {
      total.rows += 1;
      splitOf(split).rows += 1;
      if (row.train_on) total.trainRows += 1;
      add(count.labels, row.step_label);
      add(count.actions, row.action_type);
      add(count.apps, row.app ?? 'none');
      add(count.kits, row.kit ?? 'none');
      add(count.phases, row.fault_phase);
      if (row.image_sha256) seenIn(split).screens.add(String(row.image_sha256));
      if (row.is_last) addEpisode(row, split);
    },
    addTask: (row: Row, split: Split): void => {
      const task = JSON.parse(String(row.task_json)) as { scenario: string; params: unknown };
      seenIn(split).parameters.add(sha256(canonicalJson([task.scenario, task.params])));
    },
    result: (): Measures => ({
      ...total,
      splits: Object.fromEntries(SPLITS.flatMap(split => (splits[split] ? [[split, splits[split]]] : []))),
      ...(Object.fromEntries(Object.entries(count).map(([name, map]) => [name, sorted(map)])) as Record<
        keyof typeof count,
        Counts
      >),
      overlap: overlaps(seen),
    }),
  };
}

function add(counts: Map<string, number>, word: unknown): void {
  const key = String(word);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function overlaps(seen: ReadonlyMap<Split, Record<Kind, Set<string>>>): Overlap[] {
  const train = seen.get('train');
  if (!train) return [];
  return SPLITS.filter(split => split !== 'train').flatMap(split => {
    const sets = seen.get(split);
    if (!sets) return [];
    const shared = (kind: Kind): number => [...sets[kind]].filter(item => train[kind].has(item)).length;
    return [
      { split, ...(Object.fromEntries(KINDS.map(kind => [kind, shared(kind)])) as Record<Kind, number>) },
    ];
  });
}
