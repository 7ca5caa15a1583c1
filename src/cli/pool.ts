import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { InvariantError } from '../core/assert.ts';
import { InfraError, UsageError } from '../core/errors.ts';
import { DeterminismError } from '../dataset/commit/errors.ts';
import { sweepProcess } from '../dataset/commit/lease.ts';
import type { ShardPlan } from '../dataset/plan/shard-plan.ts';
import { watchSilence } from './silence.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

export interface PoolOptions {
  workers: number;
  job: ToWorker & { kind: 'job' };
  shards: readonly ShardPlan[];
  /** Called for every episode; twice of one whose worker died before its shard was committed. */
  onEpisode(episode: FromWorker & { kind: 'episode' }): void;
  /** Called with what went wrong with the machine and is done again. */
  onTrouble(text: string): void;
  /** Aborts when the user interrupts. */
  signal: AbortSignal;
}

/** How many workers may die over one shard before the run gives up. */
const LIVES = 3;

/** Real milliseconds that a worker has to tidy up when it is asked to stop. */
const GRACE_MS = 8000;

/** How a worker ended: well, with an error of its own, or killed with a shard in its hands. */
interface Ending {
  killedBy: string | null;
  failure: Error | null;
  inHand: ShardPlan | null;
}

/**
 * Works the shards off with several processes. A worker that is killed is replaced and its shard done again;
 * any other failure stops all. No process is left behind.
 */
export async function runPool(options: PoolOptions): Promise<void> {
  const { workers, job, shards, onTrouble } = options;
  const waiting = [...shards];
  let started = 0;
  const deaths = new Map<number, number>();
  const failed = new AbortController();
  const stop = AbortSignal.any([options.signal, failed.signal]);
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    failed.abort();
  };
  const work = async (): Promise<void> => {
    while (waiting.length > 0 && !stop.aborted) {
      const ending = await runWorker({
        ...options,
        job: { ...job, token: `${job.token}-${started++}` },
        waiting,
        stop,
      });
      if (ending.failure) fail(ending.failure);
      if (ending.killedBy === null || stop.aborted) continue;
      const shard = ending.inHand?.shard ?? -1;
      const count = (deaths.get(shard) ?? 0) + 1;
      deaths.set(shard, count);
      if (count >= LIVES) fail(tooManyDeaths(ending, count));
      else onTrouble(`A worker ended with ${ending.killedBy}${at(ending)}; another one does it again.`);
      if (ending.inHand) waiting.unshift(ending.inHand);
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, shards.length) }, work));
  if (failure) throw failure;
}

/** One worker from its start to its end. Takes shards off the list while there are any. */
async function runWorker(given: PoolOptions & { waiting: ShardPlan[]; stop: AbortSignal }): Promise<Ending> {
  const { job, waiting, stop, onEpisode, onTrouble } = given;
  const child = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), [], {
    serialization: 'advanced',
  });
  const askToStop = stopperOf(child);
  stop.addEventListener('abort', askToStop, { once: true });
  let isSilent = false;
  const silence = watchSilence(() => {
    isSilent = true;
    child.kill('SIGKILL');
  });
  const send = (message: ToWorker): void => {
    if (child.connected) child.send(message, () => {});
  };
  let failure: Error | null = null;
  let inHand: ShardPlan | null = null;
  child.on('message', (message: FromWorker) => {
    silence.heard();
    if (message.kind === 'alive') return;
    if (message.kind === 'episode') onEpisode(message);
    else if (message.kind === 'again') onTrouble(`${message.id}: ${message.reason}`);
    else if (message.kind === 'error') failure = toError(message);
    else {
      inHand = stop.aborted ? null : (waiting.shift() ?? null);
      send(inHand ? { kind: 'shard', plan: inHand } : { kind: 'end' });
    }
  });
  send(job);
  const ended = await new Promise<number | string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, killedBy) => resolve(code ?? killedBy ?? 'unknown'));
  });
  silence.end();
  stop.removeEventListener('abort', askToStop);
  sweepProcess(job.folder, job.token);
  const isKilled = failure === null && (ended !== 0 || inHand !== null);
  return { killedBy: isKilled ? (isSilent ? 'no sign of life' : String(ended)) : null, failure, inHand };
}

/** Asks a worker to stop, and ends it when it does not. */
function stopperOf(child: ChildProcess): () => void {
  return () => {
    child.kill('SIGTERM');
    const late = AbortSignal.timeout(GRACE_MS);
    const end = (): void => void child.kill('SIGKILL');
    late.addEventListener('abort', end, { once: true });
    child.once('exit', () => late.removeEventListener('abort', end));
  };
}

function at({ inHand }: Ending): string {
  return inHand ? ` in shard ${inHand.shard} (${inHand.episodes[0]?.id} and on)` : ' as it started';
}

function tooManyDeaths(ending: Ending, count: number): InfraError {
  return new InfraError('WORKER', `${count} workers ended with ${ending.killedBy}${at(ending)}.`, {
    allowed: 'enough memory for a browser in each worker: try fewer with --workers',
    repeat: 'the same command with --resume; committed shards are kept',
  });
}

/** The worker's error as the parent would have thrown it, so that the exit code is the same. */
function toError({ name, code, text }: FromWorker & { kind: 'error' }): Error {
  if (name === 'UsageError') return new UsageError(text);
  if (name === 'InfraError') return new InfraError(code, text);
  if (name === 'DeterminismError') return new DeterminismError(text);
  const error = new InvariantError(text);
  error.stack = text;
  return error;
}
