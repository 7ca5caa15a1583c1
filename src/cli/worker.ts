import { catalog } from '../catalog.ts';
import { InfraError, UsageError } from '../core/errors.ts';
import { openOutput } from '../dataset/output.ts';
import { produceShard } from '../dataset/produce.ts';
import type { SurfaceFactory } from '../surface/types.ts';
import { openSurfaces } from './surfaces.ts';
import type { FromWorker, ToWorker } from './worker-types.ts';

/** The life of a worker: a browser of its own, shards one after another, gone when its parent is. */
export function serve(): void {
  let job: (ToWorker & { kind: 'job' }) | undefined;
  let surfaces: SurfaceFactory | undefined;
  const tell = (message: FromWorker): void => {
    process.send?.(message);
  };

  async function handle(message: ToWorker): Promise<void> {
    if (message.kind === 'job') {
      job = message;
      surfaces = await openSurfaces(message.surface);
      tell({ kind: 'ready' });
    } else if (message.kind === 'end') {
      await surfaces?.close();
      process.disconnect();
    } else if (job && surfaces) {
      const { identity, folder } = job;
      const output = openOutput({ folder, identity });
      await produceShard({
        catalog,
        surfaces,
        recipe: identity.recipe,
        output,
        plan: message.plan,
        onEpisode: ({ id, steps, outcome, verdict }) =>
          tell({
            kind: 'episode',
            id,
            steps: steps.length,
            outcome: outcome?.kind ?? 'truncated',
            success: verdict.success,
          }),
      });
      tell({ kind: 'ready' });
    }
  }

  process.on('message', (message: ToWorker) => {
    handle(message).catch(async error => {
      await surfaces?.close();
      tell({ kind: 'error', ...toText(error) });
      process.disconnect();
    });
  });
  // The parent is gone, or asks to stop: whatever is half written stays unpublished.
  for (const signal of ['disconnect', 'SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void (surfaces?.close() ?? Promise.resolve()).finally(() => process.exit(0));
    });
  }
}

function toText(error: unknown): { name: string; code: string; text: string } {
  const isKnown = error instanceof UsageError || error instanceof InfraError;
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    name,
    code: error instanceof InfraError ? error.code : '',
    text: isKnown ? message : (stack ?? message),
  };
}
