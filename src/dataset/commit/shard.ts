import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../core/assert.ts';
import { InfraError } from '../../core/errors.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Episode } from '../../env/recorded.ts';
import type { ShardPlan } from '../plan/shard-plan.ts';
import { type Labels, type Table, tablesNamed } from '../tables/define-table.ts';
import { openTableWriter, type TableWriter } from '../tables/writer.ts';
import { DeterminismError } from './errors.ts';
import type { CrashPoint } from './crash-point.ts';
import { NO_CRASH } from './crash-point.ts';
import { errorCode, hashFile, makeFolder, onDisk, publish, putIfAbsent } from './files.ts';
import { NAMES, type Output } from './output.ts';
import type { FileEntry, SetAside, ShardCommit } from './record.ts';
import type { TableRows } from './row-check.ts';

/** A shard that is being written. Nothing of it is visible before `commit`. */
export interface OpenShard {
  /**
   * Takes the next episode of the plan, in the order of the plan; or none of it, where its rows break what their tables
   * promise, and gives what they break. Then the episode is to be set aside.
   */
  write(episode: Episode): Promise<string[]>;
  /** Leaves out the next episode of the plan, and records why. */
  setAside(episode: SetAside): void;
  /** Checks what was written by reading it again, publishes it, and records it. */
  commit(): Promise<ShardCommit>;
  /** Removes what was written, unless it is one of two deliveries that differ. Harmless after `commit`. */
  abort(): void;
}

export interface ShardOptions {
  output: Output;
  plan: ShardPlan;
  labels: Labels;
  /** What there is to choose from: the recipe says which are written. */
  tables: readonly Table[];
  crashPoint?: CrashPoint;
  /** What the rows of an episode break, all of them before any is written. */
  brokenIn?(rows: readonly TableRows[]): string[];
}

/**
 * Opens a shard of an output. Two runs may write the same shard at once: one publishes, and the other finds
 * the same bytes there. Other bytes are a DeterminismError, trouble of the disk an InfraError.
 */
export function openShard(options: ShardOptions): OpenShard {
  const { output, plan, labels, crashPoint = NO_CRASH } = options;
  const staging = makeStaging(output, plan.shard);
  const tempOf = (path: string): string => join(staging, path.replaceAll('/', '--'));
  const writers: TableWriter[] = [];
  let isDisputed = false;
  const abort = (): void => {
    for (const writer of writers) writer.close();
    if (!isDisputed) rmSync(staging, { recursive: true, force: true });
  };
  const orAbort = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      isDisputed ||= error instanceof DeterminismError;
      abort();
      throw error;
    }
  };
  for (const table of tablesNamed(options.tables, output.identity.recipe.formats)) {
    try {
      writers.push(openTableWriter({ table, plan, labels, tempOf, crashPoint }));
    } catch (error) {
      abort();
      throw error;
    }
  }
  const taken: Taken = { episodes: [], setAside: [] };
  return {
    write: episode =>
      orAbort(async () => {
        refuseOutOfTurn(episode.id, plan, taken);
        refuseFailedRun(episode, plan);
        const laid = writers.map(writer => ({ writer, table: writer.table, rows: writer.rowsOf(episode) }));
        const broken = options.brokenIn?.(laid) ?? [];
        if (broken.length > 0) return broken;
        taken.episodes.push(episode.id);
        for (const { writer, rows } of laid) await writer.write(rows);
        return [];
      }),
    setAside: episode => {
      refuseOutOfTurn(episode.id, plan, taken);
      taken.setAside.push(episode);
    },
    commit: () =>
      orAbort(async () => {
        refuseUnfinished(plan, countOf(taken));
        const files = await publishAll({ output, writers, tempOf, crashPoint });
        const commit = record({ output, plan, taken, files });
        putSidecar({ output, commit, staging, crashPoint });
        rmSync(staging, { recursive: true, force: true });
        return commit;
      }),
    abort,
  };
}

/** Where the record of a shard stands: `_commits/00007.json`. */
export function sidecarName(shard: number): string {
  return `${NAMES.commits}/${String(shard).padStart(5, '0')}.json`;
}

