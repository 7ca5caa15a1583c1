import type { Identity, ShardPlan } from '../dataset/types.ts';
import type { SurfaceName } from './surfaces.ts';

/** What `generate` tells a worker: first the job, then a shard at a time. */
export type ToWorker =
  | { kind: 'job'; folder: string; identity: Identity; surface: SurfaceName }
  | { kind: 'shard'; plan: ShardPlan }
  | { kind: 'end' };

/** What a worker tells `generate`. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'episode'; id: string; steps: number; outcome: string; success: boolean }
  | { kind: 'error'; name: string; code: string; text: string };
