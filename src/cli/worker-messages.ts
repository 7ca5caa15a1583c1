import type { Identity } from '../dataset/commit/record.ts';
import type { ShardPlan } from '../dataset/plan/shard-plan.ts';
import type { SurfaceName } from './surfaces.ts';

/** What a command sends a worker: first the job, then a shard at a time. */
export type ToWorker =
  | {
      kind: 'job';
      folder: string;
      identity: Identity;
      /** Names what the worker has not published yet. */
      token: string;
      surface: SurfaceName;
      /** Folder of scenarios from outside the package. */
      with?: string;
    }
  | { kind: 'shard'; plan: ShardPlan }
  | { kind: 'end' };

/** What a worker reports to its command. */
export type FromWorker =
  | { kind: 'ready' }
  /** Its event loop turns. */
  | { kind: 'alive' }
  /** An episode is through, written or set aside. */
  | { kind: 'episode'; id: string; steps: number }
  /** An episode that the machine failed is run again from its seed. */
  | { kind: 'again'; id: string; reason: string }
  | { kind: 'error'; name: string; code: string; text: string };
