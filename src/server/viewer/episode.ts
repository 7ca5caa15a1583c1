import type { Row } from '../../dataset/tables/define-table.ts';
import type { EpisodeDetail, ScreenDetail, StepItem } from './answers.ts';
import type { IndexEntry } from './dataset-index.ts';
import type { PicturePlace } from './pictures.ts';
import { itemOf } from './query.ts';
import { otherRowsOf } from './other-rows.ts';
import type { Tables } from './tables.ts';
import { NO_TREES, stepsIn, TRAJECTORY_COLUMNS } from './trajectory-steps.ts';
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
  /** Where the picture of a step lies; null when there is no such step, or no table of steps. */
  pictureOf(entry: IndexEntry, step: number): Promise<PicturePlace | null>;
}

/** A reader that learns the rows of a shard when one of its episodes is first opened. */
export function createEpisodeReader(tables: Tables): EpisodeReader {
  const known = new Map<string, Promise<Map<string, RowRange>>>();
  const rangeOf = async (id: string, steps: string): Promise<RowRange> => {
    const ranges = known.get(steps) ?? rangesIn(tables, steps);
    known.set(steps, ranges);
    ranges.catch(() => known.delete(steps));
    const range = (await ranges).get(id);
    if (!range) throw new Error(`${steps} has no rows of ${id}`);
    return range;
  };
  const rowOf = async (id: string, steps: string, step: number): Promise<number | null> => {
    const { start, end } = await rangeOf(id, steps);
    return step >= 0 && start + step < end ? start + step : null;
  };
  return {
    pictureOf: async ({ id, shard }, step) => {
      if (shard.steps === null) return null;
      const row = await rowOf(id, shard.steps, step);
      return row === null ? null : { path: shard.steps, row };
    },
    episode: async entry => {
      const { steps } = entry.shard;
      const range = steps === null ? null : await rangeOf(entry.id, steps);
      return detailOf({ tables, entry, range });
    },
    screen: async ({ id, shard, steps: count }, step) => {
      if (shard.steps === null) return step >= 0 && step < count ? { tree: NO_TREES, elements: [] } : null;
      const row = await rowOf(id, shard.steps, step);
      if (row === null) return null;
      const table = await tables.open(shard.steps);
      return screenOf((await table.read({ start: row, end: row + 1 }, ['ax_tree', 'elements']))[0] ?? {});
    },
  };
}

/** Where each episode's rows begin and end; they must stand together, steps in order from 0. */
async function rangesIn(tables: Tables, steps: string): Promise<Map<string, RowRange>> {
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
  /** Its rows of `steps`; null where there is no such table. */
  range: RowRange | null;
}): Promise<EpisodeDetail> {
  const { tables, entry, range } = given;
  const trajectory = await judgedRow(tables, entry);
  const rows = range && (await stepRows(tables, entry, range));
  const first = rows?.[0] ?? trajectory ?? {};
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
    stepItems: rows ? rows.map(stepOf) : stepsIn(first),
    others: await otherRowsOf(tables, entry),
  };
}

async function stepRows(tables: Tables, { shard }: IndexEntry, range: RowRange): Promise<Row[]> {
  if (shard.steps === null) return [];
  return (await tables.open(shard.steps)).read(range, [...STEP_COLUMNS, ...EPISODE_COLUMNS]);
}

/** What `trajectories` alone says of an episode, with its steps where no table has them; undefined without that table. */
async function judgedRow(tables: Tables, { shard, row }: IndexEntry): Promise<Row | undefined> {
  if (shard.trajectories === null || row < 0) return undefined;
  const table = await tables.open(shard.trajectories);
  const alone = shard.steps === null ? [...EPISODE_COLUMNS, ...TRAJECTORY_COLUMNS] : [];
  return (await table.read({ start: row, end: row + 1 }, [...JUDGED_COLUMNS, ...alone]))[0];
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
