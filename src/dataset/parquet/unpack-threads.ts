import { Worker } from 'node:worker_threads';
import { InfraError } from '../../core/errors.ts';
import type { Png } from './png.ts';

/** What is wrong with the pixels of each picture of a batch, or null. */
type Problems = readonly (string | null)[];

/** A thread that unpacks pictures, batch after batch. */
export interface Thread {
  /** Takes the pictures' bytes away. Rejects with an InfraError when the thread ends. */
  unpack(pictures: readonly Png[]): Promise<Problems>;
  /** Ends it, for tests. */
  end(): Promise<unknown>;
  hasEnded(): boolean;
}

/** Started when they are first needed, and kept: they hold nothing, and no process waits for them. */
const threads: Thread[] = [];

/** The thread of a number; a new one where there is none, or one that ended. */
export function threadAt(index: number): Thread {
  let thread = threads[index];
  if (!thread || thread.hasEnded()) {
    thread = startThread();
    threads[index] = thread;
  }
  return thread;
}

function startThread(): Thread {
  const worker = new Worker(new URL('unpack-thread.mjs', import.meta.url), { execArgv: [] });
  worker.unref();
  const waiting: { resolve(problems: Problems): void; reject(error: Error): void }[] = [];
  let failure: Error | undefined;
  const fail = (cause: unknown): void => {
    failure ??= new InfraError('WORKER', `A thread that unpacks pictures ended: ${String(cause)}`);
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (problems: Problems) => {
    waiting.shift()?.resolve(problems);
    if (waiting.length === 0) worker.unref();
  });
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    unpack: pictures => {
      const problems = new Promise<Problems>((resolve, reject) => {
        if (failure) reject(failure);
        else waiting.push({ resolve, reject });
      });
      // Heard of when its turn comes, not before.
      problems.catch(() => {});
      worker.ref();
      worker.postMessage(
        pictures,
        pictures.map(({ packed }) => packed.buffer),
      );
      return problems;
    },
    end: () => worker.terminate(),
    hasEnded: () => failure !== undefined,
  };
}
