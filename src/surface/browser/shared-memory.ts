import { accessSync, constants, statfsSync } from 'node:fs';

/** Where Linux keeps memory that processes share. Containers often have 64 MB of it, less than a browser takes. */
export const SHARED_MEMORY = '/dev/shm';

/** From here on it is used: enough for a browser on each of a dozen cores. */
export const ENOUGH_BYTES = 2 ** 30;

/**
 * Whether a browser may keep its pictures there. Else it keeps them in files of its temporary folder: the same
 * pixels, a few milliseconds later.
 */
export function hasSharedMemory(): boolean {
  try {
    accessSync(SHARED_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
