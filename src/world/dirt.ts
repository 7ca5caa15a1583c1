import type { WorkerId } from './world.ts';

/** Something that should not be so, and where: the ids that it is about. */
export interface Dirt {
  /** As the file under `world/dirt/` is called: `dormant-account`. */
  kind: string;
  workerId: WorkerId | null;
  /** Key of the account, entitlement or ticket in the world, where it is about one. */
  record: string | null;
}
