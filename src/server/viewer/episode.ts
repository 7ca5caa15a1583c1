import type { Row } from '../../dataset/tables/define-table.ts';
import type { EpisodeDetail, ScreenDetail, StepItem } from './answers.ts';
import type { IndexEntry, ShardFiles } from './dataset-index.ts';
import { itemOf } from './query.ts';
import { otherRowsOf } from './other-rows.ts';
import type { Tables } from './tables.ts';
import { boxOrNull, changesIn, count, list, numberOrNull, text, textOrNull, verdictIn } from './values.ts';

/** Rows of `steps` that belong to an episode, end not included. */
export interface RowRange {
  start: number;
  end: number;
}

const EPISODE_COLUMNS = ['workflow', 'seed', 'world_seed', 'mistake_step'];
const JUDGED_COLUMNS = ['outcome_note', 'verdict_json', 'changes_json', 'task_json', 'fingerprint'];
const STEP_COLUMNS = [
  'step',
  'thought',
  'action_text',
  'action_type',
  'action_json',
  'x',
  'y',
  'target_role',
  'target_name',
  'target_bbox',
  'app',
  'skin',
  'kit',
  'url',
  'title',
  'width',
  'height',
  'step_label',
  'fault_phase',
  'action_error',
  'changes_json',
  'image_sha256',
  'train_on',
];

/** Reads what lies beyond the index, an episode or a screen at a time. */
export interface EpisodeReader {
  /** The episode with all its steps. */
  episode(entry: IndexEntry): Promise<EpisodeDetail>;
  /** Tree and elements of one screen; null when there is no such step. */
  screen(entry: IndexEntry, step: number): Promise<ScreenDetail | null>;
  /** The row of `steps` of one step; null when there is no such step. */
  rowOf(entry: IndexEntry, step: number): Promise<number | null>;
}

/** A reader that learns the rows of a shard when one of its episodes is first opened. */
export function createEpisodeReader(tables: Tables): EpisodeReader {
  const known = new Map<string, Promise<Map<string, RowRange>>>();
  const rangeOf = async ({ id, shard }: IndexEntry): Promise<RowRange> => {
    const ranges = known.get(shard.steps) ?? rangesIn(tables, shard);
    known.set(shard.steps, ranges);
    ranges.catch(() => known.delete(shard.steps));
    const range = (await ranges).get(id);
    if (!range) throw new Error(`${shard.steps} has no rows of ${id}`);
    return range;
  };
  const rowOf = async (entry: IndexEntry, step: number): Promise<number | null> => {
    const { start, end } = await rangeOf(entry);
    return step >= 0 && start + step < end ? start + step : null;
  };
  return {
    rowOf,
    episode: async entry => detailOf({ tables, entry, range: await rangeOf(entry) }),
    screen: async (entry, step) => {
      const row = await rowOf(entry, step);
      if (row === null) return null;
      const table = await tables.open(entry.shard.steps);
      return screenOf((await table.read({ start: row, end: row + 1 }, ['ax_tree', 'elements']))[0] ?? {});
    },
  };
}

/** Where each episode's rows begin and end; they must stand together, steps in order from 0. */
async function rangesIn(tables: Tables, { steps }: ShardFiles): Promise<Map<string, RowRange>> {
  const ranges = new Map<string, RowRange>();
  const table = await tables.open(steps);
  for (const group of table.groups) {
    const rows = await table.read(group, ['episode_id', 'step']);
    rows.forEach((row, i) => {
      const at = group.start + i;
      const id = text(row.episode_id);
      const range = ranges.get(id) ?? { start: at, end: at };
      if (range.end !== at || row.step !== at - range.start)
        throw new Error(`${steps}, row ${at}: step ${String(row.step)} of ${id} is out of order`);
      ranges.set(id, { start: range.start, end: at + 1 });
    });
  }
  return ranges;
}

async function detailOf(given: {
  tables: Tables;
  entry: IndexEntry;
  range: RowRange;
}): Promise<EpisodeDetail> {
  const { tables, entry, range } = given;
  const rows = await (await tables.open(entry.shard.steps)).read(range, [
    ...STEP_COLUMNS,
    ...EPISODE_COLUMNS,
  ]);
  const trajectory = await judgedRow(tables, entry);
  const first = rows[0] ?? {};
  return {
    ...itemOf(entry),
    workflow: text(first.workflow),
    seed: text(first.seed),
    worldSeed: text(first.world_seed),
    mistakeStep: numberOrNull(first.mistake_step),
    note: textOrNull(trajectory?.outcome_note),
    fingerprint: textOrNull(trajectory?.fingerprint),
    taskJson: textOrNull(trajectory?.task_json),
    verdict: verdictIn(trajectory?.verdict_json),
    changes: trajectory ? changesIn(trajectory.changes_json) : null,
    stepItems: rows.map(stepOf),
    others: await otherRowsOf(tables, entry),
  };
}

/** What `trajectories` alone says of an episode; undefined without that table. */
async function judgedRow(tables: Tables, { shard, row }: IndexEntry): Promise<Row | undefined> {
  if (shard.trajectories === null || row < 0) return undefined;
  const table = await tables.open(shard.trajectories);
  return (await table.read({ start: row, end: row + 1 }, JUDGED_COLUMNS))[0];
}

function stepOf(row: Row): StepItem {
  return {
    step: count(row.step),
    thought: textOrNull(row.thought),
    instruction: text(row.action_text),
    type: text(row.action_type),
    label: text(row.step_label),
    phase: text(row.fault_phase),
    x: numberOrNull(row.x),
    y: numberOrNull(row.y),
    targetRole: textOrNull(row.target_role),
    targetName: textOrNull(row.target_name),
    targetBox: boxOrNull(row.target_bbox),
    actionJson: text(row.action_json),
    actionError: textOrNull(row.action_error),
    changes: changesIn(row.changes_json),
    app: textOrNull(row.app),
    skin: textOrNull(row.skin),
    kit: textOrNull(row.kit),
    url: text(row.url),
    title: text(row.title),
    width: count(row.width),
    height: count(row.height),
    hasImage: row.image_sha256 !== null && row.image_sha256 !== undefined,
    trainOn: row.train_on === true,
  };
}

function screenOf(row: Row): ScreenDetail {
  const elements = list(row.elements).flatMap(({ ref, role, name, bbox }) => {
    const box = boxOrNull(bbox);
    return box ? [{ ref: text(ref), role: text(role), name: text(name), box }] : [];
  });
  return { tree: text(row.ax_tree), elements };
}
