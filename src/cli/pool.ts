import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { InvariantError } from '../core/assert.ts';
import { InfraError, UsageError } from '../core/errors.ts';
import { DeterminismError } from '../dataset/errors.ts';
import type { ShardPlan } from '../dataset/types.ts';
import type { FromWorker, ToWorker } from './worker-types.ts';

export interface PoolOptions {
  workers: number;
  job: ToWorker & { kind: 'job' };
  shards: readonly ShardPlan[];
  onEpisode(episode: FromWorker & { kind: 'episode' }): void;
  /** Aborts when the user interrupts. */
  signal: AbortSignal;
}

/** Works the shards off with several processes. The first failure stops all; no process is left behind. */
export async function runPool({ workers, job, shards, onEpisode, signal }: PoolOptions): Promise<void> {
  const waiting = [...shards];
  const children = new Set<ChildProcess>();
  const stop = (): void => {
    for (const child of children) child.kill('SIGTERM');
  };
  signal.addEventListener('abort', stop, { once: true });
  const work = async (): Promise<void> => {
    const child = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), [], {
      serialization: 'advanced',
    });
    children.add(child);
    const send = (message: ToWorker): void => {
      if (child.connected) child.send(message);
    };
    let failure: Error | undefined;
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'episode') onEpisode(message);
      else if (message.kind === 'error') failure = toError(message);
      else {
        const plan = waiting.shift();
        send(plan ? { kind: 'shard', plan } : { kind: 'end' });
      }
    });
    send(job);
    const code = await new Promise<number | string>(resolve => {
      child.once('exit', (exitCode, killedBy) => resolve(exitCode ?? killedBy ?? 'unknown'));
    });
    children.delete(child);
    if (failure) throw failure;
    if (code !== 0 && !signal.aborted)
      throw new InfraError('WORKER', `A worker ended with ${code} in the middle of its work.`);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(workers, Math.max(1, shards.length)) }, work));
  } catch (error) {
    waiting.length = 0;
    stop();
    await Promise.all([...children].map(child => new Promise(resolve => child.once('exit', resolve))));
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
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