/** A folder of this run's own for unpublished files. */
function makeStaging({ folder, token }: Output, shard: number): string {
  const temp = join(folder, NAMES.temp);
  makeFolder(temp);
  for (let attempt = 0; ; attempt++) {
    const staging = join(temp, `${String(shard).padStart(5, '0')}.${token}.${attempt}`);
    const isMine = onDisk('making', staging, () => {
      try {
        mkdirSync(staging);
        return true;
      } catch (error) {
        if (errorCode(error) === 'EEXIST') return false;
        throw error;
      }
    });
    if (isMine) return staging;
  }
}

/** The episodes of a shard that are through. */
type Taken = Pick<ShardCommit, 'episodes' | 'setAside'>;

function countOf({ episodes, setAside }: Taken): number {
  return episodes.length + setAside.length;
}

function refuseOutOfTurn(id: string, plan: ShardPlan, taken: Taken): void {
  const count = countOf(taken);
  const planned = must(plan.episodes[count], `a plan for episode ${id} in shard ${plan.shard}`);
  if (planned.id !== id) {
    throw new DeterminismError(`Episode ${id} came where ${planned.id} was planned`, {
      where: `shard ${plan.shard}, place ${count}`,
    });
  }
}

function refuseFailedRun(episode: Episode, plan: ShardPlan): void {
  if (episode.reward === null) {
    throw new InfraError('EPISODE_FAILED', `Episode ${episode.id} has no reward: its run failed`, {
      where: `shard ${plan.shard}`,
      repeat: 'run the episode again from its seed; it is never written half',
    });
  }
}

function refuseUnfinished(plan: ShardPlan, count: number): void {
  if (count === plan.episodes.length) return;
  throw new DeterminismError(`Shard ${plan.shard} has ${count} of ${plan.episodes.length} episodes`, {
    allowed: 'all planned episodes, or none',
  });
}

async function publishAll(given: {
  output: Output;
  writers: readonly TableWriter[];
  tempOf(path: string): string;
  crashPoint: CrashPoint;
}): Promise<FileEntry[]> {
  const { output, writers, tempOf, crashPoint } = given;
  const files: FileEntry[] = [];
  for (const writer of writers) {
    const file = await writer.finish();
    await proveWhole(writer, file, tempOf(file.path));
    files.push(file);
  }
  for (const file of files) publish(tempOf(file.path), join(output.folder, file.path), crashPoint);
  return files;
}

/** Reads a finished file again, as a stranger would, before anybody can see it. */
async function proveWhole(writer: TableWriter, file: FileEntry, temp: string): Promise<void> {
  let reason = '';
  try {
    const rows = await writer.countRows(temp);
    if (rows !== file.rows) reason = `${rows} rows instead of ${file.rows}`;
  } catch (error) {
    if (error instanceof InfraError) throw error;
    reason = error instanceof Error ? error.message : String(error);
  }
  const now = hashFile(temp);
  if (now.sha256 !== file.sha256 || now.bytes !== file.bytes) reason = 'other bytes than were written';
  if (reason)
    throw new InfraError('DISK', `What was written reads back wrong: ${reason}`, { where: file.path });
}

function record(given: {
  output: Output;
  plan: ShardPlan;
  taken: Taken;
  files: readonly FileEntry[];
}): ShardCommit {
  const { output, plan, taken, files } = given;
  return {
    schema: 'iam-range/commit/v1',
    identity: output.identitySha256,
    shard: plan.shard,
    split: plan.split,
    episodes: [...taken.episodes],
    setAside: [...taken.setAside],
    files: [...files],
  };
}

function putSidecar(given: {
  output: Output;
  commit: ShardCommit;
  staging: string;
  crashPoint: CrashPoint;
}): void {
  const { output, commit, staging, crashPoint } = given;
  crashPoint('sidecar.before');
  putIfAbsent({
    path: join(output.folder, sidecarName(commit.shard)),
    text: `${canonicalJson(commit)}\n`,
    tempFolder: staging,
    token: output.token,
    crashPoint,
  });
  crashPoint('sidecar.after');
}
