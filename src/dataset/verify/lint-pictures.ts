import { availableParallelism } from 'node:os';
import type { Viewport } from '../../screen/observation.ts';
import { pictureSize } from '../../screen/viewport.ts';
import { type Png, readPng } from '../parquet/png.ts';
import { threadAt } from '../parquet/unpack-threads.ts';
import type { Complain } from '../tables/lint.ts';

/** Pictures that a thread is given at a time: to wake one takes a third of the time of a picture. */
const BATCH = 16;
/** Batches under way for each thread, some 20 MB: tables are read in large pieces, and nothing is unpacked else. */
const AHEAD = 8;
const MAX_THREADS = 4;

/** Decodes pictures and compares their size with that of their screen, on other threads than the caller's. */
export interface PictureLint {
  /** Complains at once, or later in the order in which the pictures came. */
  add(bytes: Uint8Array, size: Viewport, complain: Complain): void;
  /** Waits until more may be added. */
  room(): Promise<void>;
  /** Waits until all are done. */
  end(): Promise<void>;
}

/** One core is left for the caller. */
export function openPictureLint(): PictureLint {
  const count = Math.min(MAX_THREADS, Math.max(1, availableParallelism() - 1));
  const running: (() => Promise<void>)[] = [];
  let turn = 0;
  let batch: { png: Png; complain: Complain }[] = [];
  const send = (): void => {
    const sent = batch;
    batch = [];
    const problems = threadAt(turn++ % count).unpack(sent.map(({ png }) => png));
    running.push(async () => {
      for (const [index, problem] of (await problems).entries())
        if (problem) sent[index]?.complain(`the picture ${problem}`);
    });
  };
  const waitUntil = async (most: number): Promise<void> => {
    while (running.length > most) await running.shift()?.();
  };
  return {
    add: (bytes, screen, complain) => {
      try {
        const { width, height } = pictureSize(screen);
        const png = readPng(bytes);
        const isSized = png.width === width && png.height === height;
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
  };
}
