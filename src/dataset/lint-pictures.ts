import { availableParallelism } from 'node:os';
import { InfraError } from '../core/errors.ts';
import { Worker } from 'node:worker_threads';
import type { Complain } from './lint.ts';
import { type Png, readPng } from './png.ts';

/** Pictures that a thread is given at a time: to wake one takes a third of the time of a picture. */
const BATCH = 16;
/** Batches that may be under way for each thread, some 20 MB: tables are read in large pieces, with nothing to unpack meanwhile. */
const AHEAD = 8;
const MAX_THREADS = 4;

/** Decodes pictures and compares their size with the viewport, on other threads than the caller's. */
export interface PictureLint {
  /** Complains at once, or later in the order in which the pictures came. */
  add(bytes: Uint8Array, complain: Complain): void;
  /** Waits until more may be added. */
  room(): Promise<void>;
  /** Waits until all are done. */
  end(): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Starts the threads, one core left for the caller. */
export function openPictureLint(viewport: { width: number; height: number }): PictureLint {
  const count = Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1));
  const threads = Array.from({ length: count }, openThread);
  const running: { problems: Promise<Problems>; complaints: Complain[] }[] = [];
  let turn = 0;
  let batch: { png: Png; complain: Complain }[] = [];
  const send = (): void => {
    const problems = threads[turn++ % count]?.unpack(batch.map(({ png }) => png));
    if (problems) running.push({ problems, complaints: batch.map(({ complain }) => complain) });
    batch = [];
  };
  const waitUntil = async (most: number): Promise<void> => {
    while (running.length > most) {
      const first = running.shift();
      for (const [index, problem] of ((await first?.problems) ?? []).entries())
        if (problem) first?.complaints[index]?.(`the picture ${problem}`);
    }
  };
  return {
    add: (bytes, complain) => {
      try {
        const png = readPng(bytes);
        const isSized = png.width === viewport.width && png.height === viewport.height;
        if (isSized) batch.push({ png, complain });
        else complain(`the picture is ${png.width} x ${png.height}`);
      } catch (error) {
        complain(`the picture ${error instanceof Error ? error.message : String(error)}`);
      }
      if (batch.length === BATCH) send();
    },
    room: () => waitUntil(count * AHEAD),
    end: () => {
      send();
      return waitUntil(0);
    },
    close: async () => void (await Promise.all(threads.map(thread => thread.close()))),
  };
}

/** What is wrong with each picture of a batch, or null. */
type Problems = readonly (string | null)[];

interface Thread {
  unpack(pictures: readonly Png[]): Promise<Problems>;
  close(): Promise<unknown>;
}

function openThread(): Thread {
  const worker = new Worker(new URL('unpack-thread.mjs', import.meta.url), { execArgv: [] });
  const waiting: { resolve(problems: Problems): void; reject(error: Error): void }[] = [];
  let failure: Error | undefined;
  const fail = (cause: unknown): void => {
    failure ??= new InfraError('WORKER', `A thread that unpacks pictures ended: ${String(cause)}`);
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (problems: Problems) => waiting.shift()?.resolve(problems));
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
      worker.postMessage(
        pictures,
        pictures.map(({ packed }) => packed.buffer),
      );
      return problems;
    },
    close: () => worker.terminate(),
  };
}
