import { setImmediate as breathe } from 'node:timers/promises';
import { InfraError, UsageError } from '../core/errors.ts';
import { DeterminismError } from '../dataset/commit/errors.ts';
import type { CrashPoint } from '../dataset/commit/crash-point.ts';
import { openOutput } from '../dataset/commit/output.ts';
import { produceShard } from '../dataset/commit/produce.ts';
import type { ShardPlan } from '../dataset/plan/shard-plan.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import type { SurfaceFactory } from '../surface/surface.ts';
import { crashPointOf } from './kill-point.ts';
import { loadCatalog } from './own-folder.ts';
import { openSurfaces } from './surfaces.ts';
import { BEAT_MS } from './silence.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What a worker needs for every shard. */
interface Bench {
  job: ToWorker & { kind: 'job' };
  catalog: DatasetCatalog;
  surfaces: SurfaceFactory;
  crashPoint: CrashPoint;
  signal: AbortSignal;
}

/** The life of a worker: a browser of its own, shards one after another, gone when its parent is. */
export function serve(): void {
  const stop = new AbortController();
  const { signal } = stop;
  let bench: Bench | undefined;
  let work: Promise<void> = Promise.resolve();

  async function handle(message: ToWorker): Promise<void> {
    if (message.kind === 'job') {
      const { catalog } = await loadCatalog(message.with);
      const surfaces = await openSurfaces(message.surface);
      bench = { job: message, catalog, surfaces, crashPoint: crashPointOf('worker'), signal };
      report({ kind: 'ready' });
    } else if (message.kind === 'end') {
      await bench?.surfaces.close();
      process.disconnect();
    } else if (bench) {
      await makeShard(bench, message.plan);
      report({ kind: 'ready' });
    }
  }

  setInterval(() => report({ kind: 'alive' }), BEAT_MS).unref();
  process.on('message', (message: ToWorker) => {
    work = handle(message).catch(async error => {
      if (signal.aborted) return;
      await bench?.surfaces.close();
      report({ kind: 'error', ...toText(error) }, () => process.disconnect());
    });
  });
  // The parent is gone, or asks to stop: whatever is half written is removed, and the browser with it.
  const end = async (): Promise<void> => {
    if (signal.aborted) return;
    stop.abort();
    await bench?.surfaces.close().catch(() => {});
    await work;
    process.exit(0);
  };
  // These stay, since the terminal and the parent may both ask.
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void end());
  process.once('disconnect', () => void end());
}

async function makeShard(bench: Bench, plan: ShardPlan): Promise<void> {
  const { identity, folder, token } = bench.job;
  const through = async ({ id }: { id: string }, steps: number): Promise<void> => {
    report({ kind: 'episode', id, steps });
    // Without a browser nothing else would ever let a signal in.
    await breathe();
  };
  await produceShard({
    ...bench,
    recipe: identity.recipe,
    output: openOutput({ folder, identity, token }),
    plan,
    onEpisode: episode => through(episode, episode.steps.length),
    onSetAside: episode => through(episode, 0),
    onAgain: (id, reason) => report({ kind: 'again', id, reason }),
  });
}

function report(message: FromWorker, sent: () => void = () => {}): void {
  if (process.connected) process.send?.(message, sent);
}

function toText(error: unknown): { name: string; code: string; text: string } {
  const isKnown =
    error instanceof UsageError || error instanceof InfraError || error instanceof DeterminismError;
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    name,
    code: error instanceof InfraError ? error.code : '',
    text: isKnown ? message : (stack ?? message),
  };
}
